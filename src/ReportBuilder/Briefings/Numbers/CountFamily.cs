namespace ReportBuilder.Briefings.Numbers;

/// <summary>Counts that are decided together, and the counts that they are parts of, which are decided before.</summary>
/// <param name="Slots">The counts to decide.</param>
/// <param name="Bases">What they are parts of.</param>
internal sealed record CountFamily(IReadOnlyList<CountSlot> Slots, IReadOnlyList<CountSlot> Bases)
{
    /// <summary>Those who finished and the net sample, by year and in all: decided first.</summary>
    public static CountFamily Persons { get; } = new([.. CountSlot.All.Where(s => !s.IsShare)], []);

    /// <summary>The outcome by year, each variable and each measure: parts of the net sample.</summary>
    public static IReadOnlyList<CountFamily> OfParticipants { get; } =
    [
        Parts(CountSlot.All.Where(s => s.Kind == CountKind.Reached)),
        .. BriefingVariables.Composition.Select(v => Parts(CountSlot.Of(v))),
        .. CountSlot.OfMeasures.Select(m => Parts([m])),
    ];

    /// <summary>All counts of the family with their bases, in the order of <see cref="CountSlot.All"/>.</summary>
    public IEnumerable<CountSlot> All => Slots.Concat(Bases).OrderBy(s => s.Index);

    private static CountFamily Parts(IEnumerable<CountSlot> slots)
    {
        CountSlot[] own = [.. slots];
        return new CountFamily(own, [.. own.Select(s => CountSlot.All[s.Base]).Distinct()]);
    }
}
