using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>
/// Where the data stand on the sheet and which values its edges have. Our texts and ScottPlot's shapes are placed by the same numbers.
/// </summary>
/// <param name="Left">Left edge, pixels.</param>
/// <param name="Top">Upper edge, pixels from the top.</param>
/// <param name="Right">Right edge, pixels.</param>
/// <param name="Bottom">Lower edge, pixels from the top.</param>
/// <param name="XAtLeft">Value at the left edge.</param>
/// <param name="XAtRight">Value at the right edge.</param>
/// <param name="YAtBottom">Value at the lower edge.</param>
/// <param name="YAtTop">Value at the upper edge.</param>
internal sealed record PlotArea(
    double Left,
    double Top,
    double Right,
    double Bottom,
    double XAtLeft,
    double XAtRight,
    double YAtBottom,
    double YAtTop
)
{
    // ScottPlot clips shapes to its data rectangle; without this margin half of a line along an edge would be lost.
    private const double Bleed = 8;

    private double XPerPixel => (XAtRight - XAtLeft) / (Right - Left);

    private double YPerPixel => (YAtTop - YAtBottom) / (Bottom - Top);

    /// <summary>Horizontal pixel of a value.</summary>
    public double X(double value) => Left + (value - XAtLeft) / XPerPixel;

    /// <summary>Vertical pixel of a value.</summary>
    public double Y(double value) => Bottom - (value - YAtBottom) / YPerPixel;

    /// <summary>Gives a plot of this size the area and its limits.</summary>
    public void ApplyTo(Plot plot, double width, double height)
    {
        plot.Layout.Fixed(
            new PixelPadding((float)(Left - Bleed), (float)(width - Right - Bleed), (float)(height - Bottom - Bleed), (float)(Top - Bleed))
        );
        plot.Axes.SetLimits(
            XAtLeft - Bleed * XPerPixel,
            XAtRight + Bleed * XPerPixel,
            YAtBottom - Bleed * YPerPixel,
            YAtTop + Bleed * YPerPixel
        );
    }
}
