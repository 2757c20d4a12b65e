namespace ReportBuilder.Stages;

/// <summary>Divides persons into groups of equal size by a number, smallest first (quartiles, fifths).</summary>
public static class EqualGroups
{
    /// <summary>
    /// The group (0 … count − 1) of each value. Equal values stand together: each goes to the group that its mid-rank falls in, so groups
    /// are only as equal as ties allow, and the order of the values does not matter.
    /// </summary>
    /// <param name="values">The values, in any order.</param>
    /// <param name="count">Number of groups.</param>
    public static IReadOnlyList<int> Of(double[] values, int count)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var groups = new int[values.Length];
        for (var start = 0; start < order.Length; )
        {
            var end = start;
            while (end < order.Length && values[order[end]].Equals(values[order[start]]))
            {
                end++;
            }

            // Mid-rank of the run as a fraction of the whole.
            var group = (int)((start + end) / 2.0 / values.Length * count);
            for (; start < end; start++)
            {
                groups[order[start]] = Math.Min(group, count - 1);
            }
        }

        return groups;
    }
}
