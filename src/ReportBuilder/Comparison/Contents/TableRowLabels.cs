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

    /// <summary>The row's own words; the id of its first number when it has none.</summary>
    private static string Own(TableContentRow row) =>
        row.Cells.FirstOrDefault(c => c.QuantityIds.Count == 0 && c.Text.Length > 0)?.Text
        ?? row.Cells.SelectMany(c => c.QuantityIds).Select(id => id.Value).FirstOrDefault(string.Empty);
}
