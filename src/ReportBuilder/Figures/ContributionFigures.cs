using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Figures;

/// <summary>The figures of contribution indicators: the four quadrants (Figur 1), expected against actual (Figur 21), and the funnel plot.</summary>
public static class ContributionFigures
{
    /// <summary>All three.</summary>
    public static IReadOnlyList<Figure> Build(EditionBuilder edition, LabelSet labels) =>
        [
            QuadrantFigure.Of(edition, labels),
            new Figure(
                "fig-bidrag",
                new ScatterChart(
                    Series(edition, labels, "forventet", "faktisk"),
                    labels.Get("akse.forventet"),
                    labels.Get("akse.faktisk"),
                    edition["bidrag.snitt"],
                    labels.Get("figur.bidrag.snitt", NorwegianNumberText.Number(edition["bidrag.snitt"])),
                    labels.Get("figur.bidrag.over"),
                    labels.Get("figur.bidrag.under")
                )
            ),
            new Figure(
                "fig-bidrag-trakt",
                new FunnelChart(
                    Series(edition, labels, "deltakere", "bidrag"),
                    labels.Get("akse.deltakere"),
                    labels.Get("akse.bidrag"),
                    [
                        .. ContributionStage.Limits.Select(l => new FunnelLimit(
                            labels.Get($"figur.trakt.grense.{l.Token}"),
                            edition[$"bidrag.trakt.grense.{l.Token}"]
                        )),
                    ]
                )
            ),
        ];

    /// <summary>The schemes that have dots to draw.</summary>
    private static IReadOnlyList<ScatterSeries> Series(EditionBuilder edition, LabelSet labels, string x, string y) =>
        [
            .. Breakdown
                .Schemes.Select(s => new ScatterSeries(
                    s,
                    labels.Get($"ordning.{Breakdown.Token(s)}"),
                    [
                        .. ContributionIds
                            .Drawn(edition, Breakdown.Token(s))
                            .Select(dot => new ScatterPoint(edition[$"{dot}.{x}"], edition[$"{dot}.{y}"])),
                    ]
                ))
                .Where(s => s.Points.Count > 0),
        ];
}
