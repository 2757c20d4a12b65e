using ReportBuilder.Editions;
using ReportBuilder.Models.Contribution;

namespace ReportBuilder.Stages;

/// <summary>What may be told of one project: everything comes from the numbers here, so nothing can be told of it that they do not say.</summary>
/// <param name="Persons">Its participants.</param>
/// <param name="Expected">Expected share, as printed.</param>
/// <param name="Actual">Actual share, exact or as printed.</param>
/// <param name="Shrunken">The contribution drawn towards the mean; null when the result is known only as printed.</param>
/// <param name="Interval">Interval of the contribution; null likewise.</param>
internal sealed record ProjectDot(int Persons, double Expected, double Actual, double? Shrunken, Interval? Interval)
{
    /// <summary>Actual less expected.</summary>
    public double Difference => Actual - Expected;

    /// <summary>A project as it may be shown.</summary>
    public static ProjectDot Of(GroupContribution group, bool isExact)
    {
        // The expected share is rounded, so that exact sums over participants' characteristics leave no trace.
        var expected = Math.Round(group.Expected!.Value, 3, MidpointRounding.AwayFromZero);
        var actual = isExact ? group.Actual!.Value : Math.Round(group.Actual!.Value, 2, MidpointRounding.AwayFromZero);
        return new ProjectDot(
            group.Count,
            expected,
            actual,
            isExact ? group.Shrunken?.Value : null,
            isExact ? BreakdownQuantities.IntervalOf(group.Interval) : null
        );
    }

    /// <summary>
    /// The two examples of a scheme: of the projects with enough participants, those with the contribution nearest to the 10th and the 90th percentile of them. Null where there are fewer than
    /// two such projects.
    /// </summary>
    public static IReadOnlyList<ProjectDot?> Examples(IReadOnlyList<ProjectDot> shown, int fewest)
    {
        var large = shown.Where(d => d.Persons >= fewest).OrderBy(d => d.Difference).ThenBy(d => d.Persons).ToList();
        return large.Count < 2
            ? [null, null]
            : [large[(int)Math.Floor(0.1 * (large.Count - 1))], large[(int)Math.Ceiling(0.9 * (large.Count - 1))]];
    }

    /// <summary>Adds what figures need.</summary>
    public void AddTo(EditionBuilder edition, string name)
    {
        edition.Add(SampleStage.Count($"{name}.deltakere", Persons));
        edition.Add(Quantity.Of($"{name}.forventet", Expected, Unit.Share, 0));
        edition.Add(Quantity.Of($"{name}.faktisk", Actual, Unit.Share, 0));
        edition.Add(Quantity.Of($"{name}.bidrag", Difference, Unit.PercentagePoints, 0));
    }

    /// <summary>Adds an example of Tabell 5; not applicable when there is none.</summary>
    public static void AddExample(EditionBuilder edition, string name, ProjectDot? dot)
    {
        if (dot is not null)
        {
            dot.AddTo(edition, name);
        }

        void AddOrNone(string token, double? value, Unit unit, Interval? interval = null) =>
            edition.Add(
                value is { } number
                    ? Quantity.Of($"{name}.{token}", number, unit, 0) with
                    {
                        Interval = interval,
                    }
                    : Quantity.Without($"{name}.{token}", unit, 0, QuantityStatus.NotApplicable)
            );

        if (dot is null)
        {
            AddOrNone("deltakere", null, Unit.Count);
            AddOrNone("forventet", null, Unit.Share);
            AddOrNone("faktisk", null, Unit.Share);
            AddOrNone("bidrag", null, Unit.PercentagePoints);
        }

        // The interval is of the contribution; it stands with the shrunken one's neighbour so that the figures' numbers have none.
        AddOrNone("usikkerhet", dot?.Interval is null ? null : dot.Difference, Unit.PercentagePoints, dot?.Interval);
        AddOrNone("krympet", dot?.Shrunken, Unit.PercentagePoints);
    }
}
