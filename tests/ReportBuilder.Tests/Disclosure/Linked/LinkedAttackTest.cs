using CsCheck;
using ReportBuilder.Disclosure.Linked;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Disclosure.Linked;

public class LinkedAttackTest
{
    private static readonly CellRule Five = new(5);

    [Fact]
    public void On_OneHidden_FindsIt()
    {
        var (cells, total, parts) = Sum(3, 40, 12);

        var attack = LinkedAttack.On(cells, c => c == parts[0]);

        Assert.Equal((3, 3), (attack.LowOf(parts[0]), attack.HighOf(parts[0])));
        Assert.Equal((55, 55), (attack.LowOf(total), attack.HighOf(total)));
    }

    [Fact]
    public void On_TwoHidden_SharesWhatTheShownLeave()
    {
        var (cells, _, parts) = Sum(3, 40, 12);

        var attack = LinkedAttack.On(cells, c => c == parts[0] || c == parts[2]);

        // 15 together, and neither is empty, as an empty one would be shown.
        Assert.Equal((1, 14), (attack.LowOf(parts[0]), attack.HighOf(parts[0])));
        Assert.Equal(14, attack.NumbersOf(parts[2]));
    }

    [Fact]
    public void On_HiddenTotal_HasNoUpperLimit()
    {
        var (cells, total, parts) = Sum(3, 40);

        var attack = LinkedAttack.On(cells, c => c == total || c == parts[0]);

        Assert.Equal((41, int.MaxValue), (attack.LowOf(total), attack.HighOf(total)));
        Assert.Equal((1, int.MaxValue), (attack.LowOf(parts[0]), attack.HighOf(parts[0])));
    }

    [Fact]
    public void On_SumsInARow_NarrowsThroughAllOfThem()
    {
        var cells = new LinkedCells();
        var (a, b, c) = (cells.Add(3, Five), cells.Add(9, Five), cells.Add(2, Five));
        cells.Relate(cells.Add(12, Five), [a, b]);
        cells.Relate(cells.Add(11, Five), [b, c]);

        var attack = LinkedAttack.On(cells, cell => cell.Index < 3);

        // c is at least 1, so b is at most 10, so a is at least 2.
        Assert.Equal((2, 11), (attack.LowOf(a), attack.HighOf(a)));
        Assert.Equal((1, 10), (attack.LowOf(b), attack.HighOf(b)));
    }

    [Fact]
    public void On_AnyPattern_NeverExcludesWhatIsPossible() =>
        Property.Holds(
            Gen.Select(Gen.OneOf(RandomTable.Crossed, RandomTable.Divided), Gen.Bool.Array[40]),
            example =>
            {
                var (cells, pattern) = example;
                bool IsHidden(CellRef cell) => pattern[cell.Index];
                var attack = LinkedAttack.On(cells, IsHidden);
                var possible = BruteForce.Possible(cells, IsHidden, above: 4, nodes: 20_000);
                for (var i = 0; i < cells.Count && possible is not null; i++)
                {
                    Assert.All(possible[i], n => Assert.InRange(n, attack.LowOf(new CellRef(i)), attack.HighOf(new CellRef(i))));
                }
            },
            examples: 200
        );

    private static (LinkedCells Cells, CellRef Total, CellRef[] Parts) Sum(params int[] counts)
    {
        var cells = new LinkedCells();
        var parts = counts.Select(n => cells.Add(n, Five)).ToArray();
        var total = cells.Add(counts.Sum(), Five);
        cells.Relate(total, parts);
        return (cells, total, parts);
    }
}
