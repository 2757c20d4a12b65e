using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>A mean to be marked: where, its words, and on which line of words above the steps (0 lowest).</summary>
internal sealed record MeanMark(double Value, string Text, bool IsRightOfLine, int Level, SeriesLook Look);

/// <summary>
/// Marks the means of a distribution: a thin line in the series' colour and pattern with its words beside it. The lower mean has its words
/// to the left, the higher to the right; where an edge is too near, the words go inwards, and stand on two lines.
/// </summary>
internal static class MeanMarks
{
    /// <summary>Height of a line of words.</summary>
    public const double LevelHeight = 19;

    private const double Gap = 5;

    /// <summary>Finds places for the words. Means without value, or outside the axis, have none.</summary>
    public static IReadOnlyList<MeanMark> Place(
        ChartSheet sheet,
        DistributionChart chart,
        IReadOnlyList<SeriesLook> looks,
        LabelSet labels,
        PlotArea area
    )
    {
        var marks = chart
            .Means.Select((mean, i) => (Mean: mean, Look: looks[i]))
            .Where(m => m.Mean.Value is { } value && value >= area.XAtLeft && value <= area.XAtRight)
            .Select(m => (Value: m.Mean.Value!.Value, Text: labels.Get("figur.gjennomsnitt", QuantityWords.Of(m.Mean, labels)), m.Look))
            .OrderBy(m => m.Value)
            .Select(m => new MeanMark(m.Value, m.Text, IsRightOfLine: false, Level: 0, m.Look))
            .ToArray();
        if (marks.Length == 0)
        {
            return marks;
        }

        var isFirstRight = !HasRoomLeft(sheet, area, marks[0]);
        var isLastLeft = marks.Length > 1 && !HasRoomRight(sheet, area, marks[^1]);
        // Words that go inwards pass above the line of the other mean, which is therefore the shorter.
        return
        [
            .. marks.Select(
                (m, i) =>
                    m with
                    {
                        IsRightOfLine = i == 0 ? isFirstRight : !isLastLeft,
                        Level =
                            isFirstRight ? marks.Length - 1 - i
                            : isLastLeft ? i
                            : 0,
                    }
            ),
        ];
    }

    /// <summary>Draws lines and words.</summary>
    public static void Draw(ChartSheet sheet, IReadOnlyList<MeanMark> marks, PlotArea area, double top)
    {
        var levels = marks.Select(m => m.Level + 1).DefaultIfEmpty(0).Max();
        foreach (var mark in marks)
        {
            var x = area.X(mark.Value);
            var lineTop = top + (levels - 1 - mark.Level) * LevelHeight;
            sheet.Line(x, lineTop, x, area.Bottom, 1, mark.Look.Text, mark.Look.Pattern);
            sheet.Write(
                mark.Text,
                x + (mark.IsRightOfLine ? Gap : -Gap),
                ChartSheet.Centred(lineTop + LevelHeight / 2 - 2, sheet.Style.TextSize),
                sheet.Style.TextSize,
                mark.Look.Text,
                mark.IsRightOfLine ? TextAnchor.Left : TextAnchor.Right
            );
        }
    }

    private static bool HasRoomLeft(ChartSheet sheet, PlotArea area, MeanMark mark) =>
        area.X(mark.Value) - Gap - sheet.Width(mark.Text, sheet.Style.TextSize) >= area.X(area.XAtLeft);

    private static bool HasRoomRight(ChartSheet sheet, PlotArea area, MeanMark mark) =>
        area.X(mark.Value) + Gap + sheet.Width(mark.Text, sheet.Style.TextSize) <= sheet.Style.Width;
}
