namespace ReportBuilder.StatBank;

/// <summary>Codes chosen in one variable of a table; the values of several are summed.</summary>
/// <param name="Variable">Code of the variable.</param>
/// <param name="Codes">Codes, or labels in guillemets («25-66 år»).</param>
public sealed record FactChoice(string Variable, IReadOnlyList<string> Codes);

/// <summary>
/// What a rule takes from a table of the StatBank: a value, a sum, or a share of two sums in per cent. Written
/// <c>ContentsCode=Folkemengde</c>, or
/// <c>Kjonn=0;Alder=15-74;teller:NACE2007=45-47,55-56;nevner:NACE2007=00-99</c>, where what stands before <c>teller:</c> holds for both.
/// </summary>
/// <param name="Numerator">Choices of the value, or of the numerator.</param>
/// <param name="Denominator">Choices of the denominator; null for a plain value.</param>
public sealed record FactSelection(IReadOnlyList<FactChoice> Numerator, IReadOnlyList<FactChoice>? Denominator)
{
    private const string NumeratorMark = "teller:";
    private const string DenominatorMark = "nevner:";

    /// <summary>Reads a selection, or gives null with the part that cannot be read.</summary>
    public static FactSelection? Parse(string text, out string? wrong)
    {
        List<FactChoice> common = [];
        List<FactChoice>? numerator = null;
        List<FactChoice>? denominator = null;
        var current = common;
        foreach (var part in Split(text, ';'))
        {
            var rest = part;
            if (part.StartsWith(NumeratorMark, StringComparison.Ordinal) && numerator is null && denominator is null)
            {
                current = numerator = [];
                rest = part[NumeratorMark.Length..].Trim();
            }
            else if (part.StartsWith(DenominatorMark, StringComparison.Ordinal) && numerator is not null && denominator is null)
            {
                current = denominator = [];
                rest = part[DenominatorMark.Length..].Trim();
            }

            if (rest.Length == 0 && rest != part)
            {
                continue;
            }

            if (Choice(rest) is not { } choice || current.Concat(common).Any(c => c.Variable == choice.Variable))
            {
                wrong = part;
                return null;
            }

            current.Add(choice);
        }

        if ((numerator is null) != (denominator is null) || (numerator is null && common.Count == 0))
        {
            wrong = text;
            return null;
        }

        wrong = null;
        return numerator is null
            ? new FactSelection(common, null)
            : new FactSelection([.. common, .. numerator], [.. common, .. denominator!]);
    }

    private static FactChoice? Choice(string part)
    {
        var sign = part.IndexOf('=', StringComparison.Ordinal);
        if (
            sign <= 0
            || part[..sign].Trim() is not { Length: > 0 } variable
            || variable is "Region" or "Tid"
            || variable.Contains(':', StringComparison.Ordinal)
        )
        {
            return null;
        }

        var codes = Split(part[(sign + 1)..], ',');
        return codes.Count == 0 || codes.Contains(string.Empty) || codes.Distinct(StringComparer.Ordinal).Count() < codes.Count
            ? null
            : new FactChoice(variable, codes);
    }

    /// <summary>Splits where the separator stands outside guillemets.</summary>
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        var isLabel = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (text[i] == separator && !isLabel))
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
            else
            {
                isLabel = text[i] == '«' || (isLabel && text[i] != '»');
            }
        }

        return parts;
    }
}
