using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Templating;

namespace ReportBuilder.Comparison.Pages;

/// <summary>What is told of an edition itself; empty where it does not say.</summary>
internal static class EditionFacts
{
    private const int ShownDigits = 12;

    /// <summary>What a reader must know: key of the label, and the fact.</summary>
    public static IReadOnlyList<(string Key, Func<Edition, EditionGround?, LabelSet, string> ValueOf)> All { get; } =
    [
        ("sammenligning.utgave.navn", (edition, _, _) => edition.Origin.Name),
        ("sammenligning.utgave.dato", (_, ground, labels) => DateOf(ground, labels)),
        ("sammenligning.utgave.data", (edition, _, labels) => DataOf(edition, labels)),
        (
            "sammenligning.utgave.rader",
            (edition, _, _) => edition.Origin.Rows > 0 ? NorwegianNumberText.Number(edition.Origin.Rows, 0) : string.Empty
        ),
        ("sammenligning.utgave.tall", (edition, _, _) => NorwegianNumberText.Number(NumbersIn(edition), 0)),
    ];

    /// <summary>The same for what it was made from: names of files and fingerprints.</summary>
    public static IReadOnlyList<(string Key, Func<Edition, EditionGround?, LabelSet, string> ValueOf)> Ground { get; } =
    [
        ("sammenligning.utgave.datafil", (edition, _, _) => edition.Origin.DataFile),
        ("sammenligning.utgave.fingeravtrykk", (edition, _, _) => Short(edition.Origin.DataFingerprint)),
        ("sammenligning.utgave.verktoy", (edition, _, _) => edition.Origin.ToolVersion),
    ];

    /// <summary>Numbers that a comparison looks at: the edition's own account of an earlier comparison is none of them.</summary>
    public static int NumbersIn(Edition edition) => edition.Quantities.Keys.Count(id => !Revisions.IsOwnAccount(id));

    /// <summary>Whether its persons are invented.</summary>
    public static string DataOf(Edition edition, LabelSet labels) =>
        labels.Get(edition.Origin.IsSynthetic ? "sammenligning.utgave.syntetisk" : "sammenligning.utgave.virkelig");

    /// <summary>A fingerprint, short enough to read and long enough to tell from another.</summary>
    public static string Short(string fingerprint) => fingerprint.Length > ShownDigits ? fingerprint[..ShownDigits] + "…" : fingerprint;

    private static string DateOf(EditionGround? ground, LabelSet labels) =>
        ground?.Date is { } date ? DateText.Day(date, labels) : string.Empty;
}
