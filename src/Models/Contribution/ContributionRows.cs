namespace ReportBuilder.Models.Contribution;

/// <summary>The rows that have a probability and an outcome.</summary>
internal sealed class ContributionRows
{
    public ContributionRows(int[] given, double[] probabilities, bool[] outcome, IReadOnlyList<double>? weights)
    {
        Given = given;
        Probabilities = probabilities;
        Outcome = outcome;
        Weights = [.. given.Select(row => weights?[row] ?? 1)];
    }

    /// <summary>For each row its index among the rows given.</summary>
    public int[] Given { get; }

    public double[] Probabilities { get; }

    public bool[] Outcome { get; }

    public double[] Weights { get; }

    public int Count => Given.Length;
}

/// <summary>Rows by group; rows without a group, or of weight 0, belong to none.</summary>
internal sealed class RowPartition
{
    private readonly ContributionRows _rows;

    private RowPartition(ContributionRows rows, int[][] members)
    {
        _rows = rows;
        Members = members;
        RowCount = members.Sum(m => m.Length);
    }

    /// <summary>For each level of the groups, its rows, ascending.</summary>
    public int[][] Members { get; }

    public int GroupCount => Members.Length;

    public int RowCount { get; }

    public static RowPartition Of(ContributionRows rows, Categorical groups)
    {
        var members = new List<int>[groups.Levels.Count];
        for (var g = 0; g < members.Length; g++)
        {
            members[g] = [];
        }

        for (var row = 0; row < rows.Count; row++)
        {
            if (rows.Weights[row] > 0 && groups.LevelOf(rows.Given[row]) is { } level)
            {
                members[level].Add(row);
            }
        }

        return new RowPartition(rows, [.. members.Select(m => m.ToArray())]);
    }

    /// <summary>The weights of a group's rows, scaled to sum to 1.</summary>
    public double[] Factors(int group)
    {
        var total = Members[group].Sum(row => _rows.Weights[row]);
        return [.. Members[group].Select(row => _rows.Weights[row] / total)];
    }
}
