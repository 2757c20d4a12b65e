using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>A field of a funnel plot where several units lie, none of which is shown by itself.</summary>
/// <param name="XLow">Fewest persons.</param>
/// <param name="XHigh">Where the next field begins.</param>
/// <param name="YLow">Lowest difference, in the scale printed.</param>
/// <param name="YHigh">Highest.</param>
/// <param name="Level">Step of shade from 1, the lightest.</param>
public sealed record FunnelArea(double XLow, double XHigh, double YLow, double YHigh, int Level);

/// <summary>The one unit that a funnel plot is about.</summary>
/// <param name="Scheme">Decides colour and shape.</param>
/// <param name="Name">Its name, set beside the dot.</param>
/// <param name="Point">Where it lies.</param>
public sealed record FunnelMark(Scheme Scheme, string Name, ScatterPoint Point);
