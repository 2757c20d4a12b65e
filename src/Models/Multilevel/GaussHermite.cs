using MathNet.Numerics.LinearAlgebra;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// Gauss–Hermite quadrature for ∫ f(z) exp(−z²/2) dz / √(2π), by the eigenvalues of the recurrence (Golub and Welsch 1969).
/// </summary>
internal static class GaussHermite
{
    /// <summary>Nodes, ascending and symmetric about 0, and the logarithms of their weights, which sum to 1.</summary>
    public static (double[] Nodes, double[] LogWeights) Rule(int points)
    {
        var recurrence = Matrix<double>.Build.Dense(points, points);
        for (var i = 1; i < points; i++)
        {
            recurrence[i, i - 1] = recurrence[i - 1, i] = Math.Sqrt(i);
        }

        var nodes = recurrence.Evd(Symmetricity.Symmetric).EigenValues.Select(v => v.Real).Order().ToArray();
        var symmetric = nodes.Select((node, j) => (node - nodes[points - 1 - j]) / 2).ToArray();
        return (symmetric, [.. symmetric.Select(node => LogWeight(node, points))]);
    }

    /// <summary>1 / Σ p_k², p_k the orthonormal polynomials below the degree: it loses nothing where the weight is tiny.</summary>
    private static double LogWeight(double node, int points)
    {
        var (before, now, sum) = (0.0, 1.0, 1.0);
        for (var k = 1; k < points; k++)
        {
            (before, now) = (now, (node * now - Math.Sqrt(k - 1) * before) / Math.Sqrt(k));
            sum += now * now;
        }

        return -Math.Log(sum);
    }
}
