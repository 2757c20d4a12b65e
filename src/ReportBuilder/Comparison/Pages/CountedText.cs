using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Sentences with a number of things in them.</summary>
internal static class CountedText
{
    /// <summary>The text of a key with the number filled in; that of <c>key.en</c> when there is one of them and the labels tell it otherwise.</summary>
    public static string Of(string key, int count, LabelSet labels) =>
        count == 1 && labels.Has(key + ".en") ? labels.Get(key + ".en") : labels.Get(key, NorwegianNumberText.Number(count, 0));
}
