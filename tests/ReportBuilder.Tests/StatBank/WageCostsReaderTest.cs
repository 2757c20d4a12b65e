using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;
using ReportBuilder.StatBank;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.StatBank;

public sealed class WageCostsReaderTest : IDisposable
{
    private const string Kostra =
        "Kommunenummer;Aar;Funksjon;Lonnsutgifter\n0301;2019;275;250000,5\n1103;2019;275;900\n1141;2019;275;100\n";
    private const string Accounts = "Prosjekt;v1_1;Aar;Lonnsutgifter\nNy sjanse på Østås;0301;2019;3000\n;Bydel Sagene;2020;1200,25\n";
    private const string OneAccount = "Prosjekt;v1_1;Aar;Lonnsutgifter\nNy sjanse på Østås;0301;2019;3000\n";
    private static readonly Lazy<(RegisterSchema Kostra, RegisterSchema Accounts)> Schemas = new(() =>
        (Schema("kostra"), Schema("regnskap"))
    );
    private readonly string _folder = Directory.CreateTempSubdirectory("lonn").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static RegisterSchema Schema(string name) =>
        DataFolder.Read(bag => RegisterSchemaReader.Read(Repository.PathOf($"data/registre/{name}.schema.csv"), name, bag));

    private static string? MunicipalityOf(int year, string cell) =>
        cell.StartsWith("Bydel", StringComparison.Ordinal) ? "0301"
        : cell.All(char.IsAsciiDigit) ? cell
        : null;

    private (WageCosts? Costs, IReadOnlyList<Diagnostic> Diagnostics) Read(string? kostra, string accounts, params int[] years)
    {
        var bag = new DiagnosticBag();
        var costs = WageCostsReader.Read(
            kostra is null ? [] : [Save("kostra.csv", kostra, Schemas.Value.Kostra)],
            [Save("regnskap.csv", accounts, Schemas.Value.Accounts)],
            years,
            DataFolder.Municipalities,
            MunicipalityOf,
            bag
        );
        Assert.All(bag.Sorted(), d => Assert.NotEmpty(DiagnosticFormatter.Format(d)));
        return (costs, bag.Sorted());
    }

    private WageFile Save(string name, string text, RegisterSchema schema)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return new WageFile(path, name, schema);
    }

    [Fact]
    public void Read_BothFiles_GivesCostsByProject()
    {
        var (costs, diagnostics) = Read(Kostra + "0301;2020;275;260000\n", Accounts, 2019, 2020);

        Assert.Empty(diagnostics);
        Assert.Equal(250000.5, costs!.Find(2019, "0301-I"));
        // Stavanger and Finnøy are one municipality from 2020, and one project all the way.
        Assert.Equal(1000, costs.Find(2019, "1103-I"));
        Assert.Equal(3000, costs.Find(2019, "0301-J-ny_sjanse_pa_ostas"));
        Assert.Equal(1200.25, costs.Find(2020, "0301-J"));
        Assert.Null(costs.Find(2020, "1103-I"));
        Assert.Equal(5, costs.Keys.Count);
    }

    [Fact]
    public void Read_EmptyAmount_IsNotKnown()
    {
        var (costs, diagnostics) = Read(Kostra + "1102;2019;275;\n", OneAccount, 2019);

        Assert.Empty(diagnostics);
        Assert.Null(costs!.Find(2019, "1108-I"));
    }

    [Theory]
    [InlineData("1103;2019;275;100", "RB2343", Severity.Error, 1, null)]
    [InlineData("1106;2019;275;-5", "RB2344", Severity.Error, 15, "-5")]
    [InlineData("1106;2019;275;250000000", "RB2345", Severity.Warning, 15, "250000000")]
    [InlineData("1106;2031;275;100", "RB2346", Severity.Warning, 6, "2031")]
    [InlineData("4601;2019;275;100", "RB2347", Severity.Error, 1, "4601")]
    [InlineData("Bergen;2019;275;100", "RB2347", Severity.Error, 1, "Bergen")]
    [InlineData("1106;2019;242;100", "RB2348", Severity.Warning, 0, null)]
    [InlineData("1106;2019;275;tusen", "RB2130", Severity.Error, 15, "tusen")]
    public void Read_FaultInKostra_IsFoundAtItsPlace(string line, string code, Severity severity, int column, string? found)
    {
        var (costs, diagnostics) = Read(Kostra + line + "\n", OneAccount, 2019);

        Check(costs, diagnostics, "kostra.csv", code, severity, column == 0 ? 0 : 5, column, found);
    }

    [Theory]
    [InlineData("Ny sjanse på Østås;0301;2019;17", "RB2343", Severity.Error, 20, null)]
    [InlineData("A;1106;2019;-1", "RB2344", Severity.Error, 13, "-1")]
    [InlineData("A;1106;2019;3000000", "RB2345", Severity.Warning, 13, "3000000")]
    [InlineData("A;1106;2016;100", "RB2346", Severity.Warning, 8, "2016")]
    [InlineData("A;4601;2019;100", "RB2347", Severity.Error, 3, "4601")]
    [InlineData("A;Atlantis;2019;100", "RB2347", Severity.Error, 3, "Atlantis")]
    [InlineData(";0301;2019;100", "RB2349", Severity.Warning, 2, null)]
    public void Read_FaultInAccounts_IsFoundAtItsPlace(string line, string code, Severity severity, int column, string? found)
    {
        var (costs, diagnostics) = Read(Kostra + "0301;2020;275;260000\n", Accounts + line + "\n", 2019, 2020);

        Check(costs, diagnostics, "regnskap.csv", code, severity, 4, column, found);
    }

    [Fact]
    public void Read_YearWithoutKostra_IsNamed()
    {
        var diagnostic = Assert.Single(Read(Kostra, Accounts, 2019, 2020).Diagnostics);

        Assert.Equal(("RB2332", "kostra.csv", "2020"), (diagnostic.Code, diagnostic.Place!.Value.File, diagnostic.Arguments[0]));
    }

    [Fact]
    public void Read_AccountsAlone_AreEnough()
    {
        var (costs, diagnostics) = Read(null, Accounts, 2019, 2020);

        Assert.Empty(diagnostics);
        Assert.NotNull(costs);
    }

    private static void Check(
        WageCosts? costs,
        IReadOnlyList<Diagnostic> diagnostics,
        string file,
        string code,
        Severity severity,
        int line,
        int column,
        string? found
    )
    {
        Assert.Equal(severity == Severity.Error, costs is null);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(
            (code, severity, new SourcePlace(file, line, column)),
            (diagnostic.Code, diagnostic.Severity, diagnostic.Place!.Value)
        );
        Assert.Equal(found, diagnostic.Found);
    }
}
