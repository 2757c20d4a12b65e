using System.Text;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Registers;

/// <summary>Reads cells of the current record as values; what is not one is reported with place, what was found and what was expected.</summary>
public static class RegisterCells
{
    /// <summary>A number. Faults: RB2130, digits grouped (RB2131), a sign for missing (RB2133).</summary>
    public static RegisterCell<double> Number(RegisterFile file, int variable, DiagnosticBag bag)
    {
        var cell = file.Cell(variable);
        if (cell.IsEmpty)
        {
            return default;
        }

        return RegisterValue.TryReadNumber(cell, out var value)
            ? new RegisterCell<double>(RegisterCellState.Value, value)
            : Faulty<double>(file, variable, bag, NumberFault(cell), "register.expected.number");
    }

    /// <summary>A whole number; «34.0» is one. Faults: as <see cref="Number"/>, and a decimal part (RB2132).</summary>
    public static RegisterCell<int> Integer(RegisterFile file, int variable, DiagnosticBag bag)
    {
        var cell = file.Cell(variable);
        if (cell.IsEmpty)
        {
            return default;
        }

        return RegisterValue.TryReadInteger(cell, out var value)
            ? new RegisterCell<int>(RegisterCellState.Value, value)
            : Faulty<int>(
                file,
                variable,
                bag,
                RegisterValue.TryReadNumber(cell, out _) ? "RB2132" : NumberFault(cell),
                "register.expected.integer"
            );
    }

    /// <summary>Yes or no. Faults: RB2134, a sign for missing (RB2133).</summary>
    public static RegisterCell<bool> YesNo(RegisterFile file, int variable, DiagnosticBag bag)
    {
        var cell = file.Cell(variable);
        if (cell.IsEmpty)
        {
            return default;
        }

        return RegisterValue.TryReadYesNo(cell, out var value)
            ? new RegisterCell<bool>(RegisterCellState.Value, value)
            : Faulty<bool>(file, variable, bag, IsMissingSign(cell) ? "RB2133" : "RB2134", "register.expected.yesno");
    }

    /// <summary>
    /// A date. Faults: another form (RB2135), no such day (RB2136), two-digit year (RB2137), a year outside 1900–2099 (RB2138), day
    /// and month not to be told apart (RB2139), a spreadsheet's day number (RB2140), a sign for missing (RB2133).
    /// </summary>
    public static RegisterCell<DateOnly> Date(RegisterFile file, int variable, DiagnosticBag bag)
    {
        var cell = file.Cell(variable);
        if (cell.IsEmpty)
        {
            return default;
        }

        var fault = RegisterDate.Read(cell, out var value);
        if (fault == DateFault.None)
        {
            return new RegisterCell<DateOnly>(RegisterCellState.Value, value);
        }

        var code = fault switch
        {
            _ when IsMissingSign(cell) => "RB2133",
            DateFault.NoSuchDay => "RB2136",
            DateFault.ShortYear => "RB2137",
            DateFault.Year => "RB2138",
            DateFault.Order => "RB2139",
            DateFault.DayNumber => "RB2140",
            _ => "RB2135",
        };
        return Faulty<DateOnly>(file, variable, bag, code, "register.expected.date");
    }

    private static RegisterCell<T> Faulty<T>(RegisterFile file, int variable, DiagnosticBag bag, string code, string expected)
        where T : struct
    {
        file.ReportCell(bag, code, variable, expected);
        return new RegisterCell<T>(RegisterCellState.Faulty, default);
    }

    private static string NumberFault(ReadOnlySpan<byte> cell) =>
        IsMissingSign(cell) ? "RB2133"
        : IsGrouped(cell) ? "RB2131"
        : "RB2130";

    /// <summary>What SAS, Stata, SPSS, R and databases write where nothing is known: «.», «.a», «NA», «#N/A», «NULL», «-», «#NULL!».</summary>
    private static bool IsMissingSign(ReadOnlySpan<byte> cell)
    {
        if (cell.Length == 2 && cell[0] == (byte)'.')
        {
            return char.IsAsciiLetter((char)cell[1]);
        }

        return cell.SequenceEqual("."u8)
            || cell.IndexOfAnyExcept((byte)'-') < 0
            || cell.SequenceEqual("\u2013"u8)
            || Ascii.EqualsIgnoreCase(cell, "na"u8)
            || Ascii.EqualsIgnoreCase(cell, "n/a"u8)
            || Ascii.EqualsIgnoreCase(cell, "#n/a"u8)
            || Ascii.EqualsIgnoreCase(cell, "#i/t"u8)
            || Ascii.EqualsIgnoreCase(cell, "null"u8)
            || Ascii.EqualsIgnoreCase(cell, "#null!"u8)
            || Ascii.EqualsIgnoreCase(cell, "nan"u8);
    }

    /// <summary>Digits and marks of grouping only: blanks, or both comma and point, or one of them twice.</summary>
    private static bool IsGrouped(ReadOnlySpan<byte> cell)
    {
        var (digits, marks) = (0, 0);
        foreach (var rune in Encoding.UTF8.GetString(cell).EnumerateRunes())
        {
            digits += Rune.IsDigit(rune) ? 1 : 0;
            marks += rune.Value is ',' or '.' or '\'' || Rune.IsWhiteSpace(rune) ? 1 : 0;
            if (!Rune.IsDigit(rune) && !Rune.IsWhiteSpace(rune) && rune.Value is not (',' or '.' or '\'' or '-' or '+'))
            {
                return false;
            }
        }

        return digits > 3 && marks > 0;
    }
}
