using ReportBuilder.Editions;

namespace ReportBuilder.Templating.Words;

/// <summary>The language that a helper writes.</summary>
/// <param name="Prefix">What the keys of its labels begin with.</param>
/// <param name="Number">Writes a number.</param>
internal sealed record WordLanguage(string Prefix, Func<Quantity, int?, string> Number)
{
    /// <summary>Norwegian bokmål.</summary>
    public static WordLanguage Norwegian { get; } = new(string.Empty, NorwegianNumberText.Number);

    /// <summary>English, for the Summary.</summary>
    public static WordLanguage English { get; } = new("en.", EnglishNumberText.Number);
}
