using ReportBuilder.Figures;
using ScottPlot;

namespace ReportBuilder.Charts;

/// <summary>The key above a chart: a small box in the look of each series, and its name.</summary>
internal static class SeriesKey
{
    private const double BoxSize = 12;
    private const double LineStep = 22;

    /// <summary>Draws the key from the upper left corner.</summary>
    /// <param name="sheet">The chart.</param>
    /// <param name="names">Name of each series; a series without name has no key.</param>
    /// <param name="looks">Look of each series.</param>
    /// <param name="isLight">True when the series stand with outline and light fill.</param>
    /// <returns>Height used.</returns>
    public static double Draw(ChartSheet sheet, IReadOnlyList<string> names, IReadOnlyList<SeriesLook> looks, bool isLight)
    {
        var size = sheet.Style.TextSize;
        double x = 0;
        double middle = BoxSize / 2 + 2;
        for (var i = 0; i < names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]))
            {
                continue;
            }

            var width = BoxSize + 6 + sheet.Width(names[i], size, TextFace.SemiBold);
            if (x > 0 && x + width > sheet.Style.Width)
            {
                x = 0;
                middle += LineStep;
            }

            DrawBox(sheet, looks[i], x, middle, isLight || looks[i].IsOutlined);
            sheet.Write(names[i], x + BoxSize + 6, ChartSheet.Centred(middle, size), size, sheet.Ink, face: TextFace.SemiBold);
            x += width + 22;
        }

        return x > 0 ? middle + LineStep - BoxSize / 2 - 2 : 0;
    }

    /// <summary>Names of series.</summary>
    public static IReadOnlyList<string> Names(IReadOnlyList<ChartSeries> series) => [.. series.Select(s => s.Name)];

    private static void DrawBox(ChartSheet sheet, SeriesLook look, double x, double middle, bool isLight)
    {
        var inset = isLight ? 0.6 : 0;
        var box = new PixelRect(
            (float)(x + inset),
            (float)(x + BoxSize - inset),
            (float)(middle + BoxSize / 2 - inset),
            (float)(middle - BoxSize / 2 + inset)
        );
        sheet.Boxes.Add(isLight ? new SheetBox(box, look.LightFill, look.Line, look.Pattern) : new SheetBox(box, look.Fill, null, default));
    }
}
