using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Datasets;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class MunicipalityHistoryTest
{
    private static MunicipalityTable Table => DataFolder.Municipalities;

    [Theory]
    [InlineData("0301", "as it was")]
    [InlineData("3001", "only another number")]
    public void Of_SameMunicipality_WasNothingElse(string code, string why)
    {
        var history = Of(code);

        Assert.True(history.Formerly.Count == 0, why);
        Assert.False(history.IsTouchedByDivision);
    }

    [Fact]
    public void Of_Merged_NamesTheParts() => Assert.Equal(["Meland", "Radøy", "Lindås"], Of("4631").Formerly.Select(m => m.Name));

    [Fact]
    public void Of_MergedBeforeItsNumberChanged_NamesThePartsOfTheFirstYear() =>
        Assert.Equal(["0709", "0728"], Of("3805").Formerly.Select(m => m.Code));

    [Theory]
    [InlineData("1806", "1805 1850 1854", "gets the whole of a divided one")]
    [InlineData("1875", "1849", "a part of a divided one is counted elsewhere")]
    [InlineData("5056", "1617", "renumbered, then a part of a divided one is counted elsewhere")]
    public void Of_TouchedByDivision_SaysSo(string code, string formerly, string why)
    {
        var history = Of(code);

        Assert.True(history.IsTouchedByDivision, why);
        Assert.Equal(formerly, string.Join(' ', history.Formerly.Select(m => m.Code)));
    }

    [Fact]
    public void Of_AllMunicipalities_HaveEveryoneOfTheFirstYearOnce()
    {
        var counted = Table
            .InYear(2020)
            .SelectMany(m =>
                Of(m.Code) is { Formerly.Count: > 0 } history
                    ? history.Formerly.Select(f => f.Code)
                    : Table.Predecessors(m.Code, 2020, 2017)
            );

        Assert.Equal(Table.InYear(2017).Select(m => m.Code), counted.Order(StringComparer.Ordinal));
    }

    private static MunicipalityHistory Of(string code) => MunicipalityHistory.Of(Table, Table.Find(2020, code)!, 2017);
}
