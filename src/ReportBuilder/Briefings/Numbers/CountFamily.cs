namespace ReportBuilder.Briefings.Numbers;

/// <summary>Counts that are decided together, and the counts that they are linked to, which are decided before.</summary>
/// <param name="Slots">The counts to decide.</param>
/// <param name="Bases">What they are parts of.</param>
/// <param name="IsByYear">True for counts by year: years and places together link so many counts that they are decided by bounds only.</param>
internal sealed record CountFamily(IReadOnlyList<CountSlot> Slots, IReadOnlyList<CountSlot> Bases, bool IsByYear = false)
{
    /// <summary>The outcome of all years, to which the projects of the report are linked.</summary>
    public static CountFamily Outcome { get; } = Parts([CountSlot.Reached]);

    /// <summary>All families, in the order they are decided: persons before what is a part of them, all years before each.</summary>
    public static IReadOnlyList<CountFamily> All { get; } =
    [
        new([CountSlot.Finished, CountSlot.Participants], []),
        new(
            [.. CountSlot.ByYear(CountKind.Finished), .. CountSlot.ByYear(CountKind.Participants)],
            [CountSlot.Finished, CountSlot.Participants],
            IsByYear: true
        ),
        Outcome,
        new(CountSlot.ByYear(CountKind.Reached), [.. CountSlot.ByYear(CountKind.Participants), CountSlot.Reached], IsByYear: true),
        .. BriefingVariables.Composition.Select(v => Parts(CountSlot.Of(v))),
        .. CountSlot.OfMeasures.Select(m => Parts([m])),
    ];

    /// <summary>The counts of the family with their bases, in the order of <see cref="CountSlot.All"/>.</summary>
    public IEnumerable<CountSlot> WithBases => Slots.Concat(Bases).OrderBy(s => s.Index);

    private static CountFamily Parts(IReadOnlyList<CountSlot> slots) => new(slots, [CountSlot.Participants]);
}
