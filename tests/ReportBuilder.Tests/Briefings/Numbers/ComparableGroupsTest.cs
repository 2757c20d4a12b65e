using CsCheck;
using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Datasets;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class ComparableGroupsTest
{
    private static readonly IReadOnlyList<Municipality> All = DataFolder.Municipalities.InYear(2020);

    private static readonly Gen<(int[] Persons, double?[] Expected)> Some = Gen.Select(
        Gen.Int[0, 60].Array[All.Count],
        Gen.Double[0.2, 0.8].Select(d => (double?)d).Array[All.Count]
    );

    [Fact]
    public void Of_AnyParticipants_GivesGroupsLargeEnough() =>
        Property.Holds(
            Some,
            people =>
            {
                var groups = ComparableGroups.Of(All, people.Persons, people.Expected);

                Assert.Equal(Enumerable.Range(1, groups.Groups.Count), groups.Groups.Select(g => g.Number));
                Assert.All(groups.GroupOf.CountBy(g => g), g => Assert.True(g.Value >= ComparableGroup.FewestMunicipalities));
                Assert.Equal(groups.Groups.Count, groups.GroupOf.Distinct().Count());
            },
            100
        );

    [Fact]
    public void Of_OtherStartingPointsOfThoseWithFewParticipants_GivesTheSameGroups() =>
        Property.Holds(
            Gen.Select(Some, Gen.Double[0, 1].Array[All.Count]),
            people =>
            {
                var ((persons, expected), others) = people;
                double?[] changed = [.. expected.Select((e, i) => persons[i] < ComparableGroup.FewestOfStartingPoint ? others[i] : e)];

                Assert.Equal(ComparableGroups.Of(All, persons, expected).GroupOf, ComparableGroups.Of(All, persons, changed).GroupOf);
            },
            100
        );

    [Fact]
    public void Of_ClassWithEnough_IsDividedByStartingPoint()
    {
        var class5 = All.Index().Where(m => m.Item is { Population: >= 5000 and < 20000, Centrality: 5 or 6 }).ToList();
        double?[] expected = new double?[All.Count];
        foreach (var (rank, municipality) in class5.Index())
        {
            expected[municipality.Index] = 0.3 + 0.001 * rank;
        }

        int[] persons = [.. expected.Select(e => e is null ? 10 : 30)];
        // One has so few that its starting point is not told, though it would be the lowest of all.
        persons[class5[0].Index] = ComparableGroup.FewestOfStartingPoint - 1;

        var groups = ComparableGroups.Of(All, persons, expected);

        var divided = class5.Select(m => groups.Groups[groups.GroupOf[m.Index]]).ToList();
        Assert.Equal("middels", divided[0].StartingPoint);
        Assert.Equal(["lavt", "middels", "hoyt"], divided.Skip(1).Select(g => g.StartingPoint).Distinct());
        Assert.All(divided, g => Assert.Equal(["5000_19999", "lite_sentral"], [.. g.Sizes, .. g.Centralities]));
        Assert.Equal(class5.Count / 3, divided.Count(g => g.StartingPoint == "lavt"));
    }

    [Fact]
    public void Of_SmallClasses_ArePutTogetherWithTheirNeighbours()
    {
        var groups = ComparableGroups.Of(All, [.. All.Select(_ => 20)], new double?[All.Count]);

        // Four municipalities are large, of middle size and most central; one is large and little central.
        Assert.Contains(groups.Groups, g => g.Sizes is ["5000_19999"] && g.Centralities is ["sentral", "mellomsentral"]);
        Assert.Contains(groups.Groups, g => g.Sizes is ["20000_og_over"] && g.Centralities is ["mellomsentral", "lite_sentral"]);
        Assert.All(groups.Groups, g => Assert.Equal("alle", g.StartingPoint));
    }

    [Fact]
    public void Of_FewParticipants_GivesOneGroup()
    {
        var groups = ComparableGroups.Of(All, new int[All.Count], new double?[All.Count]);

        var one = Assert.Single(groups.Groups);
        Assert.Equal(ComparableGroup.SizeClasses, one.Sizes);
    }
}
