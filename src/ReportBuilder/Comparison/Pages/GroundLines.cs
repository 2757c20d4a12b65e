using System.Globalization;
using System.Text.RegularExpressions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>A line about the ground, in words.</summary>
/// <param name="Role">What changed.</param>
/// <param name="Name">Which.</param>
/// <param name="Old">The older side.</param>
/// <param name="New">The newer side.</param>
internal sealed record GroundLine(string Role, string Name, string Old, string New);

/// <summary>What changed in the ground, for readers: files of one source that differ in their year only are one line; the same in the page and in the annex.</summary>
internal static partial class GroundLines
{
    private const int FingerprintLength = 64;
    private const string ReadingPrefix = "data.lesninger.";
    private const string StatisticsNorway = "ssb";

    /// <summary>The lines, each where the first of its changes stands.</summary>
    public static IReadOnlyList<GroundLine> Of(IReadOnlyList<GroundChange> changes, LabelSet labels) =>
        [.. changes.GroupBy(SourceOf).Select(g => Line([.. g], labels))];

    /// <summary>What there is to say when nothing changed, or nothing is known: never that nothing changed when it is not known.</summary>
    /// <param name="result">The comparison.</param>
    /// <param name="content">What is known of the ground.</param>
    public static IEnumerable<string> Remarks(ComparisonResult result, ComparisonPageContent content)
    {
        if (result.Ground.Count == 0)
        {
            var isKnown = content is { OldGround: not null, NewGround: not null };
            yield return content.Labels.Get(isKnown ? "sammenligning.grunnlag.likt" : "sammenligning.grunnlag.ukjent");
        }

        if (result.Old.Origin.IsSynthetic != result.New.Origin.IsSynthetic)
        {
            yield return content.Labels.Get(
                "sammenligning.grunnlag.ulike_data",
                EditionFacts.DataOf(result.Old, content.Labels),
                EditionFacts.DataOf(result.New, content.Labels)
            );
        }
    }

    /// <summary>What changed, in words; the role itself when it has none.</summary>
    public static string Role(string role, LabelSet labels) =>
        $"sammenligning.rolle.{role}" is var key && labels.Has(key) ? labels.Get(key) : role;

    /// <summary>Files of one source for several years have the same; what stands alone has its own.</summary>
    private static (string Role, string Stem, string End, DifferenceKind Kind) SourceOf(GroundChange change)
    {
        var kind =
            change.Old is null ? DifferenceKind.New
            : change.New is null ? DifferenceKind.Gone
            : DifferenceKind.Changed;
        return IsFile(change) && FileOfYear().Match(change.Name) is { Success: true } file
            ? (change.Role, file.Groups["stem"].Value, file.Groups["end"].Value, kind)
            : (change.Role, change.Name, string.Empty, kind);
    }

    private static GroundLine Line(GroundChange[] changes, LabelSet labels)
    {
        var first = changes[0];
        var name = NameOf(changes, labels);
        if (changes.Length == 1)
        {
            return new GroundLine(Role(first.Role, labels), name, Side(first, first.Old, labels), Side(first, first.New, labels));
        }

        var none = labels.Get("sammenligning.ingen");
        var files = CountedText.Of("sammenligning.grunnlag.filer", changes.Length, labels);
        return new GroundLine(
            Role(first.Role, labels),
            name,
            first.Old is null ? none : files,
            first.New is null ? none
                : first.Old is null ? files
                : labels.Get("sammenligning.grunnlag.annet_innhold", files)
        );
    }

    private static string NameOf(GroundChange[] changes, LabelSet labels)
    {
        var (role, stem, end, _) = SourceOf(changes[0]);
        if (end.Length > 0)
        {
            var years = Years([
                .. changes.Select(c => int.Parse(FileOfYear().Match(c.Name).Groups["year"].Value, CultureInfo.InvariantCulture)),
            ]);
            return labels.Get(role == StatisticsNorway ? "sammenligning.grunnlag.ssb_tabell" : "sammenligning.grunnlag.aar", stem, years);
        }

        return role != GroundComparer.Setting ? stem
            : stem.StartsWith(ReadingPrefix, StringComparison.Ordinal)
                ? labels.Get("sammenligning.innstilling.lesning", stem[ReadingPrefix.Length..])
            : $"sammenligning.innstilling.{stem}" is var key && labels.Has(key) ? labels.Get(key)
            : stem;
    }

    /// <summary>«2017–2020» for years in a row, else one by one.</summary>
    private static string Years(int[] years)
    {
        Array.Sort(years);
        var isRow = years.Length > 1 && years[^1] - years[0] == years.Length - 1;
        return isRow
            ? string.Create(CultureInfo.InvariantCulture, $"{years[0]}–{years[^1]}")
            : string.Join(", ", years.Select(y => y.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>A value, in words where the report has some for it; a fingerprint cut short; or that there is none.</summary>
    private static string Side(GroundChange change, string? value, LabelSet labels) =>
        value switch
        {
            null => labels.Get("sammenligning.ingen"),
            { Length: FingerprintLength } when value.All(char.IsAsciiHexDigitLower) => EditionFacts.Short(value),
            _ when change.Role == GroundComparer.Setting
                    && change.Name.StartsWith(ReadingPrefix, StringComparison.Ordinal)
                    && $"lesning.{change.Name[ReadingPrefix.Length..].ToLowerInvariant()}.{value}" is var key
                    && labels.Has(key) => labels.Get(key),
            _ => value,
        };

    private static bool IsFile(GroundChange change) => change.Role is not (GroundComparer.Tool or GroundComparer.Setting);

    [GeneratedRegex(@"^(?<stem>.+)-(?<year>[12][0-9]{3})(?<end>\.[a-z]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FileOfYear();
}
