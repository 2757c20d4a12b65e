using System.Runtime.InteropServices;
using ReportBuilder.Datasets;

namespace ReportBuilder.Harmonise;

/// <summary>Gathers the values of one column.</summary>
internal sealed class RowValues(SchemaColumn column)
{
    private readonly List<double> _numbers = [];
    private readonly List<sbyte> _levels = [];
    private readonly List<int> _texts = [];
    private readonly TextPool _pool = new();

    /// <summary>Adds a number, or the index of a level; NaN for missing.</summary>
    public void Add(double value)
    {
        if (column.Kind == ValueKind.Code)
        {
            _levels.Add(double.IsNaN(value) ? CodeColumn.Missing : (sbyte)value);
        }
        else
        {
            _numbers.Add(value);
        }
    }

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<byte> text) => _texts.Add(_pool.Add(text));

    /// <summary>The finished column.</summary>
    public DatasetColumn Build()
    {
        switch (column.Kind)
        {
            case ValueKind.Code:
                return new CodeColumn(column, [.. _levels]);
            case ValueKind.Text:
                return new TextColumn(column, [.. _texts], _pool.Utf8, _pool.Starts);
            default:
                var missing = new bool[_numbers.Count];
                var values = CollectionsMarshal.AsSpan(_numbers);
                for (var i = 0; i < missing.Length; i++)
                {
                    missing[i] = double.IsNaN(values[i]);
                }

                return new NumberColumn(column, [.. _numbers], missing);
        }
    }
}
