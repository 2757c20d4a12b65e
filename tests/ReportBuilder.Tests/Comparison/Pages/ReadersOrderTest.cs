using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Pages;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class ReadersOrderTest
{
    [Fact]
    public void Of_Differences_NumbersThatMeanSomethingElseComeFirst() =>
        Assert.Equal(
            ["c", "e", "a", "b", "d"],
            ReadersOrder
                .Of([
                    Number("a", DifferenceFlag.Rank),
                    Number("b"),
                    Number("c", DifferenceFlag.Significance),
                    Number("d", DifferenceFlag.Base),
                    Number("e", DifferenceFlag.Sign, DifferenceFlag.Rank),
                ])
                .Select(d => d.Key)
        );

    private static Difference Number(string key, params DifferenceFlag[] flags) =>
        new(key, DifferenceSubject.Quantity, DifferenceKind.Changed, "1", "2") { Flags = flags };
}
