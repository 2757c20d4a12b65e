using System.Text;
using ReportBuilder.Datasets;

namespace ReportBuilder.Fits;

/// <summary>
/// A column as read, before anyone has said what it holds: each distinct cell once, and for each row the number of its cell, −1 where it is
/// missing (empty or <c>NA</c>). What is to be found out of cells is then found out of the distinct ones.
/// </summary>
internal sealed class PooledColumn
{
    private readonly TextPool _pool = new();
    private readonly List<int> _rows = [];
    private readonly List<int> _firstLines = [];

    /// <summary>Makes an empty column.</summary>
    /// <param name="name">Name in the header.</param>
    /// <param name="field">Its place among the columns of the file, from 0.</param>
    public PooledColumn(string name, int field)
    {
        Name = name;
        Field = field;
    }

    /// <summary>Name in the header.</summary>
    public string Name { get; }

    /// <summary>Its place among the columns of the file, from 0.</summary>
    public int Field { get; }

    /// <summary>Number of distinct cells, those that are missing not counted.</summary>
    public int DistinctCount => _pool.Count;

    /// <summary>For each row the number of its cell, −1 where it is missing.</summary>
    public int[] Rows => [.. _rows];

    /// <summary>A distinct cell as UTF-8, as it stands in the file.</summary>
    public ReadOnlySpan<byte> Cell(int index) => _pool[index];

    /// <summary>A distinct cell as text.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(_pool[index]);

    /// <summary>The line where a distinct cell stands first.</summary>
    public int FirstLine(int index) => _firstLines[index];

    /// <summary>Adds the cell of the next row.</summary>
    public void Add(ReadOnlySpan<byte> cell, int line)
    {
        var bare = cell.Trim(" \t"u8);
        if (bare.IsEmpty || bare.SequenceEqual("NA"u8))
        {
            _rows.Add(-1);
            return;
        }

        var known = _pool.Count;
        var index = _pool.Add(cell);
        _rows.Add(index);
        if (index == known)
        {
            _firstLines.Add(line);
        }
    }
}
