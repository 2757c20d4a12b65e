using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>Which rows an average is over, and with what weights.</summary>
internal static class RowSelection
{
    /// <summary>Prior weights of the rows used, 0 outside the part, adding up to 1; null when no row is within.</summary>
    public static double[]? Weights(ModelDesign design, IReadOnlyList<bool>? within)
    {
        if (within is not null && within.Count != design.RowsGiven)
        {
            throw new ArgumentException($"{within.Count} rows for {design.RowsGiven}.", nameof(within));
        }

        var weights = new double[design.RowCount];
        var sum = 0.0;
        for (var row = 0; row < weights.Length; row++)
        {
            weights[row] = within?[design.UsedRows[row]] == false ? 0 : design.Weights?[row] ?? 1;
            sum += weights[row];
        }

        return sum > 0 ? [.. weights.Select(weight => weight / sum)] : null;
    }
}
