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

    private const int MeanDecimals = 1;

    /// <summary>The numeric columns of Tabell 16.</summary>
    public static IReadOnlyList<string> MeanVariables { get; } = ["alder", "botid", "varighet"];

    /// <summary>
    /// Adds <c>mangler.andel.{variable}.{category}</c>, <c>gjennomsnitt.{variable}.fullstendige</c> and <c>…ufullstendige</c>, and
    /// <c>maaloppnaaelse.ufullstendige.{scheme}</c>. The outcome is that of all who are not in the net sample: with it and the total, the outcome of the few who lack
    /// something else than the two would follow from one for those who lack the two alone.
    /// </summary>
    public static void Run(Dataset data, Sample all, Sample complete, BreakdownQuantities quantities, EditionBuilder edition, int minimum)
    {
        var lacks = SampleStage.LacksEducationOrNorwegian(data);
        foreach (var variable in Characteristics)
        {
            AddShares(data, complete, variable, lacks, edition, minimum);
        }

        foreach (var name in MeanVariables)
        {
            var unit = name == "varighet" ? Unit.Months : Unit.Years;
            edition.Add(Mean($"gjennomsnitt.{name}.fullstendige", data.Numbers(name), all.Rows.Where(r => !lacks(r)), unit, minimum));
            edition.Add(Mean($"gjennomsnitt.{name}.ufullstendige", data.Numbers(name), all.Rows.Where(lacks), unit, minimum));
        }

        var outcome = data.Codes(StageColumns.Outcome);
        var net = complete.Rows.ToHashSet();
        var others = all.Where(r => !outcome.IsMissing(r) && !net.Contains(r));
        quantities.AddTotal("maaloppnaaelse.ufullstendige", others.CountByScheme(all.Succeeded));
    }

    /// <summary>A mean with one decimal over the rows that have a value; suppressed below the threshold, not applicable without any.</summary>
    internal static Quantity Mean(string id, NumberColumn column, IEnumerable<int> rows, Unit unit, int minimum) =>
        Mean(id, [.. rows.Select(r => column.IsMissing(r) ? (double?)null : column.Values[r])], unit, minimum);

    /// <summary>A mean with one decimal of the values that are known; suppressed below the threshold, not applicable without any.</summary>
    internal static Quantity Mean(string id, IReadOnlyList<double?> values, Unit unit, int minimum)
    {
        var summary = MeanSummary.Of(values);
        return summary.Mean is not { } mean ? Quantity.Without(id, unit, MeanDecimals, QuantityStatus.NotApplicable)
            : summary.Count < minimum ? Quantity.Without(id, unit, MeanDecimals, QuantityStatus.Suppressed)
            : Quantity.Of(id, mean, unit, MeanDecimals) with
            {
                Base = summary.Count,
                Interval = BreakdownQuantities.IntervalOf(summary.Interval),
            };
    }

    private static void AddShares(
        Dataset data,
        Sample complete,
        DescriptiveVariable variable,
        Func<int, bool> lacks,
        EditionBuilder edition,
        int minimum
    )
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
        var isHiddenInNet = HiddenInNet(column, complete, variable, minimum);
        Protection[] protection =
        [
            .. CellProtection.OfOutcome(counts, minimum, decimals: 1).Select((p, i) => isHiddenInNet[i] ? Protection.Hidden : p),
        ];
        // Bases would tell how many persons a hidden category has, by way of the shares of the schemes; an interval, or a share with
        // all its digits, tells its base.
        var hasHidden = protection.Contains(Protection.Hidden);
        for (var i = 0; i < counts.Length; i++)
        {
            var id = $"mangler.andel.{variable.Token}.{variable.Categories[i]}";
            var shown = hasHidden && protection[i] == Protection.Exact ? Protection.Rounded : protection[i];
            var share = BreakdownQuantities.Share(id, counts[i].Successes, counts[i].Persons, shown, 1);
            edition.Add(hasHidden ? share with { Base = null, Interval = null } : share);
        }
    }

    /// <summary>
    /// Which categories the composition of either scheme hides in the net sample. A share here, even with one decimal, would narrow down
    /// their size: net persons of the other scheme and those lacking values must fit it.
    /// </summary>
    private static bool[] HiddenInNet(CodeColumn column, Sample complete, DescriptiveVariable variable, int minimum)
    {
        var isHidden = new bool[variable.Categories.Count];
        if (variable.Token == StageColumns.Scheme)
        {
            return isHidden;
        }

        var net = Breakdown.Count(variable, column, complete);
        foreach (var scheme in Breakdown.Schemes)
        {
            var protection = CellProtection.OfComposition([.. net.Counts[scheme].Select(c => c.Persons)], minimum);
            for (var i = 0; i < isHidden.Length; i++)
            {
                isHidden[i] |= protection[i] == Protection.Hidden;
            }
        }

        return isHidden;
    }
}
