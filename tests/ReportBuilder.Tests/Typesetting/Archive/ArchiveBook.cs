using ReportBuilder.Diagnostics;
using ReportBuilder.Tables;
using ReportBuilder.Typesetting;
using ReportBuilder.Typesetting.Archive;
using ReportBuilder.TypstWriting;
using Xunit;

namespace ReportBuilder.Tests.Typesetting.Archive;

/// <summary>A small book with tables of every kind, a figure, a footnote and links, typeset once and finished as it is for release.</summary>
public sealed class ArchiveBook : IAsyncLifetime
{
    private const string Source = """
        #front-matter[#contents()]
        #main-matter[
          = Kapittel <sec-a>
          Tekst med note.#footnote[Noten.] Se #xref(<tbl-a>)[Tabell 1] og #link("https://example.org/")[en lenke].
          #report-table(columns: ("text", "number", "number"), header: ([Ordning], [Antall], [Andel]), caption: [Grupper], notes: ([En note.],),
            rows: (
              (kind: "group", cells: ([Kjønn],)),
              (kind: "data", cells: ([Kvinne], [1], [2])),
              (kind: "data", cells: ([Mann], [3], [4])),
              (kind: "summary", cells: ([Alle], [4], [6])),
            )) <tbl-a>
          #report-table(columns: ("text", "number"), header: ([Navn], [Tall]), caption: [Lang],
            rows: range(60).map(i => if calc.rem(i, 10) == 0 { (kind: "group", cells: ([Gruppe-#i],)) } else { (kind: "data", cells: ([Rad-#i], [#i])) }))
          #report-table(columns: ("text", "text"), header: ([], []), rows: ((kind: "data", cells: ([Utgiver], [Direktoratet])),))
          #report-figure("/figures/fig-alder.svg", alt: "Søylediagram over alder.", caption: [Alder]) <fig-alder>
        ]
        """;

    /// <summary>What the text says of its tables.</summary>
    internal static IReadOnlyList<TypstTable> Tables { get; } =
    [
        new TypstTable(3, [RowKind.Group, RowKind.Data, RowKind.Data, RowKind.Summary], "Kjønn og ordning."),
        new TypstTable(2, [.. Enumerable.Range(0, 60).Select(i => i % 10 == 0 ? RowKind.Group : RowKind.Data)], "Seksti rader, på æøå."),
        new TypstTable(2, [RowKind.Data], "Fakta."),
    ];

    /// <summary>The PDF as the typesetter wrote it.</summary>
    internal byte[] Typeset { get; private set; } = [];

    /// <summary>The PDF as it is released.</summary>
    internal byte[] Released { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await using var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions());
        var result = await typesetter.TypesetAsync(SampleDocument.Styled(Source, "fig-alder.svg") with { Standard = PdfStandard.Both });
        Assert.Empty(result.Diagnostics.Select(DiagnosticFormatter.Format));
        Typeset = result.Pdf!.Value.ToArray();
        Released = Finish();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Finishes the book; it must need no diagnostic.</summary>
    internal byte[] Finish(bool isBoth = true)
    {
        var bag = new DiagnosticBag();
        var pdf = PdfFinisher.Finish(Typeset, Options(isBoth), bag);
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        return pdf!;
    }

    internal static PdfFinish Options(bool isBoth = true) =>
        new()
        {
            IsBoth = isBoth,
            Tables = Tables,
            DescribeNote = number => $"Fotnote {number}",
        };
}
