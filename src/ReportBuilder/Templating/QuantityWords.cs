using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Templating;

/// <summary>Numbers with their words, for running text. The words stand in <c>templates/labels/nb/enheter.csv</c>.</summary>
public sealed class QuantityWords
{
    private const char NoBreakSpace = '\u00A0';
    private readonly LabelSet _labels;

    /// <summary>Takes the words from a set of labels.</summary>
    public QuantityWords(LabelSet labels) => _labels = labels;

    /// <summary>
    /// The number with the word of its unit: «73 prosent», «1 måned», «1 420» (counts and ratios have no word). Singular only where the
    /// printed number is exactly 1: Norwegian writes «1,0 måneder». A number that does not exist is its sign alone.
    /// </summary>
    public string WithUnit(Quantity quantity, int? decimals = null)
    {
        var number = NorwegianNumberText.Number(quantity, decimals);
        var key = "enhet." + quantity.Unit.ToString().ToLowerInvariant() + (IsOne(number) ? ".entall" : ".flertall");
        return quantity.Status is QuantityStatus.Estimated or QuantityStatus.Rounded && _labels.Has(key)
            ? number + NoBreakSpace + _labels.Get(key)
            : number;
    }

    /// <summary>«0,20 til 0,71»; the sign when the number does not exist; null when it exists but has no interval.</summary>
    public string? Interval(Quantity quantity, int? decimals = null) =>
        NorwegianNumberText.Limits(quantity, decimals) is { } limits ? _labels.Get("tall.intervall", limits.Low, limits.High)
        : quantity.HasValue ? null
        : NorwegianNumberText.Sign(quantity.Status);

    /// <summary>«p = 0,013» or «p &lt; 0,001», without places to break a line.</summary>
    public string PValue(Quantity quantity)
    {
        if (quantity.Value is not { } p)
        {
            return NorwegianNumberText.Sign(quantity.Status);
        }

        var text = NorwegianNumberText.PValue(p);
        return _labels.Get(text.StartsWith('<') ? "tall.pverdi.under" : "tall.pverdi", text).Replace(' ', NoBreakSpace);
    }

    /// <summary>A change of odds in words: «98 prosent høyere», «11 prosent lavere»; no change has words of its own.</summary>
    public string Change(Quantity quantity, int? decimals = null)
    {
        if (quantity.Value is not { } value)
        {
            return NorwegianNumberText.Sign(quantity.Status);
        }

        var size = NorwegianNumberText.Number(
            Math.Abs(value) * NorwegianNumberText.PrintScale(quantity.Unit),
            decimals ?? quantity.Decimals
        );
        return Neutral.Compare(quantity, decimals) switch
        {
            > 0 => Bind(_labels.Get("tall.endring.hoyere", size), size),
            < 0 => Bind(_labels.Get("tall.endring.lavere", size), size),
            _ => _labels.Get("tall.endring.lik"),
        };
    }

    /// <summary>«høyere», «lavere» or «lik», judged on the number as printed.</summary>
    public string Direction(Quantity quantity) =>
        !quantity.HasValue
            ? NorwegianNumberText.Sign(quantity.Status)
            : _labels.Get(
                Neutral.Compare(quantity) switch
                {
                    > 0 => "tall.retning.hoyere",
                    < 0 => "tall.retning.lavere",
                    _ => "tall.retning.lik",
                }
            );

    /// <summary>Keeps a number on the same line as the word after it.</summary>
    private static string Bind(string text, string number) => text.Replace(number + " ", number + NoBreakSpace, StringComparison.Ordinal);

    private static bool IsOne(string number) => number is "1" or "\u22121";
}
