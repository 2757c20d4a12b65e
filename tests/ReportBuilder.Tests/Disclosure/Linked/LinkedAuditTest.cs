using CsCheck;
using ReportBuilder.Disclosure.Linked;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Disclosure.Linked;

public class LinkedAuditTest
{
    [Fact]
    public void Of_WhatTheShieldDecides_FindsOnlyWhatItSays() =>
        Property.Holds(
            Gen.OneOf(RandomTable.Crossed, RandomTable.Divided),
            cells =>
            {
                var decision = LinkedProtection.Decide(cells);
                Assert.Equal(decision.Exposed.Select(e => e.Cell), LinkedAudit.Of(cells, decision.IsHidden).Select(e => e.Cell));
            },
            examples: 200
        );

    [Fact]
    public void Of_AnyPattern_MissesNothingThatBruteForceFinds()
    {
        var broken = 0;
        Property.Holds(
            Gen.Select(Gen.OneOf(RandomTable.Crossed, RandomTable.Divided), Gen.Bool.Array[40]),
            example =>
            {
                var (cells, pattern) = example;
                bool IsHidden(CellRef cell) => pattern[cell.Index];
                // Far above the counts, so that what he does not find is impossible.
                if (BruteForce.Possible(cells, IsHidden, above: 70, nodes: 20_000) is not { } possible)
                {
                    return;
                }

                var system = LinkedSystem.With(cells, IsHidden);
                var found = LinkedAudit.Of(cells, IsHidden).ToDictionary(e => e.Cell.Index);
                foreach (var cell in Enumerable.Range(0, cells.Count).Where(system.IsPromised))
                {
                    if (possible[cell].Count < Promise.Full(system, cell).Numbers)
                    {
                        broken++;
                        var exposed = Assert.Contains(cell, (IReadOnlyDictionary<int, ExposedCell>)found);
                        Assert.Subset(possible[cell], new HashSet<int> { exposed.Low, exposed.High });
                    }
                }
            },
            examples: 200
        );

        Assert.True(broken > 100, $"{broken} broken promises.");
    }

    [Fact]
    public void Of_ShownHelper_FindsTheCellItGivesAway()
    {
        var cells = new LinkedCells();
        var rule = new CellRule(5);
        CellRef[] categories = [cells.Add(3, rule), cells.Add(12, rule), cells.Add(40, rule)];
        cells.Composition(cells.Add(55, rule), categories);
        var decision = LinkedProtection.Decide(cells);

        Assert.Empty(LinkedAudit.Of(cells, decision.IsHidden));
        var exposed = Assert.Single(LinkedAudit.Of(cells, c => decision.IsHidden(c) && c != categories[1]));

        Assert.Equal(new ExposedCell(categories[0], 3, 3, 5), exposed);
    }
}
