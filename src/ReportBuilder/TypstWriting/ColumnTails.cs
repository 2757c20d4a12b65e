using System.Text;

namespace ReportBuilder.TypstWriting;

/// <summary>
/// Aligns the numbers of a right-aligned column on the decimal comma. What stands after the whole part of a number is its tail; every cell is
/// padded with the characters its tail lacks, so that all tails are equally wide whatever the typeface (digits are equally wide).
/// </summary>
internal sealed class ColumnTails
{
    private readonly SortedDictionary<char, int> _most = [];

    public ColumnTails(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            foreach (var (character, count) in Count(TailOf(cell)))
            {
                _most[character] = Math.Max(_most.GetValueOrDefault(character), count);
            }
        }
    }

    /// <summary>What the cell lacks, to be set hidden after it; empty when nothing.</summary>
    public string PaddingOf(string cell)
    {
        var has = Count(TailOf(cell));
        var padding = new StringBuilder();
        foreach (var (character, most) in _most)
        {
            padding.Append(character, most - has.GetValueOrDefault(character));
        }

        return padding.ToString();
    }

    /// <summary>What follows the whole part: decimals, stars, brackets, per cent sign. The whole text when it begins with no number.</summary>
    internal static string TailOf(string cell)
    {
        // «< 0,001» is aligned by its number.
        var start = cell.StartsWith("< ", StringComparison.Ordinal) ? 2 : 0;
        var end = start;
        while (end < cell.Length && IsWholePart(cell, end))
        {
            end++;
        }

        // A sign that stands for a number («:») stands where the last digit of the whole part would.
        return end == start ? string.Empty : cell[end..];
    }

    private static bool IsWholePart(string cell, int at) =>
        char.IsAsciiDigit(cell[at])
        || (cell[at] == '\u2212' && at == 0)
        || (cell[at] == '\u00A0' && at > 0 && at + 1 < cell.Length && char.IsAsciiDigit(cell[at + 1]));

    private static Dictionary<char, int> Count(string tail)
    {
        var counts = new Dictionary<char, int>();
        foreach (var character in tail)
        {
            var like = char.IsAsciiDigit(character) ? '0' : character;
            counts[like] = counts.GetValueOrDefault(like) + 1;
        }

        return counts;
    }
}
