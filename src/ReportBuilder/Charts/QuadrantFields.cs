using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>Draws a <see cref="QuadrantChart"/>: four fields around a cross, the words of each inside it, the halves of the axes outside.</summary>
internal static class QuadrantFields
{
    private const double Left = 96;
    private const double Gap = 6;
    private const double Inset = 16;
    private const double NameHeight = 22;
    private const double CountHeight = 22;
    private const double FillAlpha = 0.55;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, QuadrantChart chart)
    {
        var small = sheet.Style.SmallTextSize;
        var width = (sheet.Style.Width - Left - Gap) / 2;
        var words = chart.Fields.Select(f => sheet.Wrap(f.Explanation, width - 2 * Inset, small)).ToArray();
        var height = 2 * Inset + NameHeight + CountHeight + words.Max(w => w.Count) * sheet.Style.LineHeight;
        sheet.Write(chart.Y.Title, 0, 14, small, sheet.MutedInk);
        const double Top = 26;
        var bottom = Top + 2 * height + Gap;
        sheet.Height = bottom + 46;
        new PlotArea(Left, Top, sheet.Style.Width, bottom, 0, 1, 0, 1).ApplyTo(sheet.Plot, sheet.Style.Width, sheet.Height);
        for (var i = 0; i < chart.Fields.Count; i++)
        {
            WriteField(sheet, chart.Fields[i], words[i], Left + i % 2 * (width + Gap), Top + i / 2 * (height + Gap), width, height);
        }

        WriteHalves(sheet, chart, Top, width, height);
        DrawCross(sheet, Top, bottom, Left + width + Gap / 2, Top + height + Gap / 2);
        sheet.Write(chart.X.Title, Left + width + Gap / 2, bottom + 41, small, sheet.MutedInk, TextAnchor.Middle);
    }

    private static void WriteField(
        ChartSheet sheet,
        Quadrant field,
        IReadOnlyList<string> words,
        double x,
        double y,
        double width,
        double height
    )
    {
        var style = sheet.Style;
        var box = new PixelRect((float)x, (float)(x + width), (float)(y + height), (float)y);
        sheet.Boxes.Add(new SheetBox(box, sheet.Grid.WithAlpha(FillAlpha), null, LinePattern.Solid));
        var baseline = y + Inset + style.TextSize * 0.8;
        sheet.Write(field.Name, x + Inset, baseline, style.TextSize, sheet.Ink, face: TextFace.SemiBold);
        baseline += NameHeight;
        foreach (var line in words)
        {
            sheet.Write(line, x + Inset, baseline, style.SmallTextSize, sheet.Ink);
            baseline += style.LineHeight;
        }

        if (field.Count.HasValue)
        {
            sheet.Write(field.CountWords, x + Inset, y + height - Inset, style.SmallTextSize, sheet.MutedInk);
        }
    }

    private static void WriteHalves(ChartSheet sheet, QuadrantChart chart, double top, double width, double height)
    {
        var size = sheet.Style.SmallTextSize;
        var bottom = top + 2 * height + Gap;
        sheet.WriteCentred(sheet.Wrap(chart.Y.High, Left - 12, size), 0, top + height / 2, size, sheet.Ink, TextAnchor.Left);
        sheet.WriteCentred(sheet.Wrap(chart.Y.Low, Left - 12, size), 0, top + height + Gap + height / 2, size, sheet.Ink, TextAnchor.Left);
        sheet.Write(chart.X.Low, Left + width / 2, bottom + 19, size, sheet.Ink, TextAnchor.Middle);
        sheet.Write(chart.X.High, Left + width + Gap + width / 2, bottom + 19, size, sheet.Ink, TextAnchor.Middle);
    }

    private static void DrawCross(ChartSheet sheet, double top, double bottom, double x, double y)
    {
        sheet.Line(Left, y, sheet.Style.Width, y, 1, sheet.Ink);
        sheet.Line(x, top, x, bottom, 1, sheet.Ink);
    }
}
