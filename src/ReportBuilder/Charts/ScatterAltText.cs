using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>Alt text of dots: how many there are of each scheme, how many lie above and below the diagonal, and how far the farthest are from it.</summary>
internal static class ScatterAltText
{
    /// <summary>The sentences.</summary>
    public static IEnumerable<string> Sentences(ScatterChart chart, LabelSet labels)
    {
        foreach (var series in chart.Series)
        {
            var rises = DotMarks.Known(series).Select(p => BarScale.Printed(p.Y) - BarScale.Printed(p.X)).ToArray();
            yield return rises.Length == 0
                ? labels.Get("figur.alt.prikker.ingen", series.Name)
                : labels.Get(
                    "figur.alt.prikker",
                    series.Name,
                    Count(rises.Length),
                    Count(rises.Count(r => r > 0)),
                    Count(rises.Count(r => r < 0)),
                    NorwegianNumberText.Number(rises.Min(), 0),
                    NorwegianNumberText.Number(rises.Max(), 0)
                );
        }

        if (chart.Mean.HasValue)
        {
            yield return labels.Get("figur.alt.prikker.snitt", QuantityWords.Of(chart.Mean, labels));
        }
    }

    private static string Count(int count) => NorwegianNumberText.Number(count, 0);
}
