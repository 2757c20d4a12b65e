using ReportBuilder.Editions;
using ReportBuilder.Figures;

namespace ReportBuilder.Charts;

/// <summary>Draws a <see cref="ProfileChart"/>: names at the left, and in each panel the marks of all places on one line, with their numbers in columns at the right.</summary>
internal static class Profiles
{
    private const double MaxNameWidth = 205;
    private const double NameGap = 14;
    private const double PanelGap = 20;
    private const double RowHeight = 17.5;
    private const double HeadingHeight = 21;
    private const double KeyHeight = 26;
    private const double AxisRoom = 38;
    private const double ColumnWidth = 34;

    // Marks at the ends of the axis keep clear of names and numbers.
    private const double MarkRoom = 8;
    private const double Top = KeyHeight + 32;

    /// <summary>Draws the chart.</summary>
    public static void Draw(ChartSheet sheet, ProfileChart chart)
    {
        var size = sheet.Style.TextSize;
        var names = chart.Rows.Select(r => sheet.Wrap(r, MaxNameWidth, size)).ToArray();
        var nameWidth = names.SelectMany(lines => lines).Max(line => sheet.Width(line, size));
        var middles = Middles(chart, names, sheet.Style.LineHeight, out var bottom);
        sheet.Height = bottom + AxisRoom;
        PixelShapes.Begin(sheet);
        DrawKey(sheet, chart);
        DrawNames(sheet, chart, names, middles, nameWidth);

        var left = nameWidth + NameGap;
        var width = (sheet.Style.Width - left - (chart.Panels.Count - 1) * PanelGap) / chart.Panels.Count;
        var scale = PairScale.Of(chart, fromZero: true);
        for (var p = 0; p < chart.Panels.Count; p++)
        {
            var start = left + p * (width + PanelGap);
            var columns = chart.Places.Count * ColumnWidth;
            var panel = new PlotArea(start + MarkRoom, Top, start + width - columns - MarkRoom, bottom, scale.Low, scale.High, bottom, Top);
            DrawFrame(sheet, chart, chart.Panels[p], scale, panel, start);
            DrawRows(sheet, chart, chart.Panels[p], panel, middles);
        }

        sheet.Write(chart.AxisTitle, left, bottom + 36, sheet.Style.SmallTextSize, sheet.MutedInk);
    }

    /// <summary>The middle of each row, headings counted in; and where the last one ends.</summary>
    private static double[] Middles(ProfileChart chart, IReadOnlyList<string>[] names, double lineHeight, out double bottom)
    {
        var middles = new List<double>();
        var y = Top;
        foreach (var group in chart.Groups)
        {
            y += group.Heading.Length > 0 ? HeadingHeight : 0;
            foreach (var _ in group.Rows)
            {
                var height = Math.Max(RowHeight, names[middles.Count].Count * lineHeight + 3);
                middles.Add(y + height / 2);
                y += height;
            }
        }

        bottom = y + 4;
        return [.. middles];
    }

    private static void DrawKey(ChartSheet sheet, ProfileChart chart)
    {
        var size = sheet.Style.TextSize;
        const double Middle = 9;
        double x = 0;
        foreach (var place in chart.Places)
        {
            ProfileMarks.Draw(sheet, place.Role, x + 7, Middle, sheet.Ink);
            sheet.Write(place.Name, x + 19, ChartSheet.Centred(Middle, size), size, sheet.Ink, face: TextFace.SemiBold);
            x += 19 + sheet.Width(place.Name, size, TextFace.SemiBold) + 24;
        }
    }

    private static void DrawNames(ChartSheet sheet, ProfileChart chart, IReadOnlyList<string>[] names, double[] middles, double right)
    {
        var size = sheet.Style.TextSize;
        var row = 0;
        foreach (var group in chart.Groups)
        {
            if (group.Heading.Length > 0)
            {
                var middle = middles[row] - Math.Max(RowHeight, names[row].Count * sheet.Style.LineHeight + 3) / 2 - HeadingHeight / 2 + 3;
                sheet.Write(group.Heading, 0, ChartSheet.Centred(middle, size), size, sheet.Ink, face: TextFace.SemiBold);
            }

            foreach (var _ in group.Rows)
            {
                sheet.WriteCentred(names[row], right, middles[row], size, sheet.Ink, TextAnchor.Right);
                row++;
            }
        }
    }

    private static void DrawFrame(ChartSheet sheet, ProfileChart chart, ProfilePanel panel, PairScale scale, PlotArea area, double left)
    {
        var look = SeriesLook.Of(panel.Scheme, sheet.Style);
        sheet.Write(panel.Name, left, area.Top - 14, sheet.Style.TextSize, look.Text, face: TextFace.SemiBold);
        foreach (var tick in scale.Ticks)
        {
            PixelShapes.Line(sheet, area.X(tick), area.Top, area.X(tick), area.Bottom, 1, sheet.Grid);
            var text = NorwegianNumberText.Number(tick, 0);
            sheet.Write(text, area.X(tick), area.Bottom + 16, sheet.Style.SmallTextSize, sheet.MutedInk, TextAnchor.Middle);
        }

        PixelShapes.Line(sheet, left, area.Bottom, area.Right + MarkRoom, area.Bottom, 1, sheet.Rule);
        for (var place = 0; place < chart.Places.Count; place++)
        {
            // Above each column the mark it belongs to.
            ProfileMarks.Draw(sheet, chart.Places[place].Role, Column(area, place) - 7, area.Top - 18, look.Line);
        }
    }

    private static void DrawRows(ChartSheet sheet, ProfileChart chart, ProfilePanel panel, PlotArea area, double[] middles)
    {
        var look = SeriesLook.Of(panel.Scheme, sheet.Style);
        for (var row = 0; row < middles.Length; row++)
        {
            // Backwards, so that the place that the figure is about lies on top.
            for (var place = chart.Places.Count - 1; place >= 0; place--)
            {
                var quantity = panel.Values[place][row];
                if (quantity.HasValue)
                {
                    ProfileMarks.Draw(sheet, chart.Places[place].Role, area.X(PairScale.Printed(quantity)), middles[row], look.Line);
                }

                sheet.Write(
                    NorwegianNumberText.Number(quantity),
                    Column(area, place),
                    ChartSheet.Centred(middles[row], sheet.Style.TextSize),
                    sheet.Style.TextSize,
                    chart.Places[place].Role == ProfileRole.Own ? sheet.Ink : sheet.MutedInk,
                    TextAnchor.Right,
                    chart.Places[place].Role == ProfileRole.Own ? TextFace.SemiBold : TextFace.Regular
                );
            }
        }
    }

    /// <summary>Right edge of a column of numbers.</summary>
    private static double Column(PlotArea area, int place) => area.Right + MarkRoom + (place + 1) * ColumnWidth;
}
