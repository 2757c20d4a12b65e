using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison.Explanations;

/// <summary>An <c>avvik.yaml</c> ready to be filled in, and what became of the entries there were.</summary>
/// <param name="Text">The file, lines ended by LF.</param>
/// <param name="Kept">Entries that stand as they were, byte for byte.</param>
/// <param name="Renewed">Entries with new numbers, whose signature is gone.</param>
/// <param name="Added">Entries for differences that nobody had explained.</param>
/// <param name="Dropped">Entries that explained nothing and are gone, in the order of the file.</param>
public sealed record ExplanationDraft(string Text, int Kept, int Renewed, int Added, IReadOnlyList<ExplanationTarget> Dropped)
{
    /// <summary>
    /// Makes the draft. Comments stay with the entry below them; comments inside an entry that gets new numbers stay too, except on the lines of these numbers. The same
    /// comparison and the same file give the same draft, and a draft of a draft is the draft itself.
    /// </summary>
    /// <param name="result">The comparison.</param>
    /// <param name="file">What the file holds, written for these two editions; null for none.</param>
    /// <param name="text">The file as it is written; empty for none.</param>
    public static ExplanationDraft Of(ComparisonResult result, ExplanationFile? file, string text)
    {
        var entries = file?.Entries ?? [];
        var groups = ExplanationMatch.Group(result.Differences, entries);
        var source = ExplanationText.Split(text, entries);
        var blocks = new List<string>();
        var dropped = new List<ExplanationTarget>();
        var (kept, renewed) = (0, 0);
        foreach (var ((entry, differences), block) in entries.Zip(groups).Zip(source.Entries))
        {
            if (differences.Count == 0)
            {
                dropped.Add(entry);
            }
            else if (ExplanationMatch.Fits(entry, differences))
            {
                kept++;
                blocks.Add(block.Text);
            }
            else
            {
                renewed++;
                blocks.Add(block.Renew(entry.Pattern, Numbers(entry.IsRule, differences), differences));
            }
        }

        var known = groups.SelectMany(g => g).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var taken = entries.Zip(groups).Where(g => g.First.IsRule).SelectMany(g => g.Second).Select(d => d.Key);
        var added = DifferenceGroups.Of([.. result.Differences.Where(d => !known.Contains(d.Key))], [.. taken]);
        blocks.AddRange(added.Select(g => ExplanationText.NewEntry(g.Pattern, Numbers(g.IsRule, g.Differences), g.Differences)));
        var head = file is null ? NewHead(result) : source.Head;
        var list = blocks.Count == 0 ? "avvik: []\n" : "avvik:\n" + string.Concat(blocks);
        return new ExplanationDraft(head + list + source.Tail, kept, renewed, added.Count, dropped);
    }

    private static string NewHead(ComparisonResult result) =>
        ExplanationText.Join([
            "# " + ToolTexts.Get("explain.draft.head"),
            "# " + ToolTexts.Get("explain.draft.classes", string.Join(", ", RevisionClasses.Tokens)),
            "# " + ToolTexts.Get("explain.draft.valid"),
            "fra: " + ExplanationText.Scalar(result.Old.Origin.Name),
            "til: " + ExplanationText.Scalar(result.New.Origin.Name),
        ]);

    /// <summary>The lines that say which numbers an entry is for.</summary>
    private static IReadOnlyList<(string Key, string Value)> Numbers(bool isRule, IReadOnlyList<Difference> differences) =>
        isRule
            ?
            [
                ("antall", ExplanationText.Scalar(differences.Count)),
                ("avtrykk", ExplanationText.Quoted(DifferenceFingerprint.Of(differences))),
            ]
            :
            [
                .. new[] { (Key: "gammel", Value: differences[0].Old), (Key: "ny", Value: differences[0].New) }
                    .Where(s => s.Value is not null)
                    .Select(s => (s.Key, ExplanationText.Scalar(s.Value!))),
            ];
}
