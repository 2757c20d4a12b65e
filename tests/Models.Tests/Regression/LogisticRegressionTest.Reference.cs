using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>The individual model on the simulated file, against R (m1_glm_tight.R).</summary>
public class LogisticRegressionReferenceTest
{
    private const double Tolerance = 1e-8;
    private static readonly JsonElement Expected = ReferenceFiles.Json("m1_glm_tight.json");
    private static readonly Lazy<LogisticFit> Fit = new(() =>
        LogisticRegression.Fit(ModelDesign.Build(Synth19k.Outcome(), Synth19k.Terms()))
    );

    private static LogisticEstimates Estimates => Fit.Value.Estimates!;

    [Fact]
    public void Fit_IndividualModel_ConvergesFully()
    {
        Assert.Equal(LogisticStatus.Converged, Fit.Value.Status);
        Assert.InRange(Fit.Value.Iterations, 3, 8);
        Assert.InRange(Fit.Value.NewtonDecrement!.Value, 0, 1e-20);
        Assert.InRange(Fit.Value.GradientNorm!.Value, 0, 1e-6);
        Assert.Equal(19316, Fit.Value.Design.RowCount);
        Assert.Equal(0, Fit.Value.Design.RowsDropped);
        Assert.Empty(Fit.Value.Design.Aliased);
    }

    [Fact]
    public void Fit_IndividualModel_HasCoefficientsOfR()
    {
        var rows = Expected.Rows("coefficients").ToList();
        Assert.Equal(rows.Select(r => r.GetProperty("term").GetString()!), Estimates.Coefficients.Select(c => c.Column.Name));
        foreach (var (row, coefficient) in rows.Zip(Estimates.Coefficients))
        {
            CoefficientCheck.Same(row, coefficient, Tolerance);
        }
    }

    [Fact]
    public void Fit_IndividualModel_HasLikelihoodOfR()
    {
        Close.To(Expected.Number("logLik"), Estimates.LogLikelihood, Tolerance);
        Close.To(Expected.Number("logLik_null"), Estimates.NullLogLikelihood, Tolerance);
        Close.To(Expected.Number("deviance"), Estimates.Deviance, Tolerance);
        Close.To(Expected.Number("aic"), Estimates.Aic, Tolerance);
        Close.To(Expected.Number("mcfadden"), Estimates.McFaddenR2, Tolerance);
        Assert.Equal(33, Estimates.Rank);
    }

    [Fact]
    public void Fit_IndividualModel_HasCovarianceOfR()
    {
        var rows = Expected.Rows("vcov").Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray()).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows.Length; j++)
            {
                // Measured against the standard errors, as a covariance near 0 has few correct digits of its own.
                var scale = Math.Sqrt(rows[i][i] * rows[j][j]);
                Close.To(rows[i][j], Estimates.Covariance[i, j], 0, $"cov[{i},{j}]", Tolerance * scale);
            }
        }
    }

    [Fact]
    public void Fit_IndividualModel_HasFittedProbabilitiesOfR()
    {
        foreach (var (expected, row) in Expected.Numbers("fitted_first20").Select((value, row) => (value!.Value, row)))
        {
            Close.To(expected, Estimates.FittedProbabilities[row], Tolerance);
        }
    }

    [Fact]
    public void Predict_Profiles_AsInR()
    {
        foreach (var (profile, expected) in Expected.Rows("profiles").Zip(Expected.Rows("predictions")))
        {
            var values = profile
                .EnumerateObject()
                .ToDictionary(
                    p => p.Name,
                    p => p.Value.ValueKind == JsonValueKind.String ? TermValue.Of(p.Value.GetString()!) : TermValue.Of(p.Value.GetDouble())
                );
            var outcome = Fit.Value.Predict(values);
            Assert.Equal(PredictionStatus.Estimated, outcome.Status);
            var prediction = outcome.Prediction!;
            Close.To(expected.Number("eta"), prediction.LinearPredictor, Tolerance);
            Close.To(expected.Number("se_eta"), prediction.LinearPredictorStandardError, Tolerance);
            Close.To(expected.Number("p"), prediction.Probability, Tolerance);
            Close.To(expected.Number("se_p"), prediction.ProbabilityStandardError, Tolerance);
            Close.To(expected.Number("p_low"), prediction.ProbabilityInterval.Low, Tolerance);
            Close.To(expected.Number("p_high"), prediction.ProbabilityInterval.High, Tolerance);
        }
    }

    [Fact]
    public void VarianceInflation_IndividualModel_AsCar()
    {
        var actual = VarianceInflation.Compute(Estimates.Covariance);
        var expected = Expected.Rows("vif").ToList();
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (row, term) in expected.Zip(actual))
        {
            Assert.Equal(row.GetProperty("term").GetString(), term.Term);
            Assert.Equal(row.GetProperty("df").GetInt32(), term.DegreesOfFreedom);
            Close.To(row.Number("gvif"), term.Gvif, Tolerance, term.Term);
            Close.To(row.Number("adjusted"), term.Adjusted, Tolerance, term.Term);
        }
    }
}
