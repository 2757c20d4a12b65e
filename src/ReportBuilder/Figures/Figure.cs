using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>A figure of the publication: its id (<c>fig-kjonn</c>) and what it shows. Caption and place stand in the templates.</summary>
/// <param name="Id">Id with the prefix <c>fig-</c>.</param>
/// <param name="Chart">The typed content, every number a <see cref="Quantity"/>.</param>
public sealed record Figure(string Id, Chart Chart)
{
    /// <summary>Ids of all quantities shown, in the order of the chart.</summary>
    public IReadOnlyList<QuantityId> QuantityIds => [.. Chart.Quantities.Select(q => q.Id)];
}
