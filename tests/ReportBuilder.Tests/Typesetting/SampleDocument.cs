using System.Text;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Tests.Typesetting;

/// <summary>The sample in <c>Sample/</c>: every function of the style, as a report uses them.</summary>
internal static class SampleDocument
{
    public static readonly DateTimeOffset Created = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);

    private static readonly string Root = Repository.Root;

    public static TypesetRequest Request(PdfStandard standard)
    {
        var folder = Path.Combine(Root, "tests", "ReportBuilder.Tests", "Typesetting", "Sample");
        var files = Style();
        files.Add("/main.typ", File.ReadAllBytes(Path.Combine(folder, "main.typ")));
        foreach (var figure in Directory.EnumerateFiles(Path.Combine(folder, "figures")))
        {
            files.Add("/figures/" + Path.GetFileName(figure), File.ReadAllBytes(figure));
        }

        return new TypesetRequest(files, "/main.typ", standard, Created);
    }

    /// <summary>A document of a few lines, without the style.</summary>
    public static TypesetRequest Small(string source, PdfStandard standard = PdfStandard.Ua1) =>
        new(
            new Dictionary<string, ReadOnlyMemory<byte>> { ["/main.typ"] = Encoding.UTF8.GetBytes(source) },
            "/main.typ",
            standard,
            Created
        );

    /// <summary>A document that uses the style: the words come after the cover's arguments. Figures are those of the sample.</summary>
    public static TypesetRequest Styled(string source, params string[] figures)
    {
        const string Head = """
            #import "/style/report.typ": *
            #show: report.with(title: "Prøve", labels: (figure: "Figur", table: "Tabell", contents: "Innhold", figures: "Figurer",
              tables: "Tabeller", continued: "fortsetter", continued-short: "forts.", chapter: "Kapittel", appendix: "Vedlegg", page: "side"))

            """;
        var files = Style();
        files.Add("/main.typ", Encoding.UTF8.GetBytes(Head + source));
        foreach (var figure in figures)
        {
            files.Add(
                "/figures/" + figure,
                File.ReadAllBytes(Path.Combine(Root, "tests", "ReportBuilder.Tests", "Typesetting", "Sample", "figures", figure))
            );
        }

        return new TypesetRequest(files, "/main.typ", PdfStandard.Ua1, Created);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Style() => new(TypstStyle.Read(Path.Combine(Root, "templates", "typst")));
}
