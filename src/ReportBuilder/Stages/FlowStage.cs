using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;

namespace ReportBuilder.Stages;

/// <summary>
/// The flow from records in the registers to participants in the model, step by step, so that what leaves and what is left add up. The steps are numbers of records and
/// participants only, by scheme; they say nothing of any property, so none is hidden. Who lacks one certain variable is hidden when few do, as in the recoding matrices.
/// </summary>
public static class FlowStage
{
    /// <summary>Records read from the registers.</summary>
    public const string Read = "linjer";

    /// <summary>Steps by which records leave before gross, in order.</summary>
    public static IReadOnlyList<string> BeforeGross { get; } = ["deltar_fortsatt", "utenfor_perioden", "satt_til_side"];

    /// <summary>Steps by which participants leave between gross and net, in order; each counts only those who have not left before.</summary>
    public static IReadOnlyList<string> BeforeNet { get; } = ["uten_utfall", "uten_utdanning_eller_norsk", "uten_annet"];

    /// <summary>The variables whose missing values are counted one by one; the measures of the model count as one.</summary>
    public static IReadOnlyList<string> Variables { get; } =
    [
        StageColumns.Outcome,
        .. ModelTerm.OfIndividualModel.Where(t => !IsMeasure(t) && t.Token != StageColumns.Scheme).Select(t => t.Column),
        Measures,
    ];

    private const string Measures = "tiltak";

    /// <summary>
    /// Adds <c>flyt.{step}.{scheme}</c> and <c>flyt.{step}.alle</c>, and <c>mangler.{variable}.antall.*</c> for the variables that <see cref="SampleStage"/> does not count.
    /// What lies before gross is known only when the registers were harmonised here; otherwise <c>flyt.linjer.*</c> is missing and the rest is not there.
    /// </summary>
    public static void Run(Dataset data, Sample all, HarmonisedData? harmonised, EditionBuilder edition, int minimum)
    {
        AddBeforeGross(all, data, harmonised, edition);
        AddBeforeNet(data, all, edition);
        foreach (var variable in Variables.Except(SampleStage.MissingColumns))
        {
            AddMissing(edition, $"mangler.{variable}.antall", all.Where(Lacks(data, variable)), minimum);
        }
    }

    /// <summary>A small number is hidden, and the number of both schemes with it: the other scheme's can be had from its recoding matrix.</summary>
    private static void AddMissing(EditionBuilder edition, string name, Sample lacking, int minimum)
    {
        var counts = Breakdown
            .Schemes.Select(s => (Name: Breakdown.Token(s), Persons: lacking.Rows.Count(r => lacking.SchemeOf(r) == s)))
            .ToList();
        var isAnySmall = counts.Exists(c => IsSmall(c.Persons));
        foreach (
            var (who, persons, isHidden) in counts
                .Select(c => (c.Name, c.Persons, IsSmall(c.Persons)))
                .Append(("alle", lacking.Rows.Count, isAnySmall))
        )
        {
            edition.Add(
                isHidden
                    ? Quantity.Without($"{name}.{who}", Unit.Count, 0, QuantityStatus.Suppressed)
                    : SampleStage.Count($"{name}.{who}", persons)
            );
        }

        bool IsSmall(int persons) => persons > 0 && persons < minimum;
    }

    /// <summary>True when the numbers before gross are there.</summary>
    public static bool HasRegisters(EditionBuilder edition) => edition[$"flyt.{Read}.alle"].HasValue;

    private static void AddBeforeGross(Sample all, Dataset data, HarmonisedData? harmonised, EditionBuilder edition)
    {
        if (harmonised is null)
        {
            foreach (var who in (string[])[.. Breakdown.Schemes.Select(Breakdown.Token), "alle"])
            {
                edition.Add(Quantity.Without($"flyt.{Read}.{who}", Unit.Count, 0, QuantityStatus.Missing));
            }

            return;
        }

        var levels = data.Codes(StageColumns.Scheme).Levels;
        foreach (var step in (string[])[Read, .. BeforeGross])
        {
            var counts = Breakdown.Schemes.ToDictionary(
                s => s,
                s => harmonised.Flow.Where(f => f.Step == step && levels[f.Scheme].Token == Breakdown.Token(s)).Sum(f => f.Count)
            );
            foreach (var (scheme, count) in counts)
            {
                edition.Add(SampleStage.Count($"flyt.{step}.{Breakdown.Token(scheme)}", count));
            }

            edition.Add(SampleStage.Count($"flyt.{step}.alle", counts.Values.Sum()));
        }
    }

    private static void AddBeforeNet(Dataset data, Sample all, EditionBuilder edition)
    {
        var lacksOutcome = Lacks(data, StageColumns.Outcome);
        var lacksEither = SampleStage.LacksEducationOrNorwegian(data);
        var left = all;
        foreach (var (step, leaves) in BeforeNet.Zip([lacksOutcome, lacksEither, Any([.. Variables.Select(v => Lacks(data, v))])]))
        {
            SampleStage.AddCounts(edition, $"flyt.{step}", left.Where(leaves));
            left = left.Where(row => !leaves(row));
        }
    }

    private static Func<int, bool> Lacks(Dataset data, string variable) =>
        variable == Measures
            ? Any([.. ModelTerm.OfIndividualModel.Where(IsMeasure).Select(t => (Func<int, bool>)data.Column(t.Column).IsMissing)])
            : data.Column(variable).IsMissing;

    private static Func<int, bool> Any(Func<int, bool>[] conditions) => row => Array.Exists(conditions, c => c(row));

    private static bool IsMeasure(ModelTerm term) => term.Token.StartsWith("tiltak.", StringComparison.Ordinal);
}
