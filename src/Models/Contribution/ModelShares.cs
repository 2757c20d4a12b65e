using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Contribution;

/// <summary>What the uncertainty of a model's coefficients adds to the variance of each group's difference, or takes from it.</summary>
internal static class ModelShares
{
    /// <summary>
    /// ± g'Σg with g = Σ c·p(1 − p)·x over the group's rows, c their factors and Σ the covariance of the coefficients. Residuals of the model's own rows
    /// have covariance V − VXΣX'V, so there it is taken off.
    /// </summary>
    public static double[] Of(LogisticFit fit, ContributionRows rows, RowPartition partition, ModelUncertainty uncertainty)
    {
        var shares = new double[partition.GroupCount];
        if (uncertainty == ModelUncertainty.Ignored || fit.Estimates is not { } estimates)
        {
            return shares;
        }

        var covariance = estimates.Covariance;
        var gradients = new double[partition.GroupCount][];
        var slopes = new double[partition.GroupCount][];
        for (var g = 0; g < gradients.Length; g++)
        {
            gradients[g] = new double[covariance.Order];
            var factors = partition.Factors(g);
            slopes[g] = [.. partition.Members[g].Select((row, i) => factors[i] * rows.Probabilities[row] * (1 - rows.Probabilities[row]))];
        }

        // Column by column, as that is how the design is stored.
        for (var k = 0; k < covariance.Order; k++)
        {
            var values = fit.Design.ColumnValues(covariance.Columns[k]);
            for (var g = 0; g < gradients.Length; g++)
            {
                var members = partition.Members[g];
                for (var i = 0; i < members.Length; i++)
                {
                    gradients[g][k] += slopes[g][i] * values[members[i]];
                }
            }
        }

        var sign = uncertainty == ModelUncertainty.OwnSample ? -1 : 1;
        return [.. gradients.Select(g => sign * covariance.QuadraticForm(g))];
    }
}
