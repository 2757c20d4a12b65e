using ReportBuilder.Diagnostics;
using ReportBuilder.Synthesis.Raw;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Synthesis.Raw;

public class RawTablesTest
{
    [Theory]
    [InlineData("kolonner.csv", "nir,Kjønn,kategori,kjonn", "nir,Kjønn,kategorier,kjonn", "RB2400", "kategori")]
    [InlineData("kategorier.csv", "nir,landbakgrunn,statslos,", "nir,landbakgrunn,statslose,", "RB2400", "statslos")]
    [InlineData("formater.csv", "nir,semikolon", "nir,semikolonn", "RB2400", "semikolon")]
    [InlineData("konstanter.csv", "nknv_pst,", "nknv_prosent,", "RB2401", null)]
    [InlineData("kategorier.csv", "nir,kjonn,mann,Kjønn,M", "nir,kjonn,kvinne,Kjønn,M", "RB2402", null)]
    [InlineData("kategorier.csv", "jobbsjansen,landbakgrunn,statslos,Statsløs", "jobbsjansen,landbakgrunn,europa,Statsløs", "RB2402", null)]
    [InlineData("tiltak.csv", "v3_2_1,t_amo_kurs,", "v3_2_1,t_praksis_ordinaer,", "RB2403", null)]
    [InlineData("tiltak.csv", "v3_2_1,t_amo_kurs,100", "v3_2_1,t_amo_kurs,mange", "RB2010", null)]
    public void Read_AFaultyTable_SaysWhatAndWhere(string file, string old, string changed, string code, string? nearest)
    {
        using var folder = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(DataFolder.Path("syntetisk/registre")))
        {
            var text = File.ReadAllText(path);
            if (Path.GetFileName(path) == file)
            {
                Assert.Contains(old, text, StringComparison.Ordinal);
                text = text.Replace(old, changed, StringComparison.Ordinal);
            }

            folder.Write(Path.GetFileName(path), text);
        }

        var bag = new DiagnosticBag();

        Assert.Null(RawTables.Read(folder.Path, "registre", DataFolder.Schema, bag));
        var found = bag.Sorted().First(d => d.Code == code);
        Assert.Equal("registre/" + file, found.Place!.Value.File);
        Assert.Equal(nearest, found.Nearest);
    }
}
