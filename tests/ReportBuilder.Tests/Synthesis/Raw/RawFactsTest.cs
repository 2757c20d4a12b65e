using ReportBuilder.StatBank;
using ReportBuilder.Synthesis.Places;
using ReportBuilder.Synthesis.Raw;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Synthesis.Raw;

public sealed class RawFactsTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SyntheticFacts _facts = TwinDraw.Default.Facts;

    public RawFactsTest() => RawTwin.Write(TwinDraw.Request(_folder));

    public void Dispose() => _folder.Dispose();

    [Fact] // Tabell 4
    public void Costs_OfModelledProjectYears_HaveThePublishedMedian()
    {
        var kostra = RawRecords.Read(Path.Combine(_folder.Path, "kostra275.csv"));
        var costs = Enumerable
            .Range(0, kostra.Rows.Count)
            .Where(r => kostra[r, "Lonnsutgifter"].Length > 0)
            .GroupBy(r => (int)kostra.Number(r, "Aar") is var year ? (year, Project(year, kostra[r, "Kommunenummer"])) : default)
            .ToDictionary(g => g.Key, g => g.Sum(r => kostra.Number(r, "Lonnsutgifter")));

        var modelled = Modelled("-I");

        Assert.Equal(535, modelled.Count);
        Assert.Equal(2203, Median(modelled.Select(p => costs[p])), 1.0);
    }

    [Fact]
    public void Kostra_OfAGap_HasAnEmptyCell()
    {
        var kostra = RawRecords.Read(Path.Combine(_folder.Path, "kostra275.csv"));
        for (var r = 0; r < kostra.Rows.Count; r++)
        {
            var year = (int)kostra.Number(r, "Aar");
            Assert.True(DataFolder.Municipalities.Exists(year, kostra[r, "Kommunenummer"]));
            Assert.Equal(
                _facts.WagePerParticipant.ContainsKey((year, Project(year, kostra[r, "Kommunenummer"]))),
                kostra[r, "Lonnsutgifter"].Length > 0
            );
        }
    }

    [Theory]
    [InlineData("11342", "k_folketall", 0)]
    [InlineData("06445", "k_sysselsatte", 1)]
    [InlineData("09588", "k_nettoinnflytting", 1)]
    public void StatBank_ATable_HoldsTheFactsAndSaysThatTheyAreSimulated(string number, string column, int decimals)
    {
        for (var year = 2017; year <= 2020; year++)
        {
            var path = Path.Combine(_folder.Path, "ssb", $"{number}-{year}.json");
            var table = DataFolder.Read(bag => JsonStatDataset.Read(path, "ssb", bag));
            Assert.Contains("Simulerte", Assert.Single(table.Notes), StringComparison.Ordinal);
            foreach (var municipality in DataFolder.Municipalities.InYear(year))
            {
                var cell = table.Cell(new Dictionary<string, string> { ["Region"] = municipality.Code })!.Value;
                Assert.Equal(Math.Round(_facts.Municipalities[(column, year, municipality.Code)], decimals), table.Value(cell));
            }

            Assert.Equal(
                DataFolder.Municipalities.InYear(year).Count,
                Enumerable.Range(0, table.CellCount).Count(c => table.Value(c) is not null)
            );
        }
    }

    private List<(int Year, string Project)> Modelled(string ending) =>
        [
            .. _facts
                .ProjectYears.Where(p => p.Project.EndsWith(ending, StringComparison.Ordinal))
                .GroupBy(p => (p.Year, p.Project))
                .Where(g => _facts.WagePerParticipant.ContainsKey(g.Key) && g.Sum(p => p.Complete) >= 10)
                .Select(g => g.Key),
        ];

    private static string Project(int year, string code) => DataFolder.Municipalities.Current(year, code).Code + "-I";

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
