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

    [Theory]
    [InlineData(3, "", false, true)]
    [InlineData(1, "Annenvik", true, true)]
    [InlineData(2, "Stedet 7", true, false)]
    public void Of_ComparableMunicipalities_AllOfASmallGroupAndThoseOfTheCountyOfALargeOne(
        int seed,
        string names,
        bool isNamed,
        bool areAll
    )
    {
        var briefing = BriefingExamples.Draw(seed, [Scheme.Introduksjonsprogrammet], hidden: 0);

        var words = BriefingWords.Of(briefing, null, BriefingBooks.Languages["nb"].Labels);

        Assert.Equal(names, words.Words["lignende"]);
        Assert.Equal((isNamed, areAll), (words.Answers["navngir_lignende"], words.Answers["navngir_alle_lignende"]));
    }

    private static Quantity Effect(string measure, double low, double high) =>
        Quantity.Rounded(BriefingShows.MeasureEffect(measure), (low + high) / 2, Unit.PercentagePoints, 1) with
        {
            Interval = new Interval(low, high, 0.95),
        };
}
