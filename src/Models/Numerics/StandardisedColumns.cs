using System.Runtime.CompilerServices;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Numerics;

/// <summary>The columns of a design, all but the intercept centred and scaled to mean square 1; constant ones set aside.</summary>
internal sealed class StandardisedColumns
{
    private readonly double[]?[] _values;
    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly double[] _rawScales;
    private readonly List<AliasedColumn> _aliased = [];
    private readonly List<int> _kept = [0];

    private StandardisedColumns(int rowCount, int columnCount)
    {
        RowCount = rowCount;
        _values = new double[]?[columnCount];
        _means = new double[columnCount];
        _scales = new double[columnCount];
        _rawScales = new double[columnCount];
    }

    public int RowCount { get; }

    /// <summary>Columns that vary, and the intercept.</summary>
    public IReadOnlyList<int> Kept => _kept;

    public IReadOnlyList<AliasedColumn> Aliased => _aliased;

    public static StandardisedColumns Make(ReadOnlySpan<double> design, int rowCount, int columnCount)
    {
        var columns = new StandardisedColumns(rowCount, columnCount);
        columns._values[0] = design[..rowCount].ToArray();
        columns._scales[0] = 1;
        columns._rawScales[0] = 1;
        for (var j = 1; j < columnCount; j++)
        {
            columns.Standardise(j, design.Slice(j * rowCount, rowCount));
        }

        return columns;
    }

    public double[] Values(int column) => _values[column]!;

    /// <summary>The column's mean; 0 for the intercept, which is not centred.</summary>
    public double Mean(int column) => _means[column];

    /// <summary>What the centred column was divided by.</summary>
    public double Scale(int column) => _scales[column];

    /// <summary>Length of the raw column divided by that of the standardised one: the measure R's alias tolerance refers to.</summary>
    public double RawLength(int column) => _rawScales[column] / _scales[column];

    /// <summary>
    /// Turns a row-major map, from working coefficients to coefficients of standardised columns, into one to coefficients
    /// of raw columns: each is divided by its scale, and the intercept takes up the means.
    /// </summary>
    public double[] ToRaw(IReadOnlyList<int> kept, double[] map)
    {
        var rank = kept.Count;
        var raw = new double[rank * rank];
        map.AsSpan(0, rank).CopyTo(raw);
        for (var j = 1; j < rank; j++)
        {
            for (var k = 0; k < rank; k++)
            {
                var factor = map[j * rank + k] / _scales[kept[j]];
                raw[j * rank + k] = factor;
                raw[k] -= _means[kept[j]] * factor;
            }
        }

        return raw;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Standardise(int column, ReadOnlySpan<double> raw)
    {
        // Powers of two keep squares of very large or small numbers within range, without rounding.
        var largest = 0.0;
        foreach (var value in raw)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0)
        {
            _aliased.Add(new AliasedColumn(column, AliasReason.AllZero, []));
            return;
        }

        var unit = Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1000, 1000));
        var inverseUnit = 1 / unit;
        var values = new double[raw.Length];
        var mean = 0.0;
        var square = 0.0;
        for (var i = 0; i < raw.Length; i++)
        {
            var value = raw[i] * inverseUnit;
            values[i] = value;
            mean += value;
            square += value * value;
        }

        // The mean cannot be held more precisely than its last digit; what is left over is taken off in a second step.
        mean /= raw.Length;
        var rest = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= mean;
            rest += values[i];
        }

        rest /= raw.Length;
        var centred = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= rest;
            centred += values[i] * values[i];
        }

        if (Math.Sqrt(centred) <= ColumnBasis.AliasTolerance * Math.Sqrt(square))
        {
            _aliased.Add(new AliasedColumn(column, AliasReason.Constant, [new ColumnFactor(0, raw[0])]));
            return;
        }

        var scale = Math.Sqrt(centred / raw.Length);
        var inverseScale = 1 / scale;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= inverseScale;
        }

        _values[column] = values;
        _means[column] = (mean + rest) * unit;
        _scales[column] = scale * unit;
        _rawScales[column] = Math.Sqrt(square / raw.Length) * unit;
        _kept.Add(column);
    }
}
