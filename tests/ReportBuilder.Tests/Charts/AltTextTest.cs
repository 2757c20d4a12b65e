using ReportBuilder.Charts;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using Xunit;

namespace ReportBuilder.Tests.Charts;

public class AltTextTest
{
    private readonly DiagnosticBag _diagnostics = new();

    [Fact]
    public void Describe_Bars_EverySeriesWithEveryValue() =>
        Assert.Equal(
            "Prosent. Jobbsjansen – Kvinne: 99 prosent, Mann: 1 prosent. "
                + "Introduksjonsprogrammet – Kvinne: 46 prosent, Mann: 54 prosent.",
            Describe(ChartExamples.Kjonn)
        );

    [Fact]
    public void Describe_Flow_EveryStepWithItsParts() =>
        Assert.StartsWith(
            "Antall personer. Poster lest fra registrene: 1\u00A0000 (Jobbsjansen: 400, Introduksjonsprogrammet: 600). "
                + "Deltar fortsatt: 300 går ut (Jobbsjansen: 100, Introduksjonsprogrammet: 200). ",
            Describe(ChartExamples.Flyt),
            StringComparison.Ordinal
        );

    [Fact]
    public void Describe_Pairs_EveryCategoryWithBothNumbers() =>
        Assert.Equal(
            "Måloppnåelse (prosent), faktisk og forventet. Jobbsjansen – A1: 46 prosent, forventet 48 prosent, "
                + "A2: kan ikke vises, forventet kan ikke vises. "
                + "Introduksjonsprogrammet – A1: 36 prosent, forventet 38 prosent, A2: 61 prosent, forventet 61 prosent.",
            Describe(ChartExamples.Pairs(["A1", "A2"], [(46, 48), (-1, -1)], [(36, 38), (61, 61)]))
        );

    [Fact]
    public void Describe_Dots_HowManyAreOnEachSideOfTheDiagonal() =>
        Assert.Equal(
            "Jobbsjansen: 2 prikker, 1 over diagonalen og 1 under. Avstanden til diagonalen går fra −12 til 30 prosentpoeng. "
                + "Introduksjonsprogrammet: ingen prikker. Snittet for alle er 57 prosent.",
            Describe(
                ChartExamples.Bidrag with
                {
                    Series =
                    [
                        new ScatterSeries(
                            Scheme.Jobbsjansen,
                            "Jobbsjansen",
                            [
                                new ScatterPoint(ChartExamples.Share(40), ChartExamples.Share(70)),
                                new ScatterPoint(ChartExamples.Share(60), ChartExamples.Share(48)),
                                new ScatterPoint(ChartExamples.Share(60), ChartExamples.Share(-1)),
                            ]
                        ),
                        new ScatterSeries(Scheme.Introduksjonsprogrammet, "Introduksjonsprogrammet", []),
                    ],
                }
            )
        );

    [Fact]
    public void Describe_Funnel_HowManyAreOutsideTheLimits() =>
        Assert.StartsWith(
            "Jobbsjansen: 12 prikker, fra 10 til 131 deltakere. 95 prosent: ",
            Describe(ChartExamples.Trakt),
            StringComparison.Ordinal
        );

    [Fact]
    public void Describe_FunnelsSideBySide_EachAfterItsName() =>
        Assert.Equal(
            "Del 1: Jobbsjansen. Porsanger – Porsáŋgu – Porsanki: 4\u00A0200 deltakere, 5,0 prosentpoeng fra det ventede. "
                + "Det er utenfor grensen «95 prosent». Det er utenfor grensen «99,8 prosent». "
                + "Del 2: Introduksjonsprogrammet. "
                + Describe(ChartExamples.MerketTrakt),
            Describe(ChartExamples.Trakter)
        );

    [Fact]
    public void Describe_FunnelAboutOneUnit_TellsOfThatUnitOnly() =>
        Assert.Equal(
            "Porsanger – Porsáŋgu – Porsanki: 41 deltakere, −21,0 prosentpoeng fra det ventede. "
                + "Det er innenfor grensen «95 prosent». Det er innenfor grensen «99,8 prosent».",
            Describe(ChartExamples.MerketTrakt)
        );

    [Fact]
    public void Describe_Profile_EveryRowWithAllPlacesAndHiddenNumbersByName() =>
        Assert.Equal(
            "Andel av deltakerne (prosent). Tallene står i denne rekkefølgen: Bergen, Lignende kommuner, Hele landet. "
                + "Jobbsjansen: Kjønn – Kvinner: 100 prosent / 97 prosent / 99 prosent, Menn: 0 prosent / 3 prosent / 1 prosent. "
                + "Jobbsjansen: Landbakgrunn – Afrika sør for Sahara: kan ikke vises / 31 prosent / 22 prosent, "
                + $"{ChartExamples.LongName}: 20 prosent / 22 prosent / 9 prosent. "
                + "Introduksjonsprogrammet: Kjønn – Kvinner: 47 prosent / 46 prosent / 46 prosent, Menn: 53 prosent / 54 prosent / 54 prosent. "
                + "Introduksjonsprogrammet: Landbakgrunn – Afrika sør for Sahara: 42 prosent / 41 prosent / 40 prosent, "
                + $"{ChartExamples.LongName}: kan ikke vises / 10 prosent / 12 prosent.",
            Describe(ChartExamples.Profil)
        );

    [Fact]
    public void Describe_Map_SaysWhatItShows() => Assert.Equal("Kart over Vestland med Bergen merket.", Describe(ChartExamples.Kart));

    [Fact]
    public void Describe_Effects_EveryEstimateWithItsInterval() =>
        Assert.Equal(
            "Forskjell i sannsynligheten for å nå målet, Jobbsjansen minus introduksjonsprogrammet, prosentpoeng. "
                + "Alle deltakere under ett – Individmodellen: 9,5 prosentpoeng (intervall 5,6 til 13,4), "
                + "Med klyngerobuste standardfeil: 9,5 prosentpoeng (intervall −3,6 til 15,4). "
                + $"Mer like deltakere – {ChartExamples.LongName}: −7,0 prosentpoeng (intervall −12,2 til −1,8), Matchede par: kan ikke beregnes.",
            Describe(ChartExamples.Robusthet)
        );

    [Fact]
    public void Describe_Quadrants_EachWithItsPlaceAndCountWhereThereIsOne()
    {
        var text = Describe(ChartExamples.Kvadranter);

        Assert.StartsWith(
            "Øverst til venstre: Lavt, men bedre enn forventet. Færre når målet enn i landet samlet, men flere enn vi forventer av deltakerne. 24 prosjekter. Øverst til høyre: ",
            text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("forutsetninger enn vanlig.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_SuppressedBar_SaysSo() =>
        Assert.StartsWith(
            "Måloppnåelse, prosent. Jobbsjansen – Under A1: kan ikke vises, A1: 51 prosent,",
            Describe(ChartExamples.Norsk),
            StringComparison.Ordinal
        );

    [Fact]
    public void Describe_SeriesWithoutName_OnlyValues() =>
        Assert.Equal(
            "Bidrag. Oslo: −3,2 prosentpoeng, Bergen: ingen.",
            Describe(
                new BarChart(
                    ["Oslo", "Bergen"],
                    [
                        new ChartSeries(
                            Scheme.Jobbsjansen,
                            "",
                            [
                                Quantity.Of("prove.a", -0.032, Unit.PercentagePoints, 1),
                                Quantity.Without("prove.b", Unit.PercentagePoints, 1, QuantityStatus.Nil),
                            ]
                        ),
                    ],
                    BarDirection.Horizontal,
                    "Bidrag"
                )
            )
        );

    [Fact]
    public void Describe_Distribution_PeakHalfMeanAndWhatIsHidden() =>
        Assert.Equal(
            "Alder ved avsluttet deltakelse (år). "
                + "Jobbsjansen – flest er fra 30 til under 35 (22,9 prosent); minst halvparten (62,2 prosent) er fra 30 til under 45; "
                + "gjennomsnitt 37 år; uten tall: 55 eller mer (kan ikke vises). "
                + "Introduksjonsprogrammet – flest er fra 25 til under 30 (21,7 prosent); minst halvparten (59,4 prosent) er fra 20 til under 35; "
                + "gjennomsnitt 33 år; uten tall: 55 eller mer (kan ikke vises).",
            Describe(ChartExamples.Alder)
        );

    [Fact]
    public void Describe_DistributionWithHiddenMiddle_HalfIsNotCountedAcrossIt()
    {
        var chart = new DistributionChart(
            [0, 1, 2, 3],
            [
                new ChartSeries(
                    Scheme.Jobbsjansen,
                    "Jobbsjansen",
                    [ChartExamples.Share(40), ChartExamples.Suppressed(Unit.Share), ChartExamples.Share(35)]
                ),
            ],
            [ChartExamples.Suppressed(Unit.Years)],
            "Botid (år)",
            "Prosent",
            LastIsOpen: false
        );

        Assert.Equal(
            "Botid (år). Jobbsjansen – flest er fra 0 til under 1 (40 prosent); gjennomsnitt kan ikke vises; "
                + "uten tall: fra 1 til under 2 (kan ikke vises).",
            Describe(chart)
        );
    }

    [Fact]
    public void Describe_OpenLastClass_IsToldByItselfAndIsNotTheFullest()
    {
        ChartSeries[] series =
        [
            new(Scheme.Jobbsjansen, "Jobbsjansen", [ChartExamples.Share(20), ChartExamples.Share(30), ChartExamples.Share(50)]),
        ];
        var chart = new DistributionChart([0, 1, 2, 3], series, [ChartExamples.Years(4)], "Botid (år)", "Prosent", LastIsOpen: true);

        Assert.StartsWith(
            "Botid (år). Jobbsjansen – flest er fra 1 til under 2 (30 prosent); 2 eller mer: 50 prosent;",
            Describe(chart),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Describe_Forest_CountsSignificantOnesByGroupAndExtremes()
    {
        var chart = new ForestChart(
            [
                new ForestGroup("Ordning", [new ForestRow("Jobbsjansen", ChartExamples.OddsRatio(1.58, 1.23, 2.04), true)]),
                new ForestGroup(
                    "Norsknivå",
                    [
                        new ForestRow("A2", ChartExamples.OddsRatio(2.31, 2.18, 2.45), true),
                        new ForestRow("B1", ChartExamples.OddsRatio(0.5, 0.35, 0.71), true),
                        new ForestRow("B2", ChartExamples.OddsRatio(1.06, 0.68, 1.67), false),
                        new ForestRow("C1", ChartExamples.Suppressed(Unit.OddsRatio), false),
                    ]
                ),
            ],
            "Oddsrate",
            "lavere odds",
            "høyere odds"
        );

        Assert.Equal(
            "Oddsrater med konfidensintervaller for 5 variabler. "
                + "Signifikant høyere odds (2): Ordning (Jobbsjansen: 1,58); Norsknivå (A2: 2,31). "
                + "Signifikant lavere odds (1): Norsknivå (B1: 0,50). Ikke signifikante: 1. "
                + "Høyest er A2: 2,31. Lavest er B1: 0,50. Uten tall: Norsknivå (C1: kan ikke vises).",
            Describe(chart)
        );
    }

    [Fact]
    public void Describe_AllUnitsAndStatuses_HaveWords()
    {
        var quantities = Enum.GetValues<Unit>()
            .Select(unit => Quantity.Of("prove.tall", 0.5, unit, 1))
            .Concat(
                Enum.GetValues<QuantityStatus>()
                    .Where(status => status is not (QuantityStatus.Estimated or QuantityStatus.Rounded))
                    .Select(status => Quantity.Without("prove.uten", Unit.Share, 0, status))
            )
            .Append(Quantity.Rounded("prove.avrundet", 0.729, Unit.Share, 0))
            .ToArray();
        var chart = new BarChart(
            [.. quantities.Select(_ => "x")],
            [new ChartSeries(Scheme.Jobbsjansen, "Jobbsjansen", quantities)],
            BarDirection.Horizontal,
            "Alt"
        );

        Assert.DoesNotContain("figur.", Describe(chart), StringComparison.Ordinal);
    }

    private string Describe(Chart chart)
    {
        var text = AltText.Describe(chart, ChartTestBed.Labels(_diagnostics));
        Assert.Empty(_diagnostics.Sorted());
        return text;
    }
}
