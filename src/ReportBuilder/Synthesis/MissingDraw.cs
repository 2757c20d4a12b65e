namespace ReportBuilder.Synthesis;

/// <summary>Empties cells in the published numbers.</summary>
internal static class MissingDraw
{
    /// <summary>For each variable with empty cells, true where a cell is empty.</summary>
    public static Dictionary<string, bool[]> Draw(SyntheticParameters parameters, Population population, RandomSource random)
    {
        var missing = new Dictionary<string, bool[]>(StringComparer.Ordinal);
        foreach (var group in parameters.Groups)
        {
            var rows = population.RowsOf(group);
            random.Shuffle(rows.AsSpan());
            var at = 0;
            foreach (var quota in parameters.Missing.Where(m => m.Scheme == group.Scheme && m.Group == group.Name))
            {
                if (!missing.TryGetValue(quota.Variable, out var flags))
                {
                    flags = new bool[population.Count];
                    missing.Add(quota.Variable, flags);
                }

                // Those that cover go round the group in turn: when their numbers sum to more than the group, the overlap is exact.
                var from = quota.Covers ? at : random.Below(rows.Length);
                for (var i = 0; i < quota.Count; i++)
                {
                    flags[rows[(from + i) % rows.Length]] = true;
                }

                at += quota.Covers ? quota.Count : 0;
            }
        }

        return missing;
    }
}
