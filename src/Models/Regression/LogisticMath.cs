namespace ReportBuilder.Models.Regression;

/// <summary>The logistic distribution function and its derivatives, without cancellation in the tails.</summary>
internal static class LogisticMath
{
    /// <summary>Probability of an outcome of 1 at log odds η.</summary>
    public static double Probability(double linear) => 1 / (1 + Math.Exp(-linear));

    /// <summary>p(1 − p): the derivative of the probability with respect to the log odds.</summary>
    public static double Weight(double linear)
    {
        var small = Math.Exp(-Math.Abs(linear));
        return small / ((1 + small) * (1 + small));
    }

    /// <summary>p(1 − p)(1 − 2p): the second derivative.</summary>
    public static double Curvature(double linear) => -Math.Tanh(linear / 2) * Weight(linear);
}
