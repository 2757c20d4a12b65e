namespace ReportBuilder.Models.Descriptive;

/// <summary>Whether a weighted statistic could be computed.</summary>
public enum WeightedStatus
{
    /// <summary>It could.</summary>
    Computed,

    /// <summary>No row has a value and a weight above 0.</summary>
    NoRows,

    /// <summary>A weight is negative.</summary>
    NegativeWeight,

    /// <summary>A weight is infinite or not a number.</summary>
    WeightNotFinite,
}

/// <summary>Weights of rows.</summary>
internal static class Weights
{
    /// <summary>What is wrong with the weights, of all rows given; null when nothing is.</summary>
    public static WeightedStatus? Problem(IReadOnlyList<double> weights) =>
        !weights.All(double.IsFinite) ? WeightedStatus.WeightNotFinite
        : weights.Any(weight => weight < 0) ? WeightedStatus.NegativeWeight
        : null;

    /// <summary>Kish's effective number of rows, (Σw)²/Σw²: equal weights give the number itself.</summary>
    public static double EffectiveCount(IEnumerable<double> weights)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return sum * sum / squares;
    }

    public static void CheckCount(int rows, IReadOnlyList<double> weights)
    {
        if (weights.Count != rows)
        {
            throw new ArgumentException($"{weights.Count} weights for {rows} rows.", nameof(weights));
        }
    }
}
