using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Numerics;

/// <summary>How a column is centred and scaled to mean square 1, or why it is set aside.</summary>
/// <param name="Mean">Mean of the raw column.</param>
/// <param name="Scale">What the centred column is divided by.</param>
/// <param name="RawLength">Length of the raw column divided by that of the standardised one: the measure R's alias tolerance refers to.</param>
/// <param name="Aliased">Why it is set aside; null when it varies.</param>
internal readonly record struct ColumnScale(double Mean, double Scale, double RawLength, AliasReason? Aliased)
{
    /// <summary>The intercept, which is left as it is.</summary>
    public static readonly ColumnScale Intercept = new(0, 1, 1, null) { InverseUnit = 1, InverseScale = 1 };

    // What is done to a value, in order. The mean cannot be held more precisely than its last digit; Rest is what is left over.
    private double InverseUnit { get; init; }
    private double UnitMean { get; init; }
    private double Rest { get; init; }
    private double InverseScale { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ColumnScale Measure(ReadOnlySpan<double> raw)
    {
        var largest = Largest(raw);
        if (largest == 0)
        {
            return new ColumnScale(0, 0, 0, AliasReason.AllZero);
        }

        // Powers of two keep squares of very large or small numbers within range, without rounding.
        var unit = Math.ScaleB(1, Math.Clamp(Math.ILogB(largest), -1000, 1000));
        var (sum, square) = Sums(raw, 1 / unit, 0, 0);
        var mean = sum / raw.Length;
        var rest = Sums(raw, 1 / unit, mean, 0).Sum / raw.Length;
        var centred = Sums(raw, 1 / unit, mean, rest).Square;
        if (Math.Sqrt(centred) <= ColumnBasis.AliasTolerance * Math.Sqrt(square))
        {
            return new ColumnScale(raw[0], 0, 0, AliasReason.Constant);
        }

        var scale = Math.Sqrt(centred / raw.Length);
        return new ColumnScale((mean + rest) * unit, scale * unit, Math.Sqrt(square / raw.Length) / scale, null)
        {
            InverseUnit = 1 / unit,
            UnitMean = mean,
            Rest = rest,
            InverseScale = 1 / scale,
        };
    }

    /// <summary>Standardises values in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(Span<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        foreach (ref var vector in vectors)
        {
            vector = ((vector * InverseUnit) - Vector256.Create(UnitMean) - Vector256.Create(Rest)) * InverseScale;
        }

        foreach (ref var value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            value = (value * InverseUnit - UnitMean - Rest) * InverseScale;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Largest(ReadOnlySpan<double> raw)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(raw);
        var largest = Vector256<double>.Zero;
        foreach (var vector in vectors)
        {
            largest = Vector256.Max(largest, Vector256.Abs(vector));
        }

        var result = 0.0;
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
        {
            result = Math.Max(result, largest[lane]);
        }

        foreach (var value in raw[(vectors.Length * Vector256<double>.Count)..])
        {
            result = Math.Max(result, Math.Abs(value));
        }

        return result;
    }

    /// <summary>Sum and sum of squares of the values less their mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Sum, double Square) Sums(ReadOnlySpan<double> raw, double inverseUnit, double mean, double rest)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(raw);
        var (units, means, rests) = (Vector256.Create(inverseUnit), Vector256.Create(mean), Vector256.Create(rest));
        var (sums, squares) = (Vector256<double>.Zero, Vector256<double>.Zero);
        foreach (var vector in vectors)
        {
            var value = vector * units - means - rests;
            sums += value;
            squares += value * value;
        }

        var (sum, square) = (Vector256.Sum(sums), Vector256.Sum(squares));
        foreach (var one in raw[(vectors.Length * Vector256<double>.Count)..])
        {
            var value = one * inverseUnit - mean - rest;
            sum += value;
            square += value * value;
        }

        return (sum, square);
    }
}
