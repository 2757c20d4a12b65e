namespace ReportBuilder.Registers;

/// <summary>Why a cell is not a date.</summary>
internal enum DateFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Not in one of the forms.</summary>
    Form,

    /// <summary>No such day: 31.02.2019.</summary>
    NoSuchDay,

    /// <summary>Two-digit year: 31.12.19.</summary>
    ShortYear,

    /// <summary>A year that no date of a register can have: 0201.</summary>
    Year,

    /// <summary>Day and month cannot be told apart: 03/04/2019.</summary>
    Order,

    /// <summary>A spreadsheet's day number: 43831.</summary>
    DayNumber,
}

/// <summary>Reads dates, or tells why not.</summary>
internal static class RegisterDate
{
    /// <summary>Day numbers of spreadsheets for dates from 1982 to 2064; a date in a register is hardly another.</summary>
    private const int FirstDayNumber = 30_000,
        LastDayNumber = 60_000;

    /// <summary>Reads a date, d.M.yyyy or yyyy-MM-dd, perhaps followed by a time of day.</summary>
    public static DateFault Read(ReadOnlySpan<byte> cell, out DateOnly value)
    {
        value = default;
        var rest = cell;
        if (!TakeNumber(ref rest, out var first, out var firstLength))
        {
            return DateFault.Form;
        }

        if (rest.IsEmpty)
        {
            return firstLength == 5 && first is >= FirstDayNumber and <= LastDayNumber ? DateFault.DayNumber : DateFault.Form;
        }

        var mark = rest[0];
        if (
            mark is not ((byte)'.' or (byte)'-' or (byte)'/')
            || !Take(ref rest, mark)
            || !TakeNumber(ref rest, out var second, out var secondLength)
            || !Take(ref rest, mark)
            || !TakeNumber(ref rest, out var third, out var thirdLength)
            || !IsTime(rest)
        )
        {
            return DateFault.Form;
        }

        if (mark == (byte)'-' && (firstLength, secondLength, thirdLength) == (4, 2, 2))
        {
            return Make(first, second, third, out value);
        }

        if (firstLength > 2 || secondLength > 2)
        {
            return DateFault.Form;
        }

        return (mark, thirdLength) switch
        {
            ((byte)'.', 4) => Make(third, second, first, out value),
            (_, 2) => DateFault.ShortYear,
            (_, 4) => DateFault.Order,
            _ => DateFault.Form,
        };
    }

    private static DateFault Make(int year, int month, int day, out DateOnly value)
    {
        value = default;
        if (month is < 1 or > 12 || year < 1 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return DateFault.NoSuchDay;
        }

        if (year is < RegisterValue.FirstYear or > RegisterValue.LastYear)
        {
            return DateFault.Year;
        }

        value = new DateOnly(year, month, day);
        return DateFault.None;
    }

    /// <summary>Nothing, or « HH:mm», «THH:mm:ss», «T00:00:00.000Z».</summary>
    private static bool IsTime(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        if (
            !(Take(ref rest, (byte)' ') || Take(ref rest, (byte)'T'))
            || !TakePair(ref rest, 24)
            || !Take(ref rest, (byte)':')
            || !TakePair(ref rest, 59)
        )
        {
            return false;
        }

        if (Take(ref rest, (byte)':'))
        {
            if (!TakePair(ref rest, 59) || (Take(ref rest, (byte)'.') && !TakeNumber(ref rest, out _, out _)))
            {
                return false;
            }
        }

        _ = Take(ref rest, (byte)'Z');
        return rest.IsEmpty;
    }

    private static bool TakePair(ref ReadOnlySpan<byte> rest, int largest) =>
        TakeNumber(ref rest, out var value, out var length) && length == 2 && value <= largest;

    private static bool Take(ref ReadOnlySpan<byte> rest, byte expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }

    /// <summary>Takes up to nine digits.</summary>
    private static bool TakeNumber(ref ReadOnlySpan<byte> rest, out int value, out int length)
    {
        (value, length) = (0, 0);
        while (length < rest.Length && length < 9 && (uint)(rest[length] - '0') <= 9)
        {
            value = (value * 10) + (rest[length++] - '0');
        }

        rest = rest[length..];
        return length > 0;
    }
}
