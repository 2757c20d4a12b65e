using System.Diagnostics;
using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tables;
using ReportBuilder.Typesetting.Archive;
using ReportBuilder.TypstWriting;
using Xunit;

namespace ReportBuilder.Tests.Typesetting.Archive;

public class PdfFinisherTest(ArchiveBook book) : IClassFixture<ArchiveBook>
{
    [Fact]
    public void Finish_Pdf_BeginsWithTheBytesOfTheTypesetter() =>
        Assert.True(book.Released.AsSpan().StartsWith(book.Typeset) && book.Released.Length > book.Typeset.Length);

    [Fact]
    public void Finish_Twice_GivesTheSameBytes() => Assert.Equal(book.Released, book.Finish());

    [Fact]
    public void Finish_Pdf_IsANewVersionOfTheSameDocument()
    {
        var before = Identity(book.Typeset);
        var after = Identity(book.Released);
        var other = Identity(book.Finish(isBoth: false));

        Assert.Equal((before[0], before[0]), (after[0], other[0]));
        Assert.Equal(3, new[] { before[1], after[1], other[1] }.Distinct().Count());
        Assert.Contains(
            ">" + after[1].Latin + "<",
            Encoding.UTF8.GetString(book.Released.AsSpan(book.Typeset.Length)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Finish_TableWithGroups_NamesColumnGroupAndRowOfEachCell()
    {
        var pdf = new OpenPdf(book.Released);
        var rows = pdf.Tables.First().Body.ToList();

        Assert.Equal(["Kjønn", "Kvinne", "Mann", "Alle"], rows.Select(row => pdf.TextOf(row.Cells[0].Element)));
        Assert.All(rows, row => Assert.Equal("TH", row.Cells[0].Element.Type));
        Assert.Equal(["Column", "Row", "Row", "Row"], rows.Select(row => ((PdfName)row.Cells[0].Attributes["Scope"]!).Value));
        Assert.Equal(["Antall", "Mann", "Ordning", "Kjønn"], pdf.HeadersOf(rows[2].Cells[1]));
        // The sum is of all, and not of the group above it.
        Assert.Equal(["Andel", "Alle", "Ordning"], pdf.HeadersOf(rows[3].Cells[2]));
    }

    [Fact]
    public void Finish_LongTable_LosesItsEmptyColumnAndKeepsItsRows()
    {
        var pdf = new OpenPdf(book.Released);
        var before = new OpenPdf(book.Typeset).Tables.ElementAt(1);
        var table = pdf.Tables.ElementAt(1);

        Assert.Equal((3, 2), (before.Width, table.Width));
        Assert.Equal(60, table.Body.Count());
        Assert.Equal(["Tall", "Rad-59", "Navn", "Gruppe-50"], pdf.HeadersOf(table.Rows[^1].Cells[1]));
        Assert.DoesNotContain(pdf.Identifiers.Values, element => pdf.Dictionary(element)["K"] is PdfArray { Items: [] });
    }

    [Fact]
    public void Finish_TableWithoutHead_HasRowHeaders()
    {
        var pdf = new OpenPdf(book.Released);

        var row = Assert.Single(pdf.Tables.ElementAt(2).Rows);
        Assert.Equal(["Utgiver"], pdf.HeadersOf(row.Cells[1]));
    }

    [Fact]
    public void Finish_Tables_HaveTheirSummaries() =>
        Assert.Equal(ArchiveBook.Tables.Select(table => PdfString.OfText(table.Summary)), Summaries(new OpenPdf(book.Released)));

    [Fact]
    public void Finish_TablesUnlikeTheText_GetHeadersButNoSummary()
    {
        var bag = new DiagnosticBag();
        var finish = ArchiveBook.Options() with { Tables = [.. ArchiveBook.Tables.Skip(1), new TypstTable(1, [RowKind.Data], "x")] };

        var pdf = new OpenPdf(PdfFinisher.Finish(book.Typeset, finish, bag)!);

        Assert.Equal(["RB5021"], bag.Sorted().Select(d => d.Code));
        Assert.All(pdf.Tables, table => Assert.Null(pdf.Attributes(table.Element)["Summary"]));
        Assert.Equal(["Antall", "Mann", "Ordning"], pdf.HeadersOf(pdf.Tables.First().Body.ElementAt(2).Cells[1]));
    }

    [Fact]
    public void Finish_FootnoteLink_IsDescribedInNorwegian()
    {
        var pdf = new OpenPdf(book.Released);
        var described = pdf
            .Pages.SelectMany(p => pdf.Annotations(p.Page))
            .Select(a => Assert.IsType<PdfString>(a["Contents"]).Latin)
            .ToList();

        Assert.Contains("Fotnote 1", described);
        Assert.DoesNotContain(described, text => text.StartsWith("Footnote", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/Metadata ", "/Metadota ", "Metadata")]
    [InlineData("/StructTreeRoot ", "/StructTreeRuut ", "StructTreeRoot")]
    [InlineData("xref\n0", "xruf\n0", "xref")]
    [InlineData("<x:xmpmeta", "<x:xmpmet ", "XMP")]
    [InlineData("startxref", "startxruf", "startxref")]
    public void Finish_OtherShape_IsADiagnostic(string old, string changed, string part)
    {
        var bag = new DiagnosticBag();
        var text = Encoding.Latin1.GetString(book.Typeset);
        var at = text.LastIndexOf(old, StringComparison.Ordinal);
        var broken = Encoding.Latin1.GetBytes(text[..at] + changed + text[(at + old.Length)..]);

        Assert.Null(PdfFinisher.Finish(broken, ArchiveBook.Options(), bag));

        var diagnostic = Assert.Single(bag.Sorted());
        Assert.Equal(("RB5020", part), (diagnostic.Code, diagnostic.Arguments[0]));
    }

    [Fact]
    public void Finish_CutShort_IsADiagnosticWhereverTheCutIs()
    {
        for (var length = 0; length < book.Typeset.Length; length += 997)
        {
            var bag = new DiagnosticBag();
            Assert.Null(PdfFinisher.Finish(book.Typeset.AsMemory(0, length), ArchiveBook.Options(), bag));
            Assert.Equal(["RB5020"], bag.Sorted().Select(d => d.Code));
        }
    }

    [Fact]
    public void Finish_Twice_AddsToAFileThatAlreadyHasAnUpdate()
    {
        var bag = new DiagnosticBag();

        var again = PdfFinisher.Finish(book.Released, ArchiveBook.Options(), bag);

        Assert.Empty(bag.Sorted());
        Assert.True(again.AsSpan().StartsWith(book.Released));
        Assert.Equal(new OpenPdf(book.Released).Identifiers.Keys, new OpenPdf(again!).Identifiers.Keys);
    }

    [Fact]
    public async Task Finish_Pdf_PassesQpdf()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, book.Released, TestContext.Current.CancellationToken);
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("qpdf", ["--check", file])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                    RedirectStandardError = true,
                }
            )!;
            var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
            Assert.Contains("No syntax or stream encoding errors", said, StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("qpdf is not installed here.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<PdfObject?> Summaries(OpenPdf pdf) => pdf.Tables.Select(table => pdf.Attributes(table.Element)["Summary"]);

    private static PdfString[] Identity(byte[] pdf) => [.. ((PdfArray)PdfFile.Open(pdf).Trailer["ID"]!).Items.Cast<PdfString>()];
}
