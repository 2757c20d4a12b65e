using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Models.Missingness;

/// <summary>Number of rows that lack a value of a variable.</summary>
/// <param name="Variable">Name of the variable.</param>
/// <param name="Count">Number of rows.</param>
public readonly record struct VariableMissing(string Variable, int Count);

/// <summary>How complete the rows of a group are. Immutable.</summary>
/// <param name="Group">The group.</param>
/// <param name="Incomplete">Rows that lack at least one of the values, of all rows of the group, with share and interval.</param>
/// <param name="ByVariable">For each variable, rows that lack it; a row may be counted at several.</param>
public sealed record GroupMissingness(string Group, Share Incomplete, IReadOnlyList<VariableMissing> ByVariable)
{
    /// <summary>Counts incomplete rows by group. Rows without a group, or with an unknown one, are left out.</summary>
    /// <returns>One entry a level of the groups, in their order.</returns>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static IReadOnlyList<GroupMissingness> Of(
        Categorical groups,
        IReadOnlyList<MissingIndicator> variables,
        double level = ConfidenceInterval.DefaultLevel
    )
    {
        var incomplete = MissingIndicator.Any(variables, groups.RowCount);
        var rowsOf = Enumerable.Range(0, groups.RowCount).ToLookup(groups.LevelOf);
        return
        [
            .. groups.Levels.Select(
                (name, index) =>
                {
                    int[] rows = [.. rowsOf[index]];
                    return new GroupMissingness(
                        name,
                        Share.Of(rows.Count(row => incomplete[row]), rows.Length, level),
                        [.. variables.Select(variable => new VariableMissing(variable.Name, rows.Count(row => variable[row])))]
                    );
                }
            ),
        ];
    }
}
