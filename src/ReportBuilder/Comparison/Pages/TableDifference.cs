using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Pages;

/// <summary>A cell in both editions; a null side is not there.</summary>
/// <param name="Old">Text before.</param>
/// <param name="New">Text now.</param>
/// <param name="HasHiddenChange">True when the text is the same and a number behind it is not.</param>
internal readonly record struct CellPair(string? Old, string? New, bool HasHiddenChange)
{
    /// <summary>True when the reader sees another text.</summary>
    public bool IsChanged => Old != New;
}

/// <summary>A row in both editions.</summary>
/// <param name="Kind">Kind of row, of the newer edition when it has the row.</param>
/// <param name="IsOnlyOld">True when the newer edition lacks it.</param>
/// <param name="IsOnlyNew">True when the older edition lacks it.</param>
/// <param name="Cells">One pair a column of <see cref="TableDifference.Columns"/>; a group row has one.</param>
internal sealed record RowPair(string Kind, bool IsOnlyOld, bool IsOnlyNew, IReadOnlyList<CellPair> Cells)
{
    /// <summary>True for a heading over rows.</summary>
    public bool IsGroup => Kind == "group";

    /// <summary>True when something in it differs, seen or not.</summary>
    public bool IsTouched => Cells.Any(c => c.IsChanged || c.HasHiddenChange);
}

/// <summary>A table of two editions laid over each other: rows matched by the numbers they show (by their words when they show none), columns by place when there are as many, else by their heads.</summary>
internal sealed record TableDifference(IReadOnlyList<CellPair> Columns, IReadOnlyList<RowPair> Rows)
{
    /// <summary>For each column, true when it holds numbers.</summary>
    public required IReadOnlyList<bool> HoldsNumbers { get; init; }

    /// <summary>Number of cells, heads included, that read otherwise than before.</summary>
    public int ChangedCells => Rows.SelectMany(r => r.Cells).Concat(Columns).Count(c => c.IsChanged);

    /// <summary>Number of cells that read as before over another number.</summary>
    public int HiddenChanges => Rows.SelectMany(r => r.Cells).Count(c => c.HasHiddenChange);

    /// <summary>Lays a table over another.</summary>
    /// <param name="old">The table before; null when it is new.</param>
    /// <param name="new">The table now; null when it is gone.</param>
    /// <param name="changed">Ids of all numbers that differ, within tolerance or not.</param>
    public static TableDifference Of(TableContent? old, TableContent? @new, IReadOnlySet<string> changed)
    {
        var (before, after) = (old?.Columns ?? [], @new?.Columns ?? []);
        var columns = before.Count == after.Count ? [.. before.Select((_, i) => ((int?)i, (int?)i))] : SequenceAlignment.Of(before, after);
        var (oldRows, newRows) = (old?.Rows ?? [], @new?.Rows ?? []);
        var rows = SequenceAlignment.Of([.. oldRows.Select(KeyOf)], [.. newRows.Select(KeyOf)]);
        return new TableDifference(
            [.. columns.Select(c => new CellPair(At(before, c.Item1), At(after, c.Item2), HasHiddenChange: false))],
            [.. rows.Select(r => Pair(At(oldRows, r.Old), At(newRows, r.New), columns, changed))]
        )
        {
            HoldsNumbers = [.. columns.Select(c => HasNumbers(oldRows, c.Item1) || HasNumbers(newRows, c.Item2))],
        };
    }

    private static RowPair Pair(
        TableContentRow? old,
        TableContentRow? @new,
        IReadOnlyList<(int? Old, int? New)> columns,
        IReadOnlySet<string> changed
    )
    {
        var kind = (@new ?? old)!.Kind;
        // A group row has one cell, which spans the table.
        var places = kind == "group" ? [(0, 0)] : columns;
        return new RowPair(
            kind,
            @new is null,
            old is null,
            [
                .. places.Select(p =>
                {
                    var (before, after) = (At(old?.Cells, p.Old), At(@new?.Cells, p.New));
                    var isHidden =
                        before is not null
                        && after is not null
                        && before.Text == after.Text
                        && after.QuantityIds.Any(id => changed.Contains(id.Value));
                    return new CellPair(before?.Text, after?.Text, isHidden);
                }),
            ]
        );
    }

    private static bool HasNumbers(IReadOnlyList<TableContentRow> rows, int? column) =>
        rows.Any(r => r.Kind != "group" && At(r.Cells, column) is { QuantityIds.Count: > 0 });

    private static string KeyOf(TableContentRow row) =>
        row.Cells.SelectMany(c => c.QuantityIds).Select(id => id.Value).FirstOrDefault()
        ?? $"{row.Kind} {(row.Cells.Count > 0 ? row.Cells[0].Text : string.Empty)}";

    private static T? At<T>(IReadOnlyList<T>? list, int? index)
        where T : class => index is { } i && list is not null && i < list.Count ? list[i] : null;
}
