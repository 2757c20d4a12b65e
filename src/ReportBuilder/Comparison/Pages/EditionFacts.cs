using System.Globalization;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Templating;

namespace ReportBuilder.Comparison.Pages;

/// <summary>What is told of an edition itself; empty where it does not say.</summary>
internal static class EditionFacts
{
    private const int ShownDigits = 12;

    /// <summary>Key of the label, and the fact.</summary>
    public static IReadOnlyList<(string Key, Func<Edition, EditionGround?, LabelSet, string> ValueOf)> All { get; } =
    [
        ("sammenligning.utgave.navn", (edition, _, _) => edition.Origin.Name),
        ("sammenligning.utgave.dato", (_, ground, labels) => DateOf(ground, labels)),
        (
            "sammenligning.utgave.data",
            (edition, _, labels) =>
                labels.Get(edition.Origin.IsSynthetic ? "sammenligning.utgave.syntetisk" : "sammenligning.utgave.virkelig")
        ),
        ("sammenligning.utgave.datafil", (edition, _, _) => edition.Origin.DataFile),
        (
            "sammenligning.utgave.rader",
            (edition, _, _) => edition.Origin.Rows > 0 ? NorwegianNumberText.Number(edition.Origin.Rows, 0) : string.Empty
        ),
        ("sammenligning.utgave.tall", (edition, _, _) => NorwegianNumberText.Number(edition.Quantities.Count, 0)),
        ("sammenligning.utgave.fingeravtrykk", (edition, _, _) => Short(edition.Origin.DataFingerprint)),
        ("sammenligning.utgave.verktoy", (edition, _, _) => edition.Origin.ToolVersion),
    ];

    /// <summary>A fingerprint, short enough to read and long enough to tell from another.</summary>
    public static string Short(string fingerprint) => fingerprint.Length > ShownDigits ? fingerprint[..ShownDigits] + "…" : fingerprint;

    /// <summary>Date of publication among the settings that an edition was made from; null when it does not say.</summary>
    public static DateOnly? DateIn(EditionGround? ground) =>
        ground?.Settings.FirstOrDefault(s => s.Name == "dato") is { } setting
        && DateOnly.TryParseExact(setting.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static string DateOf(EditionGround? ground, LabelSet labels) =>
        DateIn(ground) is { } date ? DateText.Day(date, labels) : string.Empty;
}
