namespace ReportBuilder.Synthesis;

/// <summary>Solves small symmetric positive definite systems, in the same order of operations everywhere.</summary>
internal static class Cholesky
{
    /// <summary>Solves Mx = b. Only the lower triangle of M is read, and it is overwritten.</summary>
    /// <exception cref="InvalidOperationException">M is not positive definite: a column of the design depends on others.</exception>
    public static double[] Solve(double[][] m, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = m[i][j];
                for (var k = 0; k < j; k++)
                {
                    sum -= m[i][k] * m[j][k];
                }

                m[i][j] =
                    i > j ? sum / m[j][j]
                    : sum > 0 ? Math.Sqrt(sum)
                    : throw new InvalidOperationException($"Column {i} depends on those before it.");
            }
        }

        var x = (double[])b.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                x[i] -= m[i][k] * x[k];
            }

            x[i] /= m[i][i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                x[i] -= m[k][i] * x[k];
            }

            x[i] /= m[i][i];
        }

        return x;
    }
}
