using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Figures;

/// <summary>The four quadrants of the contribution indicator (Figur 1), with the number of projects in each.</summary>
public static class QuadrantFigure
{
    /// <summary>The figure.</summary>
    public static Figure Of(EditionBuilder edition, LabelSet labels)
    {
        return new Figure(
            "fig-kvadranter",
            new QuadrantChart(
                new HalvedAxis(labels.Get("kvadrant.x"), labels.Get("kvadrant.x.under"), labels.Get("kvadrant.x.over")),
                new HalvedAxis(labels.Get("kvadrant.y"), labels.Get("kvadrant.y.negativt"), labels.Get("kvadrant.y.positivt")),
                Field(isAbove: false, isPositive: true),
                Field(isAbove: true, isPositive: true),
                Field(isAbove: false, isPositive: false),
                Field(isAbove: true, isPositive: false)
            )
        );

        Quadrant Field(bool isAbove, bool isPositive)
        {
            var token = ContributionQuadrants.Token(isAbove, isPositive);
            var count = edition[$"bidrag.kvadrant.{token}.{ContributionIds.All}"];
            var words = labels.Get(count.Value == 1 ? "kvadrant.antall.en" : "kvadrant.antall", NorwegianNumberText.Number(count));
            return new Quadrant(labels.Get($"kvadrant.{token}"), labels.Get($"kvadrant.{token}.forklaring"), count, words);
        }
    }
}
