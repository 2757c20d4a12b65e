using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>Against the same model with a dummy for each group, which is held against R's <c>glm</c> elsewhere.</summary>
public class FixedEffectsLogitTest
{
    private const int Groups = 12;
    private static readonly Random Random = new(20260);
    private static readonly int[] Group = [.. Enumerable.Range(0, 600).Select(_ => Random.Next(Groups))];
    private static readonly double?[] X = [.. Group.Select(g => (double?)(Random.NextDouble() * 4 - 2 + g / 6.0))];
    private static readonly bool?[] Treated = [.. Group.Select(g => (bool?)(Random.NextDouble() < 0.3 + g / 30.0))];

    // The last group has one outcome only.
    private static readonly bool?[] Outcome =
    [
        .. Group.Select(
            (g, i) =>
                (bool?)(
                    g == Groups - 1
                    || Random.NextDouble() < 1 / (1 + Math.Exp(0.8 - g / 10.0 - 0.6 * X[i]!.Value - (Treated[i]!.Value ? 0.7 : 0)))
                )
        ),
    ];

    private static readonly Categorical Labels = Categorical.FromCodes(
        [.. Enumerable.Range(0, Groups).Select(g => $"g{g:00}")],
        [.. Group.Select(g => (int?)g)]
    );

    private static readonly ModelDesign Design = ModelDesign.Build(
        new DummyTerm("y", Outcome),
        [new DummyTerm("treated", Treated), new NumericTerm("x", X)]
    );

    private static readonly FixedEffectsFit Fit = FixedEffectsLogit.Fit(Design, Labels);

    private static readonly LogisticFit Dummies = LogisticRegression.Fit(
        ModelDesign.Build(
            new DummyTerm("y", [.. Outcome.Select((y, i) => Group[i] == Groups - 1 ? null : y)]),
            [new DummyTerm("treated", Treated), new NumericTerm("x", X), new FactorTerm("g", Labels)]
        )
    );

    [Fact]
    public void Fit_EstimatesAndErrors_AreThoseOfAModelWithDummies()
    {
        Assert.Equal(FixedEffectsStatus.Converged, Fit.Status);
        Assert.Equal((Groups - 1, Group.Count(g => g != Groups - 1)), (Fit.GroupCount, Fit.RowCount));
        Assert.Equal(Dummies.Estimates!.LogLikelihood, Fit.LogLikelihood!.Value, 1e-8);
        for (var column = 1; column <= 2; column++)
        {
            var expected = Dummies.Estimates.Coefficients[column].Estimate!;
            var actual = Fit.Coefficients[column].Estimate!;
            Assert.Equal(expected.Value, actual.Value, 1e-9);
            Assert.Equal(expected.StandardError, actual.StandardError, 1e-9);
        }

        Assert.Null(Fit.Coefficients[0].Estimate);
    }

    [Fact]
    public void Contrast_DifferenceAndError_AreThoseOfAModelWithDummies()
    {
        var expected = AverageContrast.Of(Dummies, 1)!;
        var actual = Fit.Contrast(1)!;
        Assert.Equal(expected.Value, actual.Value, 1e-9);
        Assert.Equal(expected.StandardError, actual.StandardError, 1e-9);
    }

    [Fact]
    public void Fit_ColumnThatDoesNotVaryWithinGroups_HasNoEstimate()
    {
        var design = ModelDesign.Build(
            new DummyTerm("y", Outcome),
            [new NumericTerm("level", [.. Group.Select(g => (double?)(g * 1.7))]), new NumericTerm("x", X)]
        );
        var fit = FixedEffectsLogit.Fit(design, Labels);
        Assert.Null(fit.Coefficients[1].Estimate);
        Assert.NotNull(fit.Coefficients[2].Estimate);
        Assert.Null(fit.Contrast(1));
        var constant = ModelDesign.Build(
            new DummyTerm("y", Outcome),
            [new NumericTerm("x", X), new NumericTerm("tenth", [.. Group.Select(g => (double?)(0.1 + (g == Groups - 1 ? 1 : 0)))])]
        );
        Assert.Null(FixedEffectsLogit.Fit(constant, Labels).Coefficients[2].Estimate);
    }

    [Fact]
    public void Fit_EveryGroupOfOneOutcome_IsAStatus()
    {
        var alone = Categorical.FromCodes(["yes", "no"], [.. Outcome.Select(y => (int?)(y == true ? 0 : 1))]);
        Assert.Equal(FixedEffectsStatus.NoInformativeGroups, FixedEffectsLogit.Fit(Design, alone).Status);
    }

    [Fact]
    public void Fit_OutcomeToldByAColumnWithinGroups_IsNotConverged()
    {
        var design = ModelDesign.Build(new DummyTerm("y", Outcome), [new DummyTerm("same", Outcome)]);
        Assert.Equal(FixedEffectsStatus.NotConverged, FixedEffectsLogit.Fit(design, Labels).Status);
    }

    [Fact]
    public void Contrast_Pooled_IsTheAverageDifferenceAndItsErrorByNumericalDelta()
    {
        var fit = LogisticRegression.Fit(Design);
        var contrast = AverageContrast.Of(fit, 1)!;
        Assert.Equal(AverageDifference.Of(fit, 1)!.Value, contrast.Value, 1e-12);
        double[] b = [.. fit.Estimates!.Coefficients.Select(c => c.Estimate!.Value)];
        double Mean(double[] at) =>
            Enumerable.Range(0, Design.RowCount).Average(i => P(at[0] + at[1] + at[2] * Design[i, 2]) - P(at[0] + at[2] * Design[i, 2]));
        var gradient = new double[3];
        for (var k = 0; k < 3; k++)
        {
            double[] up = [.. b];
            double[] down = [.. b];
            up[k] += 1e-5;
            down[k] -= 1e-5;
            gradient[k] = (Mean(up) - Mean(down)) / 2e-5;
        }

        Assert.Equal(Math.Sqrt(fit.Estimates.Covariance.QuadraticForm(gradient)), contrast.StandardError, 1e-8);
    }

    [Fact]
    public void Contrast_RandomIntercepts_IsTheMeanOverThem()
    {
        var fit = LogisticRegression.Fit(Design);
        var estimates = fit.Estimates!;
        double[] predictor = [.. estimates.FittedProbabilities.Select(p => Math.Log(p / (1 - p)))];
        var coefficient = estimates.Coefficients[1].Estimate!.Value;
        var contrast = AverageContrast.Of(Design, predictor, 1, coefficient, estimates.Covariance, 0.64, 0.95);

        // A fine midpoint rule over the normal distribution.
        var expected = 0.0;
        const int Parts = 4000;
        for (var part = 0; part < Parts; part++)
        {
            var u = 0.8 * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (part + 0.5) / Parts);
            for (var i = 0; i < predictor.Length; i++)
            {
                var rest = predictor[i] - Design[i, 1] * coefficient + u;
                expected += P(rest + coefficient) - P(rest);
            }
        }

        Assert.Equal(expected / Parts / predictor.Length, contrast.Value, 1e-5);
    }

    private static double P(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
