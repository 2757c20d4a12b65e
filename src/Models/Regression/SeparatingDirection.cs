namespace ReportBuilder.Models.Regression;

/// <summary>
/// Decides whether some direction separates the outcomes, by least squares with coefficients that may not be negative (Lawson and Hanson
/// 1974, Solving Least Squares Problems, ch. 23). With m the signed rows, none does when Σaᵢmᵢ = 0 for some a that are all above 0
/// (Stiemke's theorem), so with a = 1 + b: when min |Σbᵢmᵢ + Σmᵢ| over b ≥ 0 is nought. When it is not, what is left at the minimum is a direction that
/// separates. Likewise none separates completely when Σaᵢmᵢ = 0 for some a ≥ 0 that add up to 1 (Gordan's theorem). These are the linear
/// programs of Konis (2007) by their duals, decided in a finite number of steps.
/// </summary>
internal sealed class SeparatingDirection
{
    /// <summary>What is left of a target of length 1 when it is reached but for rounding.</summary>
    private const double Reached = 1e-12;

    /// <summary>Rounding of the product of a row and what is left.</summary>
    private const double Rounding = 1e-14;

    /// <summary>Cosine of row and direction that is told from nought.</summary>
    private const double ProvenMargin = 1e-9;

    /// <summary>Share left of a row below which it lies in the span of those chosen.</summary>
    private const double Dependent = 1e-11;

    private readonly SignedRows _rows;
    private readonly bool _complete;
    private readonly int _width;
    private readonly double[] _target;
    private readonly List<int> _chosen = [];
    private readonly List<double[]> _orthogonal = [];
    private readonly List<double[]> _triangle = [];
    private List<double> _factors = [];
    private double[] _rest;

    private SeparatingDirection(SignedRows rows, bool complete, double[] target)
    {
        _rows = rows;
        _complete = complete;
        _width = target.Length;
        _target = Unit(target);
        _rest = [.. _target];
    }

    /// <summary>
    /// A direction with which no row has a product below nought and some row (or, completely, every row) has one above; null when there is
    /// none.
    /// </summary>
    public static double[]? Find(SignedRows rows, bool complete) =>
        new SeparatingDirection(rows, complete, complete ? Last(rows.Width + 1) : MinusSum(rows)).Search();

    /// <summary>
    /// Whether the coefficient t'θ can grow for ever while no row's linear predictor moves away from its outcome (Farkas's lemma: it cannot
    /// when Σbᵢmᵢ = −t for some b ≥ 0).
    /// </summary>
    public static bool LetsGrow(SignedRows rows, double[] factors) =>
        new SeparatingDirection(rows, complete: false, [.. factors.Select(factor => -factor)]).Search() is not null;

    private double[]? Search()
    {
        var passed = new HashSet<int>();

        // Every round lowers the distance to the target, so no choice of rows comes again; the bound is against rounding only.
        for (var round = 0; round < 100 + 20 * (_rows.Count + _width); round++)
        {
            if (Length(_rest) <= Reached)
            {
                return null;
            }

            var next = Best(passed);
            if (next < 0)
            {
                double[] direction = [.. _rest.Take(_rows.Width).Select(value => -value)];
                return IsProof(direction) ? direction : null;
            }

            // A row in the span of those chosen cannot lower the distance, whatever rounding says of it.
            if (!TryChoose(next))
            {
                passed.Add(next);
                continue;
            }

            if (Settle())
            {
                passed.Clear();
            }
            else
            {
                passed.Add(next);
            }
        }

        return null;
    }

    /// <summary>Holds every row against the direction: in data at the edge of what doubles tell apart, one that rounding made is no answer.</summary>
    private bool IsProof(double[] direction) =>
        _rows.Multiply(direction).Min() >= (_complete ? ProvenMargin : -ProvenMargin) * Length(direction);

    /// <summary>The row that points most towards what is left; −1 when none does.</summary>
    private int Best(HashSet<int> passed)
    {
        var products = _rows.Multiply(_rest.AsSpan(0, _rows.Width));
        var offset = _complete ? _rest[^1] : 0;
        var (best, most) = (-1, Math.Max(Rounding, 1e-12 * Length(_rest)));
        for (var row = 0; row < products.Length; row++)
        {
            if (products[row] + offset > most && !passed.Contains(row) && !_chosen.Contains(row))
            {
                (best, most) = (row, products[row] + offset);
            }
        }

        return best;
    }

    private bool TryChoose(int row)
    {
        var values = new double[_width];
        _rows.CopyRow(row, values);
        if (_complete)
        {
            values[^1] = 1;
        }

        var column = new double[_orthogonal.Count + 1];
        var length = Length(values);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var k = 0; k < _orthogonal.Count; k++)
            {
                var projection = Dot(_orthogonal[k], values);
                column[k] += projection;
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] -= projection * _orthogonal[k][i];
                }
            }
        }

        var left = Length(values);
        if (left <= Dependent * length)
        {
            return false;
        }

        column[^1] = left;
        _orthogonal.Add([.. values.Select(value => value / left)]);
        _triangle.Add(column);
        _chosen.Add(row);
        _factors.Add(0);
        return true;
    }

    /// <summary>Solves for the rows chosen, letting go of those whose factor would fall below 0; false when the newest goes at once.</summary>
    private bool Settle()
    {
        var newest = _chosen[^1];
        var moved = false;
        while (true)
        {
            var solution = Solve();
            if (solution.TrueForAll(value => value > 0))
            {
                _factors = solution;
                _rest = [.. _target];
                foreach (var direction in _orthogonal)
                {
                    var projection = Dot(direction, _rest);
                    for (var i = 0; i < _rest.Length; i++)
                    {
                        _rest[i] -= projection * direction[i];
                    }
                }

                return moved || _chosen.Contains(newest);
            }

            var share = 1.0;
            for (var i = 0; i < solution.Count; i++)
            {
                if (solution[i] <= 0)
                {
                    share = Math.Min(share, _factors[i] == 0 ? 0 : _factors[i] / (_factors[i] - solution[i]));
                }
            }

            moved |= share > 0;
            var kept = new List<(int Row, double Factor)>();
            for (var i = 0; i < solution.Count; i++)
            {
                var factor = _factors[i] + share * (solution[i] - _factors[i]);
                if (solution[i] > 0 || factor > 1e-15 * Math.Abs(_factors[i] - solution[i]))
                {
                    kept.Add((_chosen[i], factor));
                }
            }

            Rebuild(kept);
        }
    }

    private void Rebuild(List<(int Row, double Factor)> kept)
    {
        _chosen.Clear();
        _orthogonal.Clear();
        _triangle.Clear();
        _factors.Clear();
        foreach (var (row, factor) in kept)
        {
            if (TryChoose(row))
            {
                _factors[^1] = factor;
            }
        }
    }

    private List<double> Solve()
    {
        double[] solution = [.. _orthogonal.Select(direction => Dot(direction, _target))];
        for (var i = solution.Length - 1; i >= 0; i--)
        {
            solution[i] /= _triangle[i][i];
            for (var k = 0; k < i; k++)
            {
                solution[k] -= _triangle[i][k] * solution[i];
            }
        }

        return [.. solution];
    }

    private static double[] MinusSum(SignedRows rows)
    {
        var sum = new double[rows.Width];
        var row = new double[rows.Width];
        for (var i = 0; i < rows.Count; i++)
        {
            rows.CopyRow(i, row);
            for (var k = 0; k < sum.Length; k++)
            {
                sum[k] -= row[k];
            }
        }

        return sum;
    }

    private static double[] Unit(double[] vector)
    {
        var length = Length(vector);
        return length > 0 ? [.. vector.Select(value => value / length)] : vector;
    }

    private static double[] Last(int width)
    {
        var vector = new double[width];
        vector[^1] = 1;
        return vector;
    }

    private static double Length(double[] vector) => Math.Sqrt(Dot(vector, vector));

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
