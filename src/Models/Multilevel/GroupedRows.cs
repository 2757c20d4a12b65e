using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// The rows of a design sorted by group, row by row in the design's working columns, so that all that concerns a group lies
/// together in memory.
/// </summary>
internal sealed class GroupedRows
{
    private GroupedRows(int width, double[] matrix, double[] outcome, int[] starts, int[] levels)
    {
        Width = width;
        Matrix = matrix;
        Outcome = outcome;
        Starts = starts;
        Levels = levels;
    }

    /// <summary>Number of working columns.</summary>
    public int Width { get; }

    /// <summary>Row-major values of the working columns.</summary>
    public double[] Matrix { get; }

    /// <summary>0 or 1 for each row.</summary>
    public double[] Outcome { get; }

    /// <summary>First row of each group, and one past the last row.</summary>
    public int[] Starts { get; }

    /// <summary>Level of each group in use, ascending.</summary>
    public int[] Levels { get; }

    public int GroupCount => Levels.Length;

    public int RowCount => Outcome.Length;

    /// <summary>Sorts the rows, ties in their own order. Null when a row that the design uses has no group.</summary>
    public static GroupedRows? TrySort(ModelDesign design, Categorical groups)
    {
        var used = design.UsedRows;
        var starts = new int[groups.Levels.Count + 1];
        foreach (var row in used)
        {
            if (groups.LevelOf(row) is not { } level)
            {
                return null;
            }

            starts[level + 1]++;
        }

        int[] levels = [.. Enumerable.Range(0, groups.Levels.Count).Where(level => starts[level + 1] > 0)];
        for (var level = 0; level < groups.Levels.Count; level++)
        {
            starts[level + 1] += starts[level];
        }

        int[] firsts = [.. levels.Select(level => starts[level]), used.Length];
        var place = new int[used.Length];
        var outcome = new double[used.Length];
        for (var i = 0; i < used.Length; i++)
        {
            place[i] = starts[groups.LevelOf(used[i])!.Value]++;
            outcome[place[i]] = design.Outcome[i];
        }

        return new GroupedRows(design.Basis.Rank, RowMajor(design, place), outcome, firsts, levels);
    }

    private static double[] RowMajor(ModelDesign design, int[] place)
    {
        var width = design.Basis.Rank;
        var matrix = new double[place.Length * width];
        var unit = new double[width];
        for (var j = 0; j < width; j++)
        {
            unit.AsSpan().Clear();
            unit[j] = 1;
            var column = design.Basis.Matrix.Multiply(unit);
            for (var i = 0; i < place.Length; i++)
            {
                matrix[place[i] * width + j] = column[i];
            }
        }

        return matrix;
    }
}
