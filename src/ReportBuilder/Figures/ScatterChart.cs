using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>One dot.</summary>
/// <param name="X">Value on the horizontal axis.</param>
/// <param name="Y">Value on the vertical axis.</param>
public sealed record ScatterPoint(Quantity X, Quantity Y);

/// <summary>The dots of one scheme, in its colour and shape of marker.</summary>
/// <param name="Scheme">Decides colour and shape: one blue and round, one amber and square, throughout.</param>
/// <param name="Name">Name shown to the reader.</param>
/// <param name="Points">The dots; only what may be shown.</param>
public sealed record ScatterSeries(Scheme Scheme, string Name, IReadOnlyList<ScatterPoint> Points);

/// <summary>What was expected against what came of it: a dot for each unit, a diagonal where the two are alike, and lines at the means.</summary>
/// <param name="Series">One or two series.</param>
/// <param name="XTitle">Title of the horizontal axis.</param>
/// <param name="YTitle">Title of the vertical axis.</param>
/// <param name="Mean">The mean of both axes, where the lines that make four fields stand; without value no lines.</param>
/// <param name="MeanName">Words beside the lines.</param>
/// <param name="AboveName">Words above the diagonal.</param>
/// <param name="BelowName">Words below it.</param>
public sealed record ScatterChart(
    IReadOnlyList<ScatterSeries> Series,
    string XTitle,
    string YTitle,
    Quantity Mean,
    string MeanName,
    string AboveName,
    string BelowName
) : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [.. Series.SelectMany(s => s.Points).SelectMany(p => new[] { p.X, p.Y }), Mean];
}
