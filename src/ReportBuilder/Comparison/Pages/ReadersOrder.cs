namespace ReportBuilder.Comparison.Pages;

/// <summary>The order in which readers meet differences: numbers that mean something else now (another side of «no difference», of a level of significance) first; within each part the greatest first.</summary>
internal static class ReadersOrder
{
    /// <summary>The differences in that order.</summary>
    /// <param name="differences">Greatest first, as a comparison gives them.</param>
    public static IReadOnlyList<Difference> Of(IReadOnlyList<Difference> differences)
    {
        var ordered = new List<Difference>(differences.Count);
        ordered.AddRange(differences.Where(HasTurned));
        ordered.AddRange(differences.Where(d => !HasTurned(d)));
        return ordered;
    }

    /// <summary>True for a number that means something else now.</summary>
    public static bool HasTurned(Difference difference) =>
        difference.Flags.Contains(DifferenceFlag.Sign) || difference.Flags.Contains(DifferenceFlag.Significance);
}
