using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>Small models with awkward columns, against R (small_glm.R).</summary>
public class LogisticRegressionSmallTest
{
    private static readonly JsonElement Expected = ReferenceFiles.Json("small_glm.json");
    private static readonly JsonElement Data = Expected.GetProperty("data");

    [Theory]
    [InlineData("plain", 1e-10, "x", "year", "group")]
    [InlineData("aliased", 1e-10, "x", "zero", "year", "both", "group", "one")]
    [InlineData("near", 1e-6, "x", "near", "year", "group")]
    [InlineData("one_covariate", 1e-10, "x")]
    [InlineData("intercept_only", 1e-10)]
    public void Fit_SmallModel_AsInR(string model, double tolerance, params string[] terms)
    {
        var fit = Fit(terms);
        Assert.Equal(LogisticStatus.Converged, fit.Status);
        var estimates = fit.Estimates!;
        var expected = Expected.GetProperty(model == "aliased" ? "plain" : model);
        Close.To(expected.Number("logLik"), estimates.LogLikelihood, 1e-10);
        Close.To(expected.Number("logLik_null"), estimates.NullLogLikelihood, 1e-10);
        Close.To(expected.Number("aic"), estimates.Aic, 1e-10);
        Close.To(expected.Number("mcfadden"), estimates.McFaddenR2, 1e-8, absolute: 1e-14);
        Assert.Equal(expected.GetProperty("rank").GetInt32(), estimates.Rank);
        var rows = expected.Rows("coefficients").ToList();
        var estimated = estimates.Coefficients.Where(c => c.Estimate is not null).ToList();
        Assert.Equal(rows.Count, estimated.Count);
        foreach (var (row, coefficient) in rows.Zip(estimated))
        {
            CoefficientCheck.Same(row, coefficient, tolerance);
        }
    }

    [Fact]
    public void Fit_AliasedColumns_AreThoseOfRAndNamed()
    {
        var fit = Fit("x", "zero", "year", "both", "group", "one");
        var names = fit.Design.Columns;
        Assert.Equal(Expected.Words("aliased"), fit.Design.Aliased.Select(a => names[a.Column].Name));
        Assert.Equal([AliasReason.AllZero, AliasReason.LinearlyDependent, AliasReason.Constant], fit.Design.Aliased.Select(a => a.Reason));

        // both = 2x − year + 3
        var combination = fit.Design.Aliased[1].Combination;
        Assert.Equal([ModelDesign.InterceptName, "x", "year"], combination.Select(f => names[f.Column].Name));
        foreach (var (factor, expected) in combination.Zip([3.0, 2.0, -1.0]))
        {
            Close.To(expected, factor.Factor, 1e-9);
        }

        Assert.All(
            fit.Estimates!.Coefficients.Where(c => c.Column.Name is "zero" or "both" or "one"),
            coefficient => Assert.Null(coefficient.Estimate)
        );
    }

    [Fact]
    public void VarianceInflation_WithAliasedColumns_IsThatOfTheEstimableOnes()
    {
        foreach (var fit in new[] { Fit("x", "year", "group"), Fit("x", "zero", "year", "both", "group", "one") })
        {
            foreach (var (row, term) in Expected.Rows("vif").Zip(VarianceInflation.Compute(fit.Estimates!.Covariance)))
            {
                Assert.Equal(row.GetProperty("term").GetString(), term.Term);
                Close.To(row.Number("gvif"), term.Gvif, 1e-8);
                Close.To(row.Number("adjusted"), term.Adjusted, 1e-8);
            }
        }
    }

    [Fact]
    public void VarianceInflation_InterceptOnly_IsEmpty() => Assert.Empty(VarianceInflation.Compute(Fit().Estimates!.Covariance));

    [Fact]
    public void Predict_ProfileThatKeepsTheRelation_IsThatOfTheModelWithoutTheColumn()
    {
        var (full, aliased) = (Fit("x", "year"), Fit("x", "year", "both"));
        var values = new Dictionary<string, TermValue> { ["x"] = TermValue.Of(0.7), ["year"] = TermValue.Of(2019) };
        var expected = full.Predict(values).Prediction!;
        values["both"] = TermValue.Of(2 * 0.7 - 2019 + 3);
        var actual = aliased.Predict(values);
        Assert.Equal(PredictionStatus.Estimated, actual.Status);
        Close.To(expected.LinearPredictor, actual.Prediction!.LinearPredictor, 1e-9);
        Close.To(expected.LinearPredictorStandardError, actual.Prediction.LinearPredictorStandardError, 1e-9);
    }

    [Fact]
    public void Predict_ProfileThatBreaksTheRelation_IsNotEstimable()
    {
        var values = new Dictionary<string, TermValue>
        {
            ["x"] = TermValue.Of(0.7),
            ["year"] = TermValue.Of(2019),
            ["both"] = TermValue.Of(0),
        };
        var outcome = Fit("x", "year", "both").Predict(values);
        Assert.Equal(PredictionStatus.NotEstimable, outcome.Status);
        Assert.Null(outcome.Prediction);
    }

    [Fact]
    public void Fit_CoefficientBeyondExponentials_HasNoOddsRatio()
    {
        var coefficients = Fit("x", "near").Estimates!.Coefficients;
        Assert.True(coefficients[1].Estimate!.Value > 1e4);
        Assert.Null(coefficients[1].Estimate!.OddsRatio);
    }

    private static LogisticFit Fit(params string[] terms) =>
        LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", Data.Truths("y")), [.. terms.Select(Term)]));

    private static Term Term(string name) =>
        name == "group" ? new FactorTerm(name, ["a", "b", "c", "unused"], Data.Words(name)) : new NumericTerm(name, Data.Numbers(name));
}
