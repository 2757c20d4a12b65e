using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Synthesis;

/// <summary>The generated persons against what rapport 13:2022 prints of the real ones. F-numbers name statements in the report's text.</summary>
public class SyntheticDatasetTest
{
    private const string Intro = "introduksjonsprogrammet";
    private const string Job = "jobbsjansen";

    private static Generated Data => Generated.Default;

    [Fact]
    public void Generate_SameSeed_SameBytes()
    {
        Assert.Equal(Data.Dataset.Fingerprint, new Generated(2022).Dataset.Fingerprint);
        Assert.NotEqual(Data.Dataset.Fingerprint, new Generated(2023).Dataset.Fingerprint);
    }

    [Fact]
    public void Generate_OtherCulture_SameBytes()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");
        try
        {
            Assert.Equal(Data.Dataset.Fingerprint, new Generated(2022).Dataset.Fingerprint);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Generate_Written_ReadsWithoutDiagnostics()
    {
        var (read, diagnostics) = DataFolder.ReadDataset(DatasetWriter.ToBytes(Data.Dataset));

        Assert.Empty(diagnostics);
        Assert.Equal(Data.Dataset.Fingerprint, read!.Fingerprint);
        Assert.True(read.IsSynthetic);
        Assert.Equal(29774, read.Texts("id").DistinctCount);
        Assert.Contains("S029774", read.Texts("id").Distinct);
    }

    [Fact]
    public void Generate_EveryRow_SaysItIsSynthetic() =>
        Assert.All(Enumerable.Range(0, Data.Dataset.RowCount), i => Assert.True(Data.Is("kilde", Dataset.SyntheticToken, i)));

    [Fact]
    public void Generate_Size_IsExact()
    {
        Assert.Equal(28214, Rows(Intro).Length);
        Assert.Equal(1560, Rows(Job).Length);
        Assert.Equal(19316, Data.Complete.Length);
        Assert.Equal(6692, Data.Dataset.Codes("utdanningsnivaa").MissingCount);
        Assert.Equal(4888, Data.Dataset.Numbers("norsknivaa").MissingCount);
    }

    [Theory] // Tabell 15
    [InlineData("ordning", "jobbsjansen", 9.0)]
    [InlineData("ordning", "introduksjonsprogrammet", 36.3)]
    [InlineData("kjonn", "kvinne", 33.2)]
    [InlineData("kjonn", "mann", 36.0)]
    [InlineData("fravaer", "lavt", 34.6)]
    [InlineData("fravaer", "hoyt", 34.2)]
    [InlineData("landbakgrunn", "asia_for_ovrig", 30.5)]
    [InlineData("landbakgrunn", "afrika_sor_for_sahara", 32.4)]
    [InlineData("landbakgrunn", "sorost_asia", 14.1)]
    [InlineData("landbakgrunn", "vest_asia", 37.8)]
    [InlineData("landbakgrunn", "europa", 22.6)]
    [InlineData("landbakgrunn", "latin_amerika_og_karibia", 13.2)]
    [InlineData("landbakgrunn", "sor_asia", 39.6)]
    [InlineData("landbakgrunn", "nord_afrika", 29.1)]
    [InlineData("landbakgrunn", "nord_amerika", 40.0)]
    [InlineData("landbakgrunn", "statslos", 35.2)]
    public void Generate_ShareLackingALevel_IsAsPublished(string variable, string token, double published)
    {
        var rows = Data.Where(i => Data.Is(variable, token, i));

        Assert.Equal(published, Data.Share(rows, Data.LacksLevel), 0.3);
    }

    [Theory] // Tabell 16
    [InlineData("alder", 33.2, 32.5)]
    [InlineData("botid", 2.8, 2.3)]
    [InlineData("varighet", 27.9, 27.5)]
    public void Generate_MeansByMissingness_AreAsPublished(string variable, double complete, double incomplete)
    {
        var rest = Data.Where(i => !Data.IsMissing(variable, i)).Except(Data.Complete);

        Assert.Equal(complete, Data.Complete.Average(i => Data.Value(variable, i)), 0.05);
        Assert.Equal(incomplete, rest.Average(i => Data.Value(variable, i)), 0.05);
    }

    [Theory] // Figur 3, 11, 13, 17, 19 and F158–F170
    [InlineData(Intro, "kjonn", "mann", 65)]
    [InlineData(Job, "kjonn", "kvinne", 99)]
    [InlineData(Intro, "utdanningsnivaa", "god_allmennutdanning", 15)]
    [InlineData(Job, "utdanningsnivaa", "god_allmennutdanning", 59)]
    [InlineData(Intro, "utdanningsnivaa", "liten_eller_ingen", 33.3)]
    [InlineData(Job, "utdanningsnivaa", "liten_eller_ingen", 10)]
    [InlineData(Job, "landbakgrunn", "sor_asia", 26)]
    [InlineData(Job, "landbakgrunn", "sorost_asia", 17)]
    [InlineData(Job, "landbakgrunn", "afrika_sor_for_sahara", 16)]
    [InlineData(Job, "landbakgrunn", "vest_asia", 11)]
    [InlineData(Intro, "fravaer", "hoyt", 70)]
    [InlineData(Job, "fravaer", "lavt", 70)]
    [InlineData(Intro, "t_praksis_ordinaer", "ja", 37)]
    [InlineData(Job, "t_praksis_ordinaer", "ja", 72)]
    [InlineData(Intro, "t_ordinaert_arbeid", "ja", 12)]
    [InlineData(Job, "t_ordinaert_arbeid", "ja", 10)]
    [InlineData(Intro, "t_norskopplaering", "ja", 96.4)]
    public void Generate_Composition_IsAsPublished(string scheme, string variable, string token, double published) =>
        Assert.Equal(published, Data.Share(CompleteIn(scheme), i => Data.Is(variable, token, i)), 0.5);

    [Theory] // Figur 9
    [InlineData(Intro, 2.5, 4, 26)]
    [InlineData(Job, 2.5, 4, 60)]
    [InlineData(Intro, 0.5, 1.49, 28)]
    [InlineData(Job, 0.5, 1.49, 6)]
    [InlineData(Intro, 0, 0.49, 1)]
    public void Generate_NorwegianLevel_IsAsPublished(string scheme, double from, double to, double published) =>
        Assert.Equal(published, Data.Share(CompleteIn(scheme), i => Data.Value("norsknivaa", i) is var n && n >= from && n <= to), 0.5);

    [Theory] // Figur 5, 7
    [InlineData(Intro, "alder", 33)]
    [InlineData(Job, "alder", 37)]
    [InlineData(Intro, "botid", 2)]
    [InlineData(Job, "botid", 9)]
    public void Generate_Means_AreAsPublished(string scheme, string variable, double published) =>
        Assert.Equal(published, CompleteIn(scheme).Average(i => Data.Value(variable, i)), 0.49);

    [Fact] // Figur 13
    public void Generate_IntroductionProgramme_IsMostlyFromTwoRegions()
    {
        var rows = CompleteIn(Intro);

        Assert.Equal(
            82,
            Data.Share(rows, i => Data.Is("landbakgrunn", "vest_asia", i) || Data.Is("landbakgrunn", "afrika_sor_for_sahara", i)),
            0.5
        );
        Assert.True(Data.Share(rows, i => Data.Is("landbakgrunn", "sorost_asia", i)) < 1);
    }

    [Fact] // Figur 15
    public void Generate_Duration_PeaksWhereProgrammesEnd()
    {
        foreach (var (scheme, peak) in new[] { (Intro, 24), (Intro, 36), (Job, 12) })
        {
            var counts = CompleteIn(scheme).CountBy(i => (int)Data.Value("varighet", i)).ToDictionary();

            Assert.True(counts[peak] > 1.5 * counts[peak - 3] && counts[peak] > 1.5 * counts[peak + 3], $"{scheme} {peak}");
        }
    }

    [Fact] // F273–F276
    public void Generate_SchoolSubjects_GoTogether()
    {
        int Count(double school, double upper) =>
            Data.Complete.Count(i => Data.Value("t_grunnskolefag", i) == school && Data.Value("t_fag_vgo", i) == upper);

        Assert.True(Count(1, 1) > 6000);
        Assert.InRange(Count(1, 0), 101, 110);
        Assert.InRange(Count(0, 1), 90, 99);
    }

    [Fact] // Fotnote 7
    public void Generate_MenInJobbsjansen_AreFewAndNoneIn2020()
    {
        var men = Rows(Job).Where(i => Data.Is("kjonn", "mann", i)).ToList();

        Assert.InRange(men.Count, 12, 20);
        Assert.DoesNotContain(men, i => Data.Value("aar", i) == 2020);
    }

    private static int[] Rows(string scheme) => Data.Where(i => Data.Is("ordning", scheme, i));

    private static int[] CompleteIn(string scheme) => [.. Data.Complete.Where(i => Data.Is("ordning", scheme, i))];
}
