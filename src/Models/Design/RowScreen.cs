using System.Runtime.CompilerServices;

namespace ReportBuilder.Models.Design;

/// <summary>Finds the rows that every term can use, and counts why others cannot be.</summary>
internal static class RowScreen
{
    private static readonly DropReason[] Reasons = Enum.GetValues<DropReason>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int[] UsedRows, IReadOnlyList<DroppedRows> Dropped) Screen(IReadOnlyList<Term> terms, int rowCount)
    {
        var unusable = new bool[rowCount];
        var dropped = new List<DroppedRows>();
        foreach (var term in terms)
        {
            var counts = new int[Reasons.Length];
            for (var row = 0; row < rowCount; row++)
            {
                if (term.WhyUnusable(row) is { } reason)
                {
                    unusable[row] = true;
                    counts[(int)reason]++;
                }
            }

            dropped.AddRange(
                Reasons.Where(reason => counts[(int)reason] > 0).Select(reason => new DroppedRows(term.Name, reason, counts[(int)reason]))
            );
        }

        return ([.. Enumerable.Range(0, rowCount).Where(row => !unusable[row])], dropped);
    }
}
