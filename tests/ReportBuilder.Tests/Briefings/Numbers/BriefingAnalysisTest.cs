using ReportBuilder.Briefings;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Stages;
using Xunit;
using static ReportBuilder.Tests.Briefings.Numbers.BriefingPeople;

namespace ReportBuilder.Tests.Briefings.Numbers;

/// <summary>A small country with known answers.</summary>
public class BriefingAnalysisTest
{
    private static readonly Participants People = Make(
        [
            .. EveryYear("0301", Intro, 40, 20),
            .. EveryYear("0301", Job, 30, 15),
            .. EveryYear("1103", Intro, 40, 30),
            .. EveryYear("4601", Intro, 50, 20),
            .. EveryYear("5001", Intro, 44, 22),
            // Alver was three municipalities.
            new Cohort("1256", 2017, Intro, 22, 11),
            new Cohort("1260", 2018, Intro, 20, 10),
            new Cohort("1263", 2019, Intro, 30, 15),
            new Cohort("4631", 2020, Intro, 24, 12),
            // Tysfjord was divided; Narvik has most inhabitants.
            new Cohort("1850", 2019, Intro, 21, 11),
            new Cohort("1805", 2019, Intro, 25, 12),
        ],
        (cohort, number, row) =>
        {
            row["p_lonn"] = cohort.Scheme == Job ? "3000" : null;
            row["p_deltakere"] = cohort.Scheme == Job ? "60" : null;
            row["k_sysselsatte"] = cohort.Year == 2020 ? "70" : "50";
            row["k_ufore"] = null;
            if (cohort.Code == "4601" && cohort.Year == 2018 && number < 10)
            {
                row["norsknivaa"] = null;
            }
        }
    );

    private static readonly BriefingSet Set = Run(People.Data);

    private static readonly BriefingSet WithSmall = Run(
        Make([
            .. EveryYear("0301", Intro, 40, 20),
            .. EveryYear("1103", Intro, 30, 15),
            .. EveryYear("4601", Intro, 50, 20),
            // Too few in all, and nobody in some years.
            new Cohort("1101", 2018, Intro, 3, 1),
            new Cohort("1111", 2018, Intro, 4, 2),
            // A year with too few.
            new Cohort("1106", 2017, Intro, 20, 10),
            new Cohort("1106", 2018, Intro, 22, 10),
            new Cohort("1106", 2019, Intro, 26, 13),
            new Cohort("1106", 2020, Intro, 2, 1),
        ]).Data
    );

    [Fact]
    public void Run_MunicipalitiesWithParticipants_HaveOneBriefingEachByNumber() =>
        Assert.Equal(["0301", "1103", "1806", "4601", "4631", "5001"], Set.Briefings.Select(b => b.Municipality.Code));

    [Fact]
    public void Run_EveryBriefing_HasTheSameIds()
    {
        var ids = Set.Briefings[0].Edition.Quantities.Keys.ToList();

        Assert.All(Set.Briefings, b => Assert.Equal(ids, b.Edition.Quantities.Keys));
        Assert.All(Set.Briefings, b => Assert.Equal(Set.Briefings[0].Edition.Facts.Keys, b.Edition.Facts.Keys));
    }

    [Fact]
    public void Run_EveryBriefing_HasAllIdsOfTheContract()
    {
        var edition = Set.Briefings[0].Edition;
        string?[] years = [null, .. DescriptiveVariables.Years.Categories];
        var ids = BriefingScope
            .All.SelectMany(scope =>
                Breakdown
                    .Schemes.SelectMany(scheme =>
                        years
                            .SelectMany(year =>
                                (string[])
                                    [
                                        BriefingIds.Finished(scope, scheme, year),
                                        BriefingIds.Participants(scope, scheme, year),
                                        BriefingIds.Outcome(scope, scheme, year),
                                    ]
                            )
                            .Concat(
                                BriefingVariables.Composition.SelectMany(v =>
                                    v.Categories.Select(c => BriefingIds.Composition(scope, v, c, scheme))
                                )
                            )
                            .Concat(BriefingVariables.Measures.Select(m => BriefingIds.Measure(scope, m, scheme)))
                            .Append(BriefingIds.Wages(scope, scheme))
                    )
                    .Concat(BriefingVariables.PlaceFacts.Select(f => BriefingIds.PlaceFact(scope, f)))
            )
            .Concat(
                BriefingScope
                    .All.Where(s => s != BriefingScope.Own)
                    .SelectMany(s =>
                        Breakdown.Schemes.Select(scheme => BriefingIds.Municipalities(s, scheme)).Append(BriefingIds.Municipalities(s))
                    )
            )
            .Concat(
                Breakdown.Schemes.SelectMany(scheme =>
                    new[] { BriefingIds.FunnelLimit(scheme), BriefingIds.FunnelSpread(scheme), BriefingIds.Contribution(scheme, "avvik") }
                )
            );

        Assert.All(ids, id => Assert.NotNull(edition.Find(id)));
    }

    [Fact]
    public void Run_Merged_CountsAllPartsAndNamesThem()
    {
        var alver = Set.Of("4631");

        Assert.Equal(96, alver.Get(BriefingIds.Finished("kommunen", Intro)).Value);
        Assert.Equal(20, alver.Get(BriefingIds.Participants("kommunen", Intro, "2018")).Value);
        Assert.Equal(0.5, alver.Get(BriefingIds.Outcome("kommunen", Intro)).Value);
        Assert.Equal(["Meland", "Radøy", "Lindås"], alver.Formerly.Select(m => m.Name));
        Assert.False(alver.IsTouchedByDivision);
    }

    [Fact]
    public void Run_All_NameTheOthersOfTheirGroup()
    {
        Assert.All(
            Set.Briefings,
            b => Assert.Equal(b.Get(BriefingIds.Municipalities("lignende")).Value, b.Comparable.Append(b.Municipality).Distinct().Count())
        );
        var byCode = Set.Briefings.ToDictionary(b => b.Municipality.Code, StringComparer.Ordinal);
        Assert.All(
            Set.Briefings,
            b => Assert.All(b.Comparable.Where(m => byCode.ContainsKey(m.Code)), m => Assert.Equal(b.Group, byCode[m.Code].Group))
        );
    }

    [Fact]
    public void Run_Divided_GoesWholeToTheMostPopulousAndSaysSo()
    {
        var narvik = Set.Of("1806");

        Assert.Equal(46, narvik.Get(BriefingIds.Finished("kommunen", Intro)).Value);
        Assert.True(narvik.IsTouchedByDivision);
    }

    [Fact]
    public void Run_SchemeThatIsNotThere_IsNotApplicable()
    {
        var bergen = Set.Of("4601");

        Assert.Equal([Intro], bergen.Schemes);
        Assert.All(
            bergen.Edition.Quantities.Values.Where(q =>
                q.Id.Value.StartsWith("kommunen.", StringComparison.Ordinal) && q.Id.Value.Contains("jobbsjansen", StringComparison.Ordinal)
            ),
            q => Assert.Equal(QuantityStatus.NotApplicable, q.Status)
        );
        Assert.Equal([Job, Intro], Set.Of("0301").Schemes);
    }

    [Fact]
    public void Run_TooFewInAll_HidesEverythingOfItsOwn()
    {
        var small = WithSmall.Of("1101");
        var own = small
            .Edition.Quantities.Values.Where(q =>
                q.Id.Value.StartsWith("kommunen.", StringComparison.Ordinal)
                && q.Id.Value.Contains("introduksjonsprogrammet", StringComparison.Ordinal)
                && q.Unit != Unit.Numeric
            )
            .ToList();

        Assert.All(
            own,
            q =>
                Assert.True(
                    q.Status is QuantityStatus.Suppressed or QuantityStatus.Nil or QuantityStatus.NotApplicable,
                    $"{q.Id} {q.Value}"
                )
        );
        Assert.Equal(QuantityStatus.Suppressed, small.Get(BriefingIds.Participants("kommunen", Intro)).Status);
        Assert.Equal(QuantityStatus.Suppressed, small.Get(BriefingIds.Participants("kommunen", Intro, "2018")).Status);
        Assert.Equal(QuantityStatus.Suppressed, small.Get(BriefingIds.Contribution(Intro, "avvik")).Status);
    }

    [Fact]
    public void Run_YearWithTooFew_IsHiddenWithAnotherThatWouldGiveItAway()
    {
        var haugesund = WithSmall.Of("1106");
        string?[] years = [null, .. DescriptiveVariables.Years.Categories];
        var hidden = years
            .Where(y => haugesund.Get(BriefingIds.Participants("kommunen", Intro, y)).Status == QuantityStatus.Suppressed)
            .ToList();

        Assert.Contains("2020", hidden);
        Assert.True(hidden.Count > 1);
    }

    [Fact]
    public void Run_MissingValue_IsFinishedButNoParticipant()
    {
        var nation = Set.Of("0301");

        Assert.Equal(
            People.Rows.Count(r => r["ordning"] == "introduksjonsprogrammet"),
            nation.Get(BriefingIds.Finished("landet", Intro)).Value
        );
        Assert.Equal(
            People.Rows.Count(r => r["ordning"] == "introduksjonsprogrammet" && r["norsknivaa"] is not null),
            nation.Get(BriefingIds.Participants("landet", Intro)).Value
        );
    }

    [Fact]
    public void Run_Wages_AreOfProjectYearsCountedOnce()
    {
        var oslo = Set.Of("0301");

        Assert.Equal(50, oslo.Get(BriefingIds.Wages("landet", Job)).Value);
        Assert.Equal(QuantityStatus.Missing, oslo.Get(BriefingIds.Wages("landet", Intro)).Status);
        Assert.Equal(QuantityStatus.NotApplicable, Set.Of("4601").Get(BriefingIds.Wages("kommunen", Job)).Status);
    }

    [Fact]
    public void Run_Facts_AreOfTheLastYearAndMediansOfPlaces()
    {
        var bergen = Set.Of("4601");

        Assert.Equal(0.7, bergen.Get("kommunen.fakta.sysselsatte").Value);
        // Where no one finished in the last year, the dataset knows the facts of earlier years only, and those are not told.
        Assert.Equal(QuantityStatus.Missing, Set.Of("1806").Get("kommunen.fakta.sysselsatte").Status);
        Assert.Equal(QuantityStatus.Missing, bergen.Get("landet.fakta.ufore").Status);
        Assert.Equal(bergen.Municipality.Population, bergen.Get("kommunen.fakta.folketall").Value);
        var populations = ReportBuilder.Tests.Datasets.DataFolder.Municipalities.InYear(2020).Select(m => m.Population).Order().ToList();
        Assert.Equal(
            Math.Round((populations[177] + populations[178]) / 2.0, MidpointRounding.AwayFromZero),
            bergen.Get("landet.fakta.folketall").Value
        );
        Assert.Equal(populations.Count, bergen.Get("landet.kommuner").Value);
        Assert.Equal(6, bergen.Get("landet.kommuner.introduksjonsprogrammet").Value);
    }

    [Fact]
    public void Run_NationalNumbers_AreThoseOfTheReport()
    {
        var people = Participants.Make(1500);
        var report = StageRun.Of(people).Edition;

        var nation = Run(people.Data).Briefings[0];

        Assert.All(
            Breakdown.Schemes.Select(Breakdown.Token),
            scheme =>
            {
                Same($"deltakere.brutto.{scheme}", $"landet.avsluttet.{scheme}");
                Same($"deltakere.netto.{scheme}", $"landet.deltakere.{scheme}");
                Same($"maaloppnaaelse.{scheme}", $"landet.maaloppnaaelse.{scheme}");
                foreach (var year in DescriptiveVariables.Years.Categories)
                {
                    Same($"maaloppnaaelse.aar.{year}.{scheme}", $"landet.maaloppnaaelse.{scheme}.{year}");
                }

                foreach (var variable in new[] { BriefingVariables.Sex, BriefingVariables.Education })
                {
                    Assert.All(
                        variable.Categories,
                        c => Same($"andel.{variable.Token}.{c}.{scheme}", $"landet.andel.{variable.Token}.{c}.{scheme}")
                    );
                }

                Assert.All(BriefingVariables.Measures, m => Same($"andel.tiltak.{m}.{scheme}", $"landet.tiltak.{m}.{scheme}"));
            }
        );
        Assert.All(BriefingVariables.Measures, m => Same(BriefingIds.MeasureModel(m, "oddsrate"), BriefingIds.MeasureModel(m, "oddsrate")));

        void Same(string reported, string briefed)
        {
            var (exact, printed) = (report[reported], nation.Get(briefed));
            Assert.Equal(exact.HasValue, printed.HasValue);
            Assert.Equal(exact.Base, printed.Base);
            if (exact.Value is { } value)
            {
                Assert.Equal(Quantity.Rounded("a", value, exact.Unit, exact.Decimals).Value!.Value, printed.Value!.Value, 12);
            }
        }
    }

    [Fact]
    public void Run_HigherThresholdOfAVariable_HidesMoreOfItOnly()
    {
        var strict = Run(People.Data, Settings with { MinimumCountByVariable = new Dictionary<string, int> { ["kjonn"] = 60 } });

        var (before, after) = (Hidden(Set, "andel.kjonn"), Hidden(strict, "andel.kjonn"));
        Assert.True(after > before, $"{after} against {before}");
        Assert.Equal(Hidden(Set, "andel.utdanningsnivaa"), Hidden(strict, "andel.utdanningsnivaa"));

        static int Hidden(BriefingSet set, string what) =>
            set.Briefings.Sum(b =>
                b.Edition.Quantities.Values.Count(q =>
                    q.Status == QuantityStatus.Suppressed && q.Id.Value.StartsWith("kommunen." + what, StringComparison.Ordinal)
                )
            );
    }

    [Fact]
    public void Run_Names_AreValid() =>
        Assert.All(Set.Briefings[0].Edition.Quantities, q => Assert.True(QuantityId.IsValid(q.Key) && q.Key == q.Value.Id.Value));
}
