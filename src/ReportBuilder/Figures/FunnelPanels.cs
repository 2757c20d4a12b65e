using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>One scheme of funnel plots side by side.</summary>
/// <param name="Name">Name of the scheme, shown above its plot.</param>
/// <param name="Funnel">The plot; it is about one unit.</param>
public sealed record FunnelPanel(string Name, FunnelChart Funnel);

/// <summary>
/// Funnel plots about one unit, side by side: one a scheme, on the same vertical scale, with a key in common. Each has its own fields, limits and horizontal axis.
/// </summary>
/// <param name="Panels">The plots, first at the left.</param>
public sealed record FunnelPanels(IReadOnlyList<FunnelPanel> Panels) : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Panels.SelectMany(p => p.Funnel.Quantities);
}
