using ReportBuilder.Diagnostics;
using ReportBuilder.Reconciliation;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Reconciliation;

public class TargetReaderTest
{
    [Theory]
    [InlineData("andel,alle,ordning=jobbsjansen & aar=2017", "andel,alle,ordning=jobsjansen & aar=2017", "RB2060", "jobbsjansen")]
    [InlineData("varighet=femdel 5", "varighet=femdel 6", "RB2061", null)]
    [InlineData("individmodell,,,,botid,", "individmodell,,,,botidd,", "RB2060", "botid")]
    [InlineData(",icc,kommunemodell,", ",icx,kommunemodell,", "RB2062", "icc")]
    [InlineData("\nF069,", "\nF070,", "RB2064", null)]
    public void Read_BadLine_SaysWhat(string from, string to, string code, string? nearest)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var name in new[] { TargetReader.FileName, TargetReader.ClassFileName })
            {
                File.Copy(DataFolder.Path("syntetisk/" + name), Path.Combine(folder.FullName, name));
            }

            var path = Path.Combine(folder.FullName, TargetReader.FileName);
            var text = File.ReadAllText(path).Replace("andel_av_alle,", "andel,", StringComparison.Ordinal);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            Assert.True(at >= 0, from);
            File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);
            var bag = new DiagnosticBag();

            Assert.Null(TargetReader.Read(folder.FullName, "syntetisk", DataFolder.Schema, bag));

            var diagnostic = bag.Sorted().First(d => d.Severity == Severity.Error);
            Assert.Equal((code, nearest), (diagnostic.Code, diagnostic.Nearest));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
