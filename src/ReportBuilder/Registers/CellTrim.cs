namespace ReportBuilder.Registers;

/// <summary>Removes the blanks around a cell, those that cannot be told from nothing on a screen included.</summary>
internal static class CellTrim
{
    /// <summary>UTF-8 without blanks at its ends: space, tab, line breaks, no-break and narrow spaces, zero-width space, byte order mark.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        while (!cell.IsEmpty && BlankAtStart(cell) is > 0 and var count)
        {
            cell = cell[count..];
        }

        while (!cell.IsEmpty && BlankAtEnd(cell) is > 0 and var count)
        {
            cell = cell[..^count];
        }

        return cell;
    }

    private static int BlankAtStart(ReadOnlySpan<byte> cell) =>
        cell[0] switch
        {
            <= (byte)' ' => 1,
            < 0x80 => 0,
            0xC2 when cell.Length >= 2 && IsNoBreakSpace(cell) => 2,
            0xE2 or 0xEF when cell.Length >= 3 && IsWideBlank(cell) => 3,
            _ => 0,
        };

    private static int BlankAtEnd(ReadOnlySpan<byte> cell) =>
        cell[^1] switch
        {
            <= (byte)' ' => 1,
            < 0x80 => 0,
            0xA0 when cell.Length >= 2 && IsNoBreakSpace(cell[^2..]) => 2,
            _ when cell.Length >= 3 && IsWideBlank(cell[^3..]) => 3,
            _ => 0,
        };

    private static bool IsNoBreakSpace(ReadOnlySpan<byte> at) => at[0] == 0xC2 && at[1] == 0xA0;

    /// <summary>U+2000–U+200B (typographic and zero-width spaces), U+202F (narrow no-break space), U+FEFF (byte order mark).</summary>
    private static bool IsWideBlank(ReadOnlySpan<byte> at) =>
        at[0] == 0xE2 && at[1] == 0x80 ? at[2] is (>= 0x80 and <= 0x8B) or 0xAF : at[0] == 0xEF && at[1] == 0xBB && at[2] == 0xBF;
}
