using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Invents a dataset of the real size with the published composition, missing values, coefficients and shares. No row is a real
/// person; every row says so. The same seed and files give the same bytes.
/// </summary>
public static class SyntheticDataset
{
    /// <summary>Makes the dataset, and the facts on the places in it.</summary>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="parameters">What is published, and what is assumed.</param>
    /// <param name="municipalities">Municipalities of the years.</param>
    /// <param name="schema">The columns to fill.</param>
    /// <exception cref="InvalidOperationException">The parameters contradict each other.</exception>
    public static SyntheticTwin Generate(ulong seed, SyntheticParameters parameters, MunicipalityTable municipalities, DatasetSchema schema)
    {
        var random = new RandomSource(seed);
        var population = PlaceDraw.Draw(parameters, municipalities, schema, random);
        var scores = new LatentScores(parameters, population, random);
        var attributes = new AttributeDraw(parameters, population, scores, random);
        attributes.DrawGroups();
        attributes.DrawVariables();
        var missing = MissingDraw.Draw(parameters, population, random);
        var facts = new FactDraw(parameters, population, random).Draw();
        var isKnown = IsKnown(population, missing);
        var reached = new OutcomeDraw(parameters, population, new PlaceEffects(parameters, population, facts), random).Draw(isKnown);
        TransitionDraw.Draw(parameters, population, scores, reached, missing);
        return new Assembly(population, missing, random).Build(facts);
    }

    /// <summary>For each row, whether its outcome is known.</summary>
    private static bool[] IsKnown(Population population, Dictionary<string, bool[]> missing) =>
        missing.TryGetValue(population.Schema.WithRole(ColumnRole.Outcome)!.Name, out var unknown)
            ? [.. unknown.Select(u => !u)]
            : [.. Enumerable.Repeat(true, population.Count)];

    /// <summary>Turns the values drawn into columns, the rows in random order.</summary>
    private sealed class Assembly
    {
        private readonly Population _population;
        private readonly Dictionary<string, bool[]> _missing;
        private readonly int[] _order;

        public Assembly(Population population, Dictionary<string, bool[]> missing, RandomSource random)
        {
            _population = population;
            _missing = missing;
            _order = [.. Enumerable.Range(0, population.Count)];
            random.Shuffle(_order.AsSpan());
        }

        public SyntheticTwin Build(SyntheticFacts facts) =>
            new(
                Dataset.InMemory(_population.Schema, [.. _population.Schema.Columns.Select(Column)], DatasetFile.DefaultName),
                facts,
                [.. _order.Select(i => PlaceOf(i).Text)]
            );

        private ProjectYear PlaceOf(int row) => _population.ProjectYears[_population.ProjectYearOf[row]];

        private DatasetColumn Column(SchemaColumn column) =>
            (column.Role, column.Kind) switch
            {
                (ColumnRole.Key, _) => TextColumn.Of(
                    column,
                    _order.Select((_, i) => "S" + (i + 1).ToString("D6", CultureInfo.InvariantCulture))
                ),
                (ColumnRole.Municipality, _) => TextColumn.Of(column, _order.Select(i => _population.Municipalities[i].Code)),
                (ColumnRole.Project, _) => TextColumn.Of(column, _order.Select(i => PlaceOf(i).Project)),
                (ColumnRole.MunicipalityFact or ColumnRole.ProjectFact, _) => NoFacts(column),
                (ColumnRole.Provenance, _) => new CodeColumn(column, [.. _order.Select(_ => IndexOfSynthetic(column))]),
                (_, ValueKind.Code) => Codes(column),
                _ => Numbers(column),
            };

        /// <summary>Facts are joined from statistics and accounts afterwards; what is drawn here are persons.</summary>
        private NumberColumn NoFacts(SchemaColumn column) => new(column, new double[_order.Length], [.. _order.Select(_ => true)]);

        private static sbyte IndexOfSynthetic(SchemaColumn column) =>
            (sbyte)column.Levels.Select(l => l.Token).ToList().IndexOf(Dataset.SyntheticToken);

        private CodeColumn Codes(SchemaColumn column)
        {
            var values = _population.Values(column.Name);
            var missing = _missing.GetValueOrDefault(column.Name);
            return new CodeColumn(column, [.. _order.Select(i => missing?[i] == true ? CodeColumn.Missing : (sbyte)values[i])]);
        }

        private NumberColumn Numbers(SchemaColumn column)
        {
            var values = _population.Values(column.Name);
            var missing = _missing.GetValueOrDefault(column.Name);
            return new NumberColumn(column, [.. _order.Select(i => values[i])], [.. _order.Select(i => missing?[i] == true)]);
        }
    }
}
