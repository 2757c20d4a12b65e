using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Datasets;

public class MunicipalityTableTest
{
    private const string Facts =
        "aar,kommunenummer,kommunenavn,fylkesnummer,fylkesnavn,folketall,innvandrere,innvandrerandel_pst,sentralitet,flyktninger\n";

    private static MunicipalityTable Table => DataFolder.Municipalities;

    [Theory]
    [InlineData(2017, 426)]
    [InlineData(2018, 422)]
    [InlineData(2019, 422)]
    [InlineData(2020, 356)]
    public void InYear_EachYear_HasAllMunicipalities(int year, int count) => Assert.Equal(count, Table.InYear(year).Count);

    [Fact]
    public void InYear_UnknownYear_IsEmpty() => Assert.Empty(Table.InYear(1990));

    [Fact]
    public void Find_Oslo_HasItsFacts()
    {
        var oslo = Table.Find(2020, "0301")!;

        Assert.Equal(("Oslo", "03", 1), (oslo.Name, oslo.CountyCode, oslo.Centrality));
        Assert.InRange(oslo.Population, 690_000, 700_000);
        Assert.Equal(oslo.ImmigrantPercentage, 100.0 * oslo.Immigrants / oslo.Population, 0.01);
    }

    [Fact]
    public void Successors_Merged_GivesTheNewOne() => Assert.Equal(["3002"], Table.Successors("0136", 2017, 2020));

    [Fact]
    public void Successors_Divided_GivesAll() => Assert.Equal(["5055", "5056", "5059"], Table.Successors("5012", 2018, 2020));

    [Fact]
    public void Predecessors_OfMerged_GivesAll() => Assert.Equal(["1103", "1141", "1142"], Table.Predecessors("1103", 2020, 2019));

    [Fact]
    public void SuccessorsOfAll_AnyYear_CoverTheLastYearExactly()
    {
        foreach (var year in Table.Years)
        {
            var codes = Table.InYear(year).SelectMany(m => Table.Successors(m.Code, year, 2020)).Distinct().Order(StringComparer.Ordinal);

            Assert.Equal(Table.InYear(2020).Select(m => m.Code), codes);
        }
    }

    [Fact]
    public void Current_Divided_IsTheMostPopulous() => Assert.Equal("Narvik", Table.Current(2019, "1850").Name);

    [Fact]
    public void SameAreaIn_UnknownNumber_IsEmpty() => Assert.Empty(Table.SameAreaIn(2020, "9999"));

    [Fact]
    public void Read_MunicipalityTwice_SaysSo() =>
        Assert.Equal(
            "RB2040",
            Assert.Single(Read(Facts + "2020,0301,Oslo,03,Oslo,1,1,1,1,1\n2020,0301,Oslo,03,Oslo,1,1,1,1,1\n", "2020-01-01")).Code
        );

    [Fact]
    public void Read_NumberWithSpaces_SaysSo() =>
        Assert.Equal("6 900", Assert.Single(Read(Facts + "2020,0301,Oslo,03,Oslo,6 900,1,1,1,1\n", "2020-01-01")).Found);

    [Fact]
    public void Read_BadDate_SaysSo() =>
        Assert.Equal("RB2041", Assert.Single(Read(Facts + "2020,0301,Oslo,03,Oslo,1,1,1,1,1\n", "01.01.2020")).Code);

    private static IReadOnlyList<Diagnostic> Read(string facts, string date)
    {
        var bag = new DiagnosticBag();
        var changes = Encoding.UTF8.GetBytes($"dato,gammelt_nummer,nytt_nummer\n{date},0101,3001\n");
        Assert.Null(
            DataFolder.WithFile(
                Encoding.UTF8.GetBytes(facts),
                f => DataFolder.WithFile(changes, c => MunicipalityTable.Read(f, "f.csv", c, "c.csv", bag))
            )
        );
        return bag.Sorted();
    }
}
