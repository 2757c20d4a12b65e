using ScottPlot;
using SkiaSharp;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws the rules and keys of a <see cref="ChartSheet"/>: a ScottPlot panel, since panels are drawn last and are not clipped to the data.
/// </summary>
internal sealed class SheetPanel(ChartSheet sheet) : IPanel
{
    private const float OutlineWidth = 1.2f;

    /// <inheritdoc/>
    public bool IsVisible { get; set; } = true;

    /// <inheritdoc/>
    public float MinimumSize { get; set; }

    /// <inheritdoc/>
    public float MaximumSize { get; set; }

    /// <inheritdoc/>
    public Edge Edge => Edge.Left;

    /// <inheritdoc/>
    public bool ShowDebugInformation { get; set; }

    /// <inheritdoc/>
    public float Measure(Paint paint) => 0;

    /// <inheritdoc/>
    public PixelRect GetPanelRect(PixelRect dataRect, float size, float offset, Paint paint) => dataRect;

    /// <inheritdoc/>
    public void Render(RenderPack rp, float size, float offset)
    {
        foreach (var line in sheet.Lines)
        {
            Drawing.DrawLine(rp.Canvas, rp.Paint, line.From, line.To, new LineStyle(line.Width, line.Color, line.Pattern));
        }

        foreach (var marker in sheet.Markers)
        {
            var style = new MarkerStyle(marker.Shape, marker.Size, marker.Fill)
            {
                OutlineColor = marker.Line,
                OutlineWidth = DotMarks.OutlineWidth,
            };
            Drawing.DrawMarker(rp.Canvas, rp.Paint, marker.Place, style);
        }

        foreach (var box in sheet.Boxes)
        {
            Drawing.FillRectangle(rp.Canvas, box.Box, rp.Paint, new FillStyle(box.Fill));
            if (box.Line is { } color)
            {
                // As a path, not a rectangle: Skia's SVG writer does not know dashed rectangles.
                using var outline = new SKPath();
                outline.AddRect(box.Box.ToSKRect());
                Drawing.DrawPath(rp.Canvas, rp.Paint, outline, new LineStyle(OutlineWidth, color, box.Pattern));
            }
        }
    }
}
