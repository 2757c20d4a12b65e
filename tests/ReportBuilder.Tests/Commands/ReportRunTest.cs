using System.Globalization;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;

namespace ReportBuilder.Tests.Commands;

/// <summary>The main job from settings to PDF, on the project's own templates and synthetic data.</summary>
public sealed class ReportRunTest : IDisposable
{
    private readonly ReportFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_SyntheticData_MakesATaggedPdfThatSaysSoAndAnEdition()
    {
        Assert.Equal(0, await _folder.RunAsync());

        Assert.Empty(_folder.Diagnostics);
        Assert.Contains("Sammenlignet med 2022", _folder.Said, StringComparison.Ordinal);
        Assert.Contains("Alle avvik er forklart", _folder.Said, StringComparison.Ordinal);
        Assert.Contains("SYNTETISKE DATA", _folder.Said, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(_folder.Pdf);
        var pages = pdf.GetPages().Select(p => Plain(ContentOrderTextExtractor.GetText(p))).ToList();
        Assert.InRange(pages.Count, 90, 115);
        Assert.Contains("personene er oppdiktet", pages[0], StringComparison.Ordinal);
        Assert.Contains("skal ikke siteres som forskning", pages[1], StringComparison.Ordinal);
        Assert.True(pdf.TryGetXmpMetadata(out var metadata));
        Assert.Contains("pdfuaid", metadata.GetXDocument().ToString(), StringComparison.Ordinal);
        Assert.Contains(pages, p => p.Contains("Figur 29", StringComparison.Ordinal));

        AssertEditionIsWhole();
        Assert.Contains(pages, p => p.Contains("19 316", StringComparison.Ordinal));
    }

    /// <summary>The folder reads back without faults, drawings included: what the report shows is what the edition says.</summary>
    private void AssertEditionIsWhole()
    {
        var bag = new DiagnosticBag();
        var edition = EditionReader.Read(_folder.Output, "output", bag)!;
        var ground = EditionGroundReader.Read(_folder.Output, "output", bag)!;
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        Assert.True(edition.Origin.IsSynthetic);
        Assert.Equal(19316, edition.Find("deltakere.netto.alle")!.Value);
        Assert.Contains("0301", edition.Municipalities);
        Assert.All(edition.Municipalities, m => Assert.Matches("^[0-9]{4}$", m));
        Assert.Equal(36, edition.Tables.Count);
        Assert.Equal(32, edition.Figures.Count);
        // The book places them all, in the order of their numbers.
        Assert.Equal(Enumerable.Range(1, 32), edition.Figures.Select(f => int.Parse(f.Number!, CultureInfo.InvariantCulture)));
        Assert.All(edition.Figures, f => Assert.True(f is { Caption.Length: > 0, Drawing.Length: 64 }));
        Assert.All(edition.Tables, t => Assert.True(t is { Number.Length: > 0, Caption.Length: > 0 }));
        Assert.Equal(
            edition.Figures.Select(f => f.Id + ".svg").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(_folder.Output, "figurer")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Contains(new GroundSetting("syntetisk.fro", "2022"), ground.Settings);
        Assert.Contains(ground.Templates, f => f is { Role: "mal", Path: "sammendrag.md" });
    }

    [Fact]
    public async Task Report_Twice_GivesTheSameBytes()
    {
        await _folder.RunAsync(PdfStandard.A2a);
        var first = (await Bytes(_folder.Pdf), await Bytes(_folder.Edition));
        var ground = await Bytes(Path.Combine(_folder.Output, "opphav.json"));

        Assert.Equal(0, await _folder.RunAsync(PdfStandard.A2a));

        Assert.Equal(first.Item1, await Bytes(_folder.Pdf));
        Assert.Equal(first.Item2, await Bytes(_folder.Edition));
        Assert.Equal(ground, await Bytes(Path.Combine(_folder.Output, "opphav.json")));
    }

    [Fact]
    public async Task Report_FaultsInSeveralTemplates_AreAllNamedAndEarlierOutputStands()
    {
        var templates = _folder.CopyTemplates();
        KeepEarlierOutput();
        Replace(Path.Combine(templates, "sammendrag.md"), "\"forskjell.maaloppnaaelse\"", "\"forskjel.maaloppnaaelse\"");
        Replace(Path.Combine(templates, "utvalg.md"), "@Tbl-utvalg", "@Tbl-utvlag");
        await File.WriteAllBytesAsync(
            Path.Combine(templates, "modeller.md"),
            [.. "# Modeller\n\nP"u8, 0xE5, .. " norsk.\n"u8],
            TestContext.Current.CancellationToken
        );
        Replace(
            Path.Combine(templates, "databeskrivelse.md"),
            "alt=\"Stolpediagram over andelen kvinner og menn i de to ordningene.\" ",
            string.Empty
        );

        Assert.Equal(2, await _folder.RunAsync());

        Assert.Contains(
            _folder.Diagnostics,
            d =>
                d.Contains($"sammendrag.md:{LineOf("sammendrag.md", "\"forskjel.maaloppnaaelse\"")}:", StringComparison.Ordinal)
                && d.Contains("«forskjell.maaloppnaaelse»?", StringComparison.Ordinal)
        );
        Assert.Contains(
            _folder.Diagnostics,
            d =>
                d.Contains($"utvalg.md:{LineOf("utvalg.md", "@Tbl-utvlag")}:", StringComparison.Ordinal)
                && d.Contains("tbl-utvalg", StringComparison.Ordinal)
        );
        Assert.Contains(
            _folder.Diagnostics,
            d => d.Contains("databeskrivelse.md:", StringComparison.Ordinal) && d.Contains("alt", StringComparison.OrdinalIgnoreCase)
        );
        Assert.Contains(_folder.Diagnostics, d => d.Contains("modeller.md:3:2: feil RB2003", StringComparison.Ordinal));
        AssertEarlierOutput();

        int LineOf(string template, string words) =>
            1 + File.ReadLines(Path.Combine(templates, template)).TakeWhile(l => !l.Contains(words, StringComparison.Ordinal)).Count();
    }

    [Fact]
    public async Task Report_FaultsInData_AreNamedAndEarlierOutputStands()
    {
        KeepEarlierOutput();
        var data = Path.Combine(_folder.Path, "deltakere.csv");
        var header = (
            await File.ReadAllLinesAsync(
                Path.Combine(Repository.Root, "data", "deltakere.schema.csv"),
                TestContext.Current.CancellationToken
            )
        )
            .Skip(1)
            .Select(l => l.Split(',')[0]);
        await File.WriteAllTextAsync(
            data,
            string.Join(',', header).Replace("kjonn", "kjon", StringComparison.Ordinal) + "\n",
            TestContext.Current.CancellationToken
        );
        _folder.WriteSettings(("deltakere:\n", $"deltakere: {data}\n"));

        Assert.Equal(2, await _folder.RunAsync());

        Assert.Contains(
            _folder.Diagnostics,
            d => d.Contains("deltakere.csv:1:", StringComparison.Ordinal) && d.Contains("kjonn", StringComparison.Ordinal)
        );
        AssertEarlierOutput();
    }

    [Fact]
    public async Task Report_InventedAmongRealPersons_IsRefused()
    {
        await _folder.RunAsync();
        var invented = await File.ReadAllTextAsync(
            Path.Combine(_folder.Output, "data", "deltakere.csv"),
            TestContext.Current.CancellationToken
        );
        var data = Path.Combine(_folder.Path, "deltakere.csv");
        var first = invented.IndexOf(",syntetisk,", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            data,
            invented[..first] + ",register," + invented[(first + ",syntetisk,".Length)..],
            TestContext.Current.CancellationToken
        );
        KeepEarlierOutput();
        _folder.WriteSettings(("deltakere:\n", $"deltakere: {data}\n"));

        Assert.Equal(2, await _folder.RunAsync());

        Assert.Contains("RB2022", Assert.Single(_folder.Diagnostics), StringComparison.Ordinal);
        AssertEarlierOutput();
    }

    [Fact]
    public async Task Report_Warnings_StopOnlyARelease()
    {
        var templates = _folder.CopyTemplates();
        await File.AppendAllTextAsync(
            Path.Combine(templates, "databeskrivelse.md"),
            """

            Blant mennene i Jobbsjansen nådde {{ verdi "maaloppnaaelse.kjonn.mann.jobbsjansen" }} målet.

            {{ paastand "lavere" "maaloppnaaelse.jobbsjansen" "maaloppnaaelse.introduksjonsprogrammet" }}Færre når målet i Jobbsjansen.
            """,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(2, await _folder.RunAsync(isRelease: true));
        Assert.False(File.Exists(_folder.Pdf));
        Assert.Contains(_folder.Diagnostics, d => d.Contains("RB3409", StringComparison.Ordinal));
        Assert.Contains(_folder.Diagnostics, d => d.Contains("RB3424", StringComparison.Ordinal));
        Assert.Contains(
            "lavere maaloppnaaelse.jobbsjansen, maaloppnaaelse.introduksjonsprogrammet",
            _folder.Said,
            StringComparison.Ordinal
        );

        Assert.Equal(0, await _folder.RunAsync());
        Assert.True(File.Exists(_folder.Pdf));
    }

    [Fact]
    public async Task Report_DifferencesNotExplained_StopOnlyARelease()
    {
        // Of the project's explanations one is gone, one has another number, and one is about a number that has not changed.
        var entries = (await File.ReadAllTextAsync(Repository.PathOf("avvik.yaml"), TestContext.Current.CancellationToken)).Split("  - ");
        var gone = Array.FindIndex(entries, e => e.StartsWith("monster: bidrag.persentil.**", StringComparison.Ordinal));
        var other = Array.FindIndex(entries, e => e.StartsWith("monster: modell.prosjekt.**", StringComparison.Ordinal));
        var idle = Array.FindIndex(entries, e => e.StartsWith("id: modell.individ.tiltak.grunnskolefag", StringComparison.Ordinal));
        entries[other] = entries[other].Replace("antall: ", "antall: 9", StringComparison.Ordinal);
        var explanations = Path.Combine(_folder.Path, "avvik.yaml");
        await File.WriteAllTextAsync(
            explanations,
            string.Join(
                "  - ",
                entries.Where((_, i) => i != gone).Append(entries[idle].Replace(".grunnskolefag.", ".amo_kurs.", StringComparison.Ordinal))
            ),
            TestContext.Current.CancellationToken
        );
        _folder.WriteSettings(($"forklaringer: {Repository.Root}/avvik.yaml", $"forklaringer: {explanations}"));

        Assert.Equal(2, await _folder.RunAsync(isRelease: true));

        Assert.False(File.Exists(_folder.Pdf));
        Assert.False(File.Exists(_folder.Edition));
        Assert.Single(
            _folder.Diagnostics,
            d => d.Contains("RB7070", StringComparison.Ordinal) && d.Contains("amo_kurs", StringComparison.Ordinal)
        );
        Assert.Single(
            _folder.Diagnostics,
            d => d.Contains("RB7071", StringComparison.Ordinal) && d.Contains("modell.prosjekt.**", StringComparison.Ordinal)
        );
        var unexplained = _folder.Diagnostics.Where(d => d.Contains("RB7072", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(unexplained);
        Assert.All(unexplained, d => Assert.Contains("«bidrag.persentil.", d, StringComparison.Ordinal));
        Assert.All(unexplained, d => Assert.Contains(" → ", d, StringComparison.Ordinal));

        var complaints = _folder.Diagnostics.Count;
        Assert.Equal(0, await _folder.RunAsync());
        Assert.Equal(complaints, _folder.Diagnostics.Count);
        Assert.Contains("Forklaringer som ikke passer: 1, uten avvik: 1, ikke ferdige: 0.", _folder.Said, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(_folder.Pdf);
        Assert.Contains(
            pdf.GetPages(),
            p => Plain(ContentOrderTextExtractor.GetText(p)).Contains("Ikke forklart ennå", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Report_NoEarlierEdition_SaysSoWithoutWarnings()
    {
        _folder.WriteSettings(($"mot: [{Repository.Root}/data/editions/2022]", "mot: []"));

        Assert.Equal(0, await _folder.RunAsync());

        Assert.Empty(_folder.Diagnostics);
        Assert.DoesNotContain("Sammenlignet med", _folder.Said, StringComparison.Ordinal);
        Assert.Contains("Ingen tidligere utgave å sammenligne med", _folder.Said, StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(_folder.Pdf);
        Assert.Contains(
            pdf.GetPages(),
            p => Plain(ContentOrderTextExtractor.GetText(p)).Contains("ingen tidligere utgave", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Report_WhereTheEarlierEditionLies_IsRefusedBeforeAnythingIsWritten(bool isRelease)
    {
        Directory.CreateDirectory(_folder.Output);
        File.Copy(Path.Combine(Repository.Root, "data", "editions", "2022", "utgave.json"), _folder.Edition);
        var before = await Bytes(_folder.Edition);
        _folder.WriteSettings(($"mot: [{Repository.Root}/data/editions/2022]", "mot: [output]"));

        Assert.Equal(2, await _folder.RunAsync(isRelease: isRelease));

        Assert.Matches(@"report\.yaml:\d+:9: feil RB7043", Assert.Single(_folder.Diagnostics));
        Assert.Equal(before, await Bytes(_folder.Edition));
        Assert.Equal([_folder.Edition], Directory.EnumerateFileSystemEntries(_folder.Output));
    }

    [Fact]
    public async Task Report_TypstFault_IsLedBackToTheTemplate()
    {
        var templates = _folder.CopyTemplates();
        // A character that neither typeface has: PDF/UA refuses the file, and no half of it is written.
        await File.AppendAllTextAsync(
            Path.Combine(templates, "sammendrag.md"),
            "\nEt tegn ingen skrift har: 𓀀.\n",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(2, await _folder.RunAsync());

        Assert.NotEmpty(_folder.Diagnostics);
        Assert.False(File.Exists(_folder.Pdf));
        Assert.False(File.Exists(_folder.Edition));
        Assert.False(Directory.Exists(Path.Combine(_folder.Output, "figurer")));
    }

    private void KeepEarlierOutput()
    {
        Directory.CreateDirectory(_folder.Output);
        File.WriteAllText(_folder.Pdf, "fra før");
        File.WriteAllText(_folder.Edition, "fra før");
    }

    private void AssertEarlierOutput()
    {
        Assert.Equal("fra før", File.ReadAllText(_folder.Pdf));
        Assert.Equal("fra før", File.ReadAllText(_folder.Edition));
        Assert.Empty(Directory.EnumerateFiles(_folder.Output, "*.tmp"));
    }

    private static void Replace(string file, string old, string changed)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(old, changed, StringComparison.Ordinal));
    }

    private static Task<byte[]> Bytes(string file) => File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

    private static string Plain(string text) =>
        text.ReplaceLineEndings(" ").Replace('\u00A0', ' ').Replace("\u00AD", string.Empty, StringComparison.Ordinal);
}
