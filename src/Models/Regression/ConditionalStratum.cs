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
    private const double BandDeviations = 9;
    private const int BandExtra = 12;

    private readonly double[][] _x;
    private readonly bool[] _y;
    private readonly int _successes;

    /// <param name="x">For each row the values of the columns, measured from their means in the stratum.</param>
    /// <param name="y">For each row whether it succeeded; some did and some did not.</param>
    public ConditionalStratum(double[][] x, bool[] y)
    {
        _x = x;
        _y = y;
        _successes = y.Count(success => success);
    }

    /// <summary>An upper bound of the states that the chain needs.</summary>
    public static long StatesNeeded(int rows) =>
        (long)(rows + 1) * (long)Math.Min(rows + 1, BandDeviations * Math.Sqrt(rows) + 2 * BandExtra + 2);

    /// <summary>Adds the stratum's gradient and information (lower triangle, row by row) at the coefficients; gives its log likelihood.</summary>
    public double Add(double[] coefficients, double[] gradient, double[] information)
    {
        var p = Probabilities(coefficients);
        var chain = new Chain(p, _successes);
        AddDerivatives(p, chain, gradient, information);
        var sum = -Math.Log(chain.ToGo(0, 0));
        for (var i = 0; i < p.Length; i++)
        {
            sum += Math.Log(_y[i] ? p[i] : 1 - p[i]);
        }

        return sum;
    }

    private double[] Probabilities(double[] coefficients)
    {
        double[] eta = [.. _x.Select(row => Dot(row, coefficients))];
        var (low, high) = (-eta.Max() - 40, -eta.Min() + 40);
        for (var step = 0; step < 200 && high - low > 1e-14 * (1 + Math.Abs(low)); step++)
        {
            var middle = (low + high) / 2;
            (low, high) = eta.Sum(e => 1 / (1 + Math.Exp(-e - middle))) < _successes ? (middle, high) : (low, middle);
        }

        return [.. eta.Select(e => 1 / (1 + Math.Exp(-e - low)))];
    }

    private void AddDerivatives(double[] p, Chain chain, double[] gradient, double[] information)
    {
        var order = gradient.Length;

        // For each state after row i, the mean of the sum of x over later successes.
        var next = new double[_successes + 2][];
        var step = new double[order];
        for (var s = 0; s < next.Length; s++)
        {
            next[s] = new double[order];
        }

        for (var i = p.Length - 1; i >= 0; i--)
        {
            var (first, last) = chain.Band(i);
            for (var s = first; s <= last; s++)
            {
                var toGo = chain.ToGo(i, s);
                var q = toGo > 0 ? p[i] * chain.ToGo(i + 1, s + 1) / toGo : 0;
                for (var k = 0; k < order; k++)
                {
                    step[k] = _x[i][k] + next[s + 1][k] - next[s][k];
                    next[s][k] += q * step[k];
                }

                AddSquare(chain.Reached(i, s) * q * (1 - q), step, information);
            }
        }

        for (var k = 0; k < order; k++)
        {
            gradient[k] -= next[0][k];
        }

        for (var i = 0; i < p.Length; i++)
        {
            for (var k = 0; k < order && _y[i]; k++)
            {
                gradient[k] += _x[i][k];
            }
        }
    }

    private static void AddSquare(double weight, double[] step, double[] information)
    {
        if (weight == 0)
        {
            return;
        }

        for (var j = 0; j < step.Length; j++)
        {
            var scaled = weight * step[j];
            var row = information.AsSpan(j * step.Length, j + 1);
            for (var k = 0; k < row.Length; k++)
            {
                row[k] += scaled * step[k];
            }
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }

    /// <summary>The chain of successes so far, given their number at the end; states outside a band around the mean are left out.</summary>
    private sealed class Chain
    {
        private readonly int[] _first;
        private readonly int[] _last;
        private readonly double[][] _toGo;
        private readonly double[][] _reached;

        public Chain(double[] p, int successes)
        {
            var rows = p.Length;
            (_first, _last, _toGo, _reached) = (new int[rows + 1], new int[rows + 1], new double[rows + 1][], new double[rows + 1][]);
            SetBands(p, successes);
            _toGo[rows] = [1];
            for (var i = rows - 1; i >= 0; i--)
            {
                _toGo[i] = new double[_last[i] - _first[i] + 1];
                for (var s = _first[i]; s <= _last[i]; s++)
                {
                    _toGo[i][s - _first[i]] = (1 - p[i]) * ToGo(i + 1, s) + p[i] * ToGo(i + 1, s + 1);
                }
            }

            _reached[0] = [1];
            for (var i = 0; i < rows; i++)
            {
                _reached[i + 1] = new double[_last[i + 1] - _first[i + 1] + 1];
                for (var s = _first[i]; s <= _last[i]; s++)
                {
                    var q = ToGo(i, s) > 0 ? p[i] * ToGo(i + 1, s + 1) / ToGo(i, s) : 0;
                    AddReached(i + 1, s + 1, Reached(i, s) * q);
                    AddReached(i + 1, s, Reached(i, s) * (1 - q));
                }
            }
        }

        /// <summary>The states before row i.</summary>
        public (int First, int Last) Band(int i) => (_first[i], _last[i]);

        /// <summary>Probability that the rows from i on bring s successes so far to the number at the end.</summary>
        public double ToGo(int i, int s) => s >= _first[i] && s <= _last[i] ? _toGo[i][s - _first[i]] : 0;

        /// <summary>Probability of s successes before row i, given the number at the end.</summary>
        public double Reached(int i, int s) => _reached[i][s - _first[i]];

        private void AddReached(int i, int s, double probability)
        {
            if (s >= _first[i] && s <= _last[i])
            {
                _reached[i][s - _first[i]] += probability;
            }
        }

        private void SetBands(double[] p, int successes)
        {
            var rows = p.Length;
            var total = p.Sum(v => v * (1 - v));
            var (mean, variance) = (0.0, 0.0);
            for (var i = 0; i <= rows; i++)
            {
                var reach = BandDeviations * Math.Sqrt(Math.Max(0, total > 0 ? variance * (total - variance) / total : 0)) + BandExtra;
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
