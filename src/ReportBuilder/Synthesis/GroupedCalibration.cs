using System.Runtime.CompilerServices;

namespace ReportBuilder.Synthesis;

/// <summary>
/// Finds probabilities of logistic form, p = 1/(1 + exp(−Aθ − offset − b)) with one b for each group of persons, whose sums over every group are
/// given and whose moments A'p are as near to given ones as a ridge allows: A'p + Λθ = t. For any θ each group's b follows from its sum, so
/// Newton's method works on θ alone, with the derivative of b taken along (a Schur complement). The function minimised is convex.
/// </summary>
internal sealed class GroupedCalibration
{
    private const int MaxSteps = 40;
    private const int MaxLevelSteps = 60;

    /// <summary>A sum this near to none or all of a group has no finite b; the draw itself is exact.</summary>
    private const double Margin = 0.1;

    private readonly SparseRows _design;
    private readonly double[] _offset;
    private readonly int[][] _groups;
    private readonly double[] _sums;
    private readonly double[] _target;
    private readonly double[] _ridge;
    private readonly double[] _theta;
    private readonly double[] _linear;
    private readonly double[] _levels;

    /// <summary>Prepares.</summary>
    /// <param name="design">A, one row a person. No combination of its columns may be constant within every group.</param>
    /// <param name="offset">Offset of each person.</param>
    /// <param name="groups">Rows of each group; each row in one.</param>
    /// <param name="sums">Sum of each group.</param>
    /// <param name="target">t, one for each column.</param>
    /// <param name="ridge">Diagonal of Λ.</param>
    /// <param name="start">θ to start from.</param>
    public GroupedCalibration(
        SparseRows design,
        double[] offset,
        int[][] groups,
        IReadOnlyList<int> sums,
        double[] target,
        double[] ridge,
        double[] start
    )
    {
        (_design, _offset, _groups, _target, _ridge) = (design, offset, groups, target, ridge);
        _sums = [.. sums.Select((s, g) => Math.Clamp(s, Margin, groups[g].Length - Margin))];
        _theta = (double[])start.Clone();
        _linear = new double[design.RowCount];
        _levels = new double[groups.Length];
        Probabilities = new double[design.RowCount];
    }

    /// <summary>θ.</summary>
    public ReadOnlySpan<double> Theta => _theta;

    /// <summary>p of each person.</summary>
    public double[] Probabilities { get; }

    /// <summary>Solves.</summary>
    /// <exception cref="InvalidOperationException">The moments cannot be met: the parameter files contradict each other.</exception>
    public void Solve()
    {
        var value = Evaluate(_theta);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (gradient, hessian) = Derivatives();
            var move = Cholesky.Solve(hessian, gradient);
            var scale = 1.0;
            double[] next;
            double nextValue;
            do
            {
                next = [.. _theta.Zip(move, (t, m) => t - scale * m)];
                nextValue = Evaluate(next);
                scale /= 2;
            } while (scale > 1e-6 && !(nextValue <= value + 1e-9 * Math.Abs(value)));

            value = nextValue;
            next.CopyTo(_theta, 0);
            if (move.All(m => Math.Abs(m) < 1e-6))
            {
                return;
            }
        }

        throw new InvalidOperationException("The moments asked for cannot be met.");
    }

    /// <summary>Σ log(1 + exp η) − Σ b·sum − θ't + ½θ'Λθ, each b at its best; fills in the probabilities.</summary>
    private double Evaluate(double[] theta)
    {
        for (var row = 0; row < _linear.Length; row++)
        {
            _linear[row] = _design.Dot(row, theta) + _offset[row];
        }

        var value = 0.0;
        for (var group = 0; group < _groups.Length; group++)
        {
            value += Level(group);
        }

        for (var j = 0; j < theta.Length; j++)
        {
            value += theta[j] * (0.5 * _ridge[j] * theta[j] - _target[j]);
        }

        return value;
    }

    /// <summary>Finds the b of a group by Newton's method, at most one unit at a time; gives its part of the function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Level(int group)
    {
        var rows = _groups[group];
        for (var step = 0; ; step++)
        {
            var (sum, slope, value) = (0.0, 0.0, -_levels[group] * _sums[group]);
            foreach (var row in rows)
            {
                var eta = _linear[row] + _levels[group];
                var e = Math.Exp(-Math.Abs(eta));
                var larger = 1 / (1 + e);
                var p = eta >= 0 ? larger : e * larger;
                Probabilities[row] = p;
                sum += p;
                slope += e * larger * larger;
                value += Math.Max(eta, 0) + Math.Log(1 + e);
            }

            var move = Math.Clamp((_sums[group] - sum) / Math.Max(slope, 1e-9), -1, 1);
            if (Math.Abs(move) < 1e-9 || step == MaxLevelSteps)
            {
                return value;
            }

            _levels[group] += move;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double[] Gradient, double[][] Hessian) Derivatives()
    {
        var order = _theta.Length;
        var gradient = _design.Moments(Probabilities);
        var hessian = new double[order][];
        for (var j = 0; j < order; j++)
        {
            gradient[j] += _ridge[j] * _theta[j] - _target[j];
            hessian[j] = new double[order];
            hessian[j][j] = _ridge[j];
        }

        var sums = new double[order];
        foreach (var rows in _groups)
        {
            sums.AsSpan().Clear();
            var total = 0.0;
            foreach (var row in rows)
            {
                var weight = Probabilities[row] * (1 - Probabilities[row]);
                total += weight;
                AddRow(row, weight, hessian, sums);
            }

            for (var a = 0; a < order; a++)
            {
                var factor = sums[a] / total;
                if (factor != 0)
                {
                    var line = hessian[a];
                    for (var b = 0; b <= a; b++)
                    {
                        line[b] -= factor * sums[b];
                    }
                }
            }
        }

        return (gradient, hessian);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRow(int row, double weight, double[][] hessian, double[] sums)
    {
        var columns = _design.Columns(row);
        var values = _design.Values(row);
        for (var a = 0; a < columns.Length; a++)
        {
            // Columns ascend within a row, so this fills the lower triangle.
            var line = hessian[columns[a]];
            var factor = weight * values[a];
            sums[columns[a]] += factor;
            for (var b = 0; b <= a; b++)
            {
                line[columns[b]] += factor * values[b];
            }
        }
    }
}
