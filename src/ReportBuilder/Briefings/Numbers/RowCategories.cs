using ReportBuilder.Datasets;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>The categories and measures of each participant of the net sample, as places among the counts.</summary>
internal sealed class RowCategories
{
    private const int Thirty = 30;
    private const int Forty = 40;
    private readonly (int First, Func<int, int> Of)[] _variables;
    private readonly (int Index, CodeColumn Column, int Yes)[] _measures;

    /// <summary>Reads the columns of a dataset.</summary>
    public RowCategories(Dataset data)
    {
        _variables = [.. BriefingVariables.Composition.Select(v => (CountSlot.Of(v)[0].Index, CategoryOf(v, data)))];
        _measures =
        [
            .. CountSlot.OfMeasures.Select(slot =>
            {
                var column = data.Codes("t_" + slot.Category);
                return (slot.Index, column, column.IndexOf(StageColumns.Yes));
            }),
        ];
    }

    /// <summary>Adds a participant with a value in every variable.</summary>
    public void Count(int row, int[] counts)
    {
        foreach (var (first, of) in _variables)
        {
            counts[first + of(row)]++;
        }

        foreach (var (index, column, yes) in _measures)
        {
            counts[index] += column.Indices[row] == yes ? 1 : 0;
        }
    }

    private static Func<int, int> CategoryOf(DescriptiveVariable variable, Dataset data)
    {
        if (variable == BriefingVariables.Age)
        {
            var ages = data.Numbers(variable.Token);
            return row => (ages.Values[row] >= Thirty ? 1 : 0) + (ages.Values[row] >= Forty ? 1 : 0);
        }

        if (variable == BriefingVariables.Norwegian)
        {
            var scale = NorwegianScale.Of(data);
            // Under A1 and A1 are one, and so are B1 and B2.
            return row => Math.Clamp(scale.LevelAt(row) - 1, 0, variable.Categories.Count - 1);
        }

        var column = data.Codes(variable.Token);
        // What has no name of its own is in the last category, «others»; the other variables name all their levels.
        int[] position =
        [
            .. column.Levels.Select(l =>
                variable.Categories.IndexOf(l.Token) is >= 0 and var known ? known : variable.Categories.Count - 1
            ),
        ];
        return row => position[column.Indices[row]];
    }
}
