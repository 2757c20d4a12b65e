using CsCheck;
using ReportBuilder.Disclosure.Linked;

namespace ReportBuilder.Tests.Disclosure.Linked;

/// <summary>Small linked tables, drawn: places in a larger one, in two years or two crossed divisions, each with a variable or an outcome.</summary>
internal static class RandomTable
{
    /// <summary>Places × categories with all margins: sizes are public or not, the outcome is two-sided or not.</summary>
    public static Gen<LinkedCells> Crossed { get; } =
        from places in Gen.Int[2, 4]
        from categories in Gen.Int[2, 3]
        from counts in Gen.Frequency((4, Gen.Int[0, 4]), (3, Gen.Int[0, 12]), (1, Gen.Int[5, 9])).Array[places * categories]
        from threshold in Gen.Int[3, 5]
        from isOutcome in Gen.Bool
        from published in Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 3]))
        select Make(counts.Chunk(categories).ToArray(), threshold, isOutcome && categories == 2, published);

    /// <summary>Places in two crossed divisions, with one count each.</summary>
    public static Gen<LinkedCells> Divided { get; } =
        from counts in Gen.Frequency((3, Gen.Int[0, 5]), (2, Gen.Int[3, 14])).Array[9]
        from second in Gen.Int[0, 2].Array[9]
        from threshold in Gen.Int[3, 5]
        select Divide(counts, second, threshold);

    private static LinkedCells Make(int[][] counts, int threshold, bool isOutcome, int published)
    {
        var cells = new LinkedCells();
        var rule = new CellRule(threshold);
        CellState State(int bit) => (published & bit) != 0 ? CellState.Published : CellState.Open;
        var inner = counts.Select(row => row.Select(n => cells.Add(n, rule)).ToArray()).ToArray();
        var sizes = counts.Select(row => cells.Add(row.Sum(), rule, State(1))).ToArray();
        var margins = Enumerable.Range(0, counts[0].Length).Select(c => cells.Add(counts.Sum(row => row[c]), rule, State(2))).ToArray();
        var all = cells.Add(counts.Sum(row => row.Sum()), rule, State(2));
        for (var p = 0; p < counts.Length; p++)
        {
            Link(cells, sizes[p], inner[p], isOutcome);
        }

        Link(cells, all, margins, isOutcome);
        cells.Relate(all, sizes);
        for (var c = 0; c < margins.Length; c++)
        {
            cells.Relate(margins[c], [.. inner.Select(row => row[c])]);
        }

        return cells;
    }

    private static void Link(LinkedCells cells, CellRef total, CellRef[] parts, bool isOutcome)
    {
        if (isOutcome)
        {
            cells.Outcome(total, parts[0], parts[1]);
        }
        else
        {
            cells.Composition(total, parts);
        }
    }

    private static LinkedCells Divide(int[] counts, int[] second, int threshold)
    {
        var cells = new LinkedCells();
        var rule = new CellRule(threshold);
        var places = counts.Select(n => cells.Add(n, rule)).ToArray();
        var all = cells.Add(counts.Sum(), rule);
        for (var division = 0; division < 2; division++)
        {
            List<CellRef> parts = [];
            for (var g = 0; g < 3; g++)
            {
                int[] members = [.. Enumerable.Range(0, 9).Where(i => (division == 0 ? i / 3 : second[i]) == g)];
                if (members.Length > 0)
                {
                    parts.Add(cells.Add(members.Sum(i => counts[i]), rule));
                    cells.Relate(parts[^1], [.. members.Select(i => places[i])]);
                }
            }

            cells.Relate(all, parts);
        }

        return cells;
    }
}
