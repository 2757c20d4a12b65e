using System.Globalization;
using System.Text;

namespace ReportBuilder.Registers;

/// <summary>Reads the values of register cells without allocating; culture plays no part. A cell is UTF-8 without outer blanks.</summary>
public static class RegisterValue
{
    /// <summary>Numbers in a register are short; what is longer is something else.</summary>
    private const int LongestNumber = 40;

    /// <summary>Digits that a double holds exactly, and powers of ten that it does: one division of the two is rounded once.</summary>
    private const int ExactDigits = 15;

    // An array, not a span over constants: without optimisation each look at such a span allocates.
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>First year a date of a register can have.</summary>
    public const int FirstYear = 1900;

    /// <summary>Last year a date of a register can have.</summary>
    public const int LastYear = 2099;

    /// <summary>
    /// Reads a finite number with decimal comma or point, without group separators. A sign (also U+2212, as some Norwegian locales
    /// write minus) may stand before it, the nought before the decimal mark may be left out (Stata: «.5»), and an exponent may
    /// follow (R: «1e+05»). Not accepted: «1 234», «1,234.5», «5,», «NaN», «0x1F».
    /// </summary>
    public static bool TryReadNumber(ReadOnlySpan<byte> cell, out double value)
    {
        value = 0;
        var isNegative = TakeSign(ref cell);
        if (cell.IsEmpty || cell.Length > LongestNumber)
        {
            return false;
        }

        ulong digits = 0;
        var (count, mark, at) = (0, -1, 0);
        for (; at < cell.Length; at++)
        {
            var digit = (uint)(cell[at] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
                count++;
            }
            else if (mark < 0 && cell[at] is (byte)',' or (byte)'.')
            {
                mark = at;
            }
            else
            {
                break;
            }
        }

        if (count == 0 || mark == at - 1)
        {
            return false;
        }

        if (at < cell.Length || count > ExactDigits)
        {
            return TryReadLong(cell, at, mark, isNegative, out value);
        }

        value = mark < 0 ? digits : digits / PowersOfTen[at - mark - 1];
        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Reads a number without a decimal part other than noughts («34», «34.0»), within ±2³¹.</summary>
    public static bool TryReadInteger(ReadOnlySpan<byte> cell, out int value)
    {
        var isWhole = TryReadNumber(cell, out var number) && number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue;
        value = isWhole ? (int)number : 0;
        return isWhole;
    }

    /// <summary>
    /// Reads a date that existed, d.M.yyyy or yyyy-MM-dd, leading noughts optional in the first. A time of day after it is allowed,
    /// checked and ignored: «31.12.2019 00:00», «2019-12-31T00:00:00.000Z». Years from <see cref="FirstYear"/> to <see cref="LastYear"/>.
    /// </summary>
    public static bool TryReadDate(ReadOnlySpan<byte> cell, out DateOnly value) => RegisterDate.Read(cell, out value) == DateFault.None;

    /// <summary>
    /// Reads yes or no: a number equal to 1 or 0 («1», «0», «1.0», as pandas writes codes in a column with gaps), or the words ja/nei or
    /// true/false in any case (as R and spreadsheets write them). Single letters are not accepted; «n» is no in one language and «x» is anything.
    /// </summary>
    public static bool TryReadYesNo(ReadOnlySpan<byte> cell, out bool value)
    {
        if (TryReadNumber(cell, out var number))
        {
            value = number == 1;
            return number is 0 or 1;
        }

        value = Ascii.EqualsIgnoreCase(cell, "ja"u8) || Ascii.EqualsIgnoreCase(cell, "true"u8);
        return value || Ascii.EqualsIgnoreCase(cell, "nei"u8) || Ascii.EqualsIgnoreCase(cell, "false"u8);
    }

    private static bool TakeSign(ref ReadOnlySpan<byte> cell)
    {
        if (cell.StartsWith("\u2212"u8))
        {
            cell = cell["\u2212"u8.Length..];
            return true;
        }

        var isNegative = !cell.IsEmpty && cell[0] == (byte)'-';
        if (isNegative || (!cell.IsEmpty && cell[0] == (byte)'+'))
        {
            cell = cell[1..];
        }

        return isNegative;
    }

    /// <summary>The slow way, for an exponent or more digits than are exact.</summary>
    private static bool TryReadLong(ReadOnlySpan<byte> cell, int at, int mark, bool isNegative, out double value)
    {
        value = 0;
        if (at < cell.Length && !IsExponent(cell[at..]))
        {
            return false;
        }

        Span<byte> invariant = stackalloc byte[LongestNumber];
        cell.CopyTo(invariant);
        if (mark >= 0)
        {
            invariant[mark] = (byte)'.';
        }

        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(invariant[..cell.Length], Style, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            value = 0;
            return false;
        }

        value = isNegative ? -value : value;
        return true;
    }

    private static bool IsExponent(ReadOnlySpan<byte> rest)
    {
        if (rest[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        var digits = rest.Length > 1 && rest[1] is (byte)'+' or (byte)'-' ? rest[2..] : rest[1..];
        return digits.Length is 1 or 2 or 3 && digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
