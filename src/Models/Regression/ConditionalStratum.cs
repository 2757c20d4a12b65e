using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// The rows of a stratum and their likelihood given the number of successes, exactly. Shifting all log odds of a stratum changes nothing
/// in it, so they are shifted until the expected number of successes is the number observed; the likelihood is then a ratio of Poisson-binomial
/// probabilities, none of which over- or underflows where it matters. Going through the rows, the number of successes so far is a Markov chain; from
/// its transition probabilities come gradient and information (the sum over rows of the variance of each martingale step).
/// </summary>
internal sealed class ConditionalStratum
{
    /// <summary>Standard deviations, and successes besides, beyond which states of the chain have no weight that a double can add.</summary>
    private const double BandDeviations = 8;
    private const int BandExtra = 12;

    /// <summary>Probability below which a state adds nothing to the information: the rows of a stratum add up to their variance.</summary>
    private const double LeastWeight = 1e-16;

    /// <summary>How near the expected number of successes, in log odds of the shift, is near enough: the likelihood is the same for any shift.</summary>
    private const double ShiftTolerance = 1e-4;

    private readonly RowMatrix _x;
    private readonly bool[] _y;
    private readonly int _successes;

    /// <param name="x">For each row the values of the columns, measured from their means in the stratum.</param>
    /// <param name="y">For each row whether it succeeded; some did and some did not.</param>
    public ConditionalStratum(double[][] x, bool[] y)
    {
        _x = new RowMatrix(x.Length, x[0].Length);
        for (var i = 0; i < x.Length; i++)
        {
            x[i].CopyTo(_x.Values(i));
        }

        _y = y;
        _successes = y.Count(success => success);
    }

    /// <summary>An upper bound of the states that the chain needs.</summary>
    public static long StatesNeeded(int rows) =>
        (long)(rows + 1) * (long)Math.Min(rows + 1, BandDeviations * Math.Sqrt(rows) + 2 * BandExtra + 2);

    /// <summary>Adds the stratum's gradient and information (lower triangle) at the coefficients; gives its log likelihood.</summary>
    public double Add(double[] coefficients, double[] gradient, RowMatrix information)
    {
        var p = Probabilities(coefficients);
        var chain = new Chain(p, _successes);
        AddDerivatives(chain, gradient, information);
        var sum = -Math.Log(chain.Total);
        for (var i = 0; i < p.Length; i++)
        {
            sum += Math.Log(_y[i] ? p[i] : 1 - p[i]);
        }

        return sum;
    }

    private double[] Probabilities(double[] coefficients)
    {
        var eta = new double[_x.RowCount];
        for (var i = 0; i < eta.Length; i++)
        {
            eta[i] = Dot(_x.Values(i), coefficients);
        }

        var (low, high) = (-eta.Max() - 40, -eta.Min() + 40);
        while (high - low > ShiftTolerance * (1 + Math.Abs(low)))
        {
            var middle = (low + high) / 2;
            (low, high) = eta.Sum(e => 1 / (1 + Math.Exp(-e - middle))) < _successes ? (middle, high) : (low, middle);
        }

        return [.. eta.Select(e => 1 / (1 + Math.Exp(-e - low)))];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddDerivatives(Chain chain, double[] gradient, RowMatrix information)
    {
        var rows = _x.RowCount;

        // For each state after row i, the mean of the sum of x over later successes.
        var means = new RowMatrix(_successes + 2, gradient.Length);
        var step = new Vector256<double>[means.Width];
        for (var i = rows - 1; i >= 0; i--)
        {
            ReadOnlySpan<Vector256<double>> x = _x.Row(i);
            var (first, chances, reached) = chain.Before(i);
            for (var state = 0; state < chances.Length; state++)
            {
                var q = chances[state];
                var chance = Vector256.Create(q);
                var own = means.Row(first + state);
                ReadOnlySpan<Vector256<double>> other = means.Row(first + state + 1);
                for (var k = 0; k < step.Length; k++)
                {
                    var change = x[k] + other[k] - own[k];
                    step[k] = change;
                    own[k] += chance * change;
                }

                var weight = reached[state] * q * (1 - q);
                if (weight > LeastWeight)
                {
                    information.AddSquare(weight, step);
                }
            }
        }

        var expected = means.Values(0);
        for (var k = 0; k < gradient.Length; k++)
        {
            gradient[k] -= expected[k];
        }

        for (var i = 0; i < rows; i++)
        {
            var x = _x.Values(i);
            for (var k = 0; k < gradient.Length && _y[i]; k++)
            {
                gradient[k] += x[k];
            }
        }
    }

    private static double Dot(ReadOnlySpan<double> row, double[] coefficients)
    {
        var sum = 0.0;
        for (var k = 0; k < coefficients.Length; k++)
        {
            sum += row[k] * coefficients[k];
        }

        return sum;
    }

    /// <summary>The chain of successes so far, given their number at the end; states outside a band around the mean are left out.</summary>
    private sealed class Chain
    {
        private readonly int[] _first;
        private readonly int[] _last;
        private readonly double[][] _chances;
        private readonly double[][] _reached;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public Chain(double[] p, int successes)
        {
            var rows = p.Length;
            (_first, _last, _chances, _reached) = (new int[rows + 1], new int[rows + 1], new double[rows][], new double[rows + 1][]);
            SetBands(p, successes);
            double[] later = [1];
            for (var i = rows - 1; i >= 0; i--)
            {
                var toGo = new double[_last[i] - _first[i] + 1];
                _chances[i] = new double[toGo.Length];
                var shift = _first[i] - _first[i + 1];
                for (var state = 0; state < toGo.Length; state++)
                {
                    var failure = (1 - p[i]) * At(later, state + shift);
                    var success = p[i] * At(later, state + shift + 1);
                    toGo[state] = failure + success;
                    _chances[i][state] = toGo[state] > 0 ? success / toGo[state] : 0;
                }

                later = toGo;
            }

            Total = later[0];
            _reached[0] = [1];
            for (var i = 0; i < rows; i++)
            {
                var after = new double[_last[i + 1] - _first[i + 1] + 1];
                var shift = _first[i] - _first[i + 1];
                for (var state = 0; state < _reached[i].Length; state++)
                {
                    var (reached, chance) = (_reached[i][state], _chances[i][state]);
                    Add(after, state + shift + 1, reached * chance);
                    Add(after, state + shift, reached * (1 - chance));
                }

                _reached[i + 1] = after;
            }
        }

        /// <summary>Probability of the number of successes at the end.</summary>
        public double Total { get; }

        /// <summary>
        /// Before row i: the lowest state; and for it and those above, the probability that row i is a success, and that of being in the state, both given the
        /// number at the end.
        /// </summary>
        public (int First, double[] Chances, double[] Reached) Before(int i) => (_first[i], _chances[i], _reached[i]);

        private static double At(double[] values, int state) => (uint)state < (uint)values.Length ? values[state] : 0;

        private static void Add(double[] values, int state, double probability)
        {
            if ((uint)state < (uint)values.Length)
            {
                values[state] += probability;
            }
        }

        private void SetBands(double[] p, int successes)
        {
            var rows = p.Length;
            var total = p.Sum(v => v * (1 - v));
            var (mean, variance) = (0.0, 0.0);
            for (var i = 0; i <= rows; i++)
            {
                // The variance of the number so far when that at the end is known, as for a bridge.
                var reach = BandDeviations * Math.Sqrt(total > 0 ? Math.Max(0, variance * (total - variance) / total) : 0) + BandExtra;
                _first[i] = (int)Math.Max(Math.Max(0, successes - (rows - i)), Math.Floor(mean - reach));
                _last[i] = (int)Math.Min(Math.Min(i, successes), Math.Ceiling(mean + reach));
                if (i < rows)
                {
                    mean += p[i];
                    variance += p[i] * (1 - p[i]);
                }
            }
        }
    }
}
