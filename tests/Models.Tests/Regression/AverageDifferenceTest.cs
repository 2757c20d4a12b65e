using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

public class AverageDifferenceTest
{
    [Fact]
    public void Of_OnlyThatColumn_IsTheDifferenceOfTheTwoShares()
    {
        // 30 of 40 against 15 of 60: with nothing else in the model, the fit gives the shares back.
        var fit = Fit(new DummyTerm("x", [.. Enumerable.Range(0, 100).Select(i => (bool?)(i < 40))]));

        Assert.Equal(0.75 - 0.25, AverageDifference.Of(fit, 1)!.Value, 1e-12);
    }

    [Fact]
    public void Of_OtherTerms_IsTheMeanOfThePredictionsWithOneAndWithNought()
    {
        var fit = Fit(
            new DummyTerm("x", [.. Enumerable.Range(0, 100).Select(i => (bool?)(i < 40))]),
            new NumericTerm("z", [.. Enumerable.Range(0, 100).Select(i => (double?)(i * 7 % 13))])
        );
        double Predict(double x, int row) => fit.Estimates!.Predict([1, x, fit.Design[row, 2]])!.Probability;

        var expected = Enumerable.Range(0, fit.Design.RowCount).Average(row => Predict(1, row) - Predict(0, row));

        Assert.Equal(expected, AverageDifference.Of(fit, 1)!.Value, 1e-12);
    }

    [Fact]
    public void Of_AliasedColumn_IsNotThere()
    {
        bool?[] values = [.. Enumerable.Range(0, 100).Select(i => (bool?)(i < 40))];
        var fit = Fit(new DummyTerm("x", values), new DummyTerm("again", values));

        Assert.Null(AverageDifference.Of(fit, 2));
    }

    private static LogisticFit Fit(params Term[] terms)
    {
        bool?[] outcome = [.. Enumerable.Range(0, 100).Select(i => (bool?)(i < 40 ? i % 4 != 0 : i % 4 == 0))];
        return LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", outcome), terms));
    }
}
