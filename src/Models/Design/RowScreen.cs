using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Design;

/// <summary>Finds the rows that every term can use, and counts why others cannot be.</summary>
internal static class RowScreen
{
    private static readonly DropReason[] Reasons = Enum.GetValues<DropReason>();

    public static (int[] UsedRows, IReadOnlyList<DroppedRows> Dropped) Screen(
        IReadOnlyList<Term> terms,
        IReadOnlyList<double?>? weights,
        int rowCount
    )
    {
        var unusable = new bool[rowCount];
        var dropped = new List<DroppedRows>();
        foreach (var term in terms.Where(term => !term.IsUsableThroughout))
        {
            dropped.AddRange(Mark(term.Name, term.WhyUnusable, unusable));
        }

        if (weights is not null)
        {
            dropped.AddRange(Mark(ModelDesign.WeightsName, row => PriorWeights.WhyUnusable(weights[row]), unusable));
        }

        return (Usable(unusable), dropped);
    }

    private static int[] Usable(bool[] unusable)
    {
        var rows = GC.AllocateUninitializedArray<int>(unusable.AsSpan().Count(false));
        for (int row = 0, place = 0; place < rows.Length; row++)
        {
            if (!unusable[row])
            {
                rows[place++] = row;
            }
        }

        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static IEnumerable<DroppedRows> Mark(string name, Func<int, DropReason?> why, bool[] unusable)
    {
        var counts = new int[Reasons.Length];
        for (var row = 0; row < unusable.Length; row++)
        {
            if (why(row) is { } reason)
            {
                unusable[row] = true;
                counts[(int)reason]++;
            }
        }

        return Reasons.Where(reason => counts[(int)reason] > 0).Select(reason => new DroppedRows(name, reason, counts[(int)reason]));
    }
}
