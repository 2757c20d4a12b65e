using ReportBuilder.Comparison;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Configuration;

public sealed class ComparisonSettingsReaderTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_NoSection_IsTheDefault()
    {
        var settings = Read("utgave: x");
        Assert.Empty(_bag.Sorted());
        Assert.Equal(ComparisonSettings.Default.Tolerances, settings.Tolerances);
        Assert.Equal([0.1, 0.05, 0.01, 0.001], settings.SignificanceLevels);
        Assert.Equal((4, 0, null), (settings.FewestEditions, settings.Against.Count, settings.Explanations));
    }

    [Fact]
    public void Read_AllKeys_AreTakenWithPathsFromTheFilesFolder()
    {
        _folder.Write("utgaver/2022/utgave.json", "{}");
        var settings = Read(
            """
            sammenligning:
              mot: [utgaver/2022]
              forklaringer: avvik.yaml
              toleranse:
                antall: 0
                andel: 0.01
                gjennomsnitt: 1e-3
                koeffisient: 0.002
                p_verdi: 0.003
                tilpasning: 0.004
              signifikans: [0.01, 0.05]
              uteliggere:
                minste_antall: 3
            """
        );
        Assert.Empty(_bag.Sorted());
        var (edition, explanations) = (Path.Combine(_folder.Path, "utgaver", "2022"), Path.Combine(_folder.Path, "avvik.yaml"));
        Assert.Equal([(edition, new SourcePlace("report.yaml", 2, 9))], settings.Against.Select(e => (e.Path, e.Place!.Value)));
        Assert.Equal(
            (explanations, new SourcePlace("report.yaml", 3, 17)),
            (settings.Explanations!.Path, settings.Explanations.Place!.Value)
        );
        // As the user finds them from where he stands, and not from the folder of the settings.
        Assert.Equal([edition, explanations], Settled(settings).Select(Path.GetFullPath));
        Assert.Equal(
            new Tolerances
            {
                Share = 0.01,
                Mean = 0.001,
                Coefficient = 0.002,
                PValue = 0.003,
                Fit = 0.004,
            },
            settings.Tolerances
        );
        Assert.Equal([0.05, 0.01], settings.SignificanceLevels);
        Assert.Equal(3, settings.FewestEditions);
    }

    [Fact]
    public void Read_PathFromTheRoot_IsShownAsWritten()
    {
        var file = Path.Combine(_folder.Path, "avvik.yaml");
        Assert.Equal(file, Read($"sammenligning:\n  forklaringer: {file}\n").Explanations!.ShownAs);
    }

    [Fact]
    public void Read_FolderMisspelt_NamesTheNearestEditionBeside()
    {
        _folder.Write("utgaver/2022/utgave.json", "{}");
        _folder.Write("utgaver/2020/annet.json", "{}");
        Read("sammenligning:\n  mot: [utgaver/202]\n");
        Assert.Equal(("RB7040", "utgaver/2022"), (Assert.Single(_bag.Sorted()).Code, _bag.Sorted()[0].Nearest));
    }

    [Theory]
    [InlineData("mot: [finnes/ikke]", "RB7040", "finnes/ikke")]
    [InlineData("signifikans: ['0,05']", "RB7041", "0,05")]
    [InlineData("signifikans: [5]", "RB7041", "5")]
    [InlineData("toleranse: {andel: '0,5'}", "RB1006", "0,5")]
    [InlineData("toleranse: {andel: -1}", "RB1006", "-1")]
    [InlineData("toleranse: {andel: NaN}", "RB1006", "NaN")]
    [InlineData("toleranse: {andeler: 1}", "RB1005", "sammenligning.toleranse.andeler")]
    [InlineData("uteliggere: {minste_antall: 2}", "RB1006", "2")]
    [InlineData("imot: []", "RB1005", "sammenligning.imot")]
    public void Read_AValueThatCannotBe_IsADiagnostic(string line, string code, string found)
    {
        Read("sammenligning:\n  " + line);
        var diagnostic = Assert.Single(_bag.Sorted());
        Assert.Equal((code, found), (diagnostic.Code, diagnostic.Found));
        Assert.Equal(2, diagnostic.Place!.Value.Line);
    }

    private static string[] Settled(ComparisonSettings settings) =>
        [.. settings.Against.Append(settings.Explanations!).Select(e => e.ShownAs)];

    private ComparisonSettings Read(string text)
    {
        var root = YamlSection.Read(_folder.Write("report.yaml", text), "report.yaml", _bag)!;
        var section = root.Section("sammenligning");
        var settings = ComparisonSettingsReader.Read(section, _folder.Path);
        section.Close();
        return settings;
    }
}
