using ReportBuilder.Diagnostics;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Charts;

/// <summary>
/// Draws typed charts as SVG with real text. The same chart gives the same bytes, whichever charts are drawn before it or beside it.
/// Safe to use from several threads.
/// </summary>
/// <param name="fonts">The chart typeface; owned by the caller.</param>
/// <param name="style">The look.</param>
/// <param name="labels">Words that are not in the chart itself (<c>figur.*</c>).</param>
/// <param name="diagnostics">Receives characters that the typeface lacks (RB5201).</param>
public sealed class ChartRenderer(ChartFonts fonts, ChartStyle style, LabelSet labels, DiagnosticBag diagnostics)
{
    /// <summary>
    /// Draws a chart, <see cref="ChartStyle.Width"/> pixels wide and as tall as its content needs. Columns whose names or values have no
    /// room, or that would stand alone, are drawn as horizontal bars. A character that the typeface lacks is a
    /// diagnostic (RB5201), and its text lacks it.
    /// </summary>
    /// <returns>An SVG document with <c>viewBox</c>, without title: caption and alt text (<see cref="AltText"/>) stand outside.</returns>
    /// <exception cref="ArgumentException">Categories, edges, means and values do not match in number.</exception>
    public string RenderSvg(Chart chart)
    {
        ChartShape.Check(chart);
        using var sheet = new ChartSheet(style, fonts);
        Draw(sheet, chart);
        ReportMissingGlyphs(sheet);
        return sheet.ToSvg();
    }

    private void Draw(ChartSheet sheet, Chart chart)
    {
        switch (chart)
        {
            case BarChart { Direction: BarDirection.Vertical } bars when Columns.Fits(sheet, bars):
                Columns.Draw(sheet, bars);
                break;
            case BarChart bars:
                HorizontalBars.Draw(sheet, bars);
                break;
            case DistributionChart distribution:
                DistributionSteps.Draw(sheet, distribution, labels);
                break;
            case ForestChart forest:
                Forest.Draw(sheet, forest, labels);
                break;
            case FlowChart flow:
                FlowBars.Draw(sheet, flow);
                break;
            case PairChart pairs:
                Pairs.Draw(sheet, pairs);
                break;
            case ProfileChart profile:
                Profiles.Draw(sheet, profile);
                break;
            case MapChart map:
                Maps.Draw(sheet, map);
                break;
            case ScatterChart scatter:
                ScatterDots.Draw(sheet, scatter);
                break;
            case FunnelChart funnel:
                FunnelDots.Draw(sheet, funnel);
                break;
            case FunnelPanels funnels:
                FunnelPlots.Draw(sheet, funnels);
                break;
            case QuadrantChart quadrants:
                QuadrantFields.Draw(sheet, quadrants);
                break;
            case EffectChart effect:
                EffectRows.Draw(sheet, effect, labels);
                break;
            default:
                throw new ArgumentException($"No drawing for {chart.GetType().Name}.", nameof(chart));
        }
    }

    private void ReportMissingGlyphs(ChartSheet sheet)
    {
        foreach (var text in sheet.Texts)
        {
            foreach (var rune in fonts.MissingGlyphs(text.Text, text.Face))
            {
                diagnostics.Add(
                    Diagnostic.Error("RB5201", null, rune.ToString(), $"U+{rune.Value:X4}", style.FontFamily) with
                    {
                        Found = text.Text,
                    }
                );
            }
        }
    }
}
