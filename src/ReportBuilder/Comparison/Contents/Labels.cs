using System.Globalization;

namespace ReportBuilder.Comparison.Contents;

/// <summary>Labels that tell the parts of a list from each other.</summary>
internal static class Labels
{
    /// <summary>Between a group and a label within it; no text holds it.</summary>
    public const char Separator = '\u001F';

    /// <summary>The labels, with a number after those that come again.</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> labels)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var distinct = new List<string>();
        foreach (var label in labels)
        {
            seen[label] = seen.GetValueOrDefault(label) + 1;
            distinct.Add(seen[label] == 1 ? label : string.Create(CultureInfo.InvariantCulture, $"{label} ({seen[label]})"));
        }

        return distinct;
    }

    /// <summary>A label as a reader may see it.</summary>
    public static string Shown(string label) => label.Replace(Separator.ToString(), " / ", StringComparison.Ordinal);
}
