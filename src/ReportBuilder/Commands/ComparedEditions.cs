using ReportBuilder.Comparison;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Commands;

/// <summary>Two editions with what they were made from, and those before them.</summary>
/// <param name="Old">The older edition.</param>
/// <param name="New">The newer edition.</param>
/// <param name="OldGround">What the older was made from; null when it does not tell.</param>
/// <param name="NewGround">What the newer was made from; null when it does not tell.</param>
/// <param name="History">Earlier editions, oldest first.</param>
internal sealed record ComparedEditions(
    Edition Old,
    Edition New,
    EditionGround? OldGround,
    EditionGround? NewGround,
    IReadOnlyList<Edition> History
)
{
    /// <summary>Reads all of them side by side; null when one cannot be read, and the bag says why.</summary>
    public static async Task<ComparedEditions?> ReadAsync(
        EditionReference old,
        EditionReference now,
        IReadOnlyList<EditionReference> history,
        DiagnosticBag bag
    )
    {
        var older = Task.Run(() => Read(old, bag));
        var newer = Task.Run(() => Read(now, bag));
        var earlier = history.Select(e => Task.Run(() => EditionReader.Read(e.Path, e.ShownAs, bag))).ToList();
        var ((oldEdition, oldGround), (newEdition, newGround)) = (await older, await newer);
        var past = await Task.WhenAll(earlier);
        return oldEdition is null || newEdition is null || bag.HasErrors
            ? null
            : new ComparedEditions(oldEdition, newEdition, oldGround, newGround, [.. past.OfType<Edition>()]);
    }

    /// <summary>Compares them.</summary>
    public ComparisonResult Compare(ComparisonSettings settings) =>
        EditionComparer.Compare(Old, New, settings, History) with
        {
            Ground = [.. GroundComparer.Compare(Old.Origin, New.Origin), .. GroundComparer.Compare(OldGround, NewGround)],
        };

    /// <summary>An edition and its ground; a ground that is another edition's is an error (RB7049).</summary>
    private static (Edition?, EditionGround?) Read(EditionReference reference, DiagnosticBag bag)
    {
        var edition = EditionReader.Read(reference.Path, reference.ShownAs, bag);
        var ground = EditionGroundReader.Read(reference.Path, reference.ShownAs, bag);
        if (edition?.Origin is { } origin && ground is not null)
        {
            Check(ground.Edition, origin.Name);
            Check(ground.DataFingerprint, origin.DataFingerprint);
        }

        return (edition, ground);

        void Check(string? found, string expected)
        {
            if (found is not null && found != expected)
            {
                bag.Add(Diagnostic.Error("RB7049", new SourcePlace(reference.ShownAs)) with { Found = found, Expected = expected });
            }
        }
    }
}
