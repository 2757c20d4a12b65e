using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>One estimate of a difference.</summary>
/// <param name="Label">How it was made.</param>
/// <param name="Effect">The difference with its interval; without value it has its sign.</param>
public sealed record EffectRow(string Label, Quantity Effect);

/// <summary>A named group of estimates.</summary>
/// <param name="Heading">Heading of the group.</param>
/// <param name="Rows">Rows, first at the top.</param>
public sealed record EffectGroup(string Heading, IReadOnlyList<EffectRow> Rows);

/// <summary>
/// The same difference as several methods estimate it, with intervals, on an axis with 0 marked: does it matter how it is computed? A band shows the interval of the
/// estimate that the others are held against.
/// </summary>
/// <param name="Groups">Groups of estimates, first at the top.</param>
/// <param name="Reference">The estimate that the others are held against.</param>
/// <param name="AxisTitle">Title of the axis.</param>
/// <param name="LowerHint">Words at the left of 0.</param>
/// <param name="HigherHint">Words at the right of 0.</param>
/// <param name="ColumnTitle">Head of the column of numbers.</param>
public sealed record EffectChart(
    IReadOnlyList<EffectGroup> Groups,
    Quantity Reference,
    string AxisTitle,
    string LowerHint,
    string HigherHint,
    string ColumnTitle
) : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Groups.SelectMany(g => g.Rows).Select(r => r.Effect);
}
