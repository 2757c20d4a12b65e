using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>Data without a maximum likelihood estimate (separation.R).</summary>
public class LogisticRegressionSeparationTest
{
    private static readonly JsonElement Expected = ReferenceFiles.Json("separation.json");
    private static readonly JsonElement Data = Expected.GetProperty("data");

    private static NumericTerm X => new("x", Data.Numbers("x"));

    private static NumericTerm W => new("w", Data.Numbers("w"));

    private static DummyTerm Y => new("y", Data.Truths("y"));

    [Fact]
    public void Fit_DummyWithSuccessesOnly_IsQuasiSeparatedByIt() =>
        Check("dummy", LogisticStatus.QuasiSeparated, Y, X, new DummyTerm("rare", Data.Truths("rare")));

    [Fact]
    public void Fit_LevelWithFailuresOnly_IsQuasiSeparatedByIt() =>
        Check("level", LogisticStatus.QuasiSeparated, Y, X, new FactorTerm("level", ["a", "b", "c"], Data.Words("level")));

    [Fact]
    public void Fit_ReferenceLevelWithSuccessesOnly_IsQuasiSeparatedByTheOtherLevels() =>
        Check("reference", LogisticStatus.QuasiSeparated, Y, X, new FactorTerm("reference", ["a", "b", "c"], Data.Words("reference")));

    [Fact]
    public void Fit_OneColumnTellsAll_IsSeparatedByIt()
    {
        var outcome = new DummyTerm("y", [.. Data.Numbers("x").Select(x => (bool?)(x > 0.2))]);
        Check("complete_single", LogisticStatus.Separated, outcome, W, X);
    }

    [Fact]
    public void Fit_ColumnsTogetherTellAll_IsSeparatedByThem() =>
        Check("complete_joint", LogisticStatus.Separated, new DummyTerm("cutoff", Data.Truths("cutoff")), X, W);

    [Fact]
    public void Fit_SuccessesFromThresholdWithTieAtIt_IsQuasiSeparated()
    {
        bool?[] outcome = [false, false, false, true, true, true];
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", outcome), [new NumericTerm("x", [1, 2, 3, 3, 4, 5])]));
        Assert.Equal(LogisticStatus.QuasiSeparated, fit.Status);
        Assert.Equal([1], fit.SeparatingColumns);
    }

    [Fact]
    public void Fit_DummyWithOneFailure_IsNotSeparated()
    {
        bool?[] rare = Data.Truths("rare");
        rare[Array.FindIndex(Data.Truths("y"), y => y == false)] = true;
        var fit = LogisticRegression.Fit(ModelDesign.Build(Y, [X, new DummyTerm("rare", rare)]));
        Assert.Equal(LogisticStatus.Converged, fit.Status);
        Assert.Empty(fit.SeparatingColumns);
    }

    [Fact]
    public void Fit_OutlierThatOthersOverlap_Converges()
    {
        double?[] x = [.. Data.Numbers("x")];
        x[0] = 1e6;
        var fit = LogisticRegression.Fit(ModelDesign.Build(Y, [new NumericTerm("x", x)]));
        Assert.Equal(LogisticStatus.Converged, fit.Status);
    }

    private static void Check(string name, LogisticStatus status, DummyTerm outcome, params Term[] terms)
    {
        var design = ModelDesign.Build(outcome, terms);
        var fit = LogisticRegression.Fit(design);
        Assert.Equal(status, fit.Status);
        Assert.Null(fit.Estimates);
        Assert.Equal(
            Expected.GetProperty(name).Words("separating").Order(),
            fit.SeparatingColumns.Select(c => design.Columns[c].Name).Order()
        );
        Assert.Equal(PredictionStatus.NoEstimates, fit.Predict(new Dictionary<string, TermValue>()).Status);
    }

    /// <summary>Columns nearly alike whose difference separates: too fine to prove, and no optimum either.</summary>
    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    public void Fit_NearlyAlikeColumnsThatSeparate_IsNotCalledConverged(double difference)
    {
        var random = new Random(20260101);
        double[] x = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() * 4 - 2)];
        var outcome = new DummyTerm("y", [.. x.Select(v => (bool?)(Math.Abs(v) > 1 || random.NextDouble() < 0.5))]);
        Term[] terms =
        [
            new NumericTerm("a", [.. x.Select(v => (double?)v)]),
            new NumericTerm("b", [.. x.Select(v => (double?)(v + difference * Math.Max(0, Math.Abs(v) - 1)))]),
        ];
        var fit = LogisticRegression.Fit(ModelDesign.Build(outcome, terms));
        Assert.NotEqual(LogisticStatus.Converged, fit.Status);
        Assert.Null(fit.Estimates);
    }

    /// <summary>A value that is a million times too large leaves little information, but from rows that are uncertain, or a row that decides.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_OneEnormousValue_Converges(bool outcomeThere)
    {
        var random = new Random(20260102);
        double[] x = [.. Enumerable.Range(0, 500).Select(i => i == 7 ? 1e9 : 20 + 40 * random.NextDouble())];
        bool?[] y = [.. x.Select((v, i) => (bool?)(i == 7 ? outcomeThere : random.NextDouble() < 1 / (1 + Math.Exp(-(v - 40) / 20))))];
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", [.. x.Select(v => (double?)v)])]));
        Assert.Equal(LogisticStatus.Converged, fit.Status);
    }
}
