using System.Runtime.CompilerServices;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Finds probabilities of logistic form whose moments are given: solves A'p(θ) + Λθ = t with p = 1/(1 + exp(−Aθ − offset)).
/// This is the score equation of a logistic regression with t in the place of A'y and a ridge Λ, so it is the gradient of a convex
/// function and Newton's method with step halving finds its only root.
/// </summary>
internal static class LogisticCalibration
{
    private const int MaxSteps = 60;

    /// <summary>Solves for θ, starting from the one given, which is changed in place.</summary>
    /// <param name="design">A, one row a person.</param>
    /// <param name="offset">Offset of each person.</param>
    /// <param name="target">t, one for each column.</param>
    /// <param name="ridge">Diagonal of Λ.</param>
    /// <param name="isFree">Columns that may change; null for all.</param>
    /// <param name="theta">Start, and result.</param>
    /// <exception cref="InvalidOperationException">The moments cannot be met: the parameter files contradict each other.</exception>
    public static void Solve(
        SparseRows design,
        ReadOnlySpan<double> offset,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> ridge,
        bool[]? isFree,
        double[] theta
    )
    {
        var p = new double[design.RowCount];
        var value = Objective(design, offset, target, ridge, theta, p);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (gradient, hessian) = Derivatives(design, target, ridge, theta, p);
            for (var j = 0; j < theta.Length; j++)
            {
                if (isFree is not null && !isFree[j])
                {
                    gradient[j] = 0;
                    hessian[j] = new double[theta.Length];
                    hessian[j][j] = 1;
                    for (var i = j + 1; i < theta.Length; i++)
                    {
                        hessian[i][j] = 0;
                    }
                }
            }

            var move = Cholesky.Solve(hessian, gradient);
            var scale = 1.0;
            double[] next;
            double nextValue;
            do
            {
                next = [.. theta.Zip(move, (t, m) => t - scale * m)];
                nextValue = Objective(design, offset, target, ridge, next, p);
                scale /= 2;
            } while (scale > 1e-6 && !(nextValue <= value + 1e-9 * Math.Abs(value)));

            value = nextValue;
            next.CopyTo(theta, 0);
            if (move.Max(Math.Abs) < 1e-8)
            {
                return;
            }
        }

        throw new InvalidOperationException("The moments asked for cannot be met.");
    }

    /// <summary>The probabilities at θ.</summary>
    public static double[] Probabilities(SparseRows design, ReadOnlySpan<double> offset, ReadOnlySpan<double> theta)
    {
        var p = new double[design.RowCount];
        for (var row = 0; row < p.Length; row++)
        {
            p[row] = 1 / (1 + Math.Exp(-design.Dot(row, theta) - offset[row]));
        }

        return p;
    }

    /// <summary>Σ log(1 + exp η) − θ't + ½θ'Λθ; fills in the probabilities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Objective(
        SparseRows design,
        ReadOnlySpan<double> offset,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> ridge,
        double[] theta,
        double[] p
    )
    {
        var value = 0.0;
        for (var row = 0; row < p.Length; row++)
        {
            var eta = design.Dot(row, theta) + offset[row];
            p[row] = 1 / (1 + Math.Exp(-eta));
            value += Math.Max(eta, 0) + Math.Log(1 + Math.Exp(-Math.Abs(eta)));
        }

        for (var j = 0; j < theta.Length; j++)
        {
            value += theta[j] * (0.5 * ridge[j] * theta[j] - target[j]);
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double[] Gradient, double[][] Hessian) Derivatives(
        SparseRows design,
        ReadOnlySpan<double> target,
        ReadOnlySpan<double> ridge,
        double[] theta,
        double[] p
    )
    {
        var gradient = design.Moments(p);
        var hessian = new double[theta.Length][];
        for (var j = 0; j < theta.Length; j++)
        {
            gradient[j] += ridge[j] * theta[j] - target[j];
            hessian[j] = new double[theta.Length];
            hessian[j][j] = ridge[j];
        }

        for (var row = 0; row < p.Length; row++)
        {
            var weight = p[row] * (1 - p[row]);
            var columns = design.Columns(row);
            var values = design.Values(row);
            for (var a = 0; a < columns.Length; a++)
            {
                // Columns ascend within a row, so this fills the lower triangle.
                var line = hessian[columns[a]];
                var factor = weight * values[a];
                for (var b = 0; b <= a; b++)
                {
                    line[columns[b]] += factor * values[b];
                }
            }
        }

        return (gradient, hessian);
    }
}
