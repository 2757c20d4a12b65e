using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Datasets;
using Xunit;
using static ReportBuilder.Tests.Briefings.Numbers.BriefingPeople;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class CountShieldTest
{
    [Fact]
    public void Decide_ProjectThatTheReportShows_HidesTheOtherOfItsMunicipalityWithTheWhole()
    {
        // Two old municipalities are one now; the report draws the large project, and the small one would be what is left.
        var country = Decide([
            .. EveryYear("0301", Intro, 40, 20),
            .. EveryYear("1103", Intro, 40, 20),
            .. EveryYear("4601", Intro, 40, 20),
            new Cohort("1256", 2019, Intro, 60, 30),
            new Cohort("1260", 2019, Intro, 6, 2),
            new Cohort("1505", 2019, Intro, 8, 3),
        ]);

        Assert.True(country.IsHidden("4631", CountSlot.Reached));
    }

    [Fact]
    public void Decide_AllInOneCategory_HidesTheVariable()
    {
        var country = Decide(
            [.. EveryYear("0301", Intro, 40, 20), .. EveryYear("1103", Intro, 40, 20), .. EveryYear("4601", Intro, 40, 20)],
            (cohort, _, row) => row["kjonn"] = cohort.Code == "1103" ? "mann" : row["kjonn"]
        );

        Assert.All(CountSlot.Of(BriefingVariables.Sex), slot => Assert.True(country.IsHidden("1103", slot)));
    }

    [Fact]
    public void Decide_EveryoneReached_HidesTheOutcomeButNotTheCount()
    {
        var country = Decide([
            .. EveryYear("0301", Intro, 40, 20),
            .. EveryYear("1103", Intro, 40, 20),
            .. EveryYear("1106", Intro, 40, 40),
            .. EveryYear("4601", Intro, 40, 20),
            .. EveryYear("5001", Intro, 40, 0),
        ]);

        Assert.True(country.IsHidden("1106", CountSlot.Reached));
        Assert.True(country.IsHidden("5001", CountSlot.Reached));
        Assert.False(country.IsHidden("1106", CountSlot.Participants));
    }

    [Fact]
    public void Decide_OneHidden_HidesAnotherOfTheSameSum()
    {
        string[] large = ["0301", "1103", "1106", "4601"];
        var country = Decide([.. large.SelectMany(code => EveryYear(code, Intro, 40, 20)), new Cohort("1505", 2019, Intro, 4, 2)]);

        Assert.True(country.IsHidden("1505", CountSlot.Participants));
        Assert.Contains(large, code => country.IsHidden(code, CountSlot.Participants));
    }

    private static Country Decide(IReadOnlyList<Cohort> cohorts, Action<Cohort, int, Dictionary<string, string?>>? change = null)
    {
        var data = Make(cohorts, change).Data;
        var places = ParticipantPlaces.Of(data, DataFolder.Municipalities);
        var complete = Sample.Complete(data);
        var counts = PlaceCounts.Count(data, complete, places);
        var groups = ComparableGroups.Of(
            places.Municipalities,
            new int[places.Municipalities.Count],
            new double?[places.Municipalities.Count]
        );
        var projects = PublishedProjects.Of(data, complete, places, Settings.ContributionMinimum, Settings.MinimumCount);
        return new Country(places, CountShield.Decide(CountLayers.Of(counts, places, groups), projects, Settings));
    }

    private sealed record Country(ParticipantPlaces Places, HiddenCounts Hidden)
    {
        public bool IsHidden(string code, CountSlot slot) =>
            Hidden.IsHidden(
                BriefingScope.Own,
                Places.Municipalities.Index().Single(m => m.Item.Code == code).Index,
                Scheme.Introduksjonsprogrammet,
                slot
            );
    }
}
