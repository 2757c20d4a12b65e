using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Descriptive;

/// <summary>Mean, spread and quantiles of a numeric variable with weighted rows. Immutable.</summary>
public sealed record WeightedSummary
{
    /// <summary>Two rows of equal weight, but for rounding.</summary>
    private const double LeastEffective = 2 - 1e-9;

    private readonly double[] _values;
    private readonly double[] _weights;

    private WeightedSummary(double[] values, double[] weights) => (_values, _weights) = (values, weights);

    /// <summary>Whether it could be computed.</summary>
    public required WeightedStatus Status { get; init; }

    /// <summary>Rows with a value and a weight above 0.</summary>
    public int Count => _values.Length;

    /// <summary>Rows without a value, or of weight 0.</summary>
    public int Left { get; private init; }

    /// <summary>Effective number of rows, (Σw)²/Σw²; null unless computed.</summary>
    public double? EffectiveCount { get; private init; }

    /// <summary>Σwx/Σw; null unless computed.</summary>
    public double? Mean { get; private init; }

    /// <summary>√(Σw(x − mean)²/(Σw − Σw²/Σw)), as R's <c>cov.wt(method = "unbiased")</c>; null with fewer than two rows.</summary>
    public double? StandardDeviation { get; private init; }

    /// <summary>Standard deviation / √(effective number of rows); null with fewer than two rows.</summary>
    public double? StandardError { get; private init; }

    /// <summary>
    /// t interval of the mean with effective number − 1 degrees of freedom; null when the effective number is below 2, as such an interval would say nothing.
    /// </summary>
    public ConfidenceInterval? Interval { get; private init; }

    /// <summary>Summarises the values.</summary>
    /// <param name="values">One a row, null where missing; one that is not finite counts as missing.</param>
    /// <param name="weights">One a row.</param>
    /// <param name="level">Confidence level.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static WeightedSummary Of(
        IReadOnlyList<double?> values,
        IReadOnlyList<double> weights,
        double level = ConfidenceInterval.DefaultLevel
    )
    {
        ConfidenceInterval.CheckLevel(level);
        Weights.CheckCount(values.Count, weights);
        if (Weights.Problem(weights) is { } problem)
        {
            return new WeightedSummary([], []) { Status = problem };
        }

        var sorted = Enumerable
            .Range(0, values.Count)
            .Where(row => values[row] is { } value && double.IsFinite(value) && weights[row] > 0)
            .Select(row => (Value: values[row].GetValueOrDefault(), Weight: weights[row]))
            .OrderBy(row => row.Value)
            .ToArray();
        if (sorted.Length == 0)
        {
            return new WeightedSummary([], []) { Status = WeightedStatus.NoRows, Left = values.Count };
        }

        var total = sorted.Sum(row => row.Weight);
        var rough = sorted.Sum(row => row.Weight * row.Value) / total;
        var mean = rough + sorted.Sum(row => row.Weight * (row.Value - rough)) / total;
        var effective = Weights.EffectiveCount(sorted.Select(row => row.Weight));
        var divisor = total - total / effective;
        double? deviation =
            sorted.Length > 1 ? Math.Sqrt(sorted.Sum(row => row.Weight * (row.Value - mean) * (row.Value - mean)) / divisor) : null;
        var error = deviation / Math.Sqrt(effective);
        var reach = effective < LeastEffective ? null : Distributions.StudentCritical(level, effective - 1) * error;
        return new WeightedSummary([.. sorted.Select(row => row.Value)], [.. sorted.Select(row => row.Weight)])
        {
            Status = WeightedStatus.Computed,
            Left = values.Count - sorted.Length,
            EffectiveCount = effective,
            Mean = mean,
            StandardDeviation = deviation,
            StandardError = error,
            Interval = reach is { } r ? new ConfidenceInterval(mean - r, mean + r, level) : null,
        };
    }

    /// <summary>
    /// The smallest value such that values up to it have at least the share of all weight: the inverse of the weighted distribution function. With whole
    /// weights it is quantile type 1 of the values repeated so many times. Null without rows.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not from 0 to 1.</exception>
    public double? Quantile(double probability)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies from 0 to 1.");
        }

        if (_values.Length == 0)
        {
            return null;
        }

        // Sums of weights carry rounding; a share this close is reached.
        var wanted = probability * _weights.Sum() * (1 - 1e-12);
        var sum = 0.0;
        for (var i = 0; i < _values.Length; i++)
        {
            sum += _weights[i];
            if (sum >= wanted)
            {
                return _values[i];
            }
        }

        return _values[^1];
    }
}
