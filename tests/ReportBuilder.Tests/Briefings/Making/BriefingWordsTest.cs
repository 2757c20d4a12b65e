using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Briefings.Contents;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Making;

public class BriefingWordsTest
{
    [Fact]
    public void Measures_ByTheirIntervals_AreBetterWeakerOrNotToBeTold()
    {
        var edition = BriefingExamples.Draw(1, [Scheme.Introduksjonsprogrammet], hidden: 0).Edition;
        var quantities = edition.Quantities;
        foreach (var measure in BriefingVariables.Measures)
        {
            quantities = quantities.SetItem(
                BriefingShows.MeasureEffect(measure),
                measure switch
                {
                    "ordinaert_arbeid" or "praksis_ordinaer" => Effect(measure, 0.01, 0.09),
                    "grunnskolefag" or "spraakpraksis" => Effect(measure, -0.09, -0.01),
                    "amo_kurs" => Effect(measure, -0.01, 0.05),
                    _ => Quantity.Without(BriefingShows.MeasureEffect(measure), Unit.PercentagePoints, 0, QuantityStatus.NotEstimable),
                }
            );
        }

        var words = BriefingWords.Measures(edition with { Quantities = quantities }, BriefingBooks.Languages["nb"].Labels);

        Assert.Equal("ordinært arbeid", words.Words["bedre"]);
        Assert.Equal("språkpraksis og grunnskolefag", words.Words["svakere"]);
        Assert.Equal("AMO-kurs", words.Words["usikre"]);
        Assert.All(words.Answers, a => Assert.True(a.Value));
    }

    private static Quantity Effect(string measure, double low, double high) =>
        Quantity.Rounded(BriefingShows.MeasureEffect(measure), (low + high) / 2, Unit.PercentagePoints, 1) with
        {
            Interval = new Interval(low, high, 0.95),
        };
}
