using CsCheck;
using ReportBuilder.Disclosure.Linked;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Disclosure.Linked;

/// <summary>The shield against the true attacker, who tries everything. Tables that he cannot finish are passed over; most he can.</summary>
public class LinkedProtectionPropertyTest
{
    private const int Above = 6;

    [Fact]
    public void Decide_CrossedTables_KeepTheirPromiseAgainstBruteForce() => HoldsAgainstBruteForce(RandomTable.Crossed, 200);

    [Fact]
    public void Decide_CrossedDivisions_KeepTheirPromiseAgainstBruteForce() => HoldsAgainstBruteForce(RandomTable.Divided, 100);

    [Fact]
    public void Decide_AnyTable_ShowsNothingSmall() =>
        Property.Holds(
            Gen.OneOf(RandomTable.Crossed, RandomTable.Divided),
            cells =>
            {
                var decision = LinkedProtection.Decide(cells);
                foreach (var cell in All(cells).Where(c => !decision.IsHidden(c) && cells.StateOf(c) == CellState.Open))
                {
                    Assert.True(cells.CountOf(cell) == 0 || cells.CountOf(cell) >= cells.RuleOf(cell).Threshold);
                }
            },
            examples: 300
        );

    [Fact]
    public void Decide_NothingPublished_ExposesNothing() =>
        Property.Holds(
            Gen.OneOf(RandomTable.Crossed, RandomTable.Divided).Where(cells => All(cells).All(c => cells.StateOf(c) == CellState.Open)),
            cells => Assert.Empty(LinkedProtection.Decide(cells).Exposed),
            examples: 300
        );

    [Fact]
    public void Decide_NothingPrimary_HidesNothing() =>
        Property.Holds(
            RandomTable.Crossed,
            cells =>
            {
                var decision = LinkedProtection.Decide(cells);
                if (All(cells).All(c => decision.ReasonOf(c) is HidingReason.None or HidingReason.Complement))
                {
                    Assert.All(All(cells), c => Assert.False(decision.IsHidden(c)));
                }
            },
            examples: 1000
        );

    [Fact]
    public void Decide_Again_IsTheSame() =>
        Property.Holds(
            Gen.OneOf(RandomTable.Crossed, RandomTable.Divided),
            cells =>
            {
                var (first, second) = (LinkedProtection.Decide(cells), LinkedProtection.Decide(cells));
                Assert.Equal(All(cells).Select(first.ReasonOf), All(cells).Select(second.ReasonOf));
                Assert.Equal(first.Exposed, second.Exposed);
            },
            examples: 100
        );

    [Fact]
    public void Decide_HigherThreshold_HidesAtLeastThePrimary() =>
        Property.Holds(
            Gen.Select(Gen.Int[0, 20].Array[2, 4], Gen.Int[3, 8], Gen.Bool),
            example =>
            {
                var (counts, threshold, isOutcome) = example;
                var (low, high) = (Primary(counts, threshold, isOutcome), Primary(counts, threshold + 1, isOutcome));
                Assert.All(low.Zip(high), pair => Assert.True(!pair.First || pair.Second));
            }
        );

    private static bool[] Primary(int[] counts, int threshold, bool isOutcome)
    {
        var cells = new LinkedCells();
        var parts = counts.Take(isOutcome ? 2 : counts.Length).Select(n => cells.Add(n, new CellRule(threshold))).ToArray();
        var total = cells.Add(parts.Sum(cells.CountOf), new CellRule(threshold));
        if (isOutcome)
        {
            cells.Outcome(total, parts[0], parts[1]);
        }
        else
        {
            cells.Composition(total, parts);
        }

        var decision = LinkedProtection.Decide(cells);
        return [.. All(cells).Select(c => decision.IsHidden(c) && decision.ReasonOf(c) != HidingReason.Complement)];
    }

    private static void HoldsAgainstBruteForce(Gen<LinkedCells> tables, int examples)
    {
        var (finished, hidden) = (0, 0);
        Property.Holds(
            tables,
            cells =>
            {
                var decision = LinkedProtection.Decide(cells);
                var possible = BruteForce.Possible(cells, decision.IsHidden, Above);
                if (possible is null)
                {
                    return;
                }

                finished++;
                var system = LinkedSystem.With(cells, decision.IsHidden);
                var exposed = decision.Exposed.Select(e => e.Cell).ToHashSet();
                foreach (var cell in All(cells).Where(decision.IsHidden))
                {
                    hidden++;
                    var promise = Promise.Full(system, cell.Index);
                    var numbers = possible[cell.Index];
                    var isKept =
                        numbers.Count >= promise.Numbers
                        && Enumerable.Range(promise.Low, promise.High - promise.Low + 1).All(numbers.Contains);
                    // Never silent, and never a false alarm.
                    Assert.True(isKept != exposed.Contains(cell), $"Cell {cell.Index}: {promise}, possible {string.Join(' ', numbers)}");
                }
            },
            examples
        );

        Assert.True(finished > examples / 2, $"Brute force finished {finished} of {examples} tables.");
        Assert.True(hidden > 2 * examples, $"{hidden} hidden cells.");
    }

    private static IEnumerable<CellRef> All(LinkedCells cells) => Enumerable.Range(0, cells.Count).Select(i => new CellRef(i));
}
