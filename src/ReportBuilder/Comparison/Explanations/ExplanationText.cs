using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>The lines of an <c>avvik.yaml</c>, cut at its entries, so that what nobody needs to change stays byte for byte as its author wrote it.</summary>
/// <param name="Head">All lines before <c>avvik:</c>.</param>
/// <param name="Entries">One block an entry, with the comments and empty lines above it.</param>
/// <param name="Tail">All lines after the list.</param>
internal sealed partial record ExplanationText(string Head, IReadOnlyList<ExplanationBlock> Entries, string Tail)
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Cuts a file. A list that is written on one line, with brackets, becomes the tail as comments: nothing in it can be kept line by line.</summary>
    /// <param name="text">The file.</param>
    /// <param name="entries">What was read from it, in the order of the file.</param>
    public static ExplanationText Split(string text, IReadOnlyList<ExplanationTarget> entries)
    {
        string[] lines = [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
        var list = Array.FindIndex(lines, l => l.StartsWith("avvik:", StringComparison.Ordinal));
        if (list < 0)
        {
            return new ExplanationText(
                text.Length == 0 ? string.Empty : Join(lines),
                [.. entries.Select(_ => new ExplanationBlock([], []))],
                string.Empty
            );
        }

        var starts = entries.Select(e => StartOf(lines, e.Place.Line - 1)).ToList();
        if (starts.Any(s => s <= list) || starts.Distinct().Count() < starts.Count)
        {
            var comments = lines[list..].Select(l => "# " + l).ToArray();
            return new ExplanationText(Join(lines[..list]), [.. entries.Select(_ => new ExplanationBlock([], []))], Join(comments));
        }

        var end = Array.FindIndex(lines, list + 1, l => l.Length > 0 && l[0] is not (' ' or '#' or '-')) is >= 0 and var next
            ? next
            : lines.Length;
        var blocks = new List<ExplanationBlock>();
        for (var i = 0; i < starts.Count; i++)
        {
            var stop = i + 1 < starts.Count ? LeadOf(lines, starts[i + 1], starts[i]) : end;
            blocks.Add(
                new ExplanationBlock(lines[LeadOf(lines, starts[i], i == 0 ? list : starts[i - 1])..starts[i]], lines[starts[i]..stop])
            );
        }

        return new ExplanationText(Join(lines[..list]), blocks, Join(lines[(starts.Count > 0 ? end : list + 1)..]));
    }

    /// <summary>A new entry with nothing but its numbers filled in.</summary>
    public static string NewEntry(string pattern, IReadOnlyList<(string Key, string Value)> numbers, IReadOnlyList<Difference> differences)
    {
        var isRule = pattern.Contains('*', StringComparison.Ordinal);
        string[] fields =
        [
            $"{(isRule ? "monster" : "id")}: {Scalar(pattern)}",
            .. numbers.Select(n => $"{n.Key}: {n.Value}"),
            "gjelder:",
            "klasse:",
            "grunn:",
            "signert:",
            "dato:",
        ];
        return Join([.. Note(differences), .. fields.Select((f, i) => (i == 0 ? "  - " : "    ") + f)]);
    }

    /// <summary>What the tool tells of a rule's numbers, in a comment of its own kind, so that it can be told anew.</summary>
    public static IReadOnlyList<string> Note(IReadOnlyList<Difference> differences) =>
        differences.Count < 2
            ? []
            :
            [
                "  "
                    + NoteMark
                    + " "
                    + ToolTexts.Get("explain.draft.note", differences[0].Key, Side(differences[0].Old), Side(differences[0].New)),
            ];

    /// <summary>Start of a comment that the tool wrote, after the custom of translation files.</summary>
    public const string NoteMark = "#:";

    /// <summary>A text as a YAML scalar: as it is when nobody can misread it, otherwise in quotes.</summary>
    public static string Scalar(string text) => Plain().IsMatch(text) ? text : Quoted(text);

    /// <summary>A text in quotes: a fingerprint may look like a number («123456789e12»).</summary>
    public static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

    /// <summary>A whole number.</summary>
    public static string Scalar(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Lines with LF after each.</summary>
    public static string Join(IReadOnlyCollection<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static string Side(string? text) => text?.ReplaceLineEndings(" ") ?? ToolTexts.Get("explain.nothing");

    // The mapping of an entry may begin on the line after its dash.
    private static int StartOf(string[] lines, int mapping) =>
        lines[mapping].TrimStart().StartsWith('-') || mapping == 0 || lines[mapping - 1].Trim() != "-" ? mapping : mapping - 1;

    private static int LeadOf(string[] lines, int start, int after)
    {
        var lead = start;
        while (lead - 1 > after && lines[lead - 1].TrimStart() is "" or ['#', ..])
        {
            lead--;
        }

        return lead;
    }

    // A star at the beginning would be an alias, and «no» a truth value in other readers of YAML.
    [GeneratedRegex(
        @"^(?:-?\d+(\.\d+)?|[a-z][a-z0-9_-]*[.#][a-z0-9_.#*-]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Plain();
}
