using ReportBuilder.Models.Contribution;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Models.Tests.Contribution;

public class CalibrationTest
{
    private static readonly Categorical Schemes = Categorical.FromLabels(
        ["a", "b"],
        [.. Enumerable.Range(0, 60).Select(i => i % 2 == 0 ? "a" : "b")]
    );
    private static readonly Categorical Levels = Categorical.FromLabels(
        ["low", "high", "none"],
        [.. Enumerable.Range(0, 60).Select(i => i < 40 ? "low" : "high")]
    );
    private static readonly bool?[] Outcome = [.. Enumerable.Range(0, 60).Select(i => (bool?)(i % 3 == 0 || i > 50))];

    [Fact]
    public void Of_CategoriesAndSchemes_ResidualsSumToNoughtInASchemeOfTheModel()
    {
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", Outcome), [new FactorTerm("scheme", Schemes)]));
        var cells = Calibration.Of(fit, Levels, Schemes);
        Assert.Equal(
            [("low", "a"), ("low", "b"), ("high", "a"), ("high", "b"), ("none", "a"), ("none", "b")],
            cells.Select(c => (c.Category, c.Scheme))
        );
        Assert.Equal([20, 20, 10, 10, 0, 0], cells.Select(c => c.Count));
        Assert.Equal(ContributionStatus.Empty, cells[4].Status);
        Assert.Equal(0, cells[0].Count * cells[0].Difference!.Value + cells[2].Count * cells[2].Difference!.Value, 10);
        var successes = Enumerable.Range(0, 40).Count(i => i % 2 == 0 && Outcome[i] == true);
        Assert.Equal(Share.Of(successes, 20), cells[0].Actual);
        Assert.Equal(cells[0].P <= 0.05, cells[0].DifferenceInterval!.Value.Low > 0 || cells[0].DifferenceInterval!.Value.High < 0);
        Assert.Equal(cells[0].Actual!.Value!.Value - cells[0].Predicted!.Value, cells[0].Difference!.Value, 12);
    }

    [Fact]
    public void Of_CellsBelowTheMinimum_GiveACountOnly()
    {
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", Outcome), []));
        var cell = Calibration.Of(fit, Levels, Schemes, new ContributionOptions { MinimumCount = 15 })[2];
        Assert.Equal((ContributionStatus.TooFew, 10, null, null), (cell.Status, cell.Count, cell.Predicted, cell.Actual));
    }

    [Fact]
    public void Of_NoEstimates_IsEmpty()
    {
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", [.. Outcome.Select(_ => (bool?)true)]), []));
        Assert.Empty(Calibration.Of(fit, Levels, Schemes));
    }
}
