using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>Data that cannot be fitted have a named outcome, never an exception.</summary>
public class LogisticRegressionStatusTest
{
    private static readonly bool?[] Mixed = [true, false, true, false, true, false, false, true];

    [Fact]
    public void Fit_NoRows_IsNoRows() => Check(LogisticStatus.NoRows, [], new NumericTerm("x", []));

    [Fact]
    public void Fit_EveryRowMissing_IsNoRows()
    {
        var fit = Check(LogisticStatus.NoRows, Mixed, new NumericTerm("x", new double?[8]));
        Assert.Equal(8, fit.Design.RowsDropped);
        Assert.Equal([new DroppedRows("x", DropReason.Missing, 8)], fit.Design.DroppedRows);
    }

    [Fact]
    public void Fit_OnlySuccesses_IsOneOutcomeClass() =>
        Check(LogisticStatus.OneOutcomeClass, [true, true, true], new NumericTerm("x", [1, 2, 3]));

    [Fact]
    public void Fit_OnlyFailuresLeftAfterDropping_IsOneOutcomeClass() =>
        Check(LogisticStatus.OneOutcomeClass, [true, false, false], new NumericTerm("x", [null, 2, 3]));

    [Fact]
    public void Fit_FewerRowsThanColumns_IsTooFewRows() =>
        Check(
            LogisticStatus.TooFewRows,
            [true, false, true],
            new NumericTerm("a", [1, 5, 2]),
            new NumericTerm("b", [3, 1, 1]),
            new NumericTerm("c", [0, 1, 3])
        );

    [Fact]
    public void Fit_TooFewIterationsAllowed_IsNotConverged()
    {
        var design = ModelDesign.Build(new DummyTerm("y", Mixed), [new NumericTerm("x", [1, 2, 3, 4, 5, 6, 7, 8])]);
        var fit = LogisticRegression.Fit(design, new LogisticOptions { MaxIterations = 1 });
        Assert.Equal(LogisticStatus.NotConverged, fit.Status);
        Assert.Equal(1, fit.Iterations);
        Assert.True(fit.NewtonDecrement > fit.Options.Tolerance);
        Assert.Null(fit.Estimates);
    }

    [Fact]
    public void Fit_FactorWithOneLevelInUse_FitsTheRest()
    {
        var region = new FactorTerm("region", ["north", "south"], ["south", "south", "south", "south", "south", "south", "south", "south"]);
        var design = ModelDesign.Build(new DummyTerm("y", Mixed), [region, new NumericTerm("x", [1, 2, 3, 4, 5, 6, 7, 8])]);
        var fit = LogisticRegression.Fit(design);
        Assert.Equal(LogisticStatus.Converged, fit.Status);
        Assert.Equal(TermStatus.OneLevel, design.Terms[0].Status);
        Assert.Equal(["(Intercept)", "x"], fit.Estimates!.Coefficients.Select(c => c.Column.Name));
    }

    [Fact]
    public void Fit_ValuesFarApartInSize_Converges()
    {
        var tiny = new NumericTerm("tiny", [1e-90, 2e-90, 3e-90, 1e-90, 5e-90, 6e-90, 2e-90, 8e-90]);
        var huge = new NumericTerm("huge", [1e90, 2e90, 2e90, 4e90, 3e90, 1e90, 7e90, 8e90]);
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", Mixed), [tiny, huge]));
        Assert.Equal(LogisticStatus.Converged, fit.Status);
        Assert.Empty(fit.Design.Aliased);
        Assert.All(
            fit.Estimates!.Coefficients,
            c => Assert.True(double.IsFinite(c.Estimate!.StandardError) && c.Estimate.StandardError > 0)
        );
    }

    [Fact]
    public void Fit_UnitSoSmallThatVariancesOverflow_IsOutOfRange()
    {
        var tiny = new NumericTerm("tiny", [1e-200, 2e-200, 3e-200, 1e-200, 5e-200, 6e-200, 2e-200, 8e-200]);
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", Mixed), [tiny]));
        Assert.Equal(LogisticStatus.OutOfRange, fit.Status);
        Assert.Null(fit.Estimates);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Fit_LevelOutOfRange_Throws(double level)
    {
        var design = ModelDesign.Build(new DummyTerm("y", Mixed), []);
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit(design, new LogisticOptions { Level = level }));
    }

    private static LogisticFit Check(LogisticStatus status, bool?[] outcome, params Term[] terms)
    {
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", outcome), terms));
        Assert.Equal(status, fit.Status);
        Assert.Null(fit.Estimates);
        Assert.Null(fit.GradientNorm);
        Assert.Equal(0, fit.Iterations);
        return fit;
    }
}
