using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Datasets;
using ReportBuilder.Tests.Synthesis;
using Xunit;
using static ReportBuilder.Tests.Briefings.Numbers.BriefingPeople;

namespace ReportBuilder.Tests.Briefings.Numbers;

/// <summary>What holds for all briefings of the twin together.</summary>
public class TwinBriefingsTest
{
    private static readonly Dataset Data = Generated.Default.Dataset;
    private static readonly BriefingSet Set = Run(Data);
    private static readonly ParticipantPlaces Places = ParticipantPlaces.Of(Data, DataFolder.Municipalities);
    private static readonly PlaceCounts Counts = PlaceCounts.Count(Data, Sample.Complete(Data), Places);
    private static readonly int Minimum = Settings.MinimumCount;

    [Fact]
    public void Run_EveryBriefing_HasTheSameIds()
    {
        var ids = Set.Briefings[0].Edition.Quantities.Keys.ToList();

        Assert.Equal(355, Set.Briefings.Count);
        Assert.Equal(50, Set.Briefings.Count(b => b.Schemes.Contains(Job)));
        Assert.All(Set.Briefings, b => Assert.Equal(ids, b.Edition.Quantities.Keys));
    }

    [Fact]
    public void Run_ShownNumbers_RestOnEnoughPersons()
    {
        var shown = 0;
        foreach (var (briefing, scheme, slot, count, of) in OwnCounts())
        {
            var quantity = briefing.Get(IdOf(scheme, slot));
            if (quantity.Status is QuantityStatus.Suppressed or QuantityStatus.NotApplicable)
            {
                continue;
            }

            shown++;
            Assert.False(IsSensitive(slot, count, of), $"{briefing.Municipality.Code} {quantity.Id}: {count} of {of}");
            Assert.Equal(slot.IsShare && count > 0 ? PerCent(count, of) : count, quantity.Value!.Value, 12);
            Assert.Equal(slot.IsShare ? of : null, quantity.Base);
        }

        Assert.True(shown > 1000, $"{shown}");
    }

    [Fact]
    public void Run_WhoSubtracts_LearnsNothingThatIsSensitive()
    {
        var sensitive = OwnCounts()
            .Where(c => IsSensitive(c.Slot, c.Count, c.Of))
            .Select(c => (c.Briefing.Municipality.Code, c.Scheme, c.Slot))
            .ToHashSet();

        Assert.NotEmpty(sensitive);
        Assert.DoesNotContain(Differencing.Deduce(Set), sensitive.Contains);
    }

    [Fact]
    public void Run_AloneWithAScheme_IsNotComparedWithItself()
    {
        var alone = 0;
        foreach (var briefing in Set.Briefings)
        {
            foreach (var scope in (string[])["lignende", "fylket"])
            {
                foreach (var scheme in briefing.Schemes)
                {
                    var isAlone = briefing.Get(BriefingIds.Municipalities(scope, scheme)).Value is 1;
                    Assert.Equal(isAlone, briefing.Get(BriefingIds.Finished(scope, scheme)).Status == QuantityStatus.NotApplicable);
                    Assert.Equal(
                        isAlone,
                        briefing.Get(BriefingIds.Measure(scope, "amo_kurs", scheme)).Status == QuantityStatus.NotApplicable
                    );
                    alone += isAlone ? 1 : 0;
                }
            }
        }

        Assert.InRange(alone, 3, 20);
    }

    [Fact]
    public void Run_PartsThatAreAllShown_MakeTheWhole()
    {
        var whole = 0;
        foreach (var briefing in Set.Briefings)
        {
            foreach (var scope in BriefingScope.All)
            {
                foreach (var scheme in Breakdown.Schemes)
                {
                    Quantity[] years =
                    [
                        .. DescriptiveVariables.Years.Categories.Select(y => briefing.Get(BriefingIds.Participants(scope, scheme, y))),
                    ];
                    var total = briefing.Get(BriefingIds.Participants(scope, scheme));
                    if (total.HasValue && years.All(y => y.HasValue))
                    {
                        Assert.Equal(total.Value, years.Sum(y => y.Value));
                        whole++;
                    }

                    foreach (var variable in BriefingVariables.Composition)
                    {
                        var shares = variable
                            .Categories.Select(c => briefing.Get(BriefingIds.Composition(scope, variable, c, scheme)))
                            .ToList();
                        if (shares.All(s => s.HasValue))
                        {
                            Assert.InRange(shares.Sum(s => s.Value!.Value), 1 - 0.005 * shares.Count, 1 + 0.005 * shares.Count);
                            whole++;
                        }
                    }
                }
            }
        }

        Assert.True(whole > 1000, $"{whole}");
    }

    [Fact]
    public void Run_ContributionNumbers_AreShownOnlyWithTheResult()
    {
        foreach (var briefing in Set.Briefings)
        {
            foreach (var scheme in Breakdown.Schemes)
            {
                var outcome = briefing.Get(BriefingIds.Outcome("kommunen", scheme));
                var difference = briefing.Get(BriefingIds.Contribution(scheme, "avvik"));
                Assert.Equal(outcome.HasValue, difference.HasValue);
                if (difference.HasValue)
                {
                    var expected = briefing.Get(BriefingIds.Contribution(scheme, "forventet")).Value!.Value;
                    // Each of the three is rounded by itself.
                    Assert.InRange(outcome.Value!.Value - expected - difference.Value!.Value, -0.0151, 0.0151);
                }
            }
        }
    }

    [Fact]
    public void Run_Clouds_CountOnlyMunicipalitiesWhoseResultIsTold()
    {
        foreach (var (scheme, cloud) in Set.Clouds)
        {
            var told = Set
                .Briefings.Where(b => b.Get(BriefingIds.Contribution(scheme, "avvik")).HasValue)
                .Select(b =>
                    (
                        b.Get(BriefingIds.Participants("kommunen", scheme)).Value!.Value,
                        100 * b.Get(BriefingIds.Contribution(scheme, "avvik")).Value!.Value
                    )
                )
                .ToList();
            Assert.All(
                cloud.Fields,
                f =>
                    Assert.True(
                        told.Count(d =>
                            d.Item1 >= f.PersonsLow
                            && d.Item1 < f.PersonsHigh
                            && d.Item2 > f.DifferenceLow - 0.01
                            && d.Item2 < f.DifferenceHigh - 0.01
                        ) >= Minimum
                    )
            );
        }

        Assert.NotEmpty(Set.Clouds[Intro].Fields);
    }

    [Fact]
    public void Run_MarkedMunicipality_ChangesNoOther()
    {
        var marked = Set.Briefings.First(b => b.Get(BriefingIds.Participants("kommunen", Intro)).Value is > 80 and < 120);
        var rows = Sample.Complete(Data).Rows.Where(r => Places.Municipalities[Places.OfRow[r]].Code == marked.Municipality.Code).ToList();
        // All but eleven are women, which is true of no other.
        var men = rows.Take(11).ToHashSet();
        var isOwn = rows.ToHashSet();
        var woman = (sbyte)Data.Codes("kjonn").IndexOf("kvinne");
        var changed = DatasetRows.With(
            Data,
            "kjonn",
            (row, sex) => !isOwn.Contains(row) ? sex : (sbyte)(men.Contains(row) ? 1 - woman : woman)
        );

        var after = Run(changed);

        var women = BriefingIds.Composition("kommunen", BriefingVariables.Sex, "kvinne", Intro);
        Assert.Equal(PerCent(rows.Count - 11, rows.Count), after.Of(marked.Municipality.Code).Get(women).Value!.Value, 12);
        foreach (var (one, other) in Set.Briefings.Zip(after.Briefings).Where(p => p.First.Municipality != marked.Municipality))
        {
            foreach (var (id, before) in one.Edition.Quantities.Where(q => q.Key.StartsWith("kommunen.", StringComparison.Ordinal)))
            {
                var now = other.Get(id);
                if (id.Contains(".bidrag.", StringComparison.Ordinal))
                {
                    // The model has moved a little, and with it what is expected of everyone: by a step of what is printed.
                    Assert.Equal(before.Status, now.Status);
                    Assert.InRange(Math.Abs((now.Value ?? 0) - (before.Value ?? 0)), 0, StepOf(before));
                }
                else if (before.Status != QuantityStatus.Suppressed && now.Status != QuantityStatus.Suppressed)
                {
                    // What protects the marked one may be hidden elsewhere; nothing shown becomes another number.
                    Assert.Equal(before, now);
                }
            }
        }
    }

    [Fact]
    public void Run_RowsInAnotherOrder_GivesTheSame()
    {
        int[] rows = [.. Enumerable.Range(0, Data.RowCount)];
        new Random(2022).Shuffle(rows);

        var shuffled = Run(DatasetRows.InOrder(Data, rows));

        foreach (var (one, other) in Set.Briefings.Zip(shuffled.Briefings))
        {
            Assert.Equal((one.Municipality, one.Group), (other.Municipality, other.Group));
            Assert.Equal(one.Edition.Quantities, other.Edition.Quantities);
        }

        Assert.All(Set.Clouds, c => Assert.Equal(c.Value.Fields, shuffled.Clouds[c.Key].Fields));
    }

    private static double StepOf(Quantity quantity) =>
        quantity.Unit switch
        {
            Unit.Count => 10,
            Unit.PValue => 0.1,
            _ => 0.0201,
        };

    private static double PerCent(int count, int of) => Quantity.Rounded("a", (double)count / of, Unit.Share, 0).Value!.Value;

    private static bool IsSensitive(CountSlot slot, int count, int of) =>
        slot.Kind switch
        {
            CountKind.Reached => of > 0 && Math.Min(count, of - count) < Minimum,
            CountKind.Measure => of > 0 && (of < Minimum || IsFew(count) || IsFew(of - count) || count == 0 || count == of),
            CountKind.Category => of > 0 && (of < Minimum || IsFew(count) || count == of),
            _ => IsFew(count),
        };

    private static bool IsFew(int count) => count > 0 && count < Minimum;

    private static IEnumerable<(Briefing Briefing, Scheme Scheme, CountSlot Slot, int Count, int Of)> OwnCounts()
    {
        foreach (var briefing in Set.Briefings)
        {
            var place = Places.Municipalities.IndexOf(briefing.Municipality);
            foreach (var scheme in briefing.Schemes)
            {
                var counts = Counts.Of(place, scheme).ToArray();
                foreach (var slot in CountSlot.All)
                {
                    yield return (briefing, scheme, slot, counts[slot.Index], counts[slot.Base]);
                }
            }
        }
    }

    private static string IdOf(Scheme scheme, CountSlot slot) =>
        slot.Kind switch
        {
            CountKind.Finished => BriefingIds.Finished("kommunen", scheme, slot.Category),
            CountKind.Participants => BriefingIds.Participants("kommunen", scheme, slot.Category),
            CountKind.Reached => BriefingIds.Outcome("kommunen", scheme, slot.Category),
            CountKind.Measure => BriefingIds.Measure("kommunen", slot.Category!, scheme),
            _ => $"kommunen.andel.{slot.Variable}.{slot.Category}.{Breakdown.Token(scheme)}",
        };
}
