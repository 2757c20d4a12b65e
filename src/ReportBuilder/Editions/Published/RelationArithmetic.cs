using MathNet.Numerics;

namespace ReportBuilder.Editions.Published;

/// <summary>What a quantity may be when those that it follows from may be anything within their ranges.</summary>
internal static class RelationArithmetic
{
    private const double SmallestPValue = 1e-300;

    /// <summary>The range of the quantity.</summary>
    /// <param name="kind">How it follows.</param>
    /// <param name="terms">Ranges of the others, as many as the kind has.</param>
    public static ValueRange RangeOf(RelationKind kind, IReadOnlyList<ValueRange> terms) =>
        kind switch
        {
            RelationKind.Difference => new ValueRange(terms[0].Low - terms[1].High, terms[0].High - terms[1].Low),
            RelationKind.Sum => new ValueRange(terms.Sum(t => t.Low), terms.Sum(t => t.High)),
            RelationKind.Rest => new ValueRange(1 - terms[0].High, 1 - terms[0].Low),
            RelationKind.Exponential => Rising(terms[0], Math.Exp),
            RelationKind.ExponentialLessOne => Rising(terms[0], x => Math.Exp(x) - 1),
            RelationKind.Logistic => Rising(terms[0], x => 1 / (1 + Math.Exp(-x))),
            RelationKind.RatioLessOne => new ValueRange((terms[0].Low / terms[1].High) - 1, (terms[0].High / terms[1].Low) - 1),
            RelationKind.Wald => Wald(terms[0], terms[1]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No arithmetic for it."),
        };

    private static ValueRange Rising(ValueRange x, Func<double, double> function) => new(function(x.Low), function(x.High));

    /// <summary>A standard error printed 0.00 may be so small that z is anything.</summary>
    private static ValueRange Wald(ValueRange coefficient, ValueRange error)
    {
        var nearest = Math.Max(0, Math.Max(coefficient.Low, -coefficient.High));
        var farthest = Math.Max(Math.Abs(coefficient.Low), Math.Abs(coefficient.High));
        var lowest = error.Low > 0 ? TwoSided(farthest / error.Low) : SmallestPValue;
        return new ValueRange(lowest, TwoSided(nearest / error.High));
    }

    // No p-value is nil, however far out it is: nil would lie at the very end of what three stars say, and not within.
    private static double TwoSided(double z) => Math.Max(SpecialFunctions.Erfc(z / Math.Sqrt(2)), SmallestPValue);
}
