using System.Text;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>Gathers the cells of one column while a file is read. A cell that is wrong is reported and counts as missing.</summary>
internal abstract class ColumnBuilder
{
    private protected ColumnBuilder(SchemaColumn declared) => Declared = declared;

    /// <summary>The declaration.</summary>
    public SchemaColumn Declared { get; }

    /// <summary>A builder for the declared kind.</summary>
    public static ColumnBuilder For(SchemaColumn declared) =>
        declared.Kind switch
        {
            ValueKind.Text => new TextColumnBuilder(declared),
            ValueKind.Code => new CodeColumnBuilder(declared),
            _ => new NumberColumnBuilder(declared),
        };

    /// <summary>Adds a cell of the current record as UTF-8; an empty one is missing.</summary>
    public void Add(ReadOnlySpan<byte> cell, IRecordSource file, int field)
    {
        if (!cell.IsEmpty)
        {
            AddValue(cell, file, field);
            return;
        }

        AddMissing();
        if (Declared.Required)
        {
            Report(file, field, "RB2013", cell);
        }
    }

    /// <summary>Adds an empty cell.</summary>
    public abstract void AddMissing();

    /// <summary>The finished column.</summary>
    public abstract DatasetColumn Build();

    /// <summary>Adds a cell with something in it.</summary>
    protected abstract void AddValue(ReadOnlySpan<byte> cell, IRecordSource file, int field);

    /// <summary>What a cell of this column may hold, in words.</summary>
    protected abstract string Expected();

    /// <summary>The nearest valid value, when there is such a thing.</summary>
    protected virtual string? Nearest(string found) => null;

    /// <summary>Reports a cell, with its facts unless only counting is left.</summary>
    protected void Report(IRecordSource file, int field, string code, ReadOnlySpan<byte> cell)
    {
        if (file.IsFull)
        {
            file.CountError(code);
            return;
        }

        var found = Encoding.UTF8.GetString(cell);
        file.Report(
            Diagnostic.Error(code, file.Place(field), Declared.Name) with
            {
                Found = found,
                Expected = Declared.Required ? Expected() : ToolTexts.Get("data.expected.or_empty", Expected()),
                Nearest = Nearest(found),
            }
        );
    }
}

/// <summary>Gathers numbers.</summary>
internal sealed class NumberColumnBuilder(SchemaColumn declared) : ColumnBuilder(declared)
{
    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    private readonly List<double> _values = [];
    private readonly List<bool> _missing = [];

    /// <summary>The number of the last row, or null.</summary>
    public double? Last => _missing[^1] ? null : _values[^1];

    /// <inheritdoc/>
    public override void AddMissing() => Append(0, true);

    /// <inheritdoc/>
    public override DatasetColumn Build() => new NumberColumn(Declared, [.. _values], [.. _missing]);

    /// <inheritdoc/>
    protected override void AddValue(ReadOnlySpan<byte> cell, IRecordSource file, int field)
    {
        var code = TryRead(cell, out var value) ? Fault(value) : "RB2010";
        Append(value, code is not null);
        if (code is not null)
        {
            Report(file, field, code, cell);
        }
    }

    /// <summary>Adds a number of the current record.</summary>
    public void Add(double value, IRecordSource file, int field)
    {
        var code = double.IsFinite(value) ? Fault(value) : "RB2010";
        Append(value, code is not null);
        if (code is not null)
        {
            Report(file, field, code, Encoding.UTF8.GetBytes(value.ToText()));
        }
    }

    private string? Fault(double value) =>
        Declared.Kind == ValueKind.Integer && value != Math.Truncate(value) ? "RB2021"
        : value < Declared.Min || value > Declared.Max ? "RB2011"
        : null;

    /// <inheritdoc/>
    protected override string Expected()
    {
        var kind = Declared.Kind == ValueKind.Integer ? "data.expected.integer" : "data.expected.decimal";
        return Declared is { Min: { } min, Max: { } max }
            ? ToolTexts.Get(kind + ".range", min.ToText(), max.ToText())
            : ToolTexts.Get(kind);
    }

    /// <summary>Up to 15 digits are exact in a double, and so is the power of ten: their quotient is the nearest double.</summary>
    private static bool TryRead(ReadOnlySpan<byte> cell, out double value)
    {
        long digits = 0;
        var point = -1;
        for (var i = 0; i < cell.Length && cell.Length <= 15; i++)
        {
            if (cell[i] == '.' && point < 0)
            {
                point = i;
            }
            else if (cell[i] is >= (byte)'0' and <= (byte)'9')
            {
                digits = digits * 10 + (cell[i] - '0');
            }
            else
            {
                return Invariant.TryReadNumber(cell, out value);
            }
        }

        if (cell.Length > 15 || (point >= 0 && cell.Length == 1))
        {
            return Invariant.TryReadNumber(cell, out value);
        }

        value = point < 0 ? digits : digits / PowersOfTen[cell.Length - 1 - point];
        return true;
    }

    private void Append(double value, bool missing)
    {
        _values.Add(value);
        _missing.Add(missing);
    }
}

/// <summary>Gathers codes.</summary>
internal sealed class CodeColumnBuilder : ColumnBuilder
{
    private readonly List<sbyte> _indices = [];
    private readonly byte[][] _codes;
    private readonly sbyte[] _oneByte = new sbyte[256];

    /// <summary>Makes a builder.</summary>
    public CodeColumnBuilder(SchemaColumn declared)
        : base(declared)
    {
        _codes = [.. declared.Levels.Select(l => Encoding.UTF8.GetBytes(l.Code))];
        Array.Fill(_oneByte, CodeColumn.Missing);
        for (var i = 0; i < _codes.Length; i++)
        {
            if (_codes[i].Length == 1)
            {
                _oneByte[_codes[i][0]] = (sbyte)i;
            }
        }
    }

    /// <summary>Level index of the last row, −1 for none.</summary>
    public sbyte Last => _indices[^1];

    /// <inheritdoc/>
    public override void AddMissing() => _indices.Add(CodeColumn.Missing);

    /// <inheritdoc/>
    public override DatasetColumn Build() => new CodeColumn(Declared, [.. _indices]);

    /// <inheritdoc/>
    protected override void AddValue(ReadOnlySpan<byte> cell, IRecordSource file, int field)
    {
        var index = cell.Length == 1 ? _oneByte[cell[0]] : Find(cell);
        _indices.Add(index);
        if (index < 0)
        {
            Report(file, field, "RB2017", cell);
        }
    }

    /// <inheritdoc/>
    protected override string Expected() =>
        string.Join(", ", Declared.Levels.Select(l => l.Code == l.Token ? l.Code : $"{l.Code} ({l.Token})"));

    /// <inheritdoc/>
    protected override string? Nearest(string found) =>
        // The token written for its code is the likeliest slip.
        Declared.Levels.FirstOrDefault(l => string.Equals(l.Token, found, StringComparison.OrdinalIgnoreCase))
            is { Code: { } code }
            ? code
        : found.Length > 1 ? NearestName.Find(found, Declared.Levels.Select(l => l.Code).Where(c => c.Length > 1))
        : null;

    private sbyte Find(ReadOnlySpan<byte> cell)
    {
        for (var i = 0; i < _codes.Length; i++)
        {
            if (cell.SequenceEqual(_codes[i]))
            {
                return (sbyte)i;
            }
        }

        return CodeColumn.Missing;
    }
}

/// <summary>Gathers texts, and finds those that stand twice where that is not allowed.</summary>
internal sealed class TextColumnBuilder(SchemaColumn declared) : ColumnBuilder(declared)
{
    private readonly TextPool _pool = new();
    private readonly List<int> _indices = [];
    private readonly List<int> _firstLines = [];

    /// <summary>Number of the last row's text, −1 for none.</summary>
    public int Last => _indices[^1];

    /// <summary>The text of a number.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(_pool[index]);

    /// <inheritdoc/>
    public override void AddMissing() => _indices.Add(-1);

    /// <inheritdoc/>
    public override DatasetColumn Build() => new TextColumn(Declared, [.. _indices], _pool.Utf8, _pool.Starts);

    /// <inheritdoc/>
    protected override void AddValue(ReadOnlySpan<byte> cell, IRecordSource file, int field)
    {
        var known = _pool.Count;
        var index = _pool.Add(cell);
        _indices.Add(index);
        if (!Declared.Unique)
        {
            return;
        }

        if (index == known)
        {
            _firstLines.Add(file.Line);
        }
        else if (file.IsFull)
        {
            file.CountError("RB2012");
        }
        else
        {
            file.Error("RB2012", field, null, Encoding.UTF8.GetString(cell), Declared.Name, _firstLines[index].ToText());
        }
    }

    /// <inheritdoc/>
    protected override string Expected() => ToolTexts.Get("data.expected.text");
}
