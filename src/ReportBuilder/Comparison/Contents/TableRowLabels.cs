using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Contents;

/// <summary>Labels of the rows of a table: the words of its first cell that has some, after those of the group it stands in.</summary>
internal static class TableRowLabels
{
    private const string GroupRow = "group";

    /// <summary>One distinct label a row.</summary>
    public static IReadOnlyList<string> Of(TableContent table)
    {
        var group = string.Empty;
        var labels = new List<string>();
        foreach (var row in table.Rows)
        {
            var own = Own(row);
            if (string.Equals(row.Kind, GroupRow, StringComparison.Ordinal))
            {
                group = own;
                labels.Add(own);
            }
            else
            {
                labels.Add(group.Length == 0 ? own : group + Labels.Separator + own);
            }
        }

        return Labels.Distinct(labels);
    }

    /// <summary>The column of a row's own words; −1 when it has none.</summary>
    public static int ColumnOf(TableContentRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i] is { QuantityIds.Count: 0, Text.Length: > 0 })
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The row's own words; the id of its first number when it has none.</summary>
    private static string Own(TableContentRow row) =>
        ColumnOf(row) is >= 0 and var column
            ? row.Cells[column].Text
            : row.Cells.SelectMany(c => c.QuantityIds).Select(id => id.Value).FirstOrDefault(string.Empty);
}
