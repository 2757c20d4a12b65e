using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Configuration;

public sealed class SettingsReaderTest : IDisposable
{
    private const string Good = """
        utgave: 2026-1
        tittel: En tittel
        forfattere:
          - Kari Nordmann
          - Ola Nordmann
        utgiver: Et direktorat
        dato: 2026-11-20
        nokkelord: [en, to]
        data:
          deltakere:
          skjema: data/skjema.csv
          kommuner: data
          registerskjema: data
          omkoding: data
          lesninger:
            A1: trykt
            A3: mangler
        syntetisk:
          fro: 7
          parametre: data
        personvern:
          minste_antall: 4
        maler: maler
        etiketter: maler
        stil: maler/stil
        utskrift: ../ut
        tidsgrense: 90
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public SettingsReaderTest()
    {
        _folder.Write("prosjekt/data/skjema.csv", string.Empty);
        _folder.Write("prosjekt/data/deltakere.csv", string.Empty);
        _folder.Write("prosjekt/maler/stil/report.typ", string.Empty);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_GoodFile_GivesAbsolutePathsFromItsOwnFolder()
    {
        var settings = Read(Good)!;
        Assert.Empty(_bag.Sorted());
        Assert.Equal("2026-1", settings.Edition);
        Assert.Equal("En tittel", settings.Publication.Title);
        Assert.Equal(string.Empty, settings.Publication.Subtitle);
        Assert.Equal(["Kari Nordmann", "Ola Nordmann"], settings.Publication.Authors);
        Assert.Equal(["en", "to"], settings.Publication.Keywords);
        Assert.Equal(new DateOnly(2026, 11, 20), settings.Publication.Date);
        Assert.Equal(PathOf("prosjekt/data/skjema.csv"), settings.SchemaFile);
        Assert.Equal(PathOf("prosjekt/maler"), settings.TemplateFolder);
        Assert.Equal(PathOf("prosjekt/maler/stil"), settings.StyleFolder);
        Assert.Equal(PathOf("ut"), settings.OutputFolder);
        Assert.Null(settings.ParticipantFile);
        Assert.Equal((7, 4), (settings.Seed, settings.MinimumCount));
        Assert.Equal(TimeSpan.FromSeconds(90), settings.TypesettingLimit);
    }

    [Fact]
    public void Read_ParticipantFile_IsAbsolute()
    {
        var settings = Read(Good.Replace("deltakere:", "deltakere: data/deltakere.csv", StringComparison.Ordinal))!;
        Assert.Empty(_bag.Sorted());
        Assert.Equal(PathOf("prosjekt/data/deltakere.csv"), settings.ParticipantFile);
    }

    [Fact]
    public void Read_FileOfTheRepository_HasNoFault()
    {
        var settings = SettingsReader.Read(Repository.PathOf("report.yaml"), "report.yaml", _bag);
        Assert.Empty(_bag.Sorted());
        Assert.Equal("2026-1", settings!.Edition);
        Assert.Equal(5, settings.MinimumCount);
    }

    [Fact]
    public void Read_WithoutNeedOfData_AsksForNoneOfItsPathsButForTheLook()
    {
        var yaml = Good.Replace("deltakere:", "deltakere: borte.csv", StringComparison.Ordinal)
            .Replace("  skjema: data/", "  skjema: borte/", StringComparison.Ordinal)
            .Replace("kommuner: data", "kommuner: borte", StringComparison.Ordinal)
            .Replace("registerskjema: data", "registerskjema: borte", StringComparison.Ordinal)
            .Replace("omkoding: data", "omkoding: borte", StringComparison.Ordinal)
            .Replace("parametre: data", "parametre: borte", StringComparison.Ordinal);
        var path = _folder.Write("prosjekt/report.yaml", yaml);
        Assert.NotNull(SettingsReader.Read(path, "report.yaml", _bag, needsData: false));
        Assert.Empty(_bag.Sorted());

        SettingsReader.Read(path, "report.yaml", _bag);
        Assert.Equal(Enumerable.Repeat("RB1007", 6), _bag.Sorted().Select(d => d.Code));

        var look = new DiagnosticBag();
        _folder.Write("prosjekt/report.yaml", yaml.Replace("etiketter: maler", "etiketter: borte", StringComparison.Ordinal));
        SettingsReader.Read(path, "report.yaml", look, needsData: false);
        Assert.Equal(("RB1007", "borte"), (Assert.Single(look.Sorted()).Code, look.Sorted()[0].Found));
    }

    [Fact]
    public void Read_MissingFile_IsRB1001()
    {
        Assert.Null(SettingsReader.Read(Path.Combine(_folder.Path, "borte.yaml"), "borte.yaml", _bag));
        AssertOnly("RB1001", 0, 0);
    }

    [Theory]
    [InlineData("utgave: 2026-1\ntittel: [a, b\nserie: x\n", 3)]
    [InlineData("utgave: 2026-1\ntittel: \"uten slutt\n", 2)]
    [InlineData("utgave: a\nutgave: b\n", 2)]
    [InlineData("utgave: a\n\tserie: b\n", 2)]
    public void Read_BrokenYaml_IsRB1002WithItsPlace(string yaml, int line)
    {
        Assert.Null(Read(yaml));
        var diagnostic = Assert.Single(_bag.Sorted());
        Assert.Equal("RB1002", diagnostic.Code);
        Assert.Equal("prosjekt/report.yaml", diagnostic.Place!.Value.File);
        Assert.InRange(diagnostic.Place.Value.Line, line - 1, line);
        Assert.True(diagnostic.Place.Value.Column >= 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# bare en kommentar\n")]
    [InlineData("- en\n- to\n")]
    [InlineData("bare tekst\n")]
    public void Read_RootThatIsNoMapping_IsRB1003(string yaml)
    {
        Assert.Null(Read(yaml));
        AssertOnly("RB1003", 1, 1);
    }

    [Theory]
    [InlineData("utgave")]
    [InlineData("tittel")]
    [InlineData("utgiver")]
    [InlineData("dato")]
    public void Read_KeyMissing_IsRB1004(string key)
    {
        Read(string.Join('\n', Good.Split('\n').Where(l => !l.StartsWith(key + ":", StringComparison.Ordinal))));
        Assert.Equal([key], AssertOnly("RB1004", 1, 1).Arguments);
    }

    [Fact]
    public void Read_UnknownKey_IsRB1005WithTheNearest()
    {
        Read(Good + "\ntidsgrensa: 5\n");
        var diagnostic = AssertOnly("RB1005", 28, 1);
        Assert.Equal("tidsgrensa", diagnostic.Found);
        Assert.Equal("tidsgrense", diagnostic.Nearest);
    }

    [Fact]
    public void Read_UnknownKeyInSection_IsNamedWithItsSection()
    {
        Read(Good.Replace("  fro: 7", "  frø: 7", StringComparison.Ordinal));
        var diagnostic = AssertOnly("RB1005", 19, 3);
        Assert.Equal("syntetisk.frø", diagnostic.Found);
        Assert.Equal("fro", diagnostic.Nearest);
    }

    [Theory]
    [InlineData("minste_antall: 4", "minste_antall: 2", "personvern.minste_antall", 22, 18)]
    [InlineData("minste_antall: 4", "minste_antall: fem", "personvern.minste_antall", 22, 18)]
    [InlineData("minste_antall: 4", "minste_antall: 4.0", "personvern.minste_antall", 22, 18)]
    [InlineData("minste_antall: 4", "minste_antall: \"4,5\"", "personvern.minste_antall", 22, 18)]
    [InlineData("minste_antall: 4", "minste_antall: 99999999999", "personvern.minste_antall", 22, 18)]
    [InlineData("fro: 7", "fro: -1", "syntetisk.fro", 19, 8)]
    [InlineData("tidsgrense: 90", "tidsgrense: 0", "tidsgrense", 27, 13)]
    [InlineData("dato: 2026-11-20", "dato: 2026-13-01", "dato", 7, 7)]
    [InlineData("dato: 2026-11-20", "dato: 20.11.2026", "dato", 7, 7)]
    [InlineData("dato: 2026-11-20", "dato: 2026-2-1", "dato", 7, 7)]
    [InlineData("dato: 2026-11-20", "dato: 2025-02-29", "dato", 7, 7)]
    [InlineData("tittel: En tittel", "tittel: [a, b]", "tittel", 2, 9)]
    [InlineData("nokkelord: [en, to]", "nokkelord: {a: b}", "nokkelord", 8, 12)]
    [InlineData("nokkelord: [en, to]", "nokkelord: [a, [b]]", "nokkelord", 8, 12)]
    [InlineData("tidsgrense: 90", "tidsgrense: {a: 1}", "tidsgrense", 27, 13)]
    public void Read_WrongForm_IsRB1006AtTheValue(string old, string changed, string key, int line, int column)
    {
        Read(Good.Replace(old, changed, StringComparison.Ordinal));
        var diagnostic = AssertOnly("RB1006", line, column);
        Assert.Equal([key], diagnostic.Arguments);
        Assert.NotNull(diagnostic.Expected);
    }

    [Fact]
    public void Read_ThresholdOfAVariable_IsItsOwnAndTheOthersAreTheGeneral()
    {
        var settings = Read(WithThreshold("landbakgrunn: 10"))!;

        Assert.Empty(_bag.Sorted());
        Assert.Equal(10, settings.MinimumCountOf("landbakgrunn"));
        Assert.Equal(4, settings.MinimumCountOf("kjonn"));
        Assert.Equal(4, Read(Good)!.MinimumCountOf("landbakgrunn"));
    }

    [Theory]
    [InlineData("landbakgrun: 10", "landbakgrunn")]
    [InlineData("maalopnaaelse: 10", "maaloppnaaelse")]
    [InlineData("tiltk: 10", "tiltak")]
    public void Read_ThresholdOfAnUnknownVariable_NamesTheNearest(string line, string nearest)
    {
        Read(WithThreshold(line));

        var diagnostic = AssertOnly("RB1005", 24, 5);
        Assert.Equal($"personvern.minste_antall_per_variabel.{line.Split(':')[0]}", diagnostic.Found);
        Assert.Equal(nearest, diagnostic.Nearest);
    }

    [Fact]
    public void Read_ThresholdOfAVariableBelowThree_IsRB1006()
    {
        Read(WithThreshold("kjonn: 2"));

        Assert.Equal(["personvern.minste_antall_per_variabel.kjonn"], AssertOnly("RB1006", 24, 12).Arguments);
    }

    private static string WithThreshold(string line) =>
        Good.Replace("minste_antall: 4\n", $"minste_antall: 4\n  minste_antall_per_variabel:\n    {line}\n", StringComparison.Ordinal);

    [Fact]
    public void Read_TextForSection_IsRB1006()
    {
        Read(Good.Replace("personvern:\n  minste_antall: 4", "personvern: 4", StringComparison.Ordinal));
        Assert.Equal(["personvern"], AssertOnly("RB1006", 21, 13).Arguments);
    }

    [Theory]
    [InlineData("maler: maler", "maler: borte", 23, 8)]
    [InlineData("skjema: data/skjema.csv", "skjema: data/borte.csv", 11, 11)]
    [InlineData("deltakere:", "deltakere: data/borte.csv", 10, 14)]
    public void Read_PathThatNamesNothing_IsRB1007AsWritten(string old, string changed, int line, int column)
    {
        Read(Good.Replace(old, changed, StringComparison.Ordinal));
        Assert.Equal(changed.Split(' ')[1], AssertOnly("RB1007", line, column).Found);
    }

    [Fact]
    public void Read_EmptySection_GivesItsDefaults()
    {
        var settings = Read(Good.Replace("  minste_antall: 4", string.Empty, StringComparison.Ordinal))!;
        Assert.Empty(_bag.Sorted());
        Assert.Equal(5, settings.MinimumCount);
    }

    [Fact]
    public void Read_SeveralFaults_AreReportedTogether()
    {
        var yaml = Good.Replace("utgave: 2026-1", "utgaven: 2026-1", StringComparison.Ordinal)
            .Replace("2026-11-20", "2026-13-01", StringComparison.Ordinal)
            .Replace("minste_antall: 4", "minste_antall: 2", StringComparison.Ordinal)
            .Replace("stil: maler/stil", "stil: borte", StringComparison.Ordinal);
        Read(yaml);
        Assert.Equal(["RB1004", "RB1005", "RB1006", "RB1006", "RB1007"], _bag.Sorted().Select(d => d.Code).Order(StringComparer.Ordinal));
        Assert.All(_bag.Sorted(), d => Assert.DoesNotContain("{0}", DiagnosticFormatter.Format(d), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Read_UnderAnyCulture_IsTheSame(string culture)
    {
        var settings = Cultures.Under(culture, () => Read(Good))!;
        Assert.Equal(new DateOnly(2026, 11, 20), settings.Publication.Date);
        Assert.Equal(4, settings.MinimumCount);
    }

    private ReportSettings? Read(string yaml) =>
        SettingsReader.Read(_folder.Write("prosjekt/report.yaml", yaml), "prosjekt/report.yaml", _bag);

    private string PathOf(string name) => Path.GetFullPath(name, _folder.Path);

    [Fact]
    public void Read_Readings_AreKeptInOrderWithTheirPlaces()
    {
        var readings = Read(Good)!.Readings;
        Assert.Equal([("A1", "trykt"), ("A3", "mangler")], readings.Select(r => (r.Ambiguity, r.Reading)));
        Assert.Equal(16, readings[0].Place.Line);
    }

    [Fact]
    public void Read_RegistersNamed_GivesAFileForEachYear()
    {
        _folder.Write("prosjekt/raa/nir.csv", string.Empty);
        var settings = Read(
            Good.Replace(
                "  deltakere:\n",
                "  registre:\n    nir: raa/nir.csv\n    jobbsjansen: raa/j-{aar}.csv\n",
                StringComparison.Ordinal
            )
        )!;
        Assert.Empty(_bag.Sorted());
        Assert.Equal(PathOf("prosjekt/raa/nir.csv"), settings.Registers.NirFile);
        Assert.Equal(PathOf("prosjekt/raa/j-2019.csv"), settings.Registers.JobbsjansenFile(2019));
        Assert.False(settings.Registers.AreNone);
    }

    [Theory]
    [InlineData("    jobbsjansen: raa/j.csv\n    nir: data/skjema.csv\n", "RB1008")]
    [InlineData("    nir: data/skjema.csv\n", "RB1004")]
    [InlineData("    kostra: data/skjema.csv\n    jobbsjansen: '{aar}.csv'\n", "RB1004")]
    [InlineData("    nir: data/borte.csv\n    jobbsjansen: '{aar}.csv'\n", "RB1007")]
    public void Read_RegistersNamedWrongly_SaysWhat(string lines, string code)
    {
        Read(Good.Replace("  deltakere:\n", "  registre:\n" + lines, StringComparison.Ordinal));
        Assert.Equal(code, Assert.Single(_bag.Sorted()).Code);
    }

    [Fact]
    public void Read_BothRegistersAndParticipants_IsRefused()
    {
        Read(
            Good.Replace(
                "  deltakere:\n",
                "  deltakere: data/deltakere.csv\n  registre:\n    nir: data/skjema.csv\n    jobbsjansen: '{aar}.csv'\n",
                StringComparison.Ordinal
            )
        );
        Assert.Equal("RB1009", Assert.Single(_bag.Sorted()).Code);
    }

    private Diagnostic AssertOnly(string code, int line, int column)
    {
        var diagnostic = Assert.Single(_bag.Sorted());
        Assert.Equal(code, diagnostic.Code);
        Assert.Equal((line, column), (diagnostic.Place!.Value.Line, diagnostic.Place.Value.Column));
        return diagnostic;
    }
}
