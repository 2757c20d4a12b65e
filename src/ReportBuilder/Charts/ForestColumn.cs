using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>The column of numbers at the right of a forest plot: odds ratios right-aligned, intervals in parentheses after them.</summary>
internal sealed class ForestColumn
{
    private const double Gap = 6;

    private readonly LabelSet _labels;
    private readonly string _heading;
    private readonly double _headingWidth;
    private readonly double _intervalWidth;

    private ForestColumn(LabelSet labels, string heading, double headingWidth, double valueWidth, double intervalWidth)
    {
        _labels = labels;
        _heading = heading;
        _headingWidth = headingWidth;
        _intervalWidth = intervalWidth;
        Width = Math.Max(headingWidth, valueWidth + (intervalWidth > 0 ? Gap + intervalWidth : 0));
    }

    /// <summary>Width of the column.</summary>
    public double Width { get; }

    /// <summary>The column for a chart.</summary>
    public static ForestColumn Of(ForestChart chart, LabelSet labels, Func<string, double> width)
    {
        var level = chart.Quantities.Select(q => q.Interval?.Level).FirstOrDefault(l => l is not null);
        var heading = level is { } l
            ? labels.Get("figur.kolonne.oddsrate_intervall", NorwegianNumberText.Number(l * 100, AxisTicks.DecimalsOf([l * 100])))
            : labels.Get("figur.kolonne.oddsrate");
        return new ForestColumn(
            labels,
            heading,
            width(heading),
            chart.Quantities.Select(q => width(NorwegianNumberText.Number(q))).DefaultIfEmpty(0).Max(),
            chart.Quantities.Select(q => width(Interval(q, labels))).DefaultIfEmpty(0).Max()
        );
    }

    /// <summary>Writes the heading, its end at the right edge.</summary>
    public void DrawHeading(ChartSheet sheet, double baseline) =>
        sheet.Write(_heading, sheet.Style.Width - _headingWidth, baseline, sheet.Style.TextSize, sheet.MutedInk);

    /// <summary>Writes one row.</summary>
    public void DrawRow(ChartSheet sheet, Quantity quantity, double middle)
    {
        var size = sheet.Style.TextSize;
        var baseline = ChartSheet.Centred(middle, size);
        var split = sheet.Style.Width - _intervalWidth;
        sheet.Write(NorwegianNumberText.Number(quantity), split - Gap, baseline, size, sheet.Ink, TextAnchor.Right);
        var interval = Interval(quantity, _labels);
        if (interval.Length > 0)
        {
            sheet.Write(interval, split, baseline, size, sheet.MutedInk);
        }
    }

    private static string Interval(Quantity quantity, LabelSet labels) =>
        quantity.HasValue && NorwegianNumberText.Limits(quantity) is var (low, high)
            ? labels.Get("figur.intervall", low, high)
            : string.Empty;
}
