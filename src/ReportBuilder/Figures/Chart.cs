using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>What a figure shows, free of any drawing: texts already in the language of the publication, numbers as quantities.</summary>
public abstract record Chart
{
    /// <summary>All quantities shown, in order.</summary>
    public abstract IEnumerable<Quantity> Quantities { get; }
}

/// <summary>One series of values, drawn in the colour of its scheme.</summary>
/// <param name="Scheme">Decides colour and pattern: one blue, one amber, throughout.</param>
/// <param name="Name">Name shown to the reader.</param>
/// <param name="Values">One quantity a category, in the order of the chart's categories.</param>
public sealed record ChartSeries(Scheme Scheme, string Name, IReadOnlyList<Quantity> Values);

/// <summary>Which way the bars grow.</summary>
public enum BarDirection
{
    /// <summary>Columns: for few categories with short names.</summary>
    Vertical,

    /// <summary>Horizontal bars: for many categories or long names.</summary>
    Horizontal,
}

/// <summary>
/// Grouped bars with a value label on each: shares by category and scheme. A suppressed value has no bar but its sign «:»;
/// missing and nil likewise print their sign.
/// </summary>
/// <param name="Categories">Names of the categories, in the order shown (first at the top or left).</param>
/// <param name="Series">One or two series.</param>
/// <param name="Direction">Columns or horizontal bars.</param>
/// <param name="AxisTitle">Title of the value axis.</param>
public sealed record BarChart(IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, BarDirection Direction, string AxisTitle)
    : Chart
{
    /// <summary>End of the value axis in the scale printed (100 for shares in per cent); null for the greatest value shown.</summary>
    public double? Maximum { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Series.SelectMany(s => s.Values);
}

/// <summary>
/// A distribution by scheme as shares of equal-width classes, drawn as outlined steps with light fill so that both schemes show.
/// The last class may be open («60 og over»).
/// </summary>
/// <param name="Edges">Lower edge of each class and, last, the upper edge of the last class: one more than there are classes.</param>
/// <param name="Series">Two series; each value is the share of the scheme's participants in the class.</param>
/// <param name="Means">Mean of each series, marked by a line with a direct label; same order as <paramref name="Series"/>.</param>
/// <param name="AxisTitle">Title of the horizontal axis (with unit).</param>
/// <param name="ShareTitle">Title of the vertical axis.</param>
/// <param name="LastIsOpen">True when the last class holds all values above its lower edge.</param>
public sealed record DistributionChart(
    IReadOnlyList<double> Edges,
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<Quantity> Means,
    string AxisTitle,
    string ShareTitle,
    bool LastIsOpen
) : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Series.SelectMany(s => s.Values).Concat(Means);
}

/// <summary>One step of a flow chart.</summary>
/// <param name="Label">Name of the step.</param>
/// <param name="Total">Number in all series together.</param>
/// <param name="Leaves">True for those who leave at the step; false for those who are there.</param>
public sealed record FlowStep(string Label, Quantity Total, bool Leaves);

/// <summary>
/// A flow, as steps of horizontal bars: those who are there from zero, those who leave at the end of those who were there, so that what is left meets the next bar.
/// </summary>
/// <param name="Steps">Steps, first at the top; the first is of those who are there.</param>
/// <param name="Series">The parts of each step, one after the other in the bar.</param>
/// <param name="AxisTitle">What is counted.</param>
public sealed record FlowChart(IReadOnlyList<FlowStep> Steps, IReadOnlyList<ChartSeries> Series, string AxisTitle) : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Series.SelectMany(s => s.Values).Concat(Steps.Select(s => s.Total));
}

/// <summary>One row of a forest plot.</summary>
/// <param name="Label">Name of the term.</param>
/// <param name="OddsRatio">Odds ratio with interval; without value when it could not be estimated (prints its sign).</param>
/// <param name="IsSignificant">True when the interval does not hold 1: filled marker, otherwise hollow.</param>
public sealed record ForestRow(string Label, Quantity OddsRatio, bool IsSignificant);

/// <summary>A named group of rows in a forest plot.</summary>
/// <param name="Heading">Heading of the group.</param>
/// <param name="Rows">Rows, first at the top.</param>
public sealed record ForestGroup(string Heading, IReadOnlyList<ForestRow> Rows);

/// <summary>Forest plot: odds ratios with intervals on a logarithmic axis, a dashed line at 1, value and interval printed at the right.</summary>
/// <param name="Groups">Groups of terms, first at the top.</param>
/// <param name="AxisTitle">Title of the axis.</param>
/// <param name="LowerHint">Words at the left end («lavere odds»).</param>
/// <param name="HigherHint">Words at the right end («høyere odds»).</param>
public sealed record ForestChart(IReadOnlyList<ForestGroup> Groups, string AxisTitle, string LowerHint, string HigherHint) : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Groups.SelectMany(g => g.Rows).Select(r => r.OddsRatio);
}

/// <summary>One scheme of a pair chart.</summary>
/// <param name="Scheme">Decides the colour.</param>
/// <param name="Name">Name shown to the reader.</param>
/// <param name="Actual">What happened, one quantity a category.</param>
/// <param name="Expected">What was expected, one quantity a category.</param>
public sealed record PairPanel(Scheme Scheme, string Name, IReadOnlyList<Quantity> Actual, IReadOnlyList<Quantity> Expected);

/// <summary>
/// Two shares a category, what happened and what was expected, as two marks on a line between them; one panel a scheme, side by side on the same scale.
/// </summary>
/// <param name="Categories">Names of the categories, first at the top.</param>
/// <param name="Panels">Panels, first at the left.</param>
/// <param name="ActualName">Key of the filled mark.</param>
/// <param name="ExpectedName">Key of the open mark.</param>
/// <param name="AxisTitle">Title of the axis.</param>
public sealed record PairChart(
    IReadOnlyList<string> Categories,
    IReadOnlyList<PairPanel> Panels,
    string ActualName,
    string ExpectedName,
    string AxisTitle
) : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Panels.SelectMany(p => p.Actual.Concat(p.Expected));
}
