using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Chain;
using Xunit;

namespace ReportBuilder.Tests.Commands;

/// <summary>Registers and statistics that are not there: each is named, and nothing is made of the rest.</summary>
public sealed class RegisterHarmonisationTest(TwinSlice twin) : IClassFixture<TwinSlice>
{
    [Theory]
    [InlineData("nir.csv", "RB2001", "nir.csv")]
    [InlineData("kostra275.csv", "RB2001", "kostra275.csv")]
    [InlineData("jobbsjansen-regnskap.csv", "RB2001", "jobbsjansen-regnskap.csv")]
    [InlineData("ssb/06445-2018.json", "RB2332", "06445-2018.json")]
    public void Run_AFileIsGone_IsNamed(string file, string code, string shown)
    {
        using var copy = twin.Copy();
        File.Delete(copy.PathOf(file));

        var (data, diagnostics) = copy.Harmonise();

        Assert.Null(data);
        var error = Assert.Single(diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal((code, shown), (error.Code, Path.GetFileName(error.Place!.Value.File)));
    }

    [Theory]
    [InlineData(2017)]
    [InlineData(2018)]
    [InlineData(2019)]
    [InlineData(2020)]
    public void Run_AYearOfReportsIsGone_IsNamed(int year)
    {
        using var copy = twin.Copy();
        File.Delete(copy.PathOf($"jobbsjansen-{year}.csv"));

        var (data, diagnostics) = copy.Harmonise();

        Assert.Null(data);
        var error = Assert.Single(diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal("RB2252", error.Code);
        Assert.Contains(
            year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            DiagnosticFormatter.Format(error),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_SeveralFilesAreGone_AreAllNamed()
    {
        using var copy = twin.Copy();
        File.Delete(copy.PathOf("nir.csv"));
        File.Delete(copy.PathOf("kostra275.csv"));
        File.Delete(copy.PathOf("ssb/11342-2017.json"));

        var (_, diagnostics) = copy.Harmonise();

        var codes = diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code).Order(StringComparer.Ordinal);
        Assert.Equal(["RB2001", "RB2001", "RB2332"], codes);
    }

    [Fact]
    public void Run_WithoutStatisticsAndAccounts_LeavesTheirColumnsEmpty()
    {
        using var copy = twin.Copy();
        var persons = RegisterSources.In(copy.Registers) with { StatBankFolder = null, KostraFile = null, AccountsFile = null };

        var (data, diagnostics) = copy.Harmonise(persons);

        Assert.Empty(diagnostics.Select(DiagnosticFormatter.Format));
        Assert.Equal(twin.Rows, data!.Participants.RowCount);
        foreach (var column in new[] { "k_sysselsatte", "k_ufore", "p_lonn", "p_lonn_per_deltaker" })
        {
            Assert.Equal(twin.Rows, data.Participants.Column(column).MissingCount);
        }

        Assert.Equal(0, data.Participants.Column("k_folketall").MissingCount);
        Assert.Equal(0, data.Participants.Column("p_deltakere").MissingCount);
    }
}
