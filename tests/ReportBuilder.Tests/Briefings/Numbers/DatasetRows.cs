using ReportBuilder.Datasets;

namespace ReportBuilder.Tests.Briefings.Numbers;

/// <summary>Datasets made from others.</summary>
internal static class DatasetRows
{
    /// <summary>The same rows in another order.</summary>
    public static Dataset InOrder(Dataset data, IReadOnlyList<int> rows) => Make(data, column => Take(column, rows));

    /// <summary>The same with other codes in a column, given by row and old index.</summary>
    public static Dataset With(Dataset data, string name, Func<int, sbyte, sbyte> change) =>
        Make(
            data,
            column =>
                column is CodeColumn codes && codes.Declared.Name == name
                    ? new CodeColumn(codes.Declared, [.. codes.Indices.ToArray().Select((code, row) => change(row, code))])
                    : column
        );

    private static Dataset Make(Dataset data, Func<DatasetColumn, DatasetColumn> column) =>
        new(data.Schema, [.. data.Columns.Select(column)], data.FileName, "fingerprint");

    private static DatasetColumn Take(DatasetColumn column, IReadOnlyList<int> rows) =>
        column switch
        {
            NumberColumn numbers => new NumberColumn(
                numbers.Declared,
                [.. rows.Select(r => numbers.Values[r])],
                [.. rows.Select(numbers.IsMissing)]
            ),
            CodeColumn codes => new CodeColumn(codes.Declared, [.. rows.Select(r => codes.Indices[r])]),
            TextColumn texts => TextColumn.Of(texts.Declared, rows.Select(texts.Text)),
            _ => throw new ArgumentException($"Unknown column '{column.Declared.Name}'.", nameof(column)),
        };
}
