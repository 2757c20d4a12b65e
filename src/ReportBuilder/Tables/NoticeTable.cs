using ReportBuilder.Labels;

namespace ReportBuilder.Tables;

/// <summary>Stands where a table cannot be made because its data were not given: one line that says why, so that numbers of tables and references to them hold.</summary>
public static class NoticeTable
{
    /// <summary>The table.</summary>
    /// <param name="id">Id of the table.</param>
    /// <param name="name">What it is without: last part of the key of the line (<c>tabell.utelatt.*</c>).</param>
    /// <param name="labels">The words.</param>
    public static Table Of(string id, string name, LabelSet labels) =>
        new(
            id,
            [new TableColumn(string.Empty, ColumnKind.Text)],
            [new TableRow(RowKind.Data, [new TextCell(labels.Get($"tabell.utelatt.{name}"))])],
            []
        )
        {
            IsNotice = true,
        };
}
