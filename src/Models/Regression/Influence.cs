using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReportBuilder.Models.Regression;

/// <summary>What each row used means to a fit; every list has one number a row used, in their order.</summary>
public sealed record RowInfluence
{
    /// <summary>Diagonal of the hat matrix W^½X(X'WX)⁻¹X'W^½, from 0 to 1; they add up to the number of coefficients (R's <c>hatvalues</c>).</summary>
    public required ImmutableArray<double> Leverages { get; init; }

    /// <summary>(y − p) / √(p(1 − p)), times √w with prior weights w.</summary>
    public required ImmutableArray<double> PearsonResiduals { get; init; }

    /// <summary>Signed square root of the row's part of the deviance; their squares add up to it.</summary>
    public required ImmutableArray<double> DevianceResiduals { get; init; }

    /// <summary>Pearson residuals divided by √(1 − leverage).</summary>
    public required ImmutableArray<double> StandardisedPearsonResiduals { get; init; }

    /// <summary>Deviance residuals divided by √(1 − leverage) (R's <c>rstandard</c>).</summary>
    public required ImmutableArray<double> StandardisedDevianceResiduals { get; init; }

    /// <summary>
    /// How far the coefficients move when the row is left out, by one step: standardised Pearson residual² · leverage /
    /// ((1 − leverage) · rank) (Pregibon 1981; R's <c>cooks.distance</c>).
    /// </summary>
    public required ImmutableArray<double> CooksDistances { get; init; }
}

/// <summary>Leverage, residuals and Cook's distance of a logistic model (Pregibon 1981, Annals of Statistics 9: 705–724).</summary>
public static class Influence
{
    /// <summary>The influence of each row; null when the model has no estimates.</summary>
    public static RowInfluence? Of(LogisticFit fit)
    {
        if (fit.Estimates is not { } estimates)
        {
            return null;
        }

        var model = WorkingModel.Of(fit, estimates);
        var leverages = Leverages(model);
        var linear = model.LinearPredictors();
        var (pearson, deviance) = (new double[linear.Length], new double[linear.Length]);
        var (standardPearson, standardDeviance, cook) = (new double[linear.Length], new double[linear.Length], new double[linear.Length]);
        for (var row = 0; row < linear.Length; row++)
        {
            var sign = 2 * fit.Design.Outcome[row] - 1;
            var margin = sign * linear[row];

            // (y − p)/√(p(1 − p)) is √((1 − p)/p) for an outcome of 1, and deviance is −2 log p, both from the margin without cancellation.
            var weight = model.Weight(row);
            pearson[row] = sign * Math.Sqrt(weight) * Math.Exp(-margin / 2);
            deviance[row] = sign * Math.Sqrt(2 * weight * LogOnePlusExp(-margin));
            var free = 1 - leverages[row];
            standardPearson[row] = pearson[row] / Math.Sqrt(free);
            standardDeviance[row] = deviance[row] / Math.Sqrt(free);
            cook[row] = standardPearson[row] * standardPearson[row] * leverages[row] / (free * estimates.Rank);
        }

        return new RowInfluence
        {
            Leverages = ImmutableCollectionsMarshal.AsImmutableArray(leverages),
            PearsonResiduals = ImmutableCollectionsMarshal.AsImmutableArray(pearson),
            DevianceResiduals = ImmutableCollectionsMarshal.AsImmutableArray(deviance),
            StandardisedPearsonResiduals = ImmutableCollectionsMarshal.AsImmutableArray(standardPearson),
            StandardisedDevianceResiduals = ImmutableCollectionsMarshal.AsImmutableArray(standardDeviance),
            CooksDistances = ImmutableCollectionsMarshal.AsImmutableArray(cook),
        };
    }

    internal static double[] Leverages(WorkingModel model)
    {
        var leverages = model.LinearPredictorVariances();
        var linear = model.LinearPredictors();
        for (var row = 0; row < leverages.Length; row++)
        {
            leverages[row] *= model.Weight(row) * LogisticMath.Weight(linear[row]);
        }

        return leverages;
    }

    private static double LogOnePlusExp(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    /// <summary>log(1 + x) for x from 0 to 1 without loss for a small x.</summary>
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
