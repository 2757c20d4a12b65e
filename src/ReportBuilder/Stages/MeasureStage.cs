using ReportBuilder.Datasets;
using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>How measures are used and what became of those who had them, by scheme: what the text on work practice rests on. Over the net sample.</summary>
public static class MeasureStage
{
    /// <summary>The measure whose use is broken down: work practice in an ordinary enterprise.</summary>
    public const string Practice = "praksis_ordinaer";

    /// <summary>The measures whose outcome is told for those with and without.</summary>
    public static IReadOnlyList<string> WithOutcome { get; } = ["ordinaert_arbeid", Practice, "realkompetanse", "norskopplaering"];

    /// <summary>
    /// Adds <c>tiltaksbruk.praksis_ordinaer.{variable}.{category}.{scheme}</c> for education and Norwegian level, <c>maaloppnaaelse.tiltak.{measure}.{ja|nei}.{scheme}</c>,
    /// both with the difference between the schemes, and the means <c>gjennomsnitt.norsknivaa.{scheme}</c> and <c>gjennomsnitt.antall_tiltak.{scheme}</c>.
    /// </summary>
    public static void Run(Dataset data, Sample sample, BreakdownQuantities quantities, EditionBuilder edition, int minimum)
    {
        var practice = Has(data, Practice);
        foreach (var variable in new[] { DescriptiveVariables.Education, DescriptiveVariables.Norwegian })
        {
            var counts = Breakdown.Count(
                variable.Token,
                variable.Categories,
                sample,
                DescriptiveCategories.Of(variable, data, sample),
                practice
            );
            quantities.AddOutcome(counts, $"tiltaksbruk.{Practice}");
        }

        foreach (var measure in WithOutcome)
        {
            var has = Has(data, measure);
            quantities.AddOutcome(Breakdown.Count($"tiltak.{measure}", [StageColumns.Yes, "nei"], sample, row => has(row) ? 0 : 1));
        }

        AddMeans(data, sample, edition, minimum);
    }

    private static void AddMeans(Dataset data, Sample sample, EditionBuilder edition, int minimum)
    {
        var norwegian = data.Numbers(DescriptiveVariables.Norwegian.Token);
        Func<int, bool>[] measures = [.. TypicalParticipant.MeasureTerms.Select(t => Has(data, t.Column["t_".Length..]))];
        foreach (var scheme in Breakdown.Schemes)
        {
            var rows = sample.Rows.Where(row => sample.SchemeOf(row) == scheme).ToList();
            var token = Breakdown.Token(scheme);
            edition.Add(MissingStage.Mean($"gjennomsnitt.norsknivaa.{token}", norwegian, rows, Unit.Level, minimum));
            edition.Add(
                MissingStage.Mean(
                    $"gjennomsnitt.antall_tiltak.{token}",
                    [.. rows.Select(row => (double?)measures.Count(has => has(row)))],
                    Unit.Numeric,
                    minimum
                )
            );
        }
    }

    private static Func<int, bool> Has(Dataset data, string measure)
    {
        var column = data.Codes("t_" + measure);
        var yes = column.IndexOf(StageColumns.Yes);
        return row => column.Indices[row] == yes;
    }
}
