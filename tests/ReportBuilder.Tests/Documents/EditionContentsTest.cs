using System.Security.Cryptography;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using Xunit;

namespace ReportBuilder.Tests.Documents;

public class EditionContentsTest
{
    private static readonly IReadOnlyList<ChartSeries> Series =
    [
        new(Scheme.Jobbsjansen, "Jobbsjansen", [Share("j.a"), Share("j.b")]),
        new(Scheme.Introduksjonsprogrammet, "Introduksjonsprogrammet", [Share("i.a"), Share("i.b")]),
    ];

    private static readonly IReadOnlyList<ScatterSeries> Dots =
    [
        new(
            Scheme.Jobbsjansen,
            "Jobbsjansen",
            [new ScatterPoint(Share("a.x"), Share("a.y")), new ScatterPoint(Share("b.x"), Share("b.y"))]
        ),
    ];

    private static readonly IReadOnlyDictionary<string, (Chart Chart, FigureContent Content)> Charts = new Dictionary<
        string,
        (Chart, FigureContent)
    >(StringComparer.Ordinal)
    {
        ["bar"] = (
            new BarChart(["Kvinner", "Menn"], Series, BarDirection.Vertical, "Prosent") { Maximum = 62.5 },
            Content("bar", ["Prosent", "62.5"], ["Kvinner", "Menn"], [("Jobbsjansen", "j.a j.b"), ("Introduksjonsprogrammet", "i.a i.b")])
        ),
        ["distribution"] = (
            new DistributionChart([0, 2.5, 5], Series, [Share("j.snitt"), Share("i.snitt")], "År", "Andel", LastIsOpen: true),
            Content(
                "distribution",
                ["År", "Andel"],
                ["0", "2.5", "5"],
                [("Jobbsjansen", "j.a j.b"), ("Introduksjonsprogrammet", "i.a i.b"), ("mean", "j.snitt i.snitt")]
            )
        ),
        ["flow"] = (
            new FlowChart([new FlowStep("Linjer", Share("alle"), false), new FlowStep("Ute", Share("ute"), true)], Series, "Antall"),
            Content(
                "flow",
                ["Antall"],
                ["Linjer", "Ute"],
                [("Jobbsjansen", "j.a j.b"), ("Introduksjonsprogrammet", "i.a i.b"), ("total", "alle ute")]
            )
        ),
        ["forest"] = (
            new ForestChart(
                [
                    new ForestGroup(
                        "Individ",
                        [new ForestRow("Kvinne", Share("kvinne"), true), new ForestRow("Alder", Share("alder"), false)]
                    ),
                    new ForestGroup("Kommune", [new ForestRow("Folketall", Share("folketall"), false)]),
                ],
                "Oddsrate",
                "lavere",
                "høyere"
            ),
            Content(
                "forest",
                ["Oddsrate", "lavere", "høyere"],
                ["Kvinne", "Alder", "Folketall"],
                [("Individ", "kvinne alder"), ("Kommune", "folketall")]
            )
        ),
        ["pair"] = (
            new PairChart(
                ["2017", "2018"],
                [new PairPanel(Scheme.Jobbsjansen, "Jobbsjansen", [Share("f.a"), Share("f.b")], [Share("v.a"), Share("v.b")])],
                "Faktisk",
                "Ventet",
                "Prosent"
            ),
            Content("pair", ["Prosent"], ["2017", "2018"], [("Jobbsjansen: Faktisk", "f.a f.b"), ("Jobbsjansen: Ventet", "v.a v.b")])
        ),
        ["effect"] = (
            new EffectChart(
                [new EffectGroup("Matching", [new EffectRow("Nærmeste", Share("naermeste"))])],
                Share("hoved"),
                "Prosentpoeng",
                "lavere",
                "høyere",
                "Forskjell"
            ),
            Content(
                "effect",
                ["Prosentpoeng", "lavere", "høyere", "Forskjell"],
                ["Nærmeste"],
                [("Matching", "naermeste"), ("reference", "hoved")]
            )
        ),
        ["funnel"] = (
            new FunnelChart(Dots, "Personer", "Bidrag", [new FunnelLimit("95 prosent", Share("grense"))]),
            Content("funnel", ["Personer", "Bidrag"], [], [("Jobbsjansen", "a.x a.y b.x b.y"), ("95 prosent", "grense")])
        ),
        ["funnel about one unit"] = (
            new FunnelChart([], "Personer", "Bidrag", [new FunnelLimit("95 prosent", Share("grense"))])
            {
                Marked = new FunnelMark(Scheme.Jobbsjansen, "Oslo", new ScatterPoint(Share("o.x"), Share("o.y"))),
            },
            Content("funnel", ["Personer", "Bidrag"], [], [("Oslo", "o.x o.y"), ("95 prosent", "grense")])
        ),
        ["funnels side by side"] = (
            new FunnelPanels([
                new FunnelPanel("Jobbsjansen", MarkedFunnel("j", Scheme.Jobbsjansen)),
                new FunnelPanel("Introduksjonsprogrammet", MarkedFunnel("i", Scheme.Introduksjonsprogrammet)),
            ]),
            Content(
                "funnels",
                ["Personer", "Bidrag"],
                [],
                [
                    ("Jobbsjansen: Oslo", "j.x j.y"),
                    ("Jobbsjansen: 95 prosent", "j.grense"),
                    ("Introduksjonsprogrammet: Oslo", "i.x i.y"),
                    ("Introduksjonsprogrammet: 95 prosent", "i.grense"),
                ]
            )
        ),
        ["profile"] = (
            new ProfileChart(
                [new ProfileGroup("Kjønn", ["Kvinner"]), new ProfileGroup("Alder", ["Under 30"])],
                [new ProfilePlace(ProfileRole.Own, "Oslo"), new ProfilePlace(ProfileRole.Nation, "Landet")],
                [
                    new ProfilePanel(
                        Scheme.Jobbsjansen,
                        "Jobbsjansen",
                        [
                            [Share("o.k"), Share("o.a")],
                            [Share("l.k"), Share("l.a")],
                        ]
                    ),
                ],
                "Prosent"
            ),
            Content("profile", ["Prosent"], ["Kvinner", "Under 30"], [("Jobbsjansen: Oslo", "o.k o.a"), ("Jobbsjansen: Landet", "l.k l.a")])
        ),
        ["map"] = (
            new MapChart([new MapArea([new MapRing([(0, 0), (1, 0), (1, 1), (0, 0)])], IsMarked: true)], "Kart"),
            Content("map", [], [], [])
        ),
        ["quadrant"] = (
            new QuadrantChart(
                new HalvedAxis("Resultat", "lavt", "høyt"),
                new HalvedAxis("Bidrag", "negativt", "positivt"),
                Field("lav_hoy"),
                Field("hoy_hoy"),
                Field("lav_lav"),
                Field("hoy_lav")
            ),
            Content(
                "quadrant",
                ["Resultat", "lavt", "høyt", "Bidrag", "negativt", "positivt"],
                ["felt lav_hoy", "felt hoy_hoy", "felt lav_lav", "felt hoy_lav"],
                [("count", "lav_hoy hoy_hoy lav_lav hoy_lav")]
            )
        ),
        ["scatter"] = (
            new ScatterChart(Dots, "Ventet", "Faktisk", Share("snitt"), "Gjennomsnitt", "over", "under"),
            Content("scatter", ["Ventet", "Faktisk", "over", "under"], [], [("Jobbsjansen", "a.x a.y b.x b.y"), ("Gjennomsnitt", "snitt")])
        ),
    };

    public static TheoryData<string> Kinds => [.. Charts.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_Figure_HasWhatTheReaderSees(string kind)
    {
        var (chart, expected) = Charts[kind];

        var content = EditionContents.Of(new Figure("fig-prove", chart));

        Assert.Equal((expected.Id, expected.Kind), (content.Id, content.Kind));
        Assert.Equal(expected.Axes, content.Axes);
        Assert.Equal(expected.Categories, content.Categories);
        Assert.Equal(expected.Series.Select(Text), content.Series.Select(Text));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_Figure_HasEveryNumberOfTheChart(string kind)
    {
        var figure = new Figure("fig-prove", Charts[kind].Chart);
        // A map tells no number.
        Assert.Equal(kind == "map", figure.QuantityIds.Count == 0);
        Assert.Empty(figure.QuantityIds.Except(EditionContents.Of(figure).QuantityIds));
    }

    [Fact]
    public void Charts_InThisTest_AreAllKinds()
    {
        var kinds = typeof(Chart)
            .Assembly.GetTypes()
            .Where(t => t is { IsPublic: true, IsAbstract: false } && t.IsSubclassOf(typeof(Chart)));
        Assert.Equal(kinds.Count(), Charts.Values.Select(c => c.Chart.GetType()).Distinct().Count());
    }

    [Fact]
    public void Of_Table_HasEachCellAsPrintedAndTheNumbersBehindIt()
    {
        var content = EditionContents.Of(DocumentFixture.Tables[0]);

        Assert.Equal("tbl-modell", content.Id);
        Assert.Equal([string.Empty, "Koeffisient"], content.Columns);
        Assert.Equal(["group", "data", "data", "data", "summary"], content.Rows.Select(r => r.Kind));
        Assert.Equal("Individ", Assert.Single(content.Rows[0].Cells).Text);
        Assert.Equal("Kvinne", content.Rows[1].Cells[0].Text);
        Assert.Empty(content.Rows[1].Cells[0].QuantityIds);
        Assert.Equal("0,46***\u00A0(0,13)", content.Rows[1].Cells[1].Text);
        Assert.Equal(["logit", "se", "p.liten"], content.Rows[1].Cells[1].QuantityIds.Select(q => q.Value));
        Assert.Equal(":", content.Rows[3].Cells[1].Text);
        Assert.Equal(["skjult"], content.Rows[3].Cells[1].QuantityIds.Select(q => q.Value));
    }

    [Fact]
    public void InBook_TablesAndFigures_HaveNumberCaptionAndDrawingInTheOrderOfTheBook()
    {
        var fixture = new DocumentFixture();
        var book = fixture.BuildChapter(
            """
            ![Andeler *etter* kjønn](tbl-andel)

            ![Kvinner og menn](fig-kjonn){alt="a"}

            {{ paastand "over" "antall" 5 }}Flere enn fem.
            """
        )!;
        Assert.Empty(fixture.Messages());
        var edition = DocumentFixture.Edition with
        {
            Tables = [.. DocumentFixture.Tables.Select(EditionContents.Of)],
            Figures = [.. DocumentFixture.Figures.Select(EditionContents.Of)],
        };
        byte[] svg = [.. "<svg/>"u8];

        var whole = EditionContents.InBook(edition, book, new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["fig-kjonn"] = svg });

        // The table that no text places stands last.
        Assert.Equal(["tbl-andel", "tbl-modell"], whole.Tables.Select(t => t.Id));
        Assert.Equal(("1", "Andeler etter kjønn"), (whole.Tables[0].Number, whole.Tables[0].Caption));
        Assert.Equal((null, null), (whole.Tables[1].Number, whole.Tables[1].Caption));
        var figure = Assert.Single(whole.Figures);
        Assert.Equal(("1", "Kvinner og menn"), (figure.Number, figure.Caption));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(svg)), figure.Drawing);
        Assert.Equal("over", Assert.Single(whole.Claims).Kind);
        Assert.Equal(edition.Quantities, whole.Quantities);
        Assert.Null(EditionContents.InBook(edition, book, new Dictionary<string, byte[]>(StringComparer.Ordinal)).Figures[0].Drawing);
    }

    private static string Text(SeriesContent series) => $"{series.Name}: {string.Join(' ', series.QuantityIds.Select(q => q.Value))}";

    private static FigureContent Content(
        string kind,
        IReadOnlyList<string> axes,
        IReadOnlyList<string> categories,
        IReadOnlyList<(string Name, string Ids)> series
    ) =>
        new(
            "fig-prove",
            kind,
            axes,
            categories,
            [.. series.Select(s => new SeriesContent(s.Name, [.. s.Ids.Split(' ').Select(i => new QuantityId(i))]))]
        );

    private static FunnelChart MarkedFunnel(string id, Scheme scheme) =>
        new([], "Personer", "Bidrag", [new FunnelLimit("95 prosent", Share(id + ".grense"))])
        {
            Marked = new FunnelMark(scheme, "Oslo", new ScatterPoint(Share(id + ".x"), Share(id + ".y"))),
        };

    private static Quadrant Field(string id) => new("felt " + id, "forklaring", Share(id), "antall");

    private static Quantity Share(string id) => Quantity.Of(id, 0.5, Unit.Share, 0);
}
