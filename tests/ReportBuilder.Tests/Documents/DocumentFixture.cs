using System.Collections.Immutable;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;
using ReportBuilder.Tables;
using ReportBuilder.Templating;
using ReportBuilder.Tests.Conventions;

namespace ReportBuilder.Tests.Documents;

/// <summary>A small edition with one quantity of every kind, a figure, two tables, and a book built from templates given as text.</summary>
internal sealed class DocumentFixture
{
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>Data that the edition does without.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>Things that templates ask about.</summary>
    public IReadOnlyDictionary<string, TemplateObject> Objects { get; init; } =
        new Dictionary<string, TemplateObject>(StringComparer.Ordinal);

    public LabelSet Labels { get; }

    public DocumentFixture() =>
        Labels = LabelSet.Read(Path.Combine(RepositoryFolder, "templates", "labels", "nb"), "templates/labels/nb", Diagnostics);

    /// <summary>The folder with the solution.</summary>
    public static string RepositoryFolder { get; } = Repository.Root;

    public static Edition Edition { get; } =
        new()
        {
            Quantities = Quantities().ToImmutableSortedDictionary(q => q.Id.Value, q => q, StringComparer.Ordinal),
            Facts = Facts().ToImmutableSortedDictionary(f => f.Id.Value, f => f, StringComparer.Ordinal),
            Tables = [],
            Figures = [],
            Origin = new EditionOrigin("2026-1", "0.1.0", "nir_2026.csv", "0123abcd", IsSynthetic: true, 19316),
        };

    public static BookMetadata Metadata { get; } =
        new()
        {
            Title = "Resultater i integreringen",
            Subtitle = "Jobbsjansen og introduksjonsprogrammet",
            Authors = ["Kari Nordmann", "Ola Hansen"],
            Publisher = "Instituttet",
            Series = "Rapport 1:2026",
            Date = new DateOnly(2026, 11, 20),
            Keywords = ["integrering"],
            Description = "Hvem kommer i arbeid?",
        };

    public static IReadOnlyList<Figure> Figures { get; } =
    [
        new(
            "fig-kjonn",
            new BarChart(
                ["Kvinner", "Menn"],
                [new ChartSeries(Scheme.Jobbsjansen, "Jobbsjansen", [Find("andel.kvinne"), Find("andel.mann")])],
                BarDirection.Vertical,
                "Prosent"
            )
        ),
    ];

    public static IReadOnlyList<Table> Tables { get; } =
    [
        new(
            "tbl-modell",
            [new TableColumn(string.Empty, ColumnKind.Text), new TableColumn("Koeffisient", ColumnKind.Number)],
            [
                new TableRow(RowKind.Group, [new TextCell("Individ")]),
                new TableRow(RowKind.Data, [new TextCell("Kvinne"), new EstimateCell(Find("logit"), Find("se"), Find("p.liten"))]),
                new TableRow(RowKind.Data, [new TextCell("Alder"), new EstimateCell(Find("logit.svak"), Find("se"), Find("p"))]),
                new TableRow(RowKind.Data, [new TextCell("Fylke"), new QuantityCell(Find("skjult"))]),
                new TableRow(RowKind.Summary, [new TextCell("N"), new QuantityCell(Find("antall"))]),
            ],
            ["* p < 0,1, ** p < 0,05, *** p < 0,01."]
        ),
        new(
            "tbl-andel",
            [new TableColumn("Kjønn", ColumnKind.Text), new TableColumn("Andel", ColumnKind.Number)],
            [
                new TableRow(RowKind.Data, [new TextCell("Kvinne"), new QuantityCell(Find("andel.kvinne"))]),
                new TableRow(RowKind.Data, [new TextCell("Mann"), new QuantityCell(Find("andel.mann"))]),
                new TableRow(RowKind.Data, [new TextCell("Ordning"), new IntervalCell(Find("oddsrate"))]),
            ],
            []
        ),
    ];

    public static Quantity Find(string id) => Quantities().Single(q => q.Id.Value == id);

    /// <summary>Builds a book from files given as text. Diagnostics name them «mal/…».</summary>
    public Book? Build(params IReadOnlyList<(string Name, string Text)> files)
    {
        var folder = Directory.CreateTempSubdirectory("bok");
        try
        {
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder.FullName, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            return Build(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Builds the book of a folder.</summary>
    public Book? Build(string folder) =>
        BookBuilder.Build(
            new BookRequest
            {
                TemplateFolder = folder,
                ShownAs = "mal",
                Threads = 3,
                Edition = Edition,
                Figures = Figures,
                Tables = Tables,
                LeftOut = LeftOut,
                Objects = Objects,
                Labels = Labels,
                Metadata = Metadata,
                DescribeFigure = f => $"Data: {f.QuantityIds.Count} tall.",
            },
            Diagnostics
        );

    /// <summary>Builds a book of one chapter that begins with its heading on line 1; the text given begins on line 3.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bibliography">Works, or nothing.</param>
    /// <param name="withRules">Whether sentences are held against the lists of the report.</param>
    public Book? BuildChapter(string text, string bibliography = "", bool withRules = false) =>
        Build([
            ("bok.yaml", "kapitler: [k.md]\n" + (bibliography.Length > 0 ? "litteratur: l.bib\n" : string.Empty)),
            ("k.md", "# Kapittel\n\n" + text),
            ("l.bib", bibliography),
            .. withRules ? RuleFiles : [],
        ]);

    /// <summary>The lists that the sentences of the report are held against.</summary>
    public static IReadOnlyList<(string Name, string Text)> RuleFiles { get; } =
    [
        .. new[] { "setningsord.csv", "tillatte-tall.csv" }.Select(n =>
            (n, File.ReadAllText(Path.Combine(RepositoryFolder, "templates", "rapport", n)))
        ),
    ];

    /// <summary>Two works, for tests of citations.</summary>
    public const string Sources = """
        @report{djuve2017, author = {Djuve, Anne Britt and Kavli, Hanne C. and Sterri, Erika Braanen}, title = {Introduksjonsprogram}, year = 2017}
        @book{blom2015, author = {Blom, Svein and Enes, Anette Walstad}, title = {Levekår}, year = 2015}
        """;

    /// <summary>
    /// The diagnostics as the user sees them. Figures and tables not placed are left out, since small tests place few.
    /// </summary>
    public IReadOnlyList<string> Messages(bool withUnplaced = false) =>
        [.. Diagnostics.Sorted().Where(d => withUnplaced || d.Code is not ("RB4109" or "RB4110")).Select(DiagnosticFormatter.Format)];

    /// <summary>Code, line and column of the diagnostics: «RB4202 3:5».</summary>
    public IReadOnlyList<string> Codes(bool withUnplaced = false) =>
        [
            .. Diagnostics
                .Sorted()
                .Where(d => withUnplaced || d.Code is not ("RB4109" or "RB4110"))
                .Select(d => $"{d.Code} {d.Place?.Line}:{d.Place?.Column}"),
        ];

    private static IEnumerable<CategoryFact> Facts() =>
        [
            CategoryFact.Of("typisk.kjonn", "kjonn", "kvinne"),
            CategoryFact.Of("typisk.tiltak", "tiltak", "norskopplaering", "amo_kurs", "fag_vgo"),
            CategoryFact.Of("typisk.to_tiltak", "tiltak", "norskopplaering", "amo_kurs"),
            CategoryFact.Of("typisk.ingen_tiltak", "tiltak"),
            CategoryFact.Without("typisk.skjult", "kjonn", QuantityStatus.Suppressed),
        ];

    private static IEnumerable<Quantity> Quantities() =>
        [
            Quantity.Of("andel.kvinne", 0.73, Unit.Share, 0) with
            {
                Base = 1420,
                Interval = new Interval(0.70, 0.76, 0.95),
            },
            Quantity.Of("andel.mann", 0.655, Unit.Share, 1) with
            {
                Base = 812,
            },
            Quantity.Of("andel.forskjell", 0.04, Unit.PercentagePoints, 0) with
            {
                Interval = new Interval(0.01, 0.07, 0.95),
            },
            Quantity.Rounded("forskjell.avrundet", 0.05, Unit.PercentagePoints, 0),
            Quantity.Of("antall", 19316, Unit.Count, 0),
            Quantity.Of("antall.en", 1, Unit.Count, 0),
            Quantity.Of("alder", 33, Unit.Years, 0),
            Quantity.Of("varighet", 27.9, Unit.Months, 1),
            Quantity.Of("varighet.en", 1, Unit.Months, 0),
            Quantity.Of("oddsrate", 0.38, Unit.OddsRatio, 2) with
            {
                Interval = new Interval(0.20, 0.71, 0.95),
            },
            Quantity.Of("oddsrate.usikker", 1.2, Unit.OddsRatio, 2) with
            {
                Interval = new Interval(0.9, 1.6, 0.95),
            },
            Quantity.Of("logit", 0.46, Unit.LogOdds, 2) with
            {
                Interval = new Interval(0.2, 0.72, 0.95),
            },
            Quantity.Of("logit.svak", -1.2, Unit.LogOdds, 2),
            Quantity.Of("se", 0.13, Unit.LogOdds, 2),
            Quantity.Of("endring.opp", 0.98, Unit.OddsChange, 0) with
            {
                Interval = new Interval(0.3, 1.9, 0.95),
            },
            Quantity.Of("endring.ned", -0.11, Unit.OddsChange, 0) with
            {
                Interval = new Interval(-0.3, 0.1, 0.95),
            },
            Quantity.Of("endring.null", 0.001, Unit.OddsChange, 0),
            Quantity.Of("p", 0.013, Unit.PValue, 3),
            Quantity.Of("p.liten", 0.00001, Unit.PValue, 3),
            Quantity.Of("maaloppnaaelse.jobbsjansen", 0.73, Unit.Share, 0) with
            {
                Base = 1420,
            },
            Quantity.Of("varighet.jobbsjansen.snitt", 27.9, Unit.Months, 1),
            Quantity.Of("deltakere.jobbsjansen", 1420, Unit.Count, 0),
            Quantity.Of("modell.individ.ordning.oddsrate", 0.38, Unit.OddsRatio, 2) with
            {
                Interval = new Interval(0.20, 0.71, 0.95),
            },
            Quantity.Of("modell.individ.ordning.endring", 0.98, Unit.OddsChange, 0) with
            {
                Interval = new Interval(0.3, 1.9, 0.95),
            },
            Quantity.Without("maaloppnaaelse.liten_kommune", Unit.Share, 0, QuantityStatus.Suppressed),
            Quantity.Without("skjult", Unit.Share, 0, QuantityStatus.Suppressed),
            Quantity.Without("intet", Unit.Count, 0, QuantityStatus.Nil),
            Quantity.Without("mangler", Unit.OddsRatio, 2, QuantityStatus.Missing),
        ];
}
