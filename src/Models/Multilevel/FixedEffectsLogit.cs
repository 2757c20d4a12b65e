using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// Logistic regression with a dummy for each group, R's <c>glm(y ~ x + factor(g))</c>, without making the dummies: as their block of the
/// information is diagonal they are eliminated in each Newton step, so work does not grow with their number. Columns are centred
/// within groups, which moves the dummies' coefficients alone; those of which nothing is left are set aside, as are, column by column,
/// combinations of earlier ones, and groups with one outcome only.
/// </summary>
internal sealed class FixedEffectsLogit
{
    private const int MaxIterations = 60;
    private const int MaxHalvings = 30;
    private const double Tolerance = 1e-18;

    /// <summary>Share of a column left by groups and earlier columns below which it is taken to be explained by them.</summary>
    private const double Explained = 1e-9;

    private readonly int[] _group;
    private readonly double[] _outcome;
    private readonly int _groups;
    private double[][] _columns = [];
    private double[] _residuals;
    private double[] _weights;

    private FixedEffectsLogit(int[] group, double[] outcome, int groups)
    {
        (_group, _outcome, _groups) = (group, outcome, groups);
        _residuals = new double[group.Length];
        _weights = new double[group.Length];
        Coefficients = [];
        SetAside = [];
    }

    public bool IsConverged { get; private set; }

    public int RowCount => _group.Length;

    public int GroupCount => _groups;

    /// <summary>A column of the design each; null where there is no estimate.</summary>
    public IReadOnlyList<CoefficientEstimate?> Coefficients { get; private set; }

    /// <summary>Groups with one outcome only.</summary>
    public IReadOnlyList<(int Level, int Rows, bool Outcome)> SetAside { get; private init; }

    public static FixedEffectsLogit Fit(ModelDesign design, UsedLevels levels, double confidence)
    {
        var (rows, successes) = (new int[levels.Given.Length], new int[levels.Given.Length]);
        for (var i = 0; i < design.RowCount; i++)
        {
            rows[levels.Codes[i]]++;
            successes[levels.Codes[i]] += design.Outcome[i] > 0 ? 1 : 0;
        }

        var place = new int[rows.Length];
        var count = 0;
        var aside = new List<(int, int, bool)>();
        for (var level = 0; level < rows.Length; level++)
        {
            var isMixed = successes[level] > 0 && successes[level] < rows[level];
            place[level] = isMixed ? count++ : -1;
            if (!isMixed)
            {
                aside.Add((level, rows[level], successes[level] > 0));
            }
        }

        int[] kept = [.. Enumerable.Range(0, design.RowCount).Where(i => place[levels.Codes[i]] >= 0)];
        var fit = new FixedEffectsLogit([.. kept.Select(i => place[levels.Codes[i]])], [.. kept.Select(i => design.Outcome[i])], count)
        {
            SetAside = aside,
        };
        fit.Run(design, kept, confidence);
        return fit;
    }

    private void Run(ModelDesign design, int[] kept, double confidence)
    {
        var estimates = new CoefficientEstimate?[design.Columns.Count];
        Coefficients = estimates;
        var (places, scales) = Within(design, kept);
        if (RowCount == 0)
        {
            return;
        }

        var coefficients = new double[places.Count];
        if (Climb(coefficients) is not { } information)
        {
            return;
        }

        IsConverged = true;
        for (var j = 0; j < places.Count; j++)
        {
            var unit = new double[places.Count];
            unit[j] = 1;
            information.SolveLower(unit);
            estimates[places[j]] = CoefficientEstimate.From(
                coefficients[j] / scales[j],
                Math.Sqrt(unit.Sum(v => v * v)) / scales[j],
                confidence
            );
        }
    }

    /// <summary>Columns centred within groups and scaled to mean square 1, those explained left out.</summary>
    private (List<int> Places, List<double> Scales) Within(ModelDesign design, int[] kept)
    {
        var (places, scales, columns, orthogonal) = (new List<int>(), new List<double>(), new List<double[]>(), new List<double[]>());
        for (var j = 1; j < design.Columns.Count && kept.Length > 0; j++)
        {
            var all = design.ColumnValues(j);
            var values = new double[kept.Length];
            for (var i = 0; i < kept.Length; i++)
            {
                values[i] = all[kept[i]];
            }

            var raw = Math.Sqrt(ColumnArithmetic.Dot(values, values) / values.Length);
            Centre(values);
            var scale = Math.Sqrt(ColumnArithmetic.Dot(values, values) / values.Length);
            if (!(scale > Explained * raw))
            {
                continue;
            }

            values = [.. values.Select(v => v / scale)];
            var rest = (double[])values.Clone();
            foreach (var other in orthogonal)
            {
                ColumnArithmetic.Subtract(rest, ColumnArithmetic.Dot(other, rest) / rest.Length, other);
            }

            var left = Math.Sqrt(ColumnArithmetic.Dot(rest, rest) / rest.Length);
            if (left > Explained)
            {
                orthogonal.Add([.. rest.Select(v => v / left)]);
                columns.Add(values);
                places.Add(j);
                scales.Add(scale);
            }
        }

        _columns = [.. columns];
        return (places, scales);
    }

    private void Centre(double[] values)
    {
        var (sums, counts) = (new double[_groups], new int[_groups]);
        for (var i = 0; i < values.Length; i++)
        {
            sums[_group[i]] += values[i];
            counts[_group[i]]++;
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= sums[_group[i]] / counts[_group[i]];
        }
    }

    /// <summary>Newton; gives the information about the coefficients, the dummies eliminated, or null when no top was found.</summary>
    private CholeskyFactor? Climb(double[] coefficients)
    {
        var width = coefficients.Length;
        var intercepts = new double[_groups];
        var value = Evaluate(coefficients, intercepts);
        for (var iteration = 0; iteration <= MaxIterations; iteration++)
        {
            var (residuals, weights) = (new double[_groups], new double[_groups]);
            var sums = new double[width * _groups];
            for (var i = 0; i < _group.Length; i++)
            {
                residuals[_group[i]] += _residuals[i];
                weights[_group[i]] += _weights[i];
            }

            double[][] weighted = [.. _columns.Select((column, j) => Weigh(column, sums.AsSpan(j * _groups, _groups)))];
            var matrix = new double[width * width];
            var step = new double[width];
            double[][] shares = [.. Enumerable.Range(0, width).Select(j => Shares(sums.AsSpan(j * _groups, _groups), weights))];
            for (var j = 0; j < width; j++)
            {
                step[j] = ColumnArithmetic.Dot(_columns[j], _residuals) - ColumnArithmetic.Dot(shares[j], residuals);
                for (var k = 0; k <= j; k++)
                {
                    matrix[j * width + k] =
                        ColumnArithmetic.Dot(weighted[j], _columns[k]) - ColumnArithmetic.Dot(shares[j], sums.AsSpan(k * _groups, _groups));
                    matrix[k * width + j] = matrix[j * width + k];
                }
            }

            if (CholeskyFactor.TryFactor(matrix, width) is not { } information)
            {
                return null;
            }

            information.SolveLower(step);
            var decrement = step.Sum(v => v * v) + residuals.Zip(weights, (r, w) => r * r / w).Sum();
            if (decrement <= Tolerance)
            {
                return information;
            }

            information.SolveUpper(step);
            double[] moves =
            [
                .. Enumerable.Range(0, _groups).Select(g => residuals[g] / weights[g] - step.Select((s, j) => s * shares[j][g]).Sum()),
            ];
            if (!TryStep(coefficients, intercepts, step, moves, ref value))
            {
                return null;
            }
        }

        return null;
    }

    private bool TryStep(double[] coefficients, double[] intercepts, double[] step, double[] moves, ref double value)
    {
        var factor = 1.0;
        for (var halving = 0; halving <= MaxHalvings; halving++)
        {
            double[] candidate = [.. coefficients.Zip(step, (c, s) => c + factor * s)];
            double[] levels = [.. intercepts.Zip(moves, (c, s) => c + factor * s)];
            var there = Evaluate(candidate, levels);
            if (there >= value - 1e-10 * (1 + Math.Abs(value)))
            {
                candidate.CopyTo(coefficients, 0);
                levels.CopyTo(intercepts, 0);
                value = there;
                return true;
            }

            factor /= 2;
        }

        return false;
    }

    private double[] Weigh(double[] column, Span<double> sums)
    {
        var weighted = new double[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            weighted[i] = _weights[i] * column[i];
            sums[_group[i]] += weighted[i];
        }

        return weighted;
    }

    private static double[] Shares(ReadOnlySpan<double> sums, double[] weights)
    {
        var shares = new double[weights.Length];
        for (var g = 0; g < shares.Length; g++)
        {
            shares[g] = sums[g] / weights[g];
        }

        return shares;
    }

    private double Evaluate(double[] coefficients, double[] intercepts)
    {
        var linear = new double[_group.Length];
        for (var j = 0; j < coefficients.Length; j++)
        {
            ColumnArithmetic.Subtract(linear, -coefficients[j], _columns[j]);
        }

        var sum = 0.0;
        for (var i = 0; i < linear.Length; i++)
        {
            var eta = linear[i] + intercepts[_group[i]];
            var e = Math.Exp(-Math.Abs(eta));
            var larger = 1 / (1 + e);
            _residuals[i] = _outcome[i] - (eta >= 0 ? larger : e * larger);
            _weights[i] = e * larger * larger;
            sum += Math.Min((2 * _outcome[i] - 1) * eta, 0) - Math.Log(1 + e);
        }

        return sum;
    }
}
