namespace ReportBuilder.Comparison.Pages;

/// <summary>Two lists side by side: what stands in both is on one line, in the order of both.</summary>
internal static class SequenceAlignment
{
    /// <summary>Pairs of indices, null for what only the other list has. The longest common subsequence, what is gone before what is new.</summary>
    public static IReadOnlyList<(int? Old, int? New)> Of(IReadOnlyList<string> old, IReadOnlyList<string> @new)
    {
        var start = 0;
        while (start < old.Count && start < @new.Count && old[start] == @new[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < @new.Count - start && old[^(end + 1)] == @new[^(end + 1)])
        {
            end++;
        }

        var lengths = Lengths(old, @new, start, end);
        var pairs = new List<(int? Old, int? New)>();
        pairs.AddRange(Enumerable.Range(0, start).Select(i => ((int?)i, (int?)i)));
        for (int i = start, j = start; i < old.Count - end || j < @new.Count - end; )
        {
            if (i < old.Count - end && j < @new.Count - end && old[i] == @new[j])
            {
                pairs.Add((i++, j++));
            }
            else if (
                j == @new.Count - end
                || (i < old.Count - end && lengths[i - start + 1, j - start] >= lengths[i - start, j - start + 1])
            )
            {
                pairs.Add((i++, null));
            }
            else
            {
                pairs.Add((null, j++));
            }
        }

        pairs.AddRange(Enumerable.Range(0, end).Select(i => ((int?)(old.Count - end + i), (int?)(@new.Count - end + i))));
        return pairs;
    }

    /// <summary>Length of the longest common subsequence of what follows each pair of places.</summary>
    private static int[,] Lengths(IReadOnlyList<string> old, IReadOnlyList<string> @new, int start, int end)
    {
        var (rows, columns) = (old.Count - end - start, @new.Count - end - start);
        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                lengths[i, j] =
                    old[start + i] == @new[start + j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }
}
