using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Editions;

/// <summary>A small edition with one quantity of each sort.</summary>
internal static class TestEdition
{
    /// <summary>Quantities are added out of order on purpose.</summary>
    public static Edition Small()
    {
        var builder = new EditionBuilder();
        builder.AddRange([
            Quantity.Of("modell.individ.loglikelihood", -10699.523456789, Unit.LogLikelihood, 2) with
            {
                Base = 17886,
            },
            Quantity.Of("b.oddsrate", 1.0 / 3, Unit.OddsRatio, 2) with
            {
                Base = 19316,
                Interval = new Interval(0.2, 2.0 / 3, 0.95),
            },
            Quantity.Without("b.skjult", Unit.Share, 0, QuantityStatus.Suppressed),
            Quantity.Without("b.null", Unit.Count, 0, QuantityStatus.Nil) with
            {
                Base = 12,
            },
            Quantity.Without("b.umulig", Unit.PercentagePoints, 0, QuantityStatus.NotApplicable),
            Quantity.Without("b.mangler", Unit.Years, 1, QuantityStatus.Missing),
            Quantity.Without("b.ikke_estimert", Unit.VarianceInflation, 2, QuantityStatus.NotEstimable),
            Quantity.Of("a_b", 19316, Unit.Count, 0),
            Quantity.Of("a.andel", 0.1 + 0.2, Unit.Share, 0) with
            {
                Base = 1420,
            },
            Quantity.Of("a.p", 1.2345678912e-13, Unit.PValue, 3),
            Quantity.Rounded("b.avrundet", 0.567, Unit.Share, 0),
            Quantity.Rounded("b.om_lag", 0.33, Unit.Share, 0) with
            {
                Slack = 0.05,
            },
        ]);
        builder.Add(CategoryFact.Of("typisk.tiltak", "tiltak", "norskopplaering", "amo_kurs"));
        builder.Add(CategoryFact.Without("typisk.kjonn", "kjonn", QuantityStatus.Suppressed));
        return new Edition
        {
            Quantities = builder.ToQuantities(),
            Facts = builder.ToFacts(),
            Tables =
            [
                new TableContent("tbl-tom", [], []),
                new TableContent(
                    "tbl-utvalg",
                    ["Trinn", "Antall"],
                    [
                        new TableContentRow("group", [new CellContent("Alle", [])]),
                        new TableContentRow(
                            "data",
                            [
                                new CellContent("Brutto", []),
                                new CellContent("1 560 (57 %)", [new QuantityId("a_b"), new QuantityId("a.andel")]),
                            ]
                        ),
                    ]
                )
                {
                    Number = "1",
                    Caption = "Utvalget «i alt»",
                },
            ],
            Figures =
            [
                new FigureContent("fig-tom", "bar", [], [], []),
                new FigureContent(
                    "fig-individmodell",
                    "forest",
                    ["Oddsrate"],
                    ["Ordning"],
                    [new SeriesContent("Ordning", [new QuantityId("b.oddsrate")]), new SeriesContent("", [])]
                )
                {
                    Number = "3",
                    Caption = "Oddsrater",
                    Drawing = new string('a', 64),
                },
            ],
            Claims =
            [
                new Claim
                {
                    Kind = "over",
                    QuantityIds = [new QuantityId("a.andel"), new QuantityId("b.avrundet")],
                    Limits = ["1/4"],
                    Outcome = ClaimOutcome.Holds,
                    Template = "kapittel/a.md",
                    Place = new SourcePlace("kapittel/a.md", 12),
                    Sentence = "Over en firedel, sier «vi».",
                },
            ],
            Municipalities = ["0301", "1103"],
            Origin = new EditionOrigin("Utgave «1» \"æøå\"", "0.1.0", "deltakere.csv", new string('0', 64), true, 19316),
        };
    }
}
