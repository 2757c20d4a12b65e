using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>Finds numbers that passed, or were passed by, another in the same column of a table or the same series of a figure, as printed.</summary>
public static class RankChanges
{
    private const string DataRow = "data";

    /// <summary>
    /// Ids that changed place. A pair has changed places when one was printed as the greater before and is printed as the lesser now; a tie made or broken is none.
    /// </summary>
    /// <param name="older">The older edition.</param>
    /// <param name="newer">The newer, whose tables and figures say which numbers are neighbours.</param>
    /// <param name="changed">Ids whose number changed: among neighbours that are all as before, nobody passes anybody.</param>
    public static IReadOnlySet<string> Find(Edition older, Edition newer, IReadOnlySet<string> changed)
    {
        var moved = new HashSet<string>(StringComparer.Ordinal);
        if (changed.Count == 0)
        {
            return moved;
        }

        foreach (var neighbours in newer.Tables.SelectMany(Columns).Concat(newer.Figures.SelectMany(Series)))
        {
            if (neighbours.Exists(id => changed.Contains(id.Value)))
            {
                foreach (var unit in Pairs(neighbours, older, newer).GroupBy(p => p.Unit))
                {
                    AddMoved([.. unit], moved);
                }
            }
        }

        return moved;
    }

    /// <summary>Numbers under each other: the first number of each cell of a column, the second, and so on. Totals are no neighbours.</summary>
    private static IEnumerable<List<QuantityId>> Columns(TableContent table)
    {
        var columns = new SortedDictionary<(int Column, int Place), List<QuantityId>>();
        foreach (var row in table.Rows.Where(r => string.Equals(r.Kind, DataRow, StringComparison.Ordinal)))
        {
            for (var column = 0; column < row.Cells.Count; column++)
            {
                var ids = row.Cells[column].QuantityIds;
                for (var place = 0; place < ids.Count; place++)
                {
                    if (!columns.TryGetValue((column, place), out var list))
                    {
                        columns.Add((column, place), list = []);
                    }

                    list.Add(ids[place]);
                }
            }
        }

        return columns.Values;
    }

    /// <summary>A series; of dots, X and Y each by itself.</summary>
    private static IEnumerable<List<QuantityId>> Series(FigureContent figure) =>
        figure.Categories.Count > 0
            ? figure.Series.Select(s => s.QuantityIds.ToList())
            : figure.Series.SelectMany(s => Enumerable.Range(0, 2).Select(axis => s.QuantityIds.Where((_, i) => i % 2 == axis).ToList()));

    private static IEnumerable<Pair> Pairs(List<QuantityId> ids, Edition older, Edition newer)
    {
        foreach (var id in ids.Select(i => i.Value).Distinct(StringComparer.Ordinal))
        {
            if (
                older.Find(id) is { Value: { } before } old
                && newer.Find(id) is { Value: { } after } now
                && old.Unit == now.Unit
                && !Revisions.IsOwnAccount(id)
            )
            {
                yield return new Pair(id, now.Unit, Printed(before, old), Printed(after, now));
            }
        }
    }

    /// <summary>
    /// One pass from below and one from above over the numbers in their old order: who is now lower than one that was below it has been passed, and who is now higher than one that was above
    /// it has passed. So a series of n numbers takes n log n steps, however many pairs there are.
    /// </summary>
    private static void AddMoved(List<Pair> pairs, HashSet<string> moved)
    {
        var ties = pairs.GroupBy(p => p.Old).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var highestBelow = double.NegativeInfinity;
        foreach (var tie in ties)
        {
            moved.UnionWith(tie.Where(p => p.New < highestBelow).Select(p => p.Id));
            highestBelow = Math.Max(highestBelow, tie.Max(p => p.New));
        }

        var lowestAbove = double.PositiveInfinity;
        foreach (var tie in Enumerable.Reverse(ties))
        {
            moved.UnionWith(tie.Where(p => p.New > lowestAbove).Select(p => p.Id));
            lowestAbove = Math.Min(lowestAbove, tie.Min(p => p.New));
        }
    }

    private static double Printed(double value, Quantity quantity)
    {
        // «< 0,001», whatever it is below that.
        if (quantity.Unit == Unit.PValue && value < NorwegianNumberText.SmallestPValue)
        {
            return 0;
        }

        var scaled = value * NorwegianNumberText.PrintScale(quantity.Unit);
        return Math.Abs(scaled) < (double)decimal.MaxValue
            ? (double)Math.Round((decimal)scaled, quantity.Decimals, MidpointRounding.AwayFromZero)
            : scaled;
    }

    private readonly record struct Pair(string Id, Unit Unit, double Old, double New);
}
