using System.Collections.Frozen;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>Reads cells that hold a word of a closed list, or names of quantities.</summary>
internal static class PublishedWords
{
    /// <summary>Units by their name in <c>utgave.json</c>.</summary>
    public static readonly FrozenDictionary<string, Unit> Units = Enum.GetValues<Unit>()
        .ToFrozenDictionary(EditionWriter.NameOf, StringComparer.Ordinal);

    /// <summary>What a word stands for; another word is reported (RB7022) and stands for the default.</summary>
    public static T Find<T>(CsvSheetCell cell, IReadOnlyDictionary<string, T> words, DiagnosticBag bag)
        where T : struct
    {
        if (words.TryGetValue(cell.Text, out var value))
        {
            return value;
        }

        string[] known = [.. words.Keys.Where(word => word.Length > 0).Order(StringComparer.Ordinal)];
        bag.Add(
            Diagnostic.Error("RB7022", cell.Place) with
            {
                Found = cell.Text,
                Expected = string.Join(", ", known),
                Nearest = NearestName.Find(cell.Text, known),
            }
        );
        return default;
    }

    /// <summary>Names of quantities with a bar between them. One that cannot be a name is reported (RB7023).</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="wildcard">What may stand for a part of a name; null when nothing may.</param>
    public static IReadOnlyList<string> List(CsvSheetCell cell, DiagnosticBag bag, string? wildcard = null)
    {
        string[] ids = [.. cell.Text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        foreach (
            var id in ids.Where(id => !QuantityId.IsValid(wildcard is null ? id : id.Replace(wildcard, "x", StringComparison.Ordinal)))
        )
        {
            bag.Add(Diagnostic.Error("RB7023", cell.Place) with { Found = id });
        }

        return ids;
    }
}
