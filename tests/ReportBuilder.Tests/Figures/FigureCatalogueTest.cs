using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Stages;
using Xunit;

namespace ReportBuilder.Tests.Figures;

public class FigureCatalogueTest
{
    private static readonly StageRun Run = StageRun.Of(Participants.Make(900));

    [Fact]
    public void Build_Ids_AreUniqueWithTheirPrefix()
    {
        var ids = Run.Figures.Select(f => f.Id).ToList();
        Assert.Equal(32, ids.Count);
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.StartsWith("fig-", id, StringComparison.Ordinal));
    }

    [Fact]
    public void Build_EachQuantity_IsThatOfTheEdition()
    {
        Assert.All(Run.Figures.SelectMany(f => f.Chart.Quantities), q => Assert.Same(Run.Edition[q.Id.Value], q));
        Assert.All(Run.Figures, f => Assert.Equal(f.Chart.Quantities.Select(q => q.Id), f.QuantityIds));
    }

    [Fact]
    public void Build_Bars_HaveOneValueACategoryAndBothSchemes() =>
        Assert.All(
            Run.Figures.Select(f => f.Chart).OfType<BarChart>(),
            chart =>
            {
                Assert.Equal([Scheme.Jobbsjansen, Scheme.Introduksjonsprogrammet], chart.Series.Select(s => s.Scheme));
                Assert.Equal(["Jobbsjansen", "Introduksjonsprogrammet"], chart.Series.Select(s => s.Name));
                Assert.All(chart.Series, s => Assert.Equal(chart.Categories.Count, s.Values.Count));
                Assert.All(chart.Series.SelectMany(s => s.Values), q => Assert.Equal(Unit.Share, q.Unit));
                Assert.All(
                    chart.Series,
                    s => Assert.All(s.Values, q => Assert.EndsWith(Breakdown.Token(s.Scheme), q.Id.Value, StringComparison.Ordinal))
                );
            }
        );

    [Fact]
    public void Build_Distributions_HaveOneEdgeMoreThanClasses() =>
        Assert.All(
            Run.Figures.Select(f => f.Chart).OfType<DistributionChart>(),
            chart =>
            {
                Assert.True(chart.LastIsOpen);
                Assert.All(chart.Series, s => Assert.Equal(chart.Edges.Count - 1, s.Values.Count));
                Assert.Equal(chart.Series.Count, chart.Means.Count);
                Assert.Equal(
                    chart.Series.Select(s => Breakdown.Token(s.Scheme)),
                    chart.Means.Select(m => m.Id.Value[(m.Id.Value.LastIndexOf('.') + 1)..])
                );
            }
        );

    public static TheoryData<string, string> Forests { get; } =
        new()
        {
            { "fig-individmodell", "individ" },
            { "fig-kommunemodell", "kommune" },
            { "fig-prosjektmodell", "prosjekt" },
        };

    [Theory]
    [MemberData(nameof(Forests))]
    public void Model_Rows_AreItsCoefficientsMarkedByTheirInterval(string id, string token)
    {
        var chart = (ForestChart)Run.Figures.Single(f => f.Id == id).Chart;
        var rows = chart.Groups.SelectMany(g => g.Rows).ToList();
        var model = ReportModel.All.Single(m => m.Token == token);
        Assert.Equal(
            model.Terms.SelectMany(ModelTermTexts.Coefficients).Select(c => $"modell.{token}.{c.Token}.oddsrate"),
            rows.Select(r => r.OddsRatio.Id.Value)
        );
        Assert.Contains(rows, r => r.IsSignificant);
        Assert.Contains(rows, r => !r.IsSignificant);
        Assert.All(rows, r => Assert.Equal(r.IsSignificant, r.OddsRatio.Interval!.Value.Low > 1 || r.OddsRatio.Interval.Value.High < 1));
    }

    [Fact]
    public void Predicted_Panels_HaveActualAndExpectedOfTheirScheme()
    {
        var charts = Run.Figures.Select(f => f.Chart).OfType<PairChart>().ToList();
        Assert.Equal(PredictedOutcomeStage.Variables.Count, charts.Count);
        Assert.All(
            charts.SelectMany(c => c.Panels),
            panel =>
            {
                Assert.All(panel.Actual, q => Assert.StartsWith("maaloppnaaelse.", q.Id.Value, StringComparison.Ordinal));
                Assert.Equal(
                    panel.Actual.Select(q => q.Id.Value["maaloppnaaelse.".Length..]),
                    panel.Expected.Select(q => q.Id.Value["predikert.".Length..])
                );
                Assert.All(panel.Actual, q => Assert.EndsWith(Breakdown.Token(panel.Scheme), q.Id.Value, StringComparison.Ordinal));
            }
        );
    }

    [Fact]
    public void IndividualModel_NotEstimable_IsNotSignificant()
    {
        var run = StageRun.Of(Participants.Make(200, change: (_, row) => row["maaloppnaaelse"] = "ja"));
        var chart = (ForestChart)run.Figures.Single(f => f.Id == "fig-individmodell").Chart;
        Assert.All(chart.Groups.SelectMany(g => g.Rows), r => Assert.False(r.IsSignificant || r.OddsRatio.HasValue));
    }

    [Fact]
    public void Figure_ChangedChart_TellsItsQuantities()
    {
        var figure = Run.Figures.Single(f => f.Id == "fig-kjonn");
        var other = Run.Figures.Single(f => f.Id == "fig-land");
        Assert.Equal(other.QuantityIds, (figure with { Chart = other.Chart }).QuantityIds);
    }
}
