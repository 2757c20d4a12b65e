using ReportBuilder.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace ReportBuilder.Documents;

/// <summary>What <c>bok.yaml</c> says of the numbers in its texts.</summary>
/// <param name="SameNumbers">Groups of texts that use the same numbers, as a summary in two languages does (<c>samme_tall</c>).</param>
/// <param name="Summaries">Texts whose every number stands in a chapter, an appendix, a table or a figure (<c>oppsummerer</c>).</param>
public sealed record ManifestPromises(IReadOnlyList<IReadOnlyList<ManifestFile>> SameNumbers, IReadOnlyList<ManifestFile> Summaries)
{
    /// <summary>Key of <see cref="SameNumbers"/>.</summary>
    public const string SameNumbersKey = "samme_tall";

    /// <summary>Key of <see cref="Summaries"/>.</summary>
    public const string SummariesKey = "oppsummerer";

    /// <summary>No promises.</summary>
    public static ManifestPromises None { get; } = new([], []);

    /// <summary>The same with what a key of the manifest says; null when the value does not have the form of a list (of lists).</summary>
    internal ManifestPromises? With(string key, YamlNode value, Func<YamlNode, SourcePlace> placeOf)
    {
        if (key == SummariesKey)
        {
            return Files(value, placeOf) is { } summaries ? this with { Summaries = summaries } : null;
        }

        var groups = value is YamlSequenceNode items ? items.Select(i => Files(i, placeOf)).ToList() : [null];
        return groups.Contains(null) ? null : this with { SameNumbers = [.. groups.OfType<IReadOnlyList<ManifestFile>>()] };
    }

    /// <summary>Reports files named here that are no text of the book (RB3442).</summary>
    internal void ReportUnknown(IReadOnlyList<string> texts, DiagnosticBag diagnostics)
    {
        foreach (var file in SameNumbers.SelectMany(g => g).Concat(Summaries).Where(f => !texts.Contains(f.Name)))
        {
            diagnostics.Add(
                Diagnostic.Error("RB3442", file.Place) with
                {
                    Found = file.Name,
                    Nearest = NearestName.Find(file.Name, texts),
                }
            );
        }
    }

    private static IReadOnlyList<ManifestFile>? Files(YamlNode node, Func<YamlNode, SourcePlace> placeOf) =>
        node is YamlSequenceNode items && items.All(i => i is YamlScalarNode { Value.Length: > 0 })
            ? [.. items.Cast<YamlScalarNode>().Select(i => new ManifestFile(i.Value!, placeOf(i)))]
            : null;
}
