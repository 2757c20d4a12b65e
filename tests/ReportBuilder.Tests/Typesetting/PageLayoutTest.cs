using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportBuilder.Tests.Conventions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;

namespace ReportBuilder.Tests.Typesetting;

/// <summary>The pages of a small book with the worst that a report holds, and of the report that is shown as a sample.</summary>
public class PageLayoutTest(PageLayoutTest.WorstCases worst) : IClassFixture<PageLayoutTest.WorstCases>
{
    [Fact]
    public void WorstCases_Typeset_HaveNoFaults() => Assert.Empty(PageFaults.Of(worst.Pdf, 0.6));

    [Fact]
    public void LongTable_OnEveryFollowingPage_SaysThatItGoesOn()
    {
        var pages = worst.Pages.Where(p => Regex.IsMatch(p, @"\bLinje \d+-\d+")).ToList();

        Assert.InRange(pages.Count, 3, 5);
        Assert.DoesNotContain("fortsetter", pages[0], StringComparison.Ordinal);
        Assert.All(pages.Skip(1), p => Assert.Contains("Tabell 2 fortsetter", p, StringComparison.Ordinal));
    }

    [Fact]
    public void LongTable_AGroupThatIsCut_RepeatsItsHeading()
    {
        foreach (var page in worst.Pages.Where(p => p.Contains("Tabell 2 fortsetter", StringComparison.Ordinal)))
        {
            var rows = Regex.Matches(page, @"Linje (\d+)-(\d+)|Gruppe (\d+)\s*(\(forts\.\))?");
            var (head, row) = (rows[0], rows[1]);

            Assert.Equal(head.Groups[3].Value, row.Groups[1].Value);
            Assert.Equal(head.Groups[4].Success, row.Groups[2].Value != "1");
        }
    }

    [Fact]
    public void LongTable_NoRowOfAGroup_IsAlone()
    {
        foreach (var page in worst.Pages)
        {
            var rows = Regex.Matches(page, @"Linje (\d+)-").GroupBy(m => m.Groups[1].Value);
            Assert.All(rows, group => Assert.True(group.Count() >= 2, $"group {group.Key}"));
        }
    }

    [Fact]
    public void LongTable_Notes_StandUnderItsLastRow()
    {
        var page = Assert.Single(worst.Pages, p => p.Contains("Noten til den lange tabellen", StringComparison.Ordinal));

        Assert.Contains("Observasjoner", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_AreOnTheirPageOrTheNext()
    {
        foreach (var number in Enumerable.Range(1, 8).Select(n => n.ToString(CultureInfo.InvariantCulture)))
        {
            var called = worst.Pages.FindIndex(p => p.Contains($"Her omtales bilde {number}.", StringComparison.Ordinal));
            var shown = worst.Pages.FindIndex(p => p.Contains($"Bilde nummer {number}", StringComparison.Ordinal));

            Assert.InRange(shown, called, called + 1);
        }
    }

    [Fact]
    public void TurnedPage_HasItsHeadAndFoot()
    {
        var page = Assert.Single(worst.Pdf.GetPages(), p => p.Width > p.Height);

        var text = ContentOrderTextExtractor.GetText(page);
        Assert.Contains("Bred tabell", text, StringComparison.Ordinal);
        Assert.DoesNotContain("fortsetter", text, StringComparison.Ordinal);
        Assert.Contains("Kapittel", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_Report_HasNoFaults()
    {
        using var pdf = PdfDocument.Open(Path.Combine(Repository.Root, "sample-output", "rapport.pdf"));

        Assert.Empty(PageFaults.Of(pdf, 0.4));
    }

    /// <summary>The small book, typeset once.</summary>
    public sealed class WorstCases : IAsyncLifetime
    {
        private readonly TypesetterFixture _typesetter = new();

        internal PdfDocument Pdf { get; private set; } = null!;

        internal List<string> Pages { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            var result = await _typesetter.Typesetter.TypesetAsync(SampleDocument.Styled(Source()));
            Assert.Empty(result.Diagnostics);
            Pdf = PdfDocument.Open(result.Pdf!.Value.ToArray());
            Pages = [.. Pdf.GetPages().Select(p => ContentOrderTextExtractor.GetText(p).Replace('\u00A0', ' '))];
        }

        public async ValueTask DisposeAsync()
        {
            Pdf.Dispose();
            await _typesetter.DisposeAsync();
        }

        private static string Source()
        {
            var source = new StringBuilder("#cover()\n#main-matter[\n= Kapittel\n");
            // Tall and low figures in turn, each after a section heading and a paragraph, as in a chapter that describes the data.
            for (var i = 1; i <= 8; i++)
            {
                source.Append(CultureInfo.InvariantCulture, $"== Avsnitt {i}\nHer omtales bilde {i}. #lorem({60 + 25 * (i % 3)})\n\n");
                source.Append(CultureInfo.InvariantCulture, $"#figure(kind: image, alt: \"Bilde\", caption: [Bilde nummer {i}], ");
                source.Append(
                    CultureInfo.InvariantCulture,
                    $"block(breakable: false, height: {60 + 30 * (i % 3)}mm, width: 100%, align(bottom)[Bunn]))\n\n#lorem(70)\n\n"
                );
            }

            source.Append(
                """
                #report-table(columns: ("text", "number"), header: ([Navn], [Antall]), caption: [Kort tabell], notes: ([Note.],),
                  rows: range(12).map(i => (kind: "data", cells: ([Rad #i], [#i]))))
                #lorem(60)
                #report-table(columns: ("text", "number"), header: ([Navn], [Antall]), caption: [Lang tabell], notes: ([Noten til den lange tabellen. #lorem(60)],),
                  rows: range(1, 14).map(g => ((kind: "group", cells: ([Gruppe #g],)),) + range(1, 10).map(i => (kind: "data", cells: ([Linje #g\-#i], [#i])))).flatten()
                    + ((kind: "summary", cells: ([Observasjoner], [1])), (kind: "summary", cells: ([AIC], [2]))))
                #lorem(300)
                #report-table(landscape: true, columns: ("text",) + ("number",) * 9, header: range(10).map(i => [Kolonne #i]), caption: [Bred tabell],
                  rows: range(14).map(r => (kind: "data", cells: range(10).map(c => [#r#c]))))
                ]
                """
            );
            return source.ToString();
        }
    }
}
