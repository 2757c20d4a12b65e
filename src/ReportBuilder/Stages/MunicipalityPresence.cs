using ReportBuilder.Datasets;

namespace ReportBuilder.Stages;

/// <summary>Which municipalities an edition may say that it covers.</summary>
public static class MunicipalityPresence
{
    /// <summary>Numbers of the municipalities with at least <paramref name="minimum"/> persons in a sample, in ordinal order. Those with fewer are not told apart from those with none.</summary>
    public static IReadOnlyList<string> Of(Dataset data, Sample sample, int minimum)
    {
        var column = data.Texts(data.Schema.WithRole(ColumnRole.Municipality)!.Name);
        return
        [
            .. sample
                .Rows.Select(column.Text)
                .OfType<string>()
                .CountBy(number => number, StringComparer.Ordinal)
                .Where(count => count.Value >= minimum)
                .Select(count => count.Key)
                .Order(StringComparer.Ordinal),
        ];
    }
}
