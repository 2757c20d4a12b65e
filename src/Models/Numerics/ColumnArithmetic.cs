using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportBuilder.Models.Numerics;

/// <summary>Arithmetic on whole columns, four lanes at a time and never fused, as in <see cref="PanelMatrix"/>.</summary>
internal static class ColumnArithmetic
{
    /// <summary>The inner product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(b[..a.Length]);
        var sums = Vector256<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sums += left[i] * right[i];
        }

        var sum = Vector256.Sum(sums);
        for (var i = left.Length * Vector256<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Takes a multiple of a column off another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(Span<double> from, double factor, ReadOnlySpan<double> column)
    {
        var target = MemoryMarshal.Cast<double, Vector256<double>>(from);
        var source = MemoryMarshal.Cast<double, Vector256<double>>(column[..from.Length]);
        var factors = Vector256.Create(factor);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] -= factors * source[i];
        }

        for (var i = target.Length * Vector256<double>.Count; i < from.Length; i++)
        {
            from[i] -= factor * column[i];
        }
    }
}
