using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Numbers in the words of the publication: with unit, with more decimals where two are printed alike, and the change between two.</summary>
internal sealed class QuantityText
{
    private const int MostDecimals = 10;
    private const char NoBreakSpace = '\u00A0';
    private static readonly Unit[] Units = Enum.GetValues<Unit>();
    private readonly string?[] _values;
    private readonly string?[] _changes;
    private readonly string[] _names;
    private readonly bool _isBare;
    private readonly LabelSet _labels;

    /// <summary>Makes it.</summary>
    /// <param name="labels">Words.</param>
    /// <param name="isBare">True when the unit stands elsewhere (<see cref="UnitOf"/>), so that numbers of a column can be aligned.</param>
    public QuantityText(LabelSet labels, bool isBare = false)
    {
        _labels = labels;
        _isBare = isBare;
        _values = [.. Units.Select(u => Optional("sammenligning.verdi.", u))];
        _changes = [.. Units.Select(u => Optional("sammenligning.endring.", u))];
        _names = [.. Units.Select(u => labels.Get("sammenligning.enhet." + Token(u)))];
    }

    /// <summary>Name of a unit.</summary>
    public string NameOf(Unit unit) => _names[(int)unit];

    /// <summary>What is written after a number in this unit; what kind of number it is when nothing is.</summary>
    public string UnitOf(Unit unit) => _values[(int)unit] ?? NameOf(unit);

    /// <summary>The number as printed, with its unit; SSB's sign and what it means when there is none.</summary>
    public string Value(Quantity quantity) =>
        quantity.HasValue
            ? WithUnit(_values, quantity.Unit, Printed(quantity))
            : _labels.Get("sammenligning.status." + EditionWriter.NameOf(quantity.Status).ToLowerInvariant());

    /// <summary>Both numbers as printed. When that is the same, as many decimals as tell them apart stand in brackets after each.</summary>
    public (string Old, string New) Pair(Quantity old, Quantity @new)
    {
        var (first, second) = (Value(old), Value(@new));
        if (first != second || !old.HasValue || !@new.HasValue || old.Value == @new.Value)
        {
            return (first, second);
        }

        for (var decimals = Math.Max(old.Decimals, @new.Decimals) + 1; decimals <= MostDecimals; decimals++)
        {
            var (a, b) = (Scaled(old, decimals), Scaled(@new, decimals));
            if (a != b)
            {
                return ($"{first} ({a})", $"{second} ({b})");
            }
        }

        return (first, second);
    }

    /// <summary>The change in the unit printed, «+1,2 prosentpoeng»; empty when it is not a change from one number to another in the same unit.</summary>
    public string Change(Quantity? old, Quantity? @new)
    {
        if (ChangeOf(old, @new) is not { } change)
        {
            return string.Empty;
        }

        var decimals = Math.Max(old!.Decimals, @new!.Decimals);
        var text = NorwegianNumberText.Number(change, decimals);
        while (change != 0 && decimals < MostDecimals && text.AsSpan().IndexOfAnyInRange('1', '9') < 0)
        {
            text = NorwegianNumberText.Number(change, ++decimals);
        }

        // What is less than the last of these decimals is told as nothing, without a sign.
        var isSeen = text.AsSpan().IndexOfAnyInRange('1', '9') >= 0;
        var shown = isSeen ? text : NorwegianNumberText.Number(0, old.Decimals);
        return WithUnit(_changes, old.Unit, isSeen && change > 0 ? "+" + shown : shown);
    }

    /// <summary>The change in the scale printed (shares times 100); null when it is not a change from one number to another in the same unit.</summary>
    public static double? ChangeOf(Quantity? old, Quantity? @new) =>
        old is { Value: { } before } && @new is { Value: { } after } && old.Unit == @new.Unit
            ? (after - before) * NorwegianNumberText.PrintScale(old.Unit)
            : null;

    /// <summary>The interval as printed; null when there is none.</summary>
    public static string? Interval(Quantity quantity) =>
        NorwegianNumberText.Limits(quantity) is { } limits ? $"{limits.Low}–{limits.High}" : null;

    /// <summary>As the report prints it. None is 0, as in its tables of counts.</summary>
    private static string Printed(Quantity quantity) =>
        quantity.Status == QuantityStatus.Nil ? NorwegianNumberText.Number(0, 0)
        : quantity.Unit == Unit.PValue ? NorwegianNumberText.PValue(quantity.Value!.Value)
        : NorwegianNumberText.Number(quantity);

    private static string Scaled(Quantity quantity, int decimals) =>
        NorwegianNumberText.Number(quantity.Value!.Value * NorwegianNumberText.PrintScale(quantity.Unit), decimals);

    private string WithUnit(string?[] words, Unit unit, string number) =>
        !_isBare && words[(int)unit] is { } text ? number + NoBreakSpace + text : number;

    private string? Optional(string prefix, Unit unit) => _labels.Has(prefix + Token(unit)) ? _labels.Get(prefix + Token(unit)) : null;

    private static string Token(Unit unit) => unit.ToString().ToLowerInvariant();
}
