using ScottPlot;
using SkiaSharp;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws the words and rules of a <see cref="ChartSheet"/>. A ScottPlot panel, since panels are drawn last and are not clipped: a long
/// name cannot lose its end, as tick labels of an axis can.
/// </summary>
internal sealed class SheetPanel(ChartSheet sheet, ChartFonts fonts) : IPanel
{
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

        foreach (var box in sheet.Boxes)
        {
            Drawing.FillRectangle(rp.Canvas, box.Box, rp.Paint, new FillStyle(box.Fill));
            if (box.Line is { } color)
            {
                Drawing.DrawRectangle(rp.Canvas, box.Box, rp.Paint, new LineStyle(1.2f, color, box.Pattern));
            }
        }

        using var paint = new SKPaint();
        foreach (var text in sheet.Texts)
        {
            using var font = new SKFont(fonts.Typeface(text.Face), (float)text.Size);
            paint.Color = new SKColor(text.Color.R, text.Color.G, text.Color.B);
            rp.Canvas.DrawText(text.Text, (float)text.Left, (float)text.Baseline, SKTextAlign.Left, font, paint);
        }
    }
}
