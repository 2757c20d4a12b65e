using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;

namespace ReportBuilder.Stages;

/// <summary>How many records passed through each line of the recoding matrices, as far as it may be shown.</summary>
public sealed class RecodingStage
{
    private readonly EditionBuilder _edition;
    private readonly int _minimum;
    private readonly Dictionary<RecodingRule, int> _records;
    private readonly IReadOnlyDictionary<string, int> _participants;

    private RecodingStage(HarmonisedData harmonised, EditionBuilder edition, int minimum)
    {
        _edition = edition;
        _minimum = minimum;
        _records = new Dictionary<RecodingRule, int>(ReferenceEqualityComparer.Instance);
        foreach (var rule in harmonised.Rules)
        {
            _records.Add(rule.Rule, rule.Records);
        }

        var counts = Sample.All(harmonised.Participants).CountByScheme(_ => false);
        _participants = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["jobbsjansen"] = counts[Scheme.Jobbsjansen].Persons,
            ["nir"] = counts[Scheme.Introduksjonsprogrammet].Persons,
        };
    }

    /// <summary>
    /// Adds <c>omkoding.*.antall</c> for every line, and <c>omkoding.land.{region}.{country}.antall</c> for the countries that may be shown.
    /// </summary>
    /// <returns>The matrices and the key of countries, for the tables.</returns>
    public static RecodingTables Run(HarmonisedData harmonised, EditionBuilder edition, int minimum)
    {
        var stage = new RecodingStage(harmonised, edition, minimum);
        var matrices = RecodingMatrix.Of(harmonised.Rules);
        foreach (var matrix in matrices.Where(m => RecodingMatrix.IsMeasures(m.Table)))
        {
            foreach (var line in matrix.Lines)
            {
                stage.AddMeasure(line);
            }
        }

        RecodingLine[] lines = [.. matrices.Where(m => !RecodingMatrix.IsMeasures(m.Table)).SelectMany(m => m.Lines)];
        var isHidden = stage.AddCategories(lines);
        var lists = lines.Index().Where(l => RecodingMatrix.IsLongList(l.Item)).Select(l => (l.Item, isHidden[l.Index]));
        return new RecodingTables(matrices, [.. stage.AddCountries([.. lists])]);
    }

    /// <summary>A measure is had or not: two counts that make the scheme.</summary>
    private void AddMeasure(RecodingLine line)
    {
        var records = Records(line);
        var without = _participants.GetValueOrDefault(line.First.Register) - records;
        var isSmall = records < _minimum || without < _minimum;
        Add(
            line,
            line.First.Kind == RecodingMatrix.NotCarriedOver && records == 0 ? null : records,
            isSmall && records > 0 && without != 0
        );
    }

    /// <summary>The lines of a variable make its records, and so do all lines that give one target.</summary>
    private bool[] AddCategories(RecodingLine[] lines)
    {
        int[] records = [.. lines.Select(Records)];
        var sets = lines
            .Index()
            .SelectMany(l => SetsOf(l.Item.First).Select(set => (set, l.Index)))
            .GroupBy(p => p.set, p => p.Index)
            .Select(g => (IReadOnlyList<int>)[.. g])
            .ToList();
        var isHidden = OverlappingCompositions.Hidden(records, sets, _minimum);
        for (var i = 0; i < lines.Length; i++)
        {
            var isNothing = lines[i].First.Kind == RecodingMatrix.NotCarriedOver && records[i] == 0;
            Add(lines[i], isNothing ? null : records[i], isHidden[i]);
        }

        return isHidden;
    }

    private static IEnumerable<(string, string, string)> SetsOf(RecodingRule rule)
    {
        var variables = string.Join(';', rule.Variables);
        yield return (rule.Register, "variabel " + variables, rule.Target);
        if (rule.Variables.Count == 1 && rule.Category.Length > 0)
        {
            yield return (rule.Register, "maal", rule.Target);
        }
    }

    /// <summary>The countries behind each region that may be shown one by one; a region's count is known, so its countries are a set of their own.</summary>
    private IEnumerable<CountryKey> AddCountries((RecodingLine Line, bool IsHidden)[] lists)
    {
        foreach (var list in lists.GroupBy(l => (l.Line.First.Register, string.Join(';', l.Line.First.Variables), l.Line.First.Target)))
        {
            if (list.Key.Target != DescriptiveVariables.Region.Token)
            {
                continue;
            }

            var rules = list.SelectMany(l => l.Line.Rules).ToList();
            var sets = list.Select(
                    (l, g) => (IReadOnlyList<int>)[.. rules.Index().Where(r => l.Line.Rules.Contains(r.Item)).Select(r => r.Index)]
                )
                .Append([.. Enumerable.Range(0, rules.Count)])
                .ToList();
            var isHidden = OverlappingCompositions.Hidden([.. rules.Select(r => _records[r])], sets, _minimum);
            foreach (var (line, isRegionHidden) in list)
            {
                var shown = rules
                    .Index()
                    .Where(r => line.Rules.Contains(r.Item) && !isHidden[r.Index] && !isRegionHidden && _records[r.Item] > 0)
                    .Select(r => new CountryLine(r.Item.Category, AddCountry(r.Item)));
                yield return new CountryKey(line, [.. shown]);
            }
        }
    }

    private string AddCountry(RecodingRule rule)
    {
        var id = $"omkoding.land.{RecodingIds.Slug(rule.Value)}.{RecodingIds.Slug(rule.Category)}.antall";
        _edition.Add(SampleStage.Count(id, _records[rule]));
        return id;
    }

    private void Add(RecodingLine line, int? records, bool isHidden) =>
        _edition.Add(
            records is not { } count ? Quantity.Without(line.QuantityId, Unit.Count, 0, QuantityStatus.NotApplicable)
            : isHidden ? Quantity.Without(line.QuantityId, Unit.Count, 0, QuantityStatus.Suppressed)
            : SampleStage.Count(line.QuantityId, count)
        );

    private int Records(RecodingLine line) => line.Rules.Sum(r => _records[r]);
}

/// <summary>The recoding matrices, and the countries behind the regions.</summary>
/// <param name="Matrices">Tabell 7–14.</param>
/// <param name="Countries">For each region the countries that may be shown.</param>
public sealed record RecodingTables(IReadOnlyList<RecodingMatrix> Matrices, IReadOnlyList<CountryKey> Countries);

/// <summary>A region and the countries in it.</summary>
/// <param name="Line">The line of the matrix that gives the region.</param>
/// <param name="Countries">Countries that occur and may be shown, in the order of the rules.</param>
public sealed record CountryKey(RecodingLine Line, IReadOnlyList<CountryLine> Countries);

/// <summary>A country and the id of its number of records.</summary>
public sealed record CountryLine(string Name, string QuantityId);
