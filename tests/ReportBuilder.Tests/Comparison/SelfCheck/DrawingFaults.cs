namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>The drawing of a figure is not that of its numbers; the numbers are right.</summary>
internal static class DrawingFaults
{
    public static EditionFault OfOtherFigure(SavedEdition saved, Random random)
    {
        var (id, other) = random.Pick(
            saved.Drawings.Keys.SelectMany(a =>
                saved.Drawings.Keys.Where(b => !Same(saved.Drawings[a], saved.Drawings[b])).Select(b => (a, b))
            )
        );
        return Drawn(EditionFaultKind.DrawingOfOtherFigure, saved, id, saved.Drawings[other], $"drawing of {other}");
    }

    /// <summary>The drawing is left from another run, and the file tells it as its own.</summary>
    public static EditionFault OfOtherRun(SavedEdition saved, SavedEdition otherRun, Random random)
    {
        var id = random.Pick(Shared(saved, otherRun));
        return Drawn(EditionFaultKind.DrawingOfOtherRun, saved, id, otherRun.Drawings[id], "drawing of another run");
    }

    /// <summary>Only the file of the drawing is another run's: a folder put together by hand.</summary>
    public static EditionFault Replaced(SavedEdition saved, SavedEdition otherRun, Random random)
    {
        var id = random.Pick(Shared(saved, otherRun));
        var after = saved with { Drawings = saved.Drawings.SetItem(id, otherRun.Drawings[id]) };
        return new(EditionFaultKind.DrawingReplaced, $"{id}: file of another run", [id], after);
    }

    public static EditionFault Lost(SavedEdition saved, Random random)
    {
        var id = random.Pick(saved.Drawings.Keys);
        return new(EditionFaultKind.DrawingLost, $"{id}: no file", [id], saved with { Drawings = saved.Drawings.Remove(id) });
    }

    private static IEnumerable<string> Shared(SavedEdition saved, SavedEdition otherRun) =>
        saved.Drawings.Keys.Where(id => otherRun.Drawings.TryGetValue(id, out var drawing) && !Same(drawing, saved.Drawings[id]));

    private static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);

    private static EditionFault Drawn(EditionFaultKind kind, SavedEdition saved, string id, byte[] drawing, string what)
    {
        var figure = saved.Edition.Figures.Single(f => f.Id == id);
        var edition = saved.Edition.With(figure with { Drawing = SavedEdition.Fingerprint(drawing) });
        return new(kind, $"{id}: {what}", [id], new SavedEdition(edition, saved.Drawings.SetItem(id, drawing)));
    }
}
