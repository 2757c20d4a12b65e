using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Contents;

public class BriefingFiguresTest
{
    private static readonly IReadOnlyList<Scheme> OnlyIntroduction = [Scheme.Introduksjonsprogrammet];

    [Fact]
    public void Funnels_OfBothSchemes_AreOneFigureWithAPanelEach()
    {
        var panels = Assert.IsType<FunnelPanels>(Funnel(BriefingExamples.Draw(2, Breakdown.Schemes, hidden: 0))).Panels;

        Assert.Equal(["Jobbsjansen", "Introduksjonsprogrammet"], panels.Select(p => p.Name));
        Assert.Equal(Breakdown.Schemes, panels.Select(p => p.Funnel.Marked!.Scheme));
        Assert.All(panels, p => Assert.Empty(p.Funnel.Series));
    }

    [Fact]
    public void Funnels_WhereOneResultIsHidden_HaveThatOfTheOtherWithItsName()
    {
        var briefing = BriefingExamples
            .Draw(2, Breakdown.Schemes, hidden: 0)
            .With(Quantity.Without(BriefingIds.Outcome(BriefingScope.Own, Scheme.Jobbsjansen), Unit.Share, 0, QuantityStatus.Suppressed));

        var panel = Assert.Single(Assert.IsType<FunnelPanels>(Funnel(briefing)).Panels);

        Assert.Equal("Introduksjonsprogrammet", panel.Name);
        Assert.DoesNotContain(panel.Funnel.Quantities, q => q.Id.Value.Contains("jobbsjansen", StringComparison.Ordinal));
    }

    [Fact]
    public void Funnel_OfTheOnlyScheme_HasTheFullWidth() =>
        Assert.IsType<FunnelChart>(Funnel(BriefingExamples.Draw(2, OnlyIntroduction, hidden: 0)));

    [Fact]
    public void Funnel_OfAHiddenResult_IsNotMade() => Assert.Null(Funnel(BriefingExamples.Draw(2, OnlyIntroduction, hidden: 1)));

    private static Chart? Funnel(Briefing briefing) =>
        BriefingFigures
            .Build(briefing, BriefingExamples.SetOf(briefing), BriefingBooks.Languages["nb"].Labels)
            .SingleOrDefault(f => f.Id == "fig-trakt")
            ?.Chart;
}
