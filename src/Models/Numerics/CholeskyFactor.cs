namespace ReportBuilder.Models.Numerics;

/// <summary>The lower triangle L of a symmetric positive definite matrix A = LL', row by row.</summary>
internal sealed class CholeskyFactor
{
    private readonly double[] _lower;

    private CholeskyFactor(double[] lower, int order, double smallestPivot)
    {
        _lower = lower;
        Order = order;
        SmallestPivot = smallestPivot;
    }

    public int Order { get; }

    /// <summary>
    /// The smallest squared pivot divided by its diagonal element: the share of a column that earlier columns leave
    /// unexplained, where that is least; 1 when the order is 0.
    /// </summary>
    public double SmallestPivot { get; }

    /// <summary>The smallest squared pivot: what earlier columns leave of a column, where that is least; infinite when the order is 0.</summary>
    public double LeastLeft { get; private init; } = double.PositiveInfinity;

    /// <summary>Factors a full symmetric matrix; null when it is not positive definite.</summary>
    public static CholeskyFactor? TryFactor(ReadOnlySpan<double> matrix, int order)
    {
        var lower = new double[order * order];
        var (smallest, least) = (1.0, double.PositiveInfinity);
        for (var j = 0; j < order; j++)
        {
            var rowJ = lower.AsSpan(j * order, order);
            for (var k = 0; k < j; k++)
            {
                var rowK = lower.AsSpan(k * order, order);
                rowJ[k] = (matrix[j * order + k] - Dot(rowJ[..k], rowK[..k])) / rowK[k];
            }

            var pivot = matrix[j * order + j] - Dot(rowJ[..j], rowJ[..j]);
            if (!(pivot > 0) || !double.IsFinite(pivot))
            {
                return null;
            }

            smallest = Math.Min(smallest, pivot / matrix[j * order + j]);
            least = Math.Min(least, pivot);
            rowJ[j] = Math.Sqrt(pivot);
        }

        return new CholeskyFactor(lower, order, smallest) { LeastLeft = least };
    }

    /// <summary>Logarithm of the determinant of A.</summary>
    public double LogDeterminant()
    {
        var sum = 0.0;
        for (var j = 0; j < Order; j++)
        {
            sum += Math.Log(_lower[j * Order + j]);
        }

        return 2 * sum;
    }

    /// <summary>Replaces b by L⁻¹b.</summary>
    public void SolveLower(Span<double> b)
    {
        for (var j = 0; j < Order; j++)
        {
            var row = _lower.AsSpan(j * Order, Order);
            b[j] = (b[j] - Dot(row[..j], b[..j])) / row[j];
        }
    }

    /// <summary>Replaces b by (L')⁻¹b.</summary>
    public void SolveUpper(Span<double> b)
    {
        for (var j = Order - 1; j >= 0; j--)
        {
            var row = _lower.AsSpan(j * Order, Order);
            b[j] /= row[j];
            for (var k = 0; k < j; k++)
            {
                b[k] -= row[k] * b[j];
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
