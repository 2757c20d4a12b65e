namespace ReportBuilder.Disclosure.Linked;

/// <summary>
/// Holds a pattern of hidden cells against the promise, however it was made. A cell passes only when it is proved, with other counts that fit all that is shown, that an outsider cannot exclude as many
/// numbers as promised; so nothing depends on how clever he is. A cell that is safe but for which no proof was found is listed too: an audit errs on that side.
/// </summary>
public static class LinkedAudit
{
    /// <summary>The hidden cells for which the promise is not proved, by cell.</summary>
    /// <param name="cells">The cells and sums.</param>
    /// <param name="isHidden">What is hidden; whatever else is decided of it. Untold cells are hidden always.</param>
    public static IReadOnlyList<ExposedCell> Of(LinkedCells cells, Func<CellRef, bool> isHidden)
    {
        var system = LinkedSystem.With(cells, isHidden);
        var witnesses = new Witnesses(system);
        return [.. witnesses.Search(cell => Promise.Full(system, cell)).Select(cell => Exposed(system, witnesses.Counts, cell))];
    }

    internal static ExposedCell Exposed(LinkedSystem system, FittingCounts counts, int cell) =>
        new(new CellRef(cell), counts.LowOf(cell), counts.HighOf(cell), Promise.Full(system, cell).Numbers);
}
