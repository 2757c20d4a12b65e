using System.Globalization;

namespace ReportBuilder.Editions;

/// <summary>
/// The one place where a number becomes Norwegian text: decimal comma, no-break space (U+00A0) between groups of three,
/// minus sign U+2212, SSB's standard signs for numbers that do not exist. Rounds half away from zero, on the decimal value as
/// printed with 15 significant digits, so that 0.125 and 2.675 round as a reader expects. No words: units are added by the labels.
/// </summary>
public static class NorwegianNumberText
{
    /// <summary>The no-break space between groups of three digits.</summary>
    public const char GroupSpace = '\u00A0';

    /// <summary>The minus sign.</summary>
    public const char Minus = '\u2212';

    /// <summary>The smallest p-value that is printed as a number.</summary>
    public const double SmallestPValue = 0.001;

    /// <summary>The number alone, scaled for print (shares in per cent), with the decimals of the quantity unless others are given.</summary>
    public static string Number(Quantity quantity, int? decimals = null) =>
        quantity is { HasValue: true, Status: not QuantityStatus.Nil }
            ? Number(quantity.Value!.Value * PrintScale(quantity.Unit), DecimalsOf(quantity, decimals))
            : Sign(quantity.Status);

    /// <summary>The lower and upper limit of the interval, scaled and rounded as the number itself; null when there is none.</summary>
    public static (string Low, string High)? Limits(Quantity quantity, int? decimals = null)
    {
        if (quantity.Interval is not { } interval)
        {
            return null;
        }

        var scale = PrintScale(quantity.Unit);
        var places = decimals ?? quantity.Decimals;
        return (Number(interval.Low * scale, places), Number(interval.High * scale, places));
    }

    /// <summary>A p-value: «0,013», or «&lt; 0,001» below that.</summary>
    public static string PValue(double p) => p < SmallestPValue ? "< " + Number(SmallestPValue, 3) : Number(p, 3);

    /// <summary>A plain number with a fixed number of decimals. A value that rounds to zero has no sign.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static string Number(double value, int decimals)
    {
        var digits = Digits(Math.Abs(value), decimals);
        var isNegative = value < 0 && digits.AsSpan().ContainsAnyInRange('1', '9');
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? string.Empty : "," + digits[(point + 1)..];
        // Four digits stand together in running Norwegian text as well as in tables of this report: 1 560 is split.
        for (var i = whole.Length - 3; i > 0; i -= 3)
        {
            whole = whole.Insert(i, GroupSpace.ToString());
        }

        return (isNegative ? Minus.ToString() : string.Empty) + whole + fraction;
    }

    /// <summary>What a value in this unit is multiplied by before it is printed.</summary>
    public static double PrintScale(Unit unit) =>
        unit is Unit.Share or Unit.Probability or Unit.PercentagePoints or Unit.OddsChange ? 100 : 1;

    // A number known only as printed has no more decimals to show.
    private static int DecimalsOf(Quantity quantity, int? asked) =>
        quantity.Status == QuantityStatus.Rounded ? Math.Min(asked ?? quantity.Decimals, quantity.Decimals) : asked ?? quantity.Decimals;

    /// <summary>SSB's standard sign for a number that does not exist.</summary>
    public static string Sign(QuantityStatus status) =>
        status switch
        {
            QuantityStatus.Missing or QuantityStatus.NotEstimable => "..",
            QuantityStatus.NotApplicable => ".",
            QuantityStatus.Suppressed => ":",
            QuantityStatus.Nil => "-",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A number that exists has no sign."),
        };

    private static string Digits(double size, int decimals)
    {
        if (!double.IsFinite(size))
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "A number that does not exist needs a status.");
        }

        var format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        // Beyond decimal's range a double has no decimals to round: the limit of an odds ratio that rests on a handful of persons.
        return size < (double)decimal.MaxValue
            ? Math.Round((decimal)size, decimals, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture)
            : size.ToString(format, CultureInfo.InvariantCulture);
    }
}
