using System.Security.Cryptography;
using ReportBuilder.Synthesis.Raw;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Synthesis.Raw;

public sealed class RawTwinTest
{
    [Fact]
    public void Write_SameSeed_GivesSameBytes()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        RawTwin.Write(TwinDraw.Request(first));
        RawTwin.Write(TwinDraw.Request(second));

        Assert.Equal(Hashes(first), Hashes(second));
    }

    [Fact]
    public void Write_OtherSeed_GivesOtherLines()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        RawTwin.Write(TwinDraw.Request(first));
        RawTwin.Write(TwinDraw.Request(second, seed: 7));

        Assert.NotEqual(Hashes(first)["nir.csv"], Hashes(second)["nir.csv"]);
    }

    [Fact]
    public void Write_AnyFile_MarksEveryRecordAsInvented()
    {
        using var folder = new TemporaryFolder();

        var summary = RawTwin.Write(TwinDraw.Request(folder));

        foreach (var file in summary.Files.Where(f => f.Path.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var raw = RawRecords.Read(Path.Combine(folder.Path, file.Path));
            Assert.Equal(file.Rows, raw.Rows.Count);
            Assert.All(Enumerable.Range(0, raw.Rows.Count), r => Assert.Equal("syntetisk", raw[r, "Kilde"]));
            Assert.Equal(file.Bytes, new FileInfo(Path.Combine(folder.Path, file.Path)).Length);
        }

        Assert.Contains("diktet opp", File.ReadAllText(Path.Combine(folder.Path, "LESMEG.txt")), StringComparison.Ordinal);
        Assert.Equal(TwinDraw.Default.Participants.RowCount, summary.Persons);
    }

    [Theory]
    [InlineData("nir.csv", "nir")]
    [InlineData("jobbsjansen-2017.csv", "jobbsjansen")]
    [InlineData("jobbsjansen-2020.csv", "jobbsjansen")]
    [InlineData("kostra275.csv", "kostra")]
    [InlineData("jobbsjansen-regnskap.csv", "regnskap")]
    public void Header_OfAFile_HasTheDeclaredVariables(string file, string register)
    {
        using var folder = new TemporaryFolder();
        RawTwin.Write(TwinDraw.Request(folder));
        var header = RawRecords.Read(Path.Combine(folder.Path, file)).Header;
        var declared = RawRecords.Read(DataFolder.Path($"registre/{register}.schema.csv"));
        var names = Enumerable
            .Range(0, declared.Rows.Count)
            .Select(r => (Name: declared[r, "navn"], MayBeAbsent: declared[r, "kolonne_kan_mangle"] == "ja"));

        Assert.Empty(header.Except(names.Select(n => n.Name)));
        Assert.Empty(names.Where(n => !n.MayBeAbsent).Select(n => n.Name).Except(header));
        Assert.Distinct(header);
    }

    [Fact]
    public void Ids_OfARegister_AreOnePerPerson()
    {
        using var folder = new TemporaryFolder();
        RawTwin.Write(TwinDraw.Request(folder, scale: 2));

        var nir = RawRecords.Read(Path.Combine(folder.Path, "nir.csv"));
        Assert.Distinct(nir.Rows.Select(r => r[0]));
        for (var year = 2017; year <= 2020; year++)
        {
            Assert.Distinct(RawRecords.Read(Path.Combine(folder.Path, $"jobbsjansen-{year}.csv")).Rows.Select(r => r[0]));
        }
    }

    [Fact]
    public void Reports_ThroughTheYears_KeepWhatAPersonIsBornWith()
    {
        using var folder = new TemporaryFolder();
        RawTwin.Write(TwinDraw.Request(folder));
        var seen = new Dictionary<string, (int Age, string Sex, string School, int Year)>(StringComparer.Ordinal);
        var again = 0;

        for (var year = 2017; year <= 2020; year++)
        {
            var raw = RawRecords.Read(Path.Combine(folder.Path, $"jobbsjansen-{year}.csv"));
            for (var r = 0; r < raw.Rows.Count; r++)
            {
                var now = (
                    Age: (int)raw.Number(r, "Alder_rapporteringstidspunkt"),
                    Sex: raw[r, "v2_1"],
                    School: raw[r, "v2_9"],
                    Year: year
                );
                if (seen.TryGetValue(raw[r, "Lopenummer"], out var before))
                {
                    again++;
                    Assert.Equal((before.Age + year - before.Year, before.Sex, before.School), (now.Age, now.Sex, now.School));
                }

                seen[raw[r, "Lopenummer"]] = now;
            }
        }

        Assert.InRange(again, 300, 2000);
    }

    [Fact]
    public void Scale_Two_WritesTwiceThePersonsAndCosts()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();

        var single = RawTwin.Write(TwinDraw.Request(one));
        var twice = RawTwin.Write(TwinDraw.Request(two, scale: 2));

        Assert.Equal(2 * single.Persons, twice.Persons);
        Assert.Equal(2.0, Costs(two) / Costs(one), 0.05);
    }

    [Fact]
    public void Scale_BelowOne_IsRefused()
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<ArgumentOutOfRangeException>(() => RawTwin.Write(TwinDraw.Request(folder, scale: 0)));
    }

    private static double Costs(TemporaryFolder folder)
    {
        var raw = RawRecords.Read(Path.Combine(folder.Path, "kostra275.csv"));
        return Enumerable.Range(0, raw.Rows.Count).Where(r => raw[r, "Lonnsutgifter"].Length > 0).Sum(r => raw.Number(r, "Lonnsutgifter"));
    }

    private static Dictionary<string, string> Hashes(TemporaryFolder folder) =>
        Directory
            .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .ToDictionary(p => Path.GetRelativePath(folder.Path, p), p => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(p))));
}
