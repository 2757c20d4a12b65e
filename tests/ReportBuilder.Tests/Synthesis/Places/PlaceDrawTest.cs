using ReportBuilder.Datasets;
using ReportBuilder.Synthesis;
using ReportBuilder.Synthesis.Places;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Synthesis.Places;

/// <summary>Where the invented participants are, against every published number of places. F-numbers name statements in the report's text.</summary>
public class PlaceDrawTest
{
    private static readonly SyntheticParameters Parameters = DataFolder.Read(bag =>
        SyntheticParameters.Read(DataFolder.Path("syntetisk"), "syntetisk", DataFolder.Schema, bag)
    );

    private static readonly Dictionary<ulong, (Population Population, SyntheticFacts Facts)> Drawn = new ulong[]
    {
        1,
        7,
        2022,
    }.ToDictionary(s => s, Draw);

    public static TheoryData<ulong> Seeds => [1, 7, 2022];

    [Theory, MemberData(nameof(Seeds))] // Kap. 2, Tabell 17
    public void Draw_Participants_AreAsMany(ulong seed)
    {
        Assert.Equal(28214, Intro(seed).Sum(p => p.Finished));
        Assert.Equal(1560, Job(seed).Sum(p => p.Finished));
        Assert.Equal(17902, Intro(seed).Sum(p => p.Complete));
        Assert.Equal(1414, Job(seed).Sum(p => p.Complete));
        Assert.All(All(seed), p => Assert.InRange(p.Complete, 0, p.Finished));
    }

    [Theory, MemberData(nameof(Seeds))] // F127–F131
    public void Draw_MunicipalitiesWithMoreThanTen_AreAsMany(ulong seed)
    {
        var counted = ByMunicipality(seed)
            .Where(m => m.Finished > 10)
            .CountBy(m => m.Municipality.Year)
            .OrderBy(c => c.Key)
            .Select(c => c.Value);
        var both = Job(seed).Select(p => p.Municipality).Distinct().CountBy(m => m.Year).OrderBy(c => c.Key).Select(c => c.Value);

        Assert.Equal([226, 250, 250, 117], counted);
        Assert.Equal([20, 20, 21, 21], both);
        Assert.Empty(Job(seed).Select(p => p.Municipality).Except(Intro(seed).Select(p => p.Municipality)));
    }

    [Theory, MemberData(nameof(Seeds))] // F227, F228
    public void Draw_MunicipalityModel_HasItsSample(ulong seed)
    {
        var modelled = ByMunicipality(seed).Where(m => m.Complete >= 10).ToList();

        Assert.Equal(17768, modelled.Sum(m => m.Complete));
        Assert.Equal(318, modelled.DistinctBy(m => m.Municipality.Code).Count());
    }

    [Theory, MemberData(nameof(Seeds))] // F239, Tabell 4
    public void Draw_ProjectModel_HasItsSample(ulong seed)
    {
        var intro = Modelled(seed, Parameters.Places.Intro);
        var job = Modelled(seed, Parameters.Places.Job);

        Assert.Equal(12091, intro.Concat(job).Sum(p => p.Complete));
        Assert.Equal((535, 36), (intro.Count, job.Count));
        Assert.Equal(29, Median(intro.Select(p => (double)p.Finished)));
        Assert.Equal(26, Median(job.Select(p => (double)p.Finished)));
    }

    [Theory, MemberData(nameof(Seeds))] // F196
    public void Draw_ProjectsWithFiveOrMore_AreAsMany(ulong seed) =>
        Assert.Equal(411, All(seed).GroupBy(p => p.Project).Count(g => g.Sum(p => p.Complete) >= 5));

    [Theory, MemberData(nameof(Seeds))] // Tabell 3
    public void Draw_MunicipalityFacts_HaveTheirMedians(ulong seed)
    {
        var facts = Drawn[seed].Facts.Municipalities;
        var job = Job(seed).Select(p => p.Municipality).Distinct().ToList();
        var all = ByMunicipality(seed).Where(m => m.Finished >= 10).Select(m => m.Municipality).Concat(job).ToList();
        double Of(string column, List<Municipality> places) => Median(places.Select(m => facts[(column, m.Year, m.Code)]));

        Assert.Equal((930, 82), (all.Count, job.Count));
        Assert.Equal(9775, Of("k_folketall", all), 1.0);
        Assert.Equal(34687, Of("k_folketall", job), 1.0);
        Assert.All(Parameters.Series.Skip(1), s => Assert.Equal(s.IntroMedian, Of(s.Column, all), 0.06));
        Assert.All(Parameters.Series.Skip(1), s => Assert.Equal(s.JobMedian, Of(s.Column, job), 0.06));
        Assert.Equal(DataFolder.Municipalities.Years.Sum(y => DataFolder.Municipalities.InYear(y).Count) * 8, facts.Count);
    }

    [Theory, MemberData(nameof(Seeds))] // Tabell 14: every series stands in the schema, within its limits
    public void Draw_MunicipalityFacts_AreWithinTheSchema(ulong seed)
    {
        foreach (var ((column, _, _), value) in Drawn[seed].Facts.Municipalities)
        {
            var declared = DataFolder.Schema.Find(column)!;
            Assert.Equal(ColumnRole.MunicipalityFact, declared.Role);
            Assert.InRange(value, declared.Min ?? double.MinValue, declared.Max ?? double.MaxValue);
        }
    }

    [Theory, MemberData(nameof(Seeds))] // Tabell 4
    public void Draw_Wages_HaveTheirMediansAndStandWhereKnown(ulong seed)
    {
        var wages = Drawn[seed].Facts.WagePerParticipant;

        foreach (var level in Parameters.Wages)
        {
            Assert.Equal(level.PerParticipant, Median(Modelled(seed, level.Scheme).Select(p => wages[(p.Year, p.Project)])), 0.01);
        }

        Assert.All(All(seed), p => Assert.Equal(p.HasWages, wages.ContainsKey((p.Year, p.Project))));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Draw_Projects_KeepTheirNamesThroughReforms(ulong seed)
    {
        Assert.All(
            All(seed),
            p =>
                Assert.StartsWith(
                    DataFolder.Municipalities.Current(p.Year, p.Municipality.Code).Code + "-",
                    p.Project,
                    StringComparison.Ordinal
                )
        );
        Assert.All(Intro(seed), p => Assert.Matches("^[0-9]{4}-I$", p.Project));
        Assert.All(Job(seed), p => Assert.Matches(p.Text.Project is null ? "^[0-9]{4}-J$" : "^[0-9]{4}-J-[a-z0-9_]+$", p.Project));
        Assert.Contains(Job(seed), p => p.Project == "0301-J-bydel_ostensjo" && p.Text.Municipality == "Bydel Østensjø");
        Assert.Contains(Job(seed), p => p.Project == "5035-J" && p.Text.Municipality == "Værnesregionen");
    }

    [Fact]
    public void Draw_SameSeed_SamePlaces()
    {
        var (population, facts) = Draw(7);

        Assert.Equal(All(7), population.ProjectYears);
        Assert.Equal(Drawn[7].Facts.WagePerParticipant, facts.WagePerParticipant);
        Assert.Equal(Drawn[7].Facts.Municipalities, facts.Municipalities);
        Assert.NotEqual(All(1), population.ProjectYears);
    }

    [Fact]
    public void Generate_Rows_AreThoseOfTheProjectYears()
    {
        var twin = SyntheticDataset.Generate(1, Parameters, DataFolder.Municipalities, DataFolder.Schema);
        var projects = twin.Participants.Texts("prosjekt");

        Assert.Equal(twin.Participants.RowCount, twin.RawPlaces.Count);
        Assert.Equal(
            twin.Facts.ProjectYears.GroupBy(p => p.Project).ToDictionary(g => g.Key, g => g.Sum(p => p.Finished)),
            Enumerable.Range(0, twin.Participants.RowCount).CountBy(i => projects.Text(i)!).ToDictionary()
        );
    }

    private static (Population Population, SyntheticFacts Facts) Draw(ulong seed)
    {
        var random = new RandomSource(seed);
        var population = PlaceDraw.Draw(Parameters, DataFolder.Municipalities, DataFolder.Schema, random);
        return (population, new FactDraw(Parameters, population, random).Draw());
    }

    private static IReadOnlyList<ProjectYear> All(ulong seed) => Drawn[seed].Population.ProjectYears;

    private static List<ProjectYear> Intro(ulong seed) => [.. All(seed).Where(p => p.Scheme == Parameters.Places.Intro)];

    private static List<ProjectYear> Job(ulong seed) => [.. All(seed).Where(p => p.Scheme == Parameters.Places.Job)];

    private static List<(Municipality Municipality, int Finished, int Complete)> ByMunicipality(ulong seed) =>
        [.. All(seed).GroupBy(p => p.Municipality).Select(g => (g.Key, g.Sum(p => p.Finished), g.Sum(p => p.Complete)))];

    /// <summary>Project-years with at least ten complete participants and known wage costs; municipalities that have merged since are one project.</summary>
    private static List<(int Year, string Project, int Finished, int Complete)> Modelled(ulong seed, int scheme) =>
        [
            .. All(seed)
                .Where(p => p.Scheme == scheme && p.HasWages)
                .GroupBy(p => (p.Year, p.Project))
                .Select(g => (g.Key.Year, g.Key.Project, g.Sum(p => p.Finished), g.Sum(p => p.Complete)))
                .Where(p => p.Item4 >= 10),
        ];

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
