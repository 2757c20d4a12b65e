namespace ReportBuilder.Models.Contribution;

/// <summary>The rows of a group: probability and factor of each (weights that sum to 1), and what they add up to.</summary>
internal sealed class GroupRows
{
    private readonly double[] _probabilities;
    private readonly double[] _factors;

    public GroupRows(double[] probabilities, double[] factors, double actual, int successes, double modelShare)
    {
        _probabilities = probabilities;
        _factors = factors;
        Actual = actual;
        Successes = successes;
        for (var i = 0; i < probabilities.Length; i++)
        {
            Expected += factors[i] * probabilities[i];
            KnownVariance += factors[i] * factors[i] * probabilities[i] * (1 - probabilities[i]);
        }

        VarianceFactor = 1 + modelShare / (KnownVariance > 0 ? KnownVariance : 1);
    }

    public int Count => _probabilities.Length;

    public int Successes { get; }

    public double Expected { get; }

    public double Actual { get; }

    /// <summary>Variance of the actual share with the probabilities known.</summary>
    public double KnownVariance { get; }

    /// <summary>What the model's uncertainty multiplies it by.</summary>
    public double VarianceFactor { get; }

    public double Variance => KnownVariance * VarianceFactor;

    public bool HasEqualFactors => Array.TrueForAll(_factors, factor => factor == _factors[0]);

    /// <summary>Probabilities when the log odds of every row are shifted.</summary>
    public double[] Shifted(double shift)
    {
        var odds = Math.Exp(shift);
        return [.. _probabilities.Select(p => Shift(p, odds))];
    }

    /// <summary>Mean and variance of the actual share when the log odds of every row are shifted.</summary>
    public (double Mean, double Variance) Moments(double shift)
    {
        var odds = Math.Exp(shift);
        var (mean, variance) = (0.0, 0.0);
        for (var i = 0; i < _probabilities.Length; i++)
        {
            var p = Shift(_probabilities[i], odds);
            mean += _factors[i] * p;
            variance += _factors[i] * _factors[i] * p * (1 - p);
        }

        return (mean, variance * VarianceFactor);
    }

    private static double Shift(double p, double odds) => p * odds / (1 - p + p * odds);
}
