using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Tables;

namespace ReportBuilder.Briefings.Contents;

/// <summary>x</summary>
public static class BriefingTables
{
    /// <summary>x</summary>
    public static IReadOnlyList<Table> Build(Edition edition, LabelSet labels, IReadOnlyList<Scheme> schemes) => [];
}
