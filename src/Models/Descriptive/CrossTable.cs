using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Descriptive;

/// <summary>A cell of a cross table.</summary>
/// <param name="Count">Rows of the data.</param>
/// <param name="Weight">Their weight; the count without weights.</param>
/// <param name="RowShare">Weight / that of the table's row; null when that is empty.</param>
/// <param name="ColumnShare">Weight / that of the table's column; null when that is empty.</param>
public sealed record CrossCell(int Count, double Weight, double? RowShare, double? ColumnShare);

/// <summary>Pearson's test of independence, and how strong the dependence is.</summary>
/// <param name="ChiSquare">
/// The statistic, without continuity correction. With weights, of the weighted counts scaled to the effective number of rows (Σw)²/Σw²: a first-order
/// correction.
/// </param>
/// <param name="DegreesOfFreedom">(rows − 1)(columns − 1) of those in use.</param>
/// <param name="P">Its p-value.</param>
/// <param name="CramersV">√(χ²/(n · (min(rows, columns) − 1))), from 0 to 1.</param>
/// <param name="LeastExpected">The least expected count; below 5 the p-value is doubtful.</param>
public sealed record Independence(double ChiSquare, int DegreesOfFreedom, double P, double CramersV, double LeastExpected);

/// <summary>Rows counted by two categorical variables. Immutable.</summary>
public sealed record CrossTable
{
    private CrossTable() { }

    /// <summary>Whether it could be made.</summary>
    public required WeightedStatus Status { get; init; }

    /// <summary>Levels of the first variable.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Levels of the second variable.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The cells, row by row, empty ones included; none unless it could be made.</summary>
    public IReadOnlyList<IReadOnlyList<CrossCell>> Cells { get; private init; } = [];

    /// <summary>Rows of the data counted.</summary>
    public int Count { get; private init; }

    /// <summary>Rows left out: a variable is missing or not among its levels, or the weight is 0.</summary>
    public int Left { get; private init; }

    /// <summary>The test; null when fewer than two rows or columns are in use.</summary>
    public Independence? Independence { get; private init; }

    /// <summary>Counts.</summary>
    /// <param name="rows">The first variable.</param>
    /// <param name="columns">The second variable.</param>
    /// <param name="weights">One a row of the data; null for none.</param>
    /// <exception cref="ArgumentException">Different numbers of rows.</exception>
    public static CrossTable Of(Categorical rows, Categorical columns, IReadOnlyList<double>? weights = null)
    {
        if (columns.RowCount != rows.RowCount)
        {
            throw new ArgumentException($"{columns.RowCount} rows, the first variable has {rows.RowCount}.", nameof(columns));
        }

        weights ??= [.. Enumerable.Repeat(1.0, rows.RowCount)];
        Weights.CheckCount(rows.RowCount, weights);
        var empty = new CrossTable
        {
            Status = Weights.Problem(weights) ?? WeightedStatus.NoRows,
            Rows = rows.Levels,
            Columns = columns.Levels,
            Left = rows.RowCount,
        };
        if (empty.Status != WeightedStatus.NoRows)
        {
            return empty;
        }

        var counts = new int[rows.Levels.Count, columns.Levels.Count];
        var sums = new double[rows.Levels.Count, columns.Levels.Count];
        var used = new List<double>();
        for (var i = 0; i < rows.RowCount; i++)
        {
            if (weights[i] > 0 && rows.LevelOf(i) is { } row && columns.LevelOf(i) is { } column)
            {
                counts[row, column]++;
                sums[row, column] += weights[i];
                used.Add(weights[i]);
            }
        }

        return used.Count == 0
            ? empty
            : empty with
            {
                Status = WeightedStatus.Computed,
                Cells = MakeCells(counts, sums),
                Count = used.Count,
                Left = rows.RowCount - used.Count,
                Independence = Test(sums, Weights.EffectiveCount(used) / used.Sum()),
            };
    }

    private static CrossCell[][] MakeCells(int[,] counts, double[,] sums)
    {
        var (rows, columns) = Margins(sums);
        return
        [
            .. rows.Select(
                (rowSum, r) =>
                    columns
                        .Select(
                            (columnSum, c) =>
                                new CrossCell(
                                    counts[r, c],
                                    sums[r, c],
                                    rowSum > 0 ? sums[r, c] / rowSum : null,
                                    columnSum > 0 ? sums[r, c] / columnSum : null
                                )
                        )
                        .ToArray()
            ),
        ];
    }

    private static Independence? Test(double[,] sums, double scale)
    {
        var (rows, columns) = Margins(sums);
        var total = rows.Sum();
        var (usedRows, usedColumns) = (rows.Count(sum => sum > 0), columns.Count(sum => sum > 0));
        if (usedRows < 2 || usedColumns < 2)
        {
            return null;
        }

        var (statistic, least) = (0.0, double.PositiveInfinity);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var expected = rows[r] * columns[c] / total;
                if (expected > 0)
                {
                    statistic += scale * (sums[r, c] - expected) * (sums[r, c] - expected) / expected;
                    least = Math.Min(least, scale * expected);
                }
            }
        }

        var freedom = (usedRows - 1) * (usedColumns - 1);
        var strength = Math.Sqrt(statistic / (scale * total * (Math.Min(usedRows, usedColumns) - 1)));
        return new Independence(statistic, freedom, Distributions.ChiSquaredUpper(statistic, freedom), Math.Min(1, strength), least);
    }

    private static (double[] Rows, double[] Columns) Margins(double[,] sums)
    {
        var (rows, columns) = (new double[sums.GetLength(0)], new double[sums.GetLength(1)]);
        for (var r = 0; r < rows.Length; r++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                rows[r] += sums[r, c];
                columns[c] += sums[r, c];
            }
        }

        return (rows, columns);
    }
}
