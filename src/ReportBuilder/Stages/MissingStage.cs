using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Stages;

/// <summary>Who lacks values (Tabell 15 and 16): share by characteristic, and means of those with and without.</summary>
public static class MissingStage
{
    /// <summary>The characteristics of Tabell 15.</summary>
    public static IReadOnlyList<DescriptiveVariable> Characteristics { get; } =
    [
        new(StageColumns.Scheme, [.. Breakdown.Schemes.Select(Breakdown.Token)]),
        DescriptiveVariables.Sex,
        DescriptiveVariables.Absence,
        DescriptiveVariables.Region,
    ];

    /// <summary>The numeric columns of Tabell 16.</summary>
    public static IReadOnlyList<string> MeanVariables { get; } = ["alder", "botid", "varighet"];

    /// <summary>
    /// Adds <c>mangler.andel.{variable}.{category}</c>, <c>deltakere.brutto.{variable}.{category}</c>,
    /// <c>gjennomsnitt.{variable}.fullstendige</c> and <c>…ufullstendige</c>, and the outcome of both groups by scheme.
    /// </summary>
    public static void Run(Dataset data, Sample all, BreakdownQuantities quantities, EditionBuilder edition, int minimum)
    {
        var lacks = SampleStage.LacksEducationOrNorwegian(data);
        foreach (var variable in Characteristics)
        {
            AddShares(data, variable, lacks, edition, minimum);
        }

        foreach (var name in MeanVariables)
        {
            var unit = name == "varighet" ? Unit.Months : Unit.Years;
            edition.Add(Mean($"gjennomsnitt.{name}.fullstendige", data.Numbers(name), all.Rows.Where(r => !lacks(r)), unit, minimum));
            edition.Add(Mean($"gjennomsnitt.{name}.ufullstendige", data.Numbers(name), all.Rows.Where(lacks), unit, minimum));
        }

        var outcome = data.Codes(StageColumns.Outcome);
        var known = all.Where(r => !outcome.IsMissing(r));
        quantities.AddTotal("maaloppnaaelse.fullstendige", known.Where(r => !lacks(r)).CountByScheme(all.Succeeded));
        quantities.AddTotal("maaloppnaaelse.ufullstendige", known.Where(lacks).CountByScheme(all.Succeeded));
    }

    /// <summary>A mean with one decimal over the rows that have a value; suppressed below the threshold, not applicable without any.</summary>
    internal static Quantity Mean(string id, NumberColumn column, IEnumerable<int> rows, Unit unit, int minimum, int decimals = 1)
    {
        var summary = MeanSummary.Of([.. rows.Select(r => column.IsMissing(r) ? (double?)null : column.Values[r])]);
        return summary.Mean is not { } mean ? Quantity.Without(id, unit, decimals, QuantityStatus.NotApplicable)
            : summary.Count < minimum ? Quantity.Without(id, unit, decimals, QuantityStatus.Suppressed)
            : Quantity.Of(id, mean, unit, decimals) with
            {
                Base = summary.Count,
                Interval = BreakdownQuantities.IntervalOf(summary.Interval),
            };
    }

    private static void AddShares(Dataset data, DescriptiveVariable variable, Func<int, bool> lacks, EditionBuilder edition, int minimum)
    {
        var column = data.Codes(variable.Token);
        CellCount[] counts =
        [
            .. variable.Categories.Select(category =>
            {
                var level = column.IndexOf(category);
                var rows = Enumerable.Range(0, data.RowCount).Where(r => column.Indices[r] == level).ToList();
                return new CellCount(rows.Count, rows.Count(lacks));
            }),
        ];
        var protection = CellProtection.OfOutcome(counts, minimum, decimals: 1);
        for (var i = 0; i < counts.Length; i++)
        {
            var name = $"{variable.Token}.{variable.Categories[i]}";
            var share = BreakdownQuantities.Share($"mangler.andel.{name}", counts[i].Successes, counts[i].Persons, protection[i], 1);
            edition.Add(share);
            var count = $"deltakere.brutto.{name}";
            edition.Add(
                protection[i] == Protection.Hidden
                    ? Quantity.Without(count, Unit.Count, 0, QuantityStatus.Suppressed)
                    : SampleStage.Count(count, counts[i].Persons)
            );
        }
    }
}
