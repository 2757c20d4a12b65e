using System.Collections;
using ReportBuilder.Formulas;
using ReportBuilder.Models;

namespace ReportBuilder.Fits;

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary><c>TRUE</c> and <c>FALSE</c>.</summary>
    Logical,

    /// <summary>Text.</summary>
    Text,
}

/// <summary>A column whose cells are understood as R's <c>read.csv</c> would.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Rows">For each row the number of its cell, −1 where it is missing.</param>
/// <param name="Texts">The distinct cells.</param>
/// <param name="Numbers">The distinct cells as numbers, true being 1; empty for text.</param>
/// <param name="IsInteger">True when all are whole numbers that R reads as integers.</param>
internal sealed record DataColumn(
    string Name,
    ColumnKind Kind,
    int[] Rows,
    IReadOnlyList<string> Texts,
    IReadOnlyList<double> Numbers,
    bool IsInteger
)
{
    /// <summary>Number of rows.</summary>
    public int RowCount => Rows.Length;

    /// <summary>True when every value is 0 or 1.</summary>
    public bool IsBinary => Kind != ColumnKind.Text && Numbers.All(n => n is 0 or 1);

    /// <summary>The values as numbers; not for text.</summary>
    public IReadOnlyList<double?> AsNumbers() => new RowValues<double>(Rows, [.. Numbers]);

    /// <summary>The values as yes and no; only when they are 0 and 1.</summary>
    public IReadOnlyList<bool?> AsBooleans() => new RowValues<bool>(Rows, [.. Numbers.Select(n => n != 0)]);

    /// <summary>
    /// The column as a factor, levels sorted: text ordinally, numbers by size and named as R's <c>as.character</c> writes them.
    /// </summary>
    /// <param name="reference">The level to put first; null for the order as it is.</param>
    public Categorical AsFactor(string? reference = null)
    {
        var names = new string[Texts.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = LevelName(i);
        }

        var inOrder = Enumerable.Range(0, names.Length);
        inOrder = Kind == ColumnKind.Text ? inOrder.OrderBy(i => names[i], StringComparer.Ordinal) : inOrder.OrderBy(i => Numbers[i]);
        // Not every distinct cell is a level of its own: 1 and 1.0 are one number.
        List<string> levels = [.. inOrder.Select(i => names[i]).Distinct(StringComparer.Ordinal)];
        if (reference is not null && levels.Remove(reference))
        {
            levels.Insert(0, reference);
        }

        var index = levels.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
        return Categorical.FromCodes(levels, new RowValues<int>(Rows, [.. names.Select(n => index[n])]));
    }

    private string LevelName(int cell) =>
        Kind switch
        {
            ColumnKind.Text => Texts[cell],
            ColumnKind.Logical => Numbers[cell] != 0 ? "TRUE" : "FALSE",
            _ when IsInteger => ((int)Numbers[cell]).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => RNumberText.Of(Numbers[cell]),
        };

    /// <summary>The value of each row, looked up.</summary>
    private sealed class RowValues<T>(int[] rows, T[] values) : IReadOnlyList<T?>
        where T : struct
    {
        public int Count => rows.Length;

        public T? this[int index] => rows[index] < 0 ? null : values[rows[index]];

        public IEnumerator<T?> GetEnumerator()
        {
            foreach (var row in rows)
            {
                yield return row < 0 ? null : values[row];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
