using ReportBuilder.Datasets;

namespace ReportBuilder.Stages;

/// <summary>Which category of a variable each participant is in.</summary>
public static class DescriptiveCategories
{
    /// <summary>Counts the participants of a sample by scheme and category of a variable.</summary>
    public static Breakdown Count(DescriptiveVariable variable, Dataset data, Sample sample) =>
        Breakdown.Count(variable.Token, variable.Categories, sample, Of(variable, data, sample));

    /// <summary>Index of the category of a row of the sample.</summary>
    /// <exception cref="ArgumentException">The variable is not one of the report's.</exception>
    public static Func<int, int> Of(DescriptiveVariable variable, Dataset data, Sample sample) =>
        variable.Token switch
        {
            "aar" => Year(variable, data.Numbers(StageColumns.Year)),
            "kjonn" or "fravaer" or "utdanningsnivaa" or "landbakgrunn" => Level(variable, data.Codes(variable.Token)),
            "norsknivaa" => NorwegianScale.Of(data).LevelAt,
            "aldersgruppe" => Limits(data.Numbers("alder"), DescriptiveVariables.AgeGroupLimits),
            "botid_gruppe" => Limits(data.Numbers("botid"), DescriptiveVariables.ResidenceGroupLimits),
            "varighet_femdel" => Parts(data.Numbers("varighet"), sample, variable.Categories.Count),
            _ => throw new ArgumentException($"No categories for '{variable.Token}'.", nameof(variable)),
        };

    private static Func<int, int> Year(DescriptiveVariable variable, NumberColumn column)
    {
        var first = int.Parse(variable.Categories[0], null);
        return row => (int)column.Values[row] - first;
    }

    private static Func<int, int> Level(DescriptiveVariable variable, CodeColumn column)
    {
        int[] position = [.. column.Levels.Select(l => variable.Categories.IndexOf(l.Token))];
        return row => position[column.Indices[row]];
    }

    private static Func<int, int> Limits(NumberColumn column, IReadOnlyList<int> limits) =>
        row => limits.Count(limit => column.Values[row] >= limit);

    /// <summary>Equal parts within each scheme.</summary>
    private static Func<int, int> Parts(NumberColumn column, Sample sample, int count)
    {
        var parts = new int[column.RowCount];
        foreach (var scheme in Breakdown.Schemes)
        {
            int[] rows = [.. sample.Rows.Where(r => sample.SchemeOf(r) == scheme)];
            var groups = EqualGroups.Of([.. rows.Select(r => column.Values[r])], count);
            for (var i = 0; i < rows.Length; i++)
            {
                parts[rows[i]] = groups[i];
            }
        }

        return row => parts[row];
    }
}
