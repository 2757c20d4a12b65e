using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>A pair of limits in a funnel plot: chance alone keeps a certain share of the dots between them.</summary>
/// <param name="Name">Words at the end of the line.</param>
/// <param name="AtOne">How far from 0 they would be for one person; for n persons it is this divided by √n.</param>
public sealed record FunnelLimit(string Name, Quantity AtOne)
{
    /// <summary>How far from 0 they are where chance has nothing to say, because units differ; the two are added as variances. Null where that is no part of the limits.</summary>
    public Quantity? Spread { get; init; }

    /// <summary>The numbers that the limits rest on.</summary>
    public IEnumerable<Quantity> Quantities => Spread is null ? [AtOne] : [AtOne, Spread];
}

/// <summary>
/// Funnel plot (Spiegelhalter 2005): differences from what was expected against the number of persons, on a logarithmic axis, with limits that narrow as the number
/// grows.
/// </summary>
/// <param name="Series">One or two series; X is the number of persons, Y the difference.</param>
/// <param name="XTitle">Title of the horizontal axis.</param>
/// <param name="YTitle">Title of the vertical axis.</param>
/// <param name="Limits">The limits, narrowest first; one without value is not drawn.</param>
public sealed record FunnelChart(IReadOnlyList<ScatterSeries> Series, string XTitle, string YTitle, IReadOnlyList<FunnelLimit> Limits)
    : Chart
{
    /// <summary>Fields where units lie that are not shown one by one.</summary>
    public IReadOnlyList<FunnelArea> Areas { get; init; } = [];

    /// <summary>What the fields are, in the key; empty without fields.</summary>
    public string AreaName { get; init; } = string.Empty;

    /// <summary>The unit that the plot is about; null when it is about all.</summary>
    public FunnelMark? Marked { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities =>
        [
            .. Series.SelectMany(s => s.Points).Concat(Marked is null ? [] : [Marked.Point]).SelectMany(p => new[] { p.X, p.Y }),
            .. Limits.SelectMany(l => l.Quantities),
        ];
}
