using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class PredictedOutcomeStageTest
{
    private static readonly StageRun Large = StageRun.Of(Participants.Make(3000));

    [Fact]
    public void Run_EachScheme_IsExpectedToReachWhatItReached()
    {
        // The score equation of the scheme: predictions add up to the outcomes.
        foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
        {
            var variable = DescriptiveVariables.Absence;
            double Sum(string measure) =>
                variable
                    .Categories.Select(c => Large.Edition[$"{measure}.{variable.Token}.{c}.{scheme}"])
                    .Sum(q => q.Value!.Value * q.Base!.Value);
            Assert.Equal(Sum("maaloppnaaelse"), Sum("predikert"), 1e-6);
        }
    }

    [Fact]
    public void Run_Deviation_IsActualLessExpectedWithTheActualInterval()
    {
        var cells = Cells(Large).Where(c => c.Expected.Status == QuantityStatus.Estimated).ToList();
        Assert.NotEmpty(cells);
        Assert.All(
            cells,
            c =>
            {
                Assert.Equal(c.Actual.Value!.Value - c.Expected.Value!.Value, c.Deviation.Value!.Value, 1e-12);
                Assert.Equal(c.Actual.Interval!.Value.Low - c.Expected.Value.Value, c.Deviation.Interval!.Value.Low, 1e-12);
                Assert.Equal(c.Actual.Base, c.Expected.Base);
            }
        );
    }

    [Theory]
    [InlineData(60)]
    [InlineData(250)]
    [InlineData(900)]
    public void Run_HiddenActual_HidesTheExpectedAndRoundsItsNeighbours(int count)
    {
        var run = StageRun.Of(Participants.Make(count, seed: count));
        foreach (var variable in Cells(run).GroupBy(c => c.Variable, StringComparer.Ordinal))
        {
            var isHidden = variable.Any(c => c.Actual.Status is QuantityStatus.Suppressed or QuantityStatus.Rounded);
            Assert.All(
                variable,
                c =>
                {
                    Assert.Equal(c.Actual.HasValue && run.Edition["modell.individ.aic"].HasValue, c.Expected.HasValue);
                    Assert.Equal(c.Expected.HasValue, c.Deviation.HasValue);
                    Assert.False(isHidden && c.Expected.Status == QuantityStatus.Estimated, c.Expected.Id.Value);
                    Assert.True(c.Actual.Status != QuantityStatus.Suppressed || c.Expected is { Base: null, Interval: null });
                }
            );
        }
    }

    [Fact]
    public void Run_NoModel_IsNotEstimable()
    {
        var run = StageRun.Of(Participants.Make(600, change: (_, row) => row["t_realkompetanse"] = row["maaloppnaaelse"]));
        var shown = Cells(run).Where(c => c.Actual.HasValue).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, c => Assert.Equal(QuantityStatus.NotEstimable, c.Expected.Status));
    }

    private static IEnumerable<(string Variable, Quantity Actual, Quantity Expected, Quantity Deviation)> Cells(StageRun run) =>
        from variable in PredictedOutcomeStage.Variables
        from category in variable.Categories
        from scheme in Breakdown.Schemes
        let name = $"{variable.Token}.{category}.{Breakdown.Token(scheme)}"
        select (variable.Token, run.Edition[$"maaloppnaaelse.{name}"], run.Edition[$"predikert.{name}"], run.Edition[$"avvik.{name}"]);
}
