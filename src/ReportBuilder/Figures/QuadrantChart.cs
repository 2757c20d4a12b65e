using ReportBuilder.Editions;

namespace ReportBuilder.Figures;

/// <summary>One of four fields.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Explanation">What being there means, in a sentence.</param>
/// <param name="Count">How many units are there; not shown without a value.</param>
/// <param name="CountWords">The count in words for the reader («112 prosjekter»).</param>
public sealed record Quadrant(string Name, string Explanation, Quantity Count, string CountWords);

/// <summary>One axis cut in two.</summary>
/// <param name="Title">What it measures.</param>
/// <param name="Low">Words for the half to the left or below.</param>
/// <param name="High">Words for the half to the right or above.</param>
public sealed record HalvedAxis(string Title, string Low, string High);

/// <summary>Four fields from two axes, each cut in two: names and explanations, no scale.</summary>
/// <param name="X">Horizontal axis.</param>
/// <param name="Y">Vertical axis.</param>
/// <param name="LowHigh">Upper left.</param>
/// <param name="HighHigh">Upper right.</param>
/// <param name="LowLow">Lower left.</param>
/// <param name="HighLow">Lower right.</param>
public sealed record QuadrantChart(HalvedAxis X, HalvedAxis Y, Quadrant LowHigh, Quadrant HighHigh, Quadrant LowLow, Quadrant HighLow)
    : Chart
{
    /// <summary>The fields as they are read: upper left, upper right, lower left, lower right.</summary>
    public IReadOnlyList<Quadrant> Fields { get; } = [LowHigh, HighHigh, LowLow, HighLow];

    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => Fields.Select(f => f.Count);
}
