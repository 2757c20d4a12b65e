using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Regression;

/// <summary>
/// The rows of groups with both outcomes, and the intercept of each group that makes its expected successes those observed, for any coefficients given: what remains is a
/// likelihood in the coefficients alone.
/// </summary>
internal sealed class GroupIntercepts
{
    private readonly ModelDesign _design;
    private readonly int[][] _members;
    private readonly double[] _intercepts;
    private readonly int _width;

    // Row by row, as every sum here goes.
    private readonly double[] _values;

    private GroupIntercepts(ModelDesign design, int[][] members)
    {
        _design = design;
        _members = members;
        _intercepts = new double[members.Length];
        RowCount = members.Sum(m => m.Length);
        _width = design.Columns.Count;
        _values = new double[design.RowCount * _width];
        for (var column = 0; column < _width; column++)
        {
            var values = design.ColumnValues(column);
            for (var row = 0; row < values.Length; row++)
            {
                _values[row * _width + column] = values[row];
            }
        }
    }

    /// <summary>Log likelihood with intercepts at their optimum, its gradient and its negative Hessian in the coefficients.</summary>
    internal sealed record State(double LogLikelihood, double[] Gradient, double[] Information);

    public int GroupCount => _members.Length;

    public int RowCount { get; }

    public static GroupIntercepts Of(ModelDesign design, Categorical groups) =>
        new(
            design,
            [
                .. Enumerable
                    .Range(0, design.RowCount)
                    .Where(row => groups.LevelOf(design.UsedRows[row]) is not null)
                    .GroupBy(row => groups.LevelOf(design.UsedRows[row])!.Value)
                    .OrderBy(group => group.Key)
                    .Select(group => group.ToArray())
                    .Where(rows => rows.Any(row => design.Outcome[row] != design.Outcome[rows[0]])),
            ]
        );

    /// <summary>The columns that vary within groups and are no combination of earlier ones there.</summary>
    public int[] Independent(int[] columns, double tolerance)
    {
        var products = Centred(columns);
        var order = columns.Length;
        var kept = new List<int>();
        // Cholesky, leaving out a column of which earlier ones leave next to nothing.
        var factor = new double[order * order];
        for (var j = 0; j < order; j++)
        {
            var left = products[j * order + j];
            for (var k = 0; k < kept.Count; k++)
            {
                var value = products[j * order + kept[k]];
                for (var m = 0; m < k; m++)
                {
                    value -= factor[j * order + m] * factor[kept[k] * order + m];
                }

                factor[j * order + k] = value / factor[kept[k] * order + k];
                left -= factor[j * order + k] * factor[j * order + k];
            }

            // Held against the whole variation of the column: what rounding leaves of it within groups is not variation.
            if (left > tolerance * Variation(columns[j]))
            {
                factor[j * order + kept.Count] = Math.Sqrt(left);
                kept.Add(j);
            }
        }

        return [.. kept.Select(k => columns[k])];
    }

    /// <summary>Solves for the intercepts, warm from the last call, and sums up.</summary>
    public State Evaluate(double[] coefficients, int[] columns)
    {
        var order = columns.Length;
        var (likelihood, gradient, information) = (0.0, new double[order], new RowMatrix(order, order));
        var predictor = Predictor(coefficients);
        // What the intercepts take off the information, a row a group.
        var weighted = new RowMatrix(1, order);
        var taken = new RowMatrix(order, order);
        var values = new RowMatrix(1, order);
        for (var g = 0; g < _members.Length; g++)
        {
            _intercepts[g] = Intercept(_members[g], predictor, _intercepts[g]);
            var total = 0.0;
            weighted.Clear();
            foreach (var i in _members[g])
            {
                var logOdds = predictor[i] + _intercepts[g];
                var p = 1 / (1 + Math.Exp(-logOdds));
                var (y, w) = (_design.Outcome[i], p * (1 - p));
                likelihood += y * logOdds - (logOdds > 0 ? logOdds + Math.Log(1 + Math.Exp(-logOdds)) : Math.Log(1 + Math.Exp(logOdds)));
                total += w;
                var row = values.Values(0);
                for (var k = 0; k < order; k++)
                {
                    row[k] = At(i, columns[k]);
                    gradient[k] += (y - p) * row[k];
                }

                RowMatrix.Add(weighted.Row(0), w, values.Row(0));
                information.AddSquare(w, values.Row(0));
            }

            taken.AddSquare(1 / total, weighted.Row(0));
        }

        for (var k = 0; k < order; k++)
        {
            RowMatrix.Add(information.Row(k), -1, taken.Row(k));
        }

        return new State(likelihood, gradient, information.ToSymmetric());
    }

    /// <summary>
    /// The average contrast of a 0/1 column over all rows here. Its variance is that through the coefficients, the intercepts following them, and that of the
    /// intercepts given the coefficients.
    /// </summary>
    public AverageContrast Contrast(double[] coefficients, CoefficientCovariance covariance, int column, double level)
    {
        var predictor = Predictor(coefficients);
        var gradient = new double[covariance.Order];
        var (value, own) = (0.0, 0.0);
        foreach (var members in _members)
        {
            var intercept = Intercept(members, predictor, 0);
            var (information, effect) = (0.0, 0.0);
            var moves = new double[covariance.Order];
            foreach (var i in members)
            {
                var rest = predictor[i] + intercept - At(i, column) * coefficients[column];
                var high = 1 / (1 + Math.Exp(-rest - coefficients[column]));
                var low = 1 / (1 + Math.Exp(-rest));
                var p = 1 / (1 + Math.Exp(-predictor[i] - intercept));
                var (highSlope, lowSlope, w) = (high * (1 - high), low * (1 - low), p * (1 - p));
                value += high - low;
                effect += highSlope - lowSlope;
                information += w;
                for (var k = 0; k < moves.Length; k++)
                {
                    var x = At(i, covariance.Columns[k]);
                    moves[k] -= w * x;
                    gradient[k] += covariance.Columns[k] == column ? highSlope : (highSlope - lowSlope) * x;
                }
            }

            for (var k = 0; k < moves.Length; k++)
            {
                gradient[k] += effect * moves[k] / information;
            }

            own += effect * effect / information;
        }

        double[] mean = [.. gradient.Select(v => v / RowCount)];
        var variance = covariance.QuadraticForm(mean) + own / RowCount / RowCount;
        return AverageContrast.From(value / RowCount, Math.Sqrt(variance), level);
    }

    /// <summary>Sum of squares of a column about its mean over all rows here.</summary>
    private double Variation(int column)
    {
        var rows = _members.SelectMany(m => m).ToArray();
        var mean = rows.Average(i => At(i, column));
        // A constant leaves the rounding of its mean, a trifle of its size.
        return rows.Sum(i => (At(i, column) - mean) * (At(i, column) - mean)) + 1e-12 * rows.Sum(i => At(i, column) * At(i, column));
    }

    private double At(int row, int column) => _values[row * _width + column];

    private double[] Predictor(double[] coefficients)
    {
        var predictor = new double[_design.RowCount];
        for (var column = 0; column < coefficients.Length; column++)
        {
            for (var i = 0; i < predictor.Length && coefficients[column] != 0; i++)
            {
                predictor[i] += coefficients[column] * At(i, column);
            }
        }

        return predictor;
    }

    /// <summary>Where the expected successes of a group are those observed: Newton, kept within a bracket that halves.</summary>
    private double Intercept(int[] members, double[] predictor, double start)
    {
        var successes = members.Sum(i => _design.Outcome[i]);
        var share = Math.Log(successes / (members.Length - successes));
        // Between the crude log odds less the largest and the smallest predictor lies the root.
        var (low, high) = (share - members.Max(i => predictor[i]), share - members.Min(i => predictor[i]));
        var value = Math.Clamp(start, low, high);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var (excess, slope) = (-successes, 0.0);
            foreach (var i in members)
            {
                var p = 1 / (1 + Math.Exp(-predictor[i] - value));
                excess += p;
                slope += p * (1 - p);
            }

            (low, high) = excess > 0 ? (low, value) : (value, high);
            var next = value - excess / slope;
            next = next >= low && next <= high ? next : (low + high) / 2;
            if (Math.Abs(next - value) <= 1e-13 * (1 + Math.Abs(value)))
            {
                return next;
            }

            value = next;
        }

        return value;
    }

    /// <summary>Cross products of columns less their group means.</summary>
    private double[] Centred(int[] columns)
    {
        var order = columns.Length;
        var (products, values) = (new RowMatrix(order, order), new RowMatrix(1, order));
        foreach (var members in _members)
        {
            double[] means = [.. columns.Select(c => members.Average(i => At(i, c)))];
            foreach (var i in members)
            {
                var row = values.Values(0);
                for (var k = 0; k < order; k++)
                {
                    row[k] = At(i, columns[k]) - means[k];
                }

                products.AddSquare(1, values.Row(0));
            }
        }

        return products.ToSymmetric();
    }
}
