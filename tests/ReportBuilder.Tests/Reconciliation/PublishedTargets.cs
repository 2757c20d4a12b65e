using ReportBuilder.Datasets;
using ReportBuilder.Reconciliation;
using ReportBuilder.Synthesis.Places;
using ReportBuilder.Tests.Datasets;
using ReportBuilder.Tests.Synthesis;

namespace ReportBuilder.Tests.Reconciliation;

/// <summary>The published numbers, and the comparison of the generated persons with them.</summary>
internal static class PublishedTargets
{
    public static readonly Lazy<ReconciliationTargets> Targets = new(() =>
        DataFolder.Read(bag => TargetReader.Read(DataFolder.Path("syntetisk"), "syntetisk", DataFolder.Schema, bag))
    );

    public static ReconciliationResult Run(Generated data) => ReconciliationRun.Run(WithFacts(data.Twin), Targets.Value);

    /// <summary>The persons with the facts on their places beside them, as harmonisation joins them.</summary>
    public static Dataset WithFacts(SyntheticTwin twin)
    {
        var data = twin.Participants;
        return Dataset.InMemory(
            data.Schema,
            [
                .. data.Schema.Columns.Select(c =>
                    c.Role is ColumnRole.MunicipalityFact or ColumnRole.ProjectFact ? Fact(twin, c) : data.Column(c.Name)
                ),
            ],
            data.FileName
        );
    }

    private static NumberColumn Fact(SyntheticTwin twin, SchemaColumn column)
    {
        var data = twin.Participants;
        var (years, places, projects) = (data.Numbers("aar"), data.Texts("kommune"), data.Texts("prosjekt"));
        var values = new double[data.RowCount];
        var missing = new bool[data.RowCount];
        for (var row = 0; row < values.Length; row++)
        {
            var year = (int)years.Values[row];
            missing[row] =
                column.Role == ColumnRole.MunicipalityFact
                    ? !twin.Facts.Municipalities.TryGetValue((column.Name, year, places.Text(row)!), out values[row])
                    : column.Name != "p_lonn_per_deltaker"
                        || !twin.Facts.WagePerParticipant.TryGetValue((year, projects.Text(row)!), out values[row]);
        }

        return new NumberColumn(column, values, missing);
    }
}
