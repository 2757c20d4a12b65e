namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// How the grouping factors divide the rows. Levels that share a row, directly or through others, form a connected part; random
/// intercepts of different parts do not meet. In each part one factor, that with most levels there, is the pivot: its block of any matrix over
/// levels is diagonal and is eliminated first. The other levels of the part are its rest. Rows with the same level of every factor form a cell.
/// Levels are numbered with all pivot levels first, then all rest levels, each part's together; rows are sorted so that each cell's lie together,
/// and so do each pivot level's cells and each part's pivot levels.
/// </summary>
internal sealed class LevelStructure
{
    /// <summary>Number of grouping factors.</summary>
    public required int FactorCount { get; init; }

    /// <summary>For each place in the sorted order, the design's row.</summary>
    public required int[] Order { get; init; }

    /// <summary>For each place in the sorted order, its cell.</summary>
    public required int[] CellOf { get; init; }

    /// <summary>First place of each cell, and one past the last.</summary>
    public required int[] CellStarts { get; init; }

    /// <summary>Level of each cell in each factor, factors running fastest.</summary>
    public required int[] CellLevels { get; init; }

    /// <summary>For each cell and factor its entry in <see cref="LinkRest"/>; −1 for the pivot factor.</summary>
    public required int[] CellLinks { get; init; }

    /// <summary>First cell of each pivot level, and one past the last.</summary>
    public required int[] PivotCells { get; init; }

    /// <summary>First link of each pivot level, and one past the last.</summary>
    public required int[] LinkStarts { get; init; }

    /// <summary>Rest level at the other end of each link, counted from the first rest level of all.</summary>
    public required int[] LinkRest { get; init; }

    /// <summary>First pivot level of each part, and one past the last.</summary>
    public required int[] PartPivots { get; init; }

    /// <summary>First rest level of each part, and one past the last, counted from the first rest level of all.</summary>
    public required int[] PartRests { get; init; }

    /// <summary>Place of the part's block in a list of all parts' square matrices over their rest levels.</summary>
    public required int[] PartBlocks { get; init; }

    /// <summary>Factor of each level.</summary>
    public required int[] LevelFactor { get; init; }

    /// <summary>For each level, its place among the levels of its factor as given.</summary>
    public required int[] LevelGiven { get; init; }

    /// <summary>Number of rows of each level.</summary>
    public required int[] LevelRows { get; init; }

    public int RowCount => Order.Length;

    public int CellCount => CellStarts.Length - 1;

    public int PivotCount => PivotCells.Length - 1;

    public int LevelCount => LevelFactor.Length;

    public int RestCount => LevelCount - PivotCount;

    public int PartCount => PartPivots.Length - 1;

    /// <summary>Most rest levels of any part.</summary>
    public int LargestRest => Enumerable.Range(0, PartCount).Max(part => PartRests[part + 1] - PartRests[part]);

    /// <summary>Part of each level.</summary>
    public int[] LevelParts()
    {
        var parts = new int[LevelCount];
        for (var part = 0; part < PartCount; part++)
        {
            Array.Fill(parts, part, PartPivots[part], PartPivots[part + 1] - PartPivots[part]);
            Array.Fill(parts, part, PivotCount + PartRests[part], PartRests[part + 1] - PartRests[part]);
        }

        return parts;
    }
}
