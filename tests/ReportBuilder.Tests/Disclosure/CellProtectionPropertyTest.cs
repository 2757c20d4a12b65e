using CsCheck;
using ReportBuilder.Disclosure;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Disclosure;

public class CellProtectionPropertyTest
{
    private static readonly Gen<int> Minimum = Gen.Int[3, 8];

    // Small, middling and large categories, so that each branch is met.
    private static readonly Gen<int> Persons = Gen.OneOf(Gen.Int[0, 12], Gen.Int[0, 60], Gen.Int[0, 900]);

    private static readonly Gen<CellCount> Count = Persons.SelectMany(n =>
        Gen.OneOf(Gen.Int[0, n], Gen.Int[0, Math.Min(n, 6)], Gen.Int[Math.Max(0, n - 6), n]).Select(s => new CellCount(n, s))
    );

    private static readonly Gen<(CellCount[] Counts, int Minimum, int Decimals)> Table = Gen.Select(
        Count.Array[1, 6],
        Minimum,
        Gen.Int[0, 1]
    );

    [Fact]
    public void OfComposition_AnyGroup_ShowsNoSmallCategoryAndNoneThatFollows() =>
        Property.Holds(
            Gen.Select(Persons.Array[1, 8], Minimum),
            example =>
            {
                var (persons, minimum) = example;
                var shown = CellProtection.OfComposition(persons, minimum);
                Assert.Equal(persons.Length, shown.Count);
                for (var i = 0; i < persons.Length; i++)
                {
                    Assert.True(shown[i] == Protection.Hidden || persons[i] == 0 || persons[i] >= minimum);
                    Assert.True(shown[i] is Protection.Hidden or Protection.Exact);
                    if (shown[i] == Protection.Hidden && AnyoneIsShown(persons, shown))
                    {
                        Assert.True(Attacker.PossiblePersons(persons, shown, i).Count >= minimum, $"Category {i} follows.");
                    }
                }
            },
            examples: 400
        );

    [Fact]
    public void OfComposition_NothingSmall_ShowsAll() =>
        Property.Holds(
            Gen.Select(Gen.Int[8, 900].Array[1, 8], Minimum),
            example => Assert.All(CellProtection.OfComposition(example.Item1, example.Item2), p => Assert.Equal(Protection.Exact, p))
        );

    [Fact]
    public void OfOutcome_AnyTable_ShowsNoSmallCell() =>
        Property.Holds(
            Table,
            example =>
            {
                var (counts, minimum, decimals) = example;
                var shown = CellProtection.OfOutcome(counts, minimum, decimals);
                Assert.Equal(counts.Length, shown.Count);
                for (var i = 0; i < counts.Length; i++)
                {
                    Assert.Equal(counts[i].Persons == 0, shown[i] == Protection.Empty);
                    if (shown[i] is Protection.Exact or Protection.Rounded)
                    {
                        Assert.True(counts[i].Persons >= minimum);
                        Assert.True(counts[i].Successes >= minimum);
                        Assert.True(counts[i].Persons - counts[i].Successes >= minimum);
                    }
                }

                Assert.False(shown.Contains(Protection.Rounded) && shown.Contains(Protection.Exact));
                Assert.False(shown.Contains(Protection.Rounded) && !shown.Contains(Protection.Hidden));
            }
        );

    [Fact]
    public void OfOutcome_SizeHiddenInComposition_StaysHidden() =>
        Property.Holds(
            Table,
            example =>
            {
                var (counts, minimum, decimals) = example;
                var sizes = CellProtection.OfComposition([.. counts.Select(c => c.Persons)], minimum);
                var shown = CellProtection.OfOutcome(counts, minimum, decimals);
                Assert.All(
                    Enumerable.Range(0, counts.Length).Where(i => sizes[i] == Protection.Hidden && counts[i].Persons > 0),
                    i => Assert.Equal(Protection.Hidden, shown[i])
                );
            }
        );

    [Fact]
    public void OfOutcome_AttackerWithTotalsSizesAndAllThatIsShown_CannotPinAHiddenCell() =>
        Property.Holds(
            Table,
            example =>
            {
                var (counts, minimum, decimals) = example;
                var shown = CellProtection.OfOutcome(counts, minimum, decimals);
                if (!shown.Any(p => p is Protection.Exact or Protection.Rounded))
                {
                    return;
                }

                for (var i = 0; i < counts.Length; i++)
                {
                    if (shown[i] == Protection.Hidden)
                    {
                        var possible = Attacker.PossibleSuccesses(counts, shown, i, decimals);
                        var needed = Math.Min(minimum, counts[i].Persons + 1);
                        Assert.Contains(counts[i].Successes, possible);
                        Assert.True(possible.Count >= needed, $"Category {i} can only be {string.Join(", ", possible)}.");
                        if (IsSmall(counts[i], minimum))
                        {
                            // Told that the cell was hidden for its own sake, he strikes out the numbers that would have been shown.
                            var small = possible.Count(s => IsSmall(counts[i] with { Successes = s }, minimum));
                            Assert.True(small >= needed, $"Category {i} has {small} small numbers among {string.Join(", ", possible)}.");
                        }
                    }
                }
            },
            examples: 600
        );

    [Fact]
    public void OfOutcome_AttackerWhoSubtracts_DoesNotGetASmallCellOfTheHiddenOnes() =>
        Property.Holds(
            Table,
            example =>
            {
                var (counts, minimum, decimals) = example;
                var shown = CellProtection.OfOutcome(counts, minimum, decimals);
                var hidden = counts.Where((_, i) => shown[i] == Protection.Hidden).ToList();
                if (hidden.Count == 0 || !shown.Any(p => p is Protection.Exact or Protection.Rounded))
                {
                    return;
                }

                var together = new CellCount(hidden.Sum(c => c.Persons), hidden.Sum(c => c.Successes));
                var possible = Attacker.PossibleTogether(counts, shown, decimals);
                Assert.Contains(together.Successes, possible);
                Assert.True(!IsSmall(together, minimum) || possible.Count >= Math.Min(minimum, together.Persons + 1));
            },
            examples: 600
        );

    [Fact]
    public void OfOutcome_OtherOrderOfCategoriesOfDifferentSize_GivesTheSame() =>
        Property.Holds(
            Table.SelectMany(t => Gen.Shuffle(Enumerable.Range(0, t.Counts.Length).ToArray()).Select(order => (Table: t, Order: order))),
            example =>
            {
                var ((counts, minimum, decimals), order) = example;
                if (counts.Select(c => c.Persons).Distinct().Count() < counts.Length)
                {
                    return;
                }

                var shown = CellProtection.OfOutcome(counts, minimum, decimals);
                var shuffled = CellProtection.OfOutcome([.. order.Select(i => counts[i])], minimum, decimals);
                Assert.Equal(order.Select(i => shown[i]), shuffled);
                int[] persons = [.. counts.Select(c => c.Persons)];
                var sizes = CellProtection.OfComposition(persons, minimum);
                Assert.Equal(order.Select(i => sizes[i]), CellProtection.OfComposition([.. order.Select(i => persons[i])], minimum));
            }
        );

    [Fact]
    public void OfOutcome_SuccessAndFailureSwapped_GivesTheSameWhereNothingIsHalf() =>
        Property.Holds(
            Table,
            example =>
            {
                // Rounding half up is not symmetric; leave out percentages that end in exactly a half.
                var (counts, minimum, decimals) = example;
                var scale = decimals == 0 ? 200L : 2000L;
                if (counts.Any(c => c.Persons > 0 && scale * c.Successes % c.Persons == 0))
                {
                    return;
                }

                CellCount[] swapped = [.. counts.Select(c => c with { Successes = c.Persons - c.Successes })];
                var shown = CellProtection.OfOutcome(counts, minimum, decimals);
                var turned = CellProtection.OfOutcome(swapped, minimum, decimals);
                Assert.Equal(shown.Select(p => p == Protection.Hidden), turned.Select(p => p == Protection.Hidden));
            }
        );

    [Fact]
    public void OfOutcome_ManyLargeCategories_Ends() =>
        Property.Holds(
            Gen.Select(Gen.Int[0, 100_000].SelectMany(n => Gen.Int[0, n].Select(s => new CellCount(n, s))).Array[1, 60], Gen.Int[3, 1000]),
            example => Assert.Equal(example.Item1.Length, CellProtection.OfOutcome(example.Item1, example.Item2).Count),
            examples: 100
        );

    private static bool IsSmall(CellCount count, int minimum) => Math.Min(count.Successes, count.Persons - count.Successes) < minimum;

    private static bool AnyoneIsShown(int[] persons, IReadOnlyList<Protection> shown) =>
        Enumerable.Range(0, persons.Length).Any(i => shown[i] == Protection.Exact && persons[i] > 0);
}
