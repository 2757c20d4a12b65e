using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Multilevel;

/// <summary>The levels of one grouping factor that the rows of a design have.</summary>
/// <param name="Name">Name of the factor.</param>
/// <param name="Codes">For each row used, its level among those in use.</param>
/// <param name="Given">For each level in use, its place among the levels given; ascending.</param>
/// <param name="Obstacle">What keeps a model with this factor from being fitted; null when nothing does.</param>
internal sealed record UsedLevels(string Name, int[] Codes, int[] Given, MixedLogitStatus? Obstacle)
{
    public static IReadOnlyList<UsedLevels> Find(ModelDesign design, IReadOnlyList<GroupingFactor> groups)
    {
        var found = new List<UsedLevels>();
        foreach (var group in groups)
        {
            var factor = Find(design, group);
            var isRepeated = factor.Obstacle is null && found.Any(earlier => earlier.Obstacle is null && AreSame(earlier, factor));
            found.Add(isRepeated ? factor with { Obstacle = MixedLogitStatus.FactorRepeated } : factor);
        }

        return found;
    }

    /// <summary>The structure that the factors give the rows together; none of them may have an obstacle.</summary>
    public static LevelStructure Structure(IReadOnlyList<UsedLevels> factors) =>
        LevelStructureBuilder.Build([.. factors.Select(f => f.Codes)], [.. factors.Select(f => f.Given)]);

    private static UsedLevels Find(ModelDesign design, GroupingFactor group)
    {
        var codes = new int[design.RowCount];
        var place = new int[group.Groups.Levels.Count];
        for (var i = 0; i < codes.Length; i++)
        {
            if (group.Groups.LevelOf(design.UsedRows[i]) is not { } level)
            {
                return new UsedLevels(group.Name, [], [], MixedLogitStatus.GroupMissing);
            }

            codes[i] = level;
            place[level] = 1;
        }

        int[] given = [.. Enumerable.Range(0, place.Length).Where(level => place[level] == 1)];
        for (var i = 0; i < given.Length; i++)
        {
            place[given[i]] = i;
        }

        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = place[codes[i]];
        }

        MixedLogitStatus? obstacle =
            given.Length == 1 ? MixedLogitStatus.OneGroup
            : given.Length == codes.Length ? MixedLogitStatus.NoRepeatedGroup
            : null;
        return new UsedLevels(group.Name, codes, given, obstacle);
    }

    /// <summary>True when each level of one goes with one level of the other.</summary>
    private static bool AreSame(UsedLevels a, UsedLevels b)
    {
        if (a.Given.Length != b.Given.Length)
        {
            return false;
        }

        var partner = new int[a.Given.Length];
        Array.Fill(partner, -1);
        for (var i = 0; i < a.Codes.Length; i++)
        {
            if (partner[a.Codes[i]] < 0)
            {
                partner[a.Codes[i]] = b.Codes[i];
            }
            else if (partner[a.Codes[i]] != b.Codes[i])
            {
                return false;
            }
        }

        return partner.Distinct().Count() == partner.Length;
    }
}
