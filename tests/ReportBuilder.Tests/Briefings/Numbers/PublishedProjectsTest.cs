using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Datasets;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Datasets;
using Xunit;
using static ReportBuilder.Tests.Briefings.Numbers.BriefingPeople;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class PublishedProjectsTest
{
    private const int Minimum = 5;

    [Fact]
    public void Of_ProjectsLargeEnough_AreThoseThatTheReportDraws()
    {
        var data = Make([
            new("0301", 2020, Intro, 40, 20),
            new("1103", 2020, Intro, 30, 10),
            new("4601", 2020, Intro, 50, 30),
            new("5001", 2020, Intro, 4, 2),
        ]).Data;
        var parts = Of(data);

        Assert.Equal([40, 30, 50, 4], parts.Select(p => p.Persons));
        Assert.Equal([20, 10, 30, 2], parts.Select(p => p.Reached));
        // The smaller of the others are hidden with the one that is too small, as the total is known.
        Assert.Equal([false, false, true, false], parts.Select(p => p.IsTold));
    }

    [Fact]
    public void Of_ProjectInTwoMunicipalities_IsToldOnlyAsAWhole()
    {
        var data = Make(
            [new("0301", 2020, Intro, 40, 20), new("1103", 2020, Job, 30, 10), new("1106", 2020, Job, 25, 12)],
            (cohort, _, row) => row["prosjekt"] = cohort.Scheme == Job ? "felles" : "oslo"
        ).Data;
        var parts = Of(data);

        Assert.Equal([true, false, false], parts.Select(p => p.IsTold));
        Assert.All(parts, p => Assert.True(p.IsPublished));
    }

    [Fact]
    public void Of_MostProjectsHidden_TellsOnlyThoseThatMayBeAnExample()
    {
        Cohort[] small = [.. DataFolder.Municipalities.InYear(2020).Take(10).Select(m => new Cohort(m.Code, 2020, Intro, 6, 3))];
        var parts = Of(Make([.. small, new("5001", 2020, Intro, 40, 20), new("5006", 2020, Intro, 20, 10)]).Data);

        Assert.Equal([40], parts.Where(p => p.IsTold).Select(p => p.Persons));
    }

    private static IReadOnlyList<ProjectPart> Of(Dataset data) =>
        PublishedProjects.Of(data, Sample.Complete(data), ParticipantPlaces.Of(data, DataFolder.Municipalities), Minimum, Minimum);
}
