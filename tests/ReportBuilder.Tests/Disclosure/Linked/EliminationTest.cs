using CsCheck;
using ReportBuilder.Disclosure.Linked;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Disclosure.Linked;

public class EliminationTest
{
    [Fact]
    public void Moves_AnyPattern_KeepEverySum() =>
        Property.Holds(
            Gen.Select(Gen.OneOf(RandomTable.Crossed, RandomTable.Divided), Gen.Bool.Array[40]),
            example =>
            {
                var (cells, pattern) = example;
                var system = LinkedSystem.With(cells, c => pattern[c.Index]);
                foreach (var component in HiddenComponent.AllOf(system))
                {
                    foreach (var move in new Elimination(system, component, c => system.Counts[c]).Moves())
                    {
                        var amounts = move.ToDictionary(s => s.Cell, s => s.Amount);
                        Assert.All(amounts, a => Assert.True(system.IsHidden(a.Key) && a.Value != 0));
                        Assert.All(
                            cells.Relations,
                            r => Assert.Equal(amounts.GetValueOrDefault(r.Total), r.Parts.Sum(p => amounts.GetValueOrDefault(p)))
                        );
                    }
                }
            },
            examples: 300
        );

    [Fact]
    public void Moves_HiddenCellsThatFollowTogether_AreInNone()
    {
        var cells = new LinkedCells();
        CellRef[] parts = [.. new[] { 3, 20, 30 }.Select(n => cells.Add(n, new CellRule(5)))];
        cells.Relate(cells.Add(23, new CellRule(5)), [parts[0], parts[1]]);
        cells.Relate(cells.Add(33, new CellRule(5)), [parts[0], parts[2]]);
        cells.Relate(cells.Add(50, new CellRule(5)), [parts[1], parts[2]]);
        var system = LinkedSystem.With(cells, parts.Contains);

        var component = Assert.Single(HiddenComponent.AllOf(system));

        Assert.Equal([0, 1, 2], component.Cells);
        Assert.Empty(new Elimination(system, component, _ => 1).Moves());
    }

    [Fact]
    public void Moves_FactorOfTwo_StaysWhole()
    {
        // a + b and a + c are shown, and b + c + d is: one up for d takes half a person from each, so two for one.
        var cells = new LinkedCells();
        CellRef[] parts = [.. new[] { 30, 20, 25, 3 }.Select(n => cells.Add(n, new CellRule(5)))];
        cells.Relate(cells.Add(50, new CellRule(5)), [parts[0], parts[1]]);
        cells.Relate(cells.Add(55, new CellRule(5)), [parts[0], parts[2]]);
        cells.Relate(cells.Add(48, new CellRule(5)), [parts[1], parts[2], parts[3]]);
        var system = LinkedSystem.With(cells, parts.Contains);

        var move = Assert.Single(new Elimination(system, HiddenComponent.AllOf(system)[0], c => system.Counts[c]).Moves());

        Assert.Equal(2, Math.Abs(move.Single(s => s.Cell == parts[3].Index).Amount));
        // Every other number only, so it cannot be promised.
        Assert.Contains(parts[3], LinkedAudit.Of(cells, parts.Contains).Select(e => e.Cell));
    }
}
