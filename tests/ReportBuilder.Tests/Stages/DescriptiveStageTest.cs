using System.Globalization;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class DescriptiveStageTest
{
    private const int Minimum = 5;
    private static readonly Participants People = Participants.Make(3000);
    private static readonly List<Dictionary<string, string?>> Net = [.. People.With(StageColumns.OfIndividualModel)];
    private static readonly EditionBuilder Edition = Run(People);

    public static TheoryData<string> Compositions => ["kjonn", "fravaer", "utdanningsnivaa", "landbakgrunn", "norsknivaa", "aldersgruppe"];

    [Theory]
    [MemberData(nameof(Compositions))]
    public void Run_SharesOfAVariable_AddUpToOneInEachScheme(string variable)
    {
        foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
        {
            var shares = Shares($"andel.{variable}.", scheme);
            Assert.DoesNotContain(shares, s => s.Status == QuantityStatus.Suppressed);
            Assert.Equal(1, shares.Sum(s => s.Value!.Value), 1e-12);
            Assert.All(shares, s => Assert.Equal(InScheme(scheme).Count(), s.Base));
        }
    }

    [Theory]
    [InlineData("aar", 4)]
    [InlineData("kjonn", 2)]
    [InlineData("botid_gruppe", 6)]
    [InlineData("varighet_femdel", 5)]
    [InlineData("norsknivaa", 5)]
    public void Run_OutcomeByVariable_AddsUpToTheTotal(string variable, int categories)
    {
        foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
        {
            var shares = Shares($"maaloppnaaelse.{variable}.", scheme);
            Assert.Equal(categories, shares.Count);
            Assert.Equal(InScheme(scheme).Count(), shares.Sum(s => s.Base));
            var total = Edition[$"maaloppnaaelse.{scheme}"];
            Assert.Equal(total.Value!.Value * total.Base!.Value, shares.Sum(s => s.Value!.Value * s.Base!.Value), 1e-8);
        }
    }

    [Fact]
    public void Run_Total_IsThatOfTheNetSample()
    {
        foreach (var scheme in Breakdown.Schemes.Select(Breakdown.Token))
        {
            var rows = InScheme(scheme).ToList();
            var share = Edition[$"maaloppnaaelse.{scheme}"];
            Assert.Equal((double)rows.Count(r => r["maaloppnaaelse"] == "ja") / rows.Count, share.Value);
            Assert.Equal(rows.Count, share.Base);
        }
    }

    [Theory]
    [InlineData("under_20", 0, 19)]
    [InlineData("20_29", 20, 29)]
    [InlineData("30_39", 30, 39)]
    [InlineData("40_59", 40, 59)]
    [InlineData("60_og_over", 60, 99)]
    public void Run_AgeGroup_HoldsItsAges(string group, int first, int last)
    {
        var rows = InScheme("introduksjonsprogrammet").ToList();
        var expected = rows.Count(r => Number(r, "alder") >= first && Number(r, "alder") <= last);
        Assert.Equal((double)expected / rows.Count, Edition[$"andel.aldersgruppe.{group}.introduksjonsprogrammet"].Value);
    }

    [Theory]
    [InlineData("under_a1", 0, 0)]
    [InlineData("a1", 0.5, 1)]
    [InlineData("a2", 1.5, 2)]
    [InlineData("b1", 2.5, 3)]
    [InlineData("b2", 3.5, 4)]
    public void Run_NorwegianLevel_RoundsHalfUp(string level, double first, double last)
    {
        var rows = InScheme("jobbsjansen").ToList();
        var expected = rows.Count(r => Number(r, "norsknivaa") >= first && Number(r, "norsknivaa") <= last);
        Assert.Equal((double)expected / rows.Count, Edition[$"andel.norsknivaa.{level}.jobbsjansen"].Value);
    }

    [Fact]
    public void Run_Distributions_AddUpToOneAndTheLastClassIsOpen()
    {
        foreach (var classes in DistributionClasses.All)
        {
            Assert.Equal(classes.Tokens.Count + 1, classes.Edges.Count);
            var width = classes.Edges[1] - classes.Edges[0];
            Assert.All(classes.Edges.Zip(classes.Edges.Skip(1)), e => Assert.Equal(width, e.Second - e.First));
            var rows = InScheme("introduksjonsprogrammet").ToList();
            for (var i = 0; i < classes.Tokens.Count; i++)
            {
                var isLast = i == classes.Tokens.Count - 1;
                var expected = rows.Count(r =>
                    Number(r, classes.Variable) >= classes.Edges[i] && (isLast || Number(r, classes.Variable) < classes.Edges[i + 1])
                );
                var share = Edition[$"fordeling.{classes.Variable}.{classes.Tokens[i]}.introduksjonsprogrammet"];
                Assert.True(share.Status == QuantityStatus.Suppressed || share.Value.Equals((double)expected / rows.Count), share.Id.Value);
            }
        }
    }

    [Theory]
    [InlineData("botid", "14", "15_og_over")]
    [InlineData("alder", "15_19", "60_og_over")]
    [InlineData("varighet", "0_2", "42_og_over")]
    public void Classes_OfVariable_AreNamedByTheirLimits(string variable, string one, string last)
    {
        var classes = DistributionClasses.All.Single(c => c.Variable == variable);
        Assert.Contains(one, classes.Tokens);
        Assert.Equal(last, classes.Tokens[^1]);
    }

    [Fact]
    public void Run_Means_AreOfTheNetSample()
    {
        var mean = Edition["gjennomsnitt.varighet.jobbsjansen"];
        Assert.Equal(InScheme("jobbsjansen").Average(r => Number(r, "varighet")), mean.Value!.Value, 1e-10);
        Assert.Equal((Unit.Months, InScheme("jobbsjansen").Count()), (mean.Unit, mean.Base));
    }

    private static void AssertRounded(double expected, Quantity share)
    {
        Assert.Equal(QuantityStatus.Rounded, share.Status);
        Assert.Equal(Math.Round((decimal)expected, 2, MidpointRounding.AwayFromZero), (decimal)share.Value!.Value);
        Assert.Null(share.Interval);
    }

    [Fact]
    public void Run_Marks_AreSharesOfTheScheme()
    {
        var rows = InScheme("jobbsjansen").ToList();
        Assert.Equal((double)rows.Count(r => r["t_amo_kurs"] == "ja") / rows.Count, Edition["andel.tiltak.amo_kurs.jobbsjansen"].Value);
        // Sums of categories are known as printed only.
        AssertRounded((double)rows.Count(r => Number(r, "alder") < 25) / rows.Count, Edition["andel.alder.under_25.jobbsjansen"]);
        AssertRounded(
            (double)rows.Count(r => Number(r, "norsknivaa") >= 2.5) / rows.Count,
            Edition["andel.norsknivaa.b1_eller_hoyere.jobbsjansen"]
        );
        AssertRounded(
            (double)rows.Count(r => r["landbakgrunn"] is "vest_asia" or "afrika_sor_for_sahara") / rows.Count,
            Edition["andel.landbakgrunn.vest_asia_og_afrika_sor_for_sahara.jobbsjansen"]
        );
        Assert.All(DescriptiveVariables.Measures, m => Assert.NotNull(Participants.Schema.Find("t_" + m)));
    }

    [Fact]
    public void Run_QuartilesWithinScheme_AreOfNearlyEqualSize()
    {
        // Months run from 1 to 48 here, so ties are small beside a fifth.
        var rows = InScheme("introduksjonsprogrammet").Count();
        Assert.All(
            Shares("maaloppnaaelse.varighet_femdel.", "introduksjonsprogrammet"),
            s => Assert.InRange((double)s.Base!.Value / rows, 0.15, 0.25)
        );
    }

    [Fact]
    public void Run_PairOfMeasures_CountsBothAndEither()
    {
        Assert.Equal(
            Net.Count(r => r["t_grunnskolefag"] == "ja" && r["t_fag_vgo"] == "ja"),
            Edition["antall.grunnskolefag_og_fag_vgo.begge"].Value
        );
        Assert.Equal(
            Net.Count(r => r["t_grunnskolefag"] == "ja" && r["t_fag_vgo"] == "nei"),
            Edition["antall.grunnskolefag_og_fag_vgo.bare_grunnskolefag"].Value
        );
        var either = Net.Count(r => r["t_grunnskolefag"] == "ja" || r["t_fag_vgo"] == "ja");
        Assert.Equal(either, Edition["andel.grunnskolefag_og_fag_vgo.begge"].Base);
    }

    [Fact]
    public void Run_PairOfMeasuresWithFewInOne_HidesAllThree()
    {
        // Three have primary subjects only. Everyone with primary subjects is in the figure of measures, so «both» would tell the three.
        var edition = Run(
            Participants.Make(
                900,
                change: (i, row) =>
                {
                    row["t_grunnskolefag"] = i % 2 == 0 ? "ja" : "nei";
                    row["t_fag_vgo"] = i % 2 == 0 || i % 3 == 0 ? "ja" : "nei";
                    foreach (var (name, value) in new[] { ("utdanningsnivaa", "en_del"), ("norsknivaa", "2"), ("alder", "30") })
                    {
                        row[name] ??= value;
                    }

                    row["t_amo_kurs"] ??= "nei";
                    row["t_fag_vgo"] = i < 6 ? "nei" : row["t_fag_vgo"];
                }
            )
        );
        var counts = edition
            .ToQuantities()
            .Values.Where(q => q.Id.Value.Contains("grunnskolefag_og_fag_vgo", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(4, counts.Count);
        Assert.All(counts, q => Assert.Equal(QuantityStatus.Suppressed, q.Status));
        Assert.Equal(QuantityStatus.Estimated, edition["andel.tiltak.grunnskolefag.jobbsjansen"].Status);
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Run_UnderAnyCulture_GivesTheSameQuantities(string culture)
    {
        var people = Participants.Make(200);
        Assert.Equal(Run(people).ToQuantities(), Cultures.Under(culture, () => Run(people)).ToQuantities());
    }

    [Fact]
    public void Run_RowsInOtherOrder_GivesTheSameQuantities()
    {
        var rows = Participants.Make(300).Rows;
        var turned = Participants.Make(
            300,
            change: (i, row) =>
            {
                foreach (var (name, value) in rows[299 - i])
                {
                    row[name] = value;
                }
            }
        );
        var expected = Run(Participants.Make(300)).ToQuantities();
        var actual = Run(turned).ToQuantities();
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (id, quantity) in expected)
        {
            Assert.Equal((quantity.Status, quantity.Base), (actual[id].Status, actual[id].Base));
            Assert.Equal(quantity.Value ?? 0, actual[id].Value ?? 0, 1e-12);
        }
    }

    private static IEnumerable<Dictionary<string, string?>> InScheme(string scheme) => Net.Where(r => r["ordning"] == scheme);

    private static double Number(Dictionary<string, string?> row, string column) =>
        double.Parse(row[column]!, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static List<Quantity> Shares(string start, string scheme) =>
        [
            .. Edition
                .ToQuantities()
                .Values.Where(q =>
                    q.Id.Value.StartsWith(start, StringComparison.Ordinal)
                    && q.Id.Value[start.Length..].EndsWith($".{scheme}", StringComparison.Ordinal)
                    && q.Id.Value[start.Length..].Count(c => c == '.') == 1
                    && q.Id.Value is not $"andel.norsknivaa.b1_eller_hoyere.jobbsjansen"
                    && q.Id.Value is not $"andel.norsknivaa.b1_eller_hoyere.introduksjonsprogrammet"
                    && !q.Id.Value.Contains("vest_asia_og", StringComparison.Ordinal)
                ),
        ];

    private static EditionBuilder Run(Participants people)
    {
        var edition = new EditionBuilder();
        DescriptiveStage.Run(people.Data, Sample.Complete(people.Data), new BreakdownQuantities(edition, Minimum), edition, Minimum);
        return edition;
    }
}
