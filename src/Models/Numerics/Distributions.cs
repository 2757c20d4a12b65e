using MathNet.Numerics;

namespace ReportBuilder.Models.Numerics;

/// <summary>Quantiles and tail probabilities that intervals and tests need.</summary>
internal static class Distributions
{
    /// <summary>The standard normal quantile that leaves (1 − level) / 2 in each tail: 1.96 for 0.95.</summary>
    public static double NormalCritical(double level) => -MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 - level) / 2);

    /// <summary>Probability that a standard normal variable is at least as far from 0 as z.</summary>
    public static double NormalTwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Math.Sqrt(2));

    /// <summary>The quantile of Student's t that leaves (1 − level) / 2 in each tail.</summary>
    public static double StudentCritical(double level, double degreesOfFreedom)
    {
        // MathNet inverts by bracketing to 1e-12; one Newton step on the lower tail brings it to the last digits.
        var tail = (1 - level) / 2;
        var t = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degreesOfFreedom, tail);
        var student = new MathNet.Numerics.Distributions.StudentT(0, 1, degreesOfFreedom);
        return -(t - (student.CumulativeDistribution(t) - tail) / student.Density(t));
    }

    /// <summary>Probability that a chi-squared variable is at least x, to full relative precision far out in the tail.</summary>
    public static double ChiSquaredUpper(double x, int degreesOfFreedom) =>
        x <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, x / 2);
}
