using ReportBuilder.Diagnostics;
using ReportBuilder.Synthesis;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Synthesis;

public class SyntheticParametersTest
{
    [Theory]
    [InlineData("koeffisienter.csv", "norsknivaa,,", "norsknivå,,", "RB2050", "norsknivaa")]
    [InlineData("kategorier.csv", "komplett,kjonn,kvinne,1400", "komplett,kjonn,kvinner,1400", "RB2050", "kvinne")]
    [InlineData("mangler.csv", "mangler_annet,varighet,14", "mangler_anet,varighet,14", "RB2050", "mangler_annet")]
    [InlineData("konstanter.csv", "skrumping,0.0005", "skrumping,\"0,0005\"", "RB2010", null)]
    [InlineData("konstanter.csv", "varig_varians", "varians", "RB2052", null)]
    [InlineData("aar.csv", "2017,6900", "2017,6901", "RB2053", null)]
    public void Read_BadParameter_SaysWhat(string file, string from, string to, string code, string? nearest)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var path in Directory.EnumerateFiles(DataFolder.Path("syntetisk"), "*.csv"))
            {
                File.Copy(path, Path.Combine(folder.FullName, Path.GetFileName(path)));
            }

            var changed = Path.Combine(folder.FullName, file);
            var text = File.ReadAllText(changed);
            Assert.Contains(from, text, StringComparison.Ordinal);
            File.WriteAllText(changed, text.Replace(from, to));
            var bag = new DiagnosticBag();

            Assert.Null(SyntheticParameters.Read(folder.FullName, "syntetisk", DataFolder.Schema, bag));

            var diagnostic = Assert.Single(bag.Sorted());
            Assert.Equal((code, nearest, "syntetisk/" + file), (diagnostic.Code, diagnostic.Nearest, diagnostic.Place!.Value.File));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
