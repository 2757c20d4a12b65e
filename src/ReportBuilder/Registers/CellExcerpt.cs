using System.Text;

namespace ReportBuilder.Registers;

/// <summary>A cell as shown in a message.</summary>
internal static class CellExcerpt
{
    private const int Longest = 60;

    /// <summary>The text of the cell, shortened when long.</summary>
    public static string Of(ReadOnlySpan<byte> cell)
    {
        var text = Encoding.UTF8.GetString(cell.Length > 4 * Longest ? cell[..(4 * Longest)] : cell);
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
