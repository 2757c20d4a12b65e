using System.Buffers;
using System.Globalization;
using System.Text;
using ReportBuilder.Datasets;

namespace ReportBuilder.Fits;

/// <summary>Finds out what the cells of a column are, by the rules of R's <c>type.convert</c>.</summary>
internal static class ColumnTyping
{
    /// <summary>The share of distinct cells that are numbers above which a column of text was probably meant as numbers.</summary>
    private const double ProbablyNumbers = 0.5;

    /// <summary>Cells that are a number with this mark; those that are with neither or both are not evidence.</summary>
    public static bool HasNumbersOnlyWith(PooledColumn column, char mark)
    {
        var found = false;
        for (var i = 0; i < column.DistinctCount; i++)
        {
            if (!TryNumber(column.Cell(i), mark, out _))
            {
                return false;
            }

            found |= column.Cell(i).Contains((byte)mark);
        }

        return found;
    }

    /// <summary>The column as R would have read it.</summary>
    /// <param name="column">The cells.</param>
    /// <param name="mark">Decimal mark.</param>
    /// <param name="stray">The first distinct cell that kept a column of mostly numbers from being one; null when none did.</param>
    public static DataColumn Read(PooledColumn column, char mark, out int? stray)
    {
        stray = null;
        var count = column.DistinctCount;
        string[] texts = [.. Enumerable.Range(0, count).Select(column.Text)];
        if (count > 0 && Array.TrueForAll(texts, t => IsTrue(t) || IsFalse(t)))
        {
            return new DataColumn(column.Name, ColumnKind.Logical, column.Rows, texts, [.. texts.Select(t => IsTrue(t) ? 1.0 : 0)], false);
        }

        var numbers = new double[count];
        var (good, isInteger) = (0, true);
        for (var i = 0; i < count; i++)
        {
            if (TryNumber(column.Cell(i), mark, out numbers[i]))
            {
                good++;
                isInteger &= IsInteger(column.Cell(i), numbers[i]);
            }
            else
            {
                stray ??= i;
            }
        }

        if (stray is null)
        {
            return new DataColumn(column.Name, ColumnKind.Number, column.Rows, texts, numbers, isInteger);
        }

        stray = good > ProbablyNumbers * count ? stray : null;
        return new DataColumn(column.Name, ColumnKind.Text, column.Rows, texts, [], false);
    }

    /// <summary>Reads a number, infinite ones and <c>NaN</c> too.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> cell, char mark, out double value)
    {
        cell = cell.Trim(" \t"u8);
        if (mark != '.')
        {
            return TryWithComma(cell, out value);
        }

        if (double.TryParse(cell, Invariant.Style, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        var text = cell.Length <= 9 ? Encoding.UTF8.GetString(cell).TrimStart('+') : string.Empty;
        var isNegative = text.StartsWith('-');
        var bare = isNegative ? text[1..] : text;
        value = isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return bare.Equals("inf", StringComparison.OrdinalIgnoreCase) || bare.Equals("infinity", StringComparison.OrdinalIgnoreCase);
    }

    private static bool TryWithComma(ReadOnlySpan<byte> cell, out double value)
    {
        value = 0;
        if (cell.Contains((byte)'.'))
        {
            return false;
        }

        if (!cell.Contains((byte)','))
        {
            return TryNumber(cell, '.', out value);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(cell.Length);
        var copy = buffer.AsSpan(0, cell.Length);
        cell.CopyTo(copy);
        copy.Replace((byte)',', (byte)'.');
        var isNumber = TryNumber(copy, '.', out value);
        ArrayPool<byte>.Shared.Return(buffer);
        return isNumber;
    }

    private static bool IsInteger(ReadOnlySpan<byte> cell, double value) =>
        Math.Abs(value) <= int.MaxValue && !cell.Trim(" \t+-"u8).ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsTrue(string text) => text is "TRUE" or "T";

    private static bool IsFalse(string text) => text is "FALSE" or "F";
}
