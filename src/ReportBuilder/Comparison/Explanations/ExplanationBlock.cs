using System.Text.RegularExpressions;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>The lines of one entry of <c>avvik.yaml</c>.</summary>
/// <param name="Lead">Comments and empty lines above it.</param>
/// <param name="Body">The entry, from its dash.</param>
internal sealed partial record ExplanationBlock(IReadOnlyList<string> Lead, IReadOnlyList<string> Body)
{
    private static readonly string[] NumberKeys = ["gammel", "ny", "antall", "avtrykk"];
    private static readonly string[] SignatureKeys = ["signert", "dato"];

    /// <summary>As written.</summary>
    public string Text => ExplanationText.Join([.. Lead, .. Body]);

    /// <summary>
    /// The entry for other numbers, and without signature: who signed has not seen these. Class, reason and comments stay. An entry whose keys do not stand on lines of their own
    /// is written anew, below what it was.
    /// </summary>
    public string Renew(string pattern, IReadOnlyList<(string Key, string Value)> numbers, IReadOnlyList<Difference> differences)
    {
        string[] lead = [.. Lead.Where(l => !l.TrimStart().StartsWith(ExplanationText.NoteMark, StringComparison.Ordinal))];
        var fields = Fields();
        if (fields.Find(f => f.Key is "id" or "monster") is not { Lines: { } name } || fields.Exists(f => f.Key.Length == 0))
        {
            return ExplanationText.Join([.. lead, .. Body.Select(l => "# " + l)]) + ExplanationText.NewEntry(pattern, numbers, differences);
        }

        string[] lines =
        [
            .. name,
            .. numbers.Select(n => $"{n.Key}: {n.Value}"),
            .. fields
                .Where(f => f.Key is not ("id" or "monster") && !NumberKeys.Contains(f.Key, StringComparer.Ordinal))
                .SelectMany(f => SignatureKeys.Contains(f.Key, StringComparer.Ordinal) ? [f.Key + ":"] : f.Lines),
        ];
        return ExplanationText.Join([
            .. lead,
            .. ExplanationText.Note(differences),
            .. lines.Select((l, i) => l.Length == 0 ? l : (i == 0 ? "  - " : "    ") + l),
        ]);
    }

    /// <summary>The keys with their lines, from the column of the keys on; what stands deeper or is a comment follows the key above it.</summary>
    private List<(string Key, List<string> Lines)> Fields()
    {
        var fields = new List<(string Key, List<string> Lines)>();
        var column = -1;
        foreach (var line in Body)
        {
            var text = line;
            if (column < 0)
            {
                var dash = line.IndexOf('-', StringComparison.Ordinal);
                text = dash < 0 ? line : line[..dash] + " " + line[(dash + 1)..];
                column = text.Length - text.TrimStart().Length;
                if (text.Trim().Length == 0)
                {
                    column = -1;
                    continue;
                }
            }

            var rest = text.Length > column && text[..column].Trim().Length == 0 ? text[column..] : text.TrimStart();
            if (Key().Match(rest) is { Success: true } key)
            {
                fields.Add((key.Groups["key"].Value, [rest]));
            }
            else if (fields.Count > 0)
            {
                fields[^1].Lines.Add(rest);
            }
            else
            {
                fields.Add((string.Empty, [rest]));
            }
        }

        return fields;
    }

    [GeneratedRegex(@"^(?<key>[a-z_]+):(\s|\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
