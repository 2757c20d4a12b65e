using ReportBuilder.Editions;
using ReportBuilder.Figures;

namespace ReportBuilder.Tests.Charts;

/// <summary>Charts as the report has them, with made-up numbers.</summary>
internal static class ChartExamples
{
    public const string Jobbsjansen = "Jobbsjansen";
    public const string Introduksjonsprogrammet = "Introduksjonsprogrammet";

    public const string LongName = "Realkompetansevurdering/godkjenning av tidligere utdanning";

    /// <summary>A share in whole per cent; −1 means suppressed, so that test data stay readable.</summary>
    public static Quantity Share(double percent, int decimals = 0) =>
        percent < 0 ? Suppressed(Unit.Share) : Quantity.Of("prove.andel", percent / 100, Unit.Share, decimals);

    public static Quantity Suppressed(Unit unit) => Quantity.Without("prove.skjult", unit, 0, QuantityStatus.Suppressed);

    public static Quantity OddsRatio(double value, double low, double high) =>
        Quantity.Of("prove.oddsrate", value, Unit.OddsRatio, 2) with
        {
            Interval = new Interval(low, high, 0.95),
        };

    public static Quantity Years(double value) => Quantity.Of("prove.snitt", value, Unit.Years, 0);

    public static BarChart Kjonn { get; } = Bars(BarDirection.Vertical, "Prosent", ["Kvinne", "Mann"], [99, 1], [46, 54]);

    public static BarChart Norsk { get; } =
        Bars(
            BarDirection.Vertical,
            "Måloppnåelse, prosent",
            ["Under A1", "A1", "A2", "B1", "B2"],
            [-1, 51, 68, 80, 89],
            [21, 30, 55, 77, 89]
        );

    public static BarChart Landbakgrunn { get; } =
        Bars(
            BarDirection.Horizontal,
            "Andel av deltakerne, prosent",
            [
                "Europa",
                "Vest-Asia",
                "Sør-Asia",
                "Sørøst-Asia",
                "Asia for øvrig",
                "Afrika sør for Sahara",
                "Nord-Afrika",
                "Latin-Amerika og Karibia",
                "Statsløs",
                "Uoppgitt",
            ],
            [13, 18, 16, 17, 3, 22, 5, 4, 2, -1],
            [1, 46, 5, 0, 1, 40, 2, 0, 5, 0]
        );

    public static BarChart Tiltak { get; } =
        Bars(
            BarDirection.Horizontal,
            "Andel av deltakerne, prosent",
            [
                "Norskopplæring",
                "Samfunnskunnskap",
                "Språkpraksis",
                "Yrkesrettet kurs",
                "Ordinært arbeid",
                "Arbeidspraksis i skjermet virksomhet",
                "Arbeidspraksis i ordinær virksomhet",
                "AMO-kurs",
                "Fremming av sosialt nettverk",
                "Helsefremmende og forebyggende tiltak, inkludert fysisk aktivitet",
                "Barn og familie",
                "Kultur og fritid",
                LongName,
                "Utdanning/kurs – fag i grunnskole",
                "Utdanning/kurs – fag i videregående opplæring",
                "Individuell veiledning",
                "Jobbsøking og CV",
                "Kommunale kvalifiseringstiltak",
                "Annet",
            ],
            [62, 41, 38.4, 22, 18, 2, 72, 7, 29, 44, 19, 6, 3, 5, 6, 91, 73, 12, -1],
            [96, 71, 49, 14, 8, 3, 37, 4, 26, 31, 17, 9, 1, 23, 22, 55, 24, 8, 11],
            1
        );

    public static DistributionChart Alder { get; } =
        new(
            [15, 20, 25, 30, 35, 40, 45, 50, 55, 60],
            [
                new ChartSeries(
                    Scheme.Jobbsjansen,
                    Jobbsjansen,
                    [
                        Share(0.4, 1),
                        Share(5.1, 1),
                        Share(16.2, 1),
                        Share(22.9, 1),
                        Share(22.5, 1),
                        Share(16.8, 1),
                        Share(10.3, 1),
                        Share(5.5, 1),
                        Share(-1),
                    ]
                ),
                new ChartSeries(
                    Scheme.Introduksjonsprogrammet,
                    Introduksjonsprogrammet,
                    [
                        Share(6.1, 1),
                        Share(19.3, 1),
                        Share(21.7, 1),
                        Share(18.4, 1),
                        Share(13.2, 1),
                        Share(9.6, 1),
                        Share(6.7, 1),
                        Share(4.0, 1),
                        Share(-1),
                    ]
                ),
            ],
            [Years(37), Years(33)],
            "Alder ved avsluttet deltakelse (år)",
            "Andel av deltakerne, prosent",
            LastIsOpen: true
        );

    public static DistributionChart Botid { get; } =
        new(
            [.. Enumerable.Range(0, 26).Select(i => (double)i)],
            [
                new ChartSeries(Scheme.Jobbsjansen, Jobbsjansen, [.. Enumerable.Range(0, 25).Select(i => Share(Gamma(i, 9, 0.9), 1))]),
                new ChartSeries(
                    Scheme.Introduksjonsprogrammet,
                    Introduksjonsprogrammet,
                    [.. Enumerable.Range(0, 25).Select(i => i is 9 or 10 ? Share(-1) : Share(Gamma(i, 2.3, 0.6), 1))]
                ),
            ],
            [Years(9), Years(2)],
            "Botid i Norge (år)",
            "Andel av deltakerne, prosent",
            LastIsOpen: true
        );

    public static ForestChart Individmodell { get; } =
        new(
            [
                new ForestGroup("Ordning", [Row("Jobbsjansen", 0.46, 0.13)]),
                new ForestGroup(
                    "Deltaker",
                    [
                        Row("Mann", 0.68, 0.04),
                        Row("Alder (per år)", -0.05, 0.002),
                        Row("Botid (per år)", -0.02, 0.01),
                        Row("Utdanningsnivå (per nivå)", 0.44, 0.03),
                        Row("Norsknivå ved avslutning (per nivå)", 0.84, 0.03),
                    ]
                ),
                new ForestGroup(
                    "Landbakgrunn (mot Europa)",
                    [
                        Row("Asia for øvrig", 0.06, 0.23),
                        Row("Afrika sør for Sahara", -0.13, 0.15),
                        Row("Sørøst-Asia", 0.59, 0.22),
                        Row("Vest-Asia", 0.01, 0.15),
                        Row("Latin-Amerika og Karibia", 0.37, 0.30),
                        Row("Sør-Asia", 0.13, 0.16),
                        Row("Nord-Afrika", -0.39, 0.17),
                        Row("Statsløs", -0.20, 0.17),
                        new ForestRow("Uoppgitt", Quantity.Without("prove.uten", Unit.OddsRatio, 2, QuantityStatus.NotEstimable), false),
                    ]
                ),
                new ForestGroup("Deltakelse", [Row("Varighet (per måned)", 0.002, 0.002), Row("Fravær over 10 prosent", -0.11, 0.04)]),
                new ForestGroup(
                    "Tiltak",
                    [
                        Row("Norskopplæring", -0.38, 0.08),
                        Row("Samfunnskunnskap", 0.15, 0.04),
                        Row("Språkpraksis", -0.08, 0.04),
                        Row("Yrkesrettet kurs", 0.09, 0.05),
                        Row("Ordinært arbeid", 1.18, 0.06),
                        Row("Arbeidspraksis i skjermet virksomhet", -0.19, 0.08),
                        Row("Arbeidspraksis i ordinær virksomhet", 0.23, 0.04),
                        Row("AMO-kurs", -0.07, 0.07),
                        Row("Fremming av sosialt nettverk", -0.09, 0.04),
                        Row("Helsefremmende", -0.10, 0.04),
                        Row("Barn og familie", -0.21, 0.05),
                        Row("Kultur og fritid", -0.10, 0.05),
                        Row(LongName, 0.36, 0.14),
                        Row("Grunnskolefag", -0.70, 0.18),
                        Row("Fag i videregående opplæring", 0.41, 0.18),
                    ]
                ),
            ],
            "Oddsrate for måloppnåelse (logaritmisk skala)",
            "lavere odds",
            "høyere odds"
        );

    public static FlowChart Flyt { get; } =
        new(
            [
                new FlowStep("Poster lest fra registrene", Count(1000), Leaves: false),
                new FlowStep("Deltar fortsatt", Count(300), Leaves: true),
                new FlowStep(
                    "Satt til side på grunn av feil",
                    Quantity.Without("prove.null", Unit.Count, 0, QuantityStatus.Nil),
                    Leaves: true
                ),
                new FlowStep("Brutto", Count(700), Leaves: false),
            ],
            [
                new ChartSeries(
                    Scheme.Jobbsjansen,
                    "Jobbsjansen",
                    [Count(400), Count(100), Quantity.Without("prove.null", Unit.Count, 0, QuantityStatus.Nil), Count(300)]
                ),
                new ChartSeries(
                    Scheme.Introduksjonsprogrammet,
                    "Introduksjonsprogrammet",
                    [Count(600), Count(200), Quantity.Without("prove.null", Unit.Count, 0, QuantityStatus.Nil), Count(400)]
                ),
            ],
            "Antall personer"
        );

    private static Quantity Count(int count) => Quantity.Of("prove.antall", count, Unit.Count, 0);

    public static PairChart Forventet { get; } =
        Pairs(
            ["Liten eller ingen skolegang", "En del skolegang", "Ukjent"],
            [(46, 46), (72, 65), (-1, -1)],
            [(36, 38), (100, 100), (0.4, 3)]
        );

    public static ScatterChart Bidrag { get; } =
        new(
            Dots(i => Share(30 + i % 50), i => Share(20 + i * 7 % 70)),
            "Forventet måloppnåelse ut fra deltakerne, prosent",
            "Faktisk måloppnåelse, prosent",
            Share(57),
            "Stiplet: snittet for alle deltakere (57 prosent)",
            "Over streken: flere nådde målet enn forventet",
            "Under streken: færre nådde målet enn forventet"
        );

    public static FunnelChart Trakt { get; } =
        new(
            Dots(i => Quantity.Of("prove.antall", 10 + i * i, Unit.Count, 0), i => Points(i * 7 % 80 - 40, null, null)),
            "Deltakere i prosjektet (logaritmisk skala)",
            "Bidrag, prosentpoeng",
            [new FunnelLimit("95 prosent", Points(140, null, null)), new FunnelLimit("99,8 prosent", Points(220, null, null))]
        );

    /// <summary>A funnel about one unit: two shaded fields and its own dot.</summary>
    public static FunnelChart MerketTrakt { get; } =
        new(
            [],
            "Deltakere (logaritmisk skala)",
            "Faktisk minus forventet måloppnåelse, prosentpoeng",
            [new FunnelLimit("95 prosent", Points(140, null, null)), new FunnelLimit("99,8 prosent", Points(220, null, null))]
        )
        {
            Areas = [new FunnelArea(20, 32, -5, 0, 1), new FunnelArea(32, 50, 0, 5, 3)],
            AreaName = "Der flere andre kommuner ligger",
            Marked = new FunnelMark(
                Scheme.Introduksjonsprogrammet,
                "Porsanger – Porsáŋgu – Porsanki",
                new ScatterPoint(Quantity.Of("prove.antall", 41, Unit.Count, 0), Points(-21, -40, -2))
            ),
        };

    /// <summary>Funnels of two schemes about one unit: one with many participants and a long axis, one with fields far up.</summary>
    public static FunnelPanels Trakter { get; } =
        new([
            new FunnelPanel(
                Jobbsjansen,
                MerketTrakt with
                {
                    Areas = [],
                    Marked = new FunnelMark(
                        Scheme.Jobbsjansen,
                        MerketTrakt.Marked!.Name,
                        new ScatterPoint(Quantity.Of("prove.mange", 4200, Unit.Count, 0), Points(5, 1, 9))
                    ),
                }
            ),
            new FunnelPanel(Introduksjonsprogrammet, MerketTrakt with { Areas = [new FunnelArea(20, 32, 50, 55, 1)] }),
        ]);

    /// <summary>Two schemes beside three places, with a number that may not be shown.</summary>
    public static ProfileChart Profil { get; } =
        new(
            [new ProfileGroup("Kjønn", ["Kvinner", "Menn"]), new ProfileGroup("Landbakgrunn", ["Afrika sør for Sahara", LongName])],
            [
                new ProfilePlace(ProfileRole.Own, "Bergen"),
                new ProfilePlace(ProfileRole.Similar, "Lignende kommuner"),
                new ProfilePlace(ProfileRole.Nation, "Hele landet"),
            ],
            [
                new ProfilePanel(
                    Scheme.Jobbsjansen,
                    Jobbsjansen,
                    [
                        [Share(100), Share(0), Share(-1), Share(20)],
                        [Share(97), Share(3), Share(31), Share(22)],
                        [Share(99), Share(1), Share(22), Share(9)],
                    ]
                ),
                new ProfilePanel(
                    Scheme.Introduksjonsprogrammet,
                    Introduksjonsprogrammet,
                    [
                        [Share(47), Share(53), Share(42), Share(-1)],
                        [Share(46), Share(54), Share(41), Share(10)],
                        [Share(46), Share(54), Share(40), Share(12)],
                    ]
                ),
            ],
            "Andel av deltakerne (prosent)"
        );

    /// <summary>Small places beside others only.</summary>
    public static ProfileChart ProfilUtenKommunen { get; } =
        Profil with
        {
            Groups = [new ProfileGroup(string.Empty, ["Kvinner", "Menn", "Afrika sør for Sahara", LongName])],
            Places =
            [
                new ProfilePlace(ProfileRole.Similar, "Lignende kommuner"),
                new ProfilePlace(ProfileRole.County, "Fylket"),
                new ProfilePlace(ProfileRole.Nation, "Hele landet"),
            ],
            Panels = [Profil.Panels[1]],
        };

    /// <summary>Three areas, the marked one with an island.</summary>
    public static MapChart Kart { get; } =
        new(
            [
                new MapArea([Square(0, 0), Square(30, 4)], IsMarked: true),
                new MapArea([Square(10, 0)], IsMarked: false),
                new MapArea([Square(0, 10)], IsMarked: false),
            ],
            "Kart over Vestland med Bergen merket."
        );

    private static MapRing Square(double x, double y) => new([(x, y), (x + 10, y), (x + 10, y + 10), (x, y + 10), (x, y)]);

    public static EffectChart Robusthet { get; } =
        new(
            [
                new EffectGroup(
                    "Alle deltakere under ett",
                    [
                        new EffectRow("Individmodellen", Points(9.5, 5.6, 13.4)),
                        new EffectRow("Med klyngerobuste standardfeil", Points(9.5, -3.6, 15.4)),
                    ]
                ),
                new EffectGroup(
                    "Mer like deltakere",
                    [
                        new EffectRow(LongName, Points(-7, -12.2, -1.8)),
                        new EffectRow(
                            "Matchede par",
                            Quantity.Without("prove.uten", Unit.PercentagePoints, 1, QuantityStatus.NotEstimable)
                        ),
                    ]
                ),
            ],
            Points(9.5, 5.6, 13.4),
            "Forskjell i sannsynligheten for å nå målet, Jobbsjansen minus introduksjonsprogrammet, prosentpoeng",
            "lavere",
            "høyere i Jobbsjansen",
            "Prosentpoeng (95 % KI)"
        );

    public static QuadrantChart Kvadranter { get; } =
        new(
            new HalvedAxis("Måloppnåelse", "Under gjennomsnittet", "Over gjennomsnittet"),
            new HalvedAxis("Bidrag", "Negativt bidrag", "Positivt bidrag"),
            Field("Lavt, men bedre enn forventet", "Færre når målet enn i landet samlet, men flere enn vi forventer av deltakerne.", 24),
            Field("Høyt og bedre enn forventet", "Flere når målet enn i landet samlet, og flere enn vi forventer av deltakerne.", 171),
            Field("Lavt og svakere enn forventet", "Færre når målet enn i landet samlet, og færre enn vi forventer.", 190),
            new Quadrant(
                "Høyt, men svakere enn forventet",
                "Flere når målet enn i landet samlet, men færre enn vi forventer av deltakerne, som har bedre forutsetninger enn vanlig.",
                Quantity.Without("prove.antall", Unit.Count, 0, QuantityStatus.Suppressed),
                ": prosjekter"
            )
        );

    private static Quadrant Field(string name, string explanation, int count) =>
        new(name, explanation, Quantity.Of("prove.antall", count, Unit.Count, 0), $"{count} prosjekter");

    public static IReadOnlyList<Chart> All { get; } =
    [
        Kjonn,
        Norsk,
        Landbakgrunn,
        Tiltak,
        Alder,
        Botid,
        Individmodell,
        Flyt,
        Forventet,
        Bidrag,
        Trakt,
        MerketTrakt,
        Trakter,
        Profil,
        ProfilUtenKommunen,
        Kart,
        Robusthet,
        Kvadranter,
    ];

    /// <summary>A difference in percentage points, with its interval.</summary>
    public static Quantity Points(double value, double? low, double? high) =>
        Quantity.Of("prove.forskjell", value / 100, Unit.PercentagePoints, 1) with
        {
            Interval = low is { } l && high is { } h ? new Interval(l / 100, h / 100, 0.95) : null,
        };

    private static ScatterSeries[] Dots(Func<int, Quantity> x, Func<int, Quantity> y) =>
        [
            new(Scheme.Jobbsjansen, Jobbsjansen, [.. Enumerable.Range(0, 12).Select(i => new ScatterPoint(x(i), y(i)))]),
            new(
                Scheme.Introduksjonsprogrammet,
                Introduksjonsprogrammet,
                [.. Enumerable.Range(3, 30).Select(i => new ScatterPoint(x(i), y(i)))]
            ),
        ];

    public static BarChart Bars(
        BarDirection direction,
        string axisTitle,
        string[] categories,
        double[] jobbsjansen,
        double[] introduksjonsprogrammet,
        int decimals = 0
    ) =>
        new(
            categories,
            [
                new ChartSeries(Scheme.Jobbsjansen, Jobbsjansen, [.. jobbsjansen.Select(v => Share(v, decimals))]),
                new ChartSeries(
                    Scheme.Introduksjonsprogrammet,
                    Introduksjonsprogrammet,
                    [.. introduksjonsprogrammet.Select(v => Share(v, decimals))]
                ),
            ],
            direction,
            axisTitle
        );

    public static PairChart Pairs(
        string[] categories,
        (double Actual, double Expected)[] jobbsjansen,
        (double Actual, double Expected)[] introduksjonsprogrammet
    ) =>
        new(
            categories,
            [
                Panel(Scheme.Jobbsjansen, Jobbsjansen, jobbsjansen),
                Panel(Scheme.Introduksjonsprogrammet, Introduksjonsprogrammet, introduksjonsprogrammet),
            ],
            "Faktisk",
            "Forventet",
            "Måloppnåelse (prosent)"
        );

    private static PairPanel Panel(Scheme scheme, string name, (double Actual, double Expected)[] values) =>
        new(scheme, name, [.. values.Select(v => Share(v.Actual))], [.. values.Select(v => Share(v.Expected))]);

    /// <summary>A row from coefficient and standard error.</summary>
    private static ForestRow Row(string label, double logOdds, double standardError)
    {
        var low = Math.Exp(logOdds - 1.96 * standardError);
        var high = Math.Exp(logOdds + 1.96 * standardError);
        return new ForestRow(label, OddsRatio(Math.Exp(logOdds), low, high), low > 1 || high < 1);
    }

    /// <summary>A smooth one-peaked curve, per cent.</summary>
    private static double Gamma(int i, double mode, double width)
    {
        var z = Math.Log((i + 0.7) / mode) / width;
        return Math.Round(30 / mode * Math.Exp(-z * z), 1);
    }
}
