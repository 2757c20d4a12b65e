using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Comparison;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Commands;

/// <summary>What a report is held against before anything is computed: the edition «2025-1», for the project's «2026-1» of 2026-11-20.</summary>
public sealed class EarlierEditionsTest : IDisposable
{
    private const string Id = "antall.k0.jobbsjansen";

    private static readonly Edition Whole = ExampleEdition.Whole() with { Figures = [], Claims = [] };
    private readonly ReportFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public EarlierEditionsTest() => WriteEdition("forrige", "2025-1");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("forrige")]
    [InlineData("forrige/")]
    [InlineData("ut/../forrige")]
    [InlineData("lenke")]
    public void Read_EditionThatTheReportWouldBeWrittenOver_IsRefusedWhereItIsNamed(string output)
    {
        Directory.CreateSymbolicLink(At("lenke"), At("forrige"));
        foreach (var named in (string[])["forrige", "lenke", "forrige/utgave.json"])
        {
            var bag = new DiagnosticBag();
            EarlierEditions.Read(Settings(named), At(output), isRelease: false, bag);
            var fault = Assert.Single(bag.Sorted());
            Assert.Equal(("RB7043", Severity.Error), (fault.Code, fault.Severity));
            Assert.Equal(LineOf("mot:"), fault.Place!.Value.Line);
        }
    }

    [Fact]
    public void Read_OneOfManyEarlierEditions_IsAsPrecious()
    {
        WriteEdition("eldre", "2024-1");
        EarlierEditions.Read(Settings("eldre, forrige"), At("eldre"), isRelease: false, _bag);
        Assert.Equal("RB7043", Assert.Single(_bag.Sorted()).Code);
    }

    [Fact]
    public void Read_DrawingsBehindALink_ArePrecious()
    {
        Directory.CreateDirectory(At("forrige/figurer"));
        Directory.CreateDirectory(At("ut"));
        Directory.CreateSymbolicLink(At("ut/figurer"), At("forrige/figurer"));
        EarlierEditions.Read(Settings("forrige"), At("ut"), isRelease: false, _bag);
        Assert.Equal("RB7043", Assert.Single(_bag.Sorted()).Code);
    }

    [Theory]
    [InlineData("ut")]
    [InlineData("forrige/ny")]
    [InlineData(".")]
    public void Read_AnotherFolder_IsFine(string output)
    {
        Assert.NotNull(EarlierEditions.Read(Settings("forrige"), At(output), isRelease: true, _bag));
        Assert.Empty(_bag.Sorted());
    }

    [Theory]
    [InlineData(true, Severity.Error)]
    [InlineData(false, Severity.Warning)]
    public void Read_EditionOfTheSameName_StopsOnlyARelease(bool isRelease, Severity severity)
    {
        WriteEdition("samme", "2026-1");
        EarlierEditions.Read(Settings("samme, forrige"), At("ut"), isRelease, _bag);
        var fault = Assert.Single(_bag.Sorted());
        Assert.Equal(("RB7046", severity, "2026-1"), (fault.Code, fault.Severity, fault.Found));
        Assert.Equal(LineOf("mot:"), fault.Place!.Value.Line);
    }

    [Fact]
    public void Read_ExplanationsOfOtherEditions_AreNotUsedAndThatIsTold()
    {
        Explain("2025-1", "2025-2");
        var earlier = EarlierEditions.Read(Settings("forrige", "avvik.yaml"), At("ut"), isRelease: false, _bag)!;
        var explained = earlier.Compare(Changed);
        var lines = earlier.Summary(explained).ToList();
        Assert.Empty(_bag.Sorted());
        Assert.Empty(explained.Explained);
        Assert.Contains(lines, l => l.EndsWith("avvik.yaml gjelder utgave 2025-1 mot 2025-2, og er ikke brukt.", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("Alle avvik er forklart", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ExplanationsOfOtherEditions_StopARelease()
    {
        Explain("2025-1", "2025-2");
        EarlierEditions.Read(Settings("forrige", "avvik.yaml"), At("ut"), isRelease: true, _bag);
        var fault = Assert.Single(_bag.Sorted());
        Assert.Equal(("RB7066", "2025-2", "2026-1"), (fault.Code, fault.Found, fault.Expected));
    }

    [Fact]
    public void Faults_ExplanationsOfTheseEditions_AreNone()
    {
        Explain("2025-1", "2026-1");
        var earlier = EarlierEditions.Read(Settings("forrige", "avvik.yaml"), At("ut"), isRelease: true, _bag)!;
        var explained = earlier.Compare(Changed);
        Assert.Empty(_bag.Sorted());
        Assert.Empty(earlier.Faults(explained).Select(DiagnosticFormatter.Format));
        Assert.Contains("Alle avvik er forklart. Forklaringer: 1.", earlier.Summary(explained));
    }

    [Theory]
    [InlineData("2025-11-30", null, 0)]
    [InlineData("2025-11-30", "2025-12-01", 1)]
    [InlineData("2025-12-01", "2025-12-01", 0)]
    [InlineData("2026-11-21", "2025-12-01", 1)]
    public void Faults_SignatureOutsideTheTwoEditions_IsOne(string signed, string? earlierDate, int faults)
    {
        Explain("2025-1", "2026-1", signed);
        if (earlierDate is not null)
        {
            WriteGround("forrige", earlierDate);
        }

        var earlier = EarlierEditions.Read(Settings("forrige", "avvik.yaml"), At("ut"), isRelease: true, _bag)!;
        Assert.Equal(Enumerable.Repeat("RB7073", faults), earlier.Faults(earlier.Compare(Changed)).Select(f => f.Code));
    }

    [Fact]
    public void Faults_ExplanationsThatAreNotThere_AreOneThatNamesTheFile()
    {
        Explain("2025-1", "2026-1");
        var earlier = EarlierEditions.Read(Settings("forrige", "avik.yaml"), At("ut"), isRelease: true, _bag)!;
        Assert.Empty(_bag.Sorted());
        var explained = earlier.Compare(Changed);
        var fault = Assert.Single(earlier.Faults(explained));
        Assert.Equal(("RB7074", "1", LineOf("forklaringer:")), (fault.Code, fault.Arguments[0], fault.Place!.Value.Line));
        Assert.EndsWith("avvik.yaml", fault.Nearest, StringComparison.Ordinal);
        Assert.Contains(earlier.Summary(explained), l => l.Contains("avik.yaml finnes ikke", StringComparison.Ordinal));
        Assert.Empty(earlier.Faults(earlier.Compare(Named(Whole, "2026-1"))));
    }

    private static Edition Changed => Named(Whole.With(Whole.Find(Id)!.Valued(101)), "2026-1");

    private static Edition Named(Edition edition, string name) => edition with { Origin = ExampleEdition.Origin(name) };

    private string At(string name) => Path.Combine(_folder.Path, name);

    private int LineOf(string start) =>
        1 + File.ReadLines(_folder.Settings).TakeWhile(l => !l.TrimStart().StartsWith(start, StringComparison.Ordinal)).Count();

    private void WriteEdition(string folder, string name)
    {
        Directory.CreateDirectory(At(folder));
        File.WriteAllBytes(Path.Combine(At(folder), EditionFolder.EditionFile), EditionWriter.Write(Named(Whole, name)));
    }

    private void WriteGround(string folder, string date)
    {
        var ground = new EditionGround
        {
            Tool = new ToolMark("0.1.0", new string('b', 64)),
            Settings = [new GroundSetting(EditionGround.DateSetting, date)],
            Inputs = [],
            Templates = [],
        };
        File.WriteAllBytes(Path.Combine(At(folder), EditionFolder.GroundFile), EditionGroundWriter.Write(ground));
    }

    private void Explain(string from, string to, string date = "2026-11-20")
    {
        var difference = EarlierDifference();
        File.WriteAllText(
            At("avvik.yaml"),
            $"""
            fra: {from}
            til: {to}
            avvik:
              - id: {Id}
                gammel: "{difference.Old}"
                ny: "{difference.New}"
                klasse: nye_data
                grunn: Flere deltakere
                signert: Kari Eksempel
                dato: {date}

            """
        );
    }

    /// <summary>The only difference of the changed edition, as an explanation quotes it.</summary>
    private static ReportBuilder.Comparison.Difference EarlierDifference() =>
        Assert.Single(
            ReportBuilder
                .Comparison.EditionComparer.Compare(
                    Named(Whole, "2025-1"),
                    Changed,
                    ReportBuilder.Comparison.ComparisonSettings.Default,
                    []
                )
                .Differences,
            d => d.Key == Id
        );

    private ReportSettings Settings(string against, string explanations = "")
    {
        var root = Repository.Root;
        _folder.WriteSettings(
            ($"mot: [{root}/data/editions/2022]", $"mot: [{against}]"),
            ($"forklaringer: {root}/avvik.yaml", $"forklaringer: {explanations}")
        );
        var bag = new DiagnosticBag();
        var settings = SettingsReader.Read(_folder.Settings, "report.yaml", bag)!;
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        return settings;
    }
}
