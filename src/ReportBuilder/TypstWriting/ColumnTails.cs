using System.Text;

namespace ReportBuilder.TypstWriting;

/// <summary>
/// Aligns the numbers of a right-aligned column on the decimal comma. What stands after the whole part of a number is its tail; every cell is
/// padded with the characters its tail lacks, so that all tails are equally wide whatever the typeface (digits are equally wide).
/// </summary>
internal sealed class ColumnTails
{
    private readonly SortedDictionary<char, int> _most = [];
    private readonly HashSet<string> _shapes = new(StringComparer.Ordinal);

    /// <summary>Measures a column.</summary>
    /// <param name="cells">Cells of the ordinary rows.</param>
    /// <param name="closing">Cells of the closing rows. A constant term is aligned with the coefficients above it; a count or an AIC is not.</param>
    public ColumnTails(IEnumerable<string> cells, IEnumerable<string> closing)
    {
        foreach (var cell in cells)
        {
            Measure(cell);
            // An empty cell or a sign that stands for a number tells nothing of the column.
            if (cell.Any(char.IsAsciiDigit))
            {
                _shapes.Add(ShapeOf(cell));
            }
        }

        foreach (var cell in closing.Where(IsLikeTheOthers))
        {
            Measure(cell);
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

    /// <summary>What a cell of a closing row lacks; empty for one that is no number of the same kind, which stands at the right edge.</summary>
    public string ClosingPaddingOf(string cell) => IsLikeTheOthers(cell) ? PaddingOf(cell) : string.Empty;

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

    private bool IsLikeTheOthers(string cell) => _shapes.Contains(ShapeOf(cell));

    private void Measure(string cell)
    {
        foreach (var (character, count) in Count(TailOf(cell)))
        {
            _most[character] = Math.Max(_most.GetValueOrDefault(character), count);
        }
    }

    /// <summary>The kinds of characters in the tail; stars do not tell one kind of number from another.</summary>
    private static string ShapeOf(string cell) => string.Concat(Count(TailOf(cell)).Keys.Where(c => c != '*').Order());

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
