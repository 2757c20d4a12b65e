namespace ReportBuilder.Models.Numerics;

/// <summary>The lower triangle L of a symmetric positive definite matrix LL' that grows by a row at a time.</summary>
internal sealed class GrowingCholesky
{
    private readonly List<double[]> _rows = [];

    public int Order => _rows.Count;

    /// <summary>Adds a row of the matrix up to its diagonal, unless its squared pivot is at most a share of the diagonal.</summary>
    public bool TryAdd(ReadOnlySpan<double> row, double leastShare)
    {
        var lower = row.ToArray();
        SolveLower(lower);
        var diagonal = row[Order];
        var pivot = diagonal;
        foreach (var value in lower.AsSpan(0, Order))
        {
            pivot -= value * value;
        }

        if (!(pivot > leastShare * diagonal))
        {
            return false;
        }

        lower[Order] = Math.Sqrt(pivot);
        _rows.Add(lower);
        return true;
    }

    /// <summary>Replaces b by (LL')⁻¹b.</summary>
    public void Solve(Span<double> b)
    {
        SolveLower(b);
        for (var j = Order - 1; j >= 0; j--)
        {
            b[j] /= _rows[j][j];
            ColumnArithmetic.Subtract(b[..j], b[j], _rows[j]);
        }
    }

    private void SolveLower(Span<double> b)
    {
        for (var j = 0; j < Order; j++)
        {
            b[j] = (b[j] - ColumnArithmetic.Dot(b[..j], _rows[j])) / _rows[j][j];
        }
    }
}
