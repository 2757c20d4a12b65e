using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class ExplanationGroupsTest
{
    [Fact]
    public void All_ExplanationsWithTheSameWords_AreOneGravestClassFirst()
    {
        var old = ExampleEdition.Of([.. "abc".Select(id => Quantity.Of($"{id}.x", 1, Unit.Count, 0))]);
        var result = EditionComparer.Compare(
            old,
            ExampleEdition.Of([.. "abc".Select(id => Quantity.Of($"{id}.x", 2, Unit.Count, 0))]),
            ComparisonSettings.Default,
            []
        );
        var groups = new ExplanationGroups(
            ExplanationMatch.Of(
                result,
                [
                    Explanation("a.x", 3, RevisionClass.NewData),
                    Explanation("b.x", 5, RevisionClass.Serious),
                    Explanation("c.x", 9, RevisionClass.NewData),
                ]
            )
        );
        Assert.Equal([("b.x", 1), ("a.x", 2)], groups.All.Select(g => (g.First.Pattern, g.Count)));
        Assert.Equal([1, 0, 1], result.Differences.OrderBy(d => d.Key, StringComparer.Ordinal).Select(groups.Of));
    }

    [Fact]
    public void Of_DifferenceWithoutExplanation_IsNoGroup()
    {
        var comparison = PageFixture.Compared();
        Assert.All(comparison.Unexplained, d => Assert.Equal(-1, new ExplanationGroups(comparison).Of(d)));
    }

    private static Explanation Explanation(string id, int line, RevisionClass revision) =>
        PageFixture.Explanation(id, "1", "2", "Et nytt år er tatt inn.") with
        {
            Subject = "Deltakere",
            Class = revision,
            Place = new SourcePlace("avvik.yaml", line),
        };
}
