using System.Globalization;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Reconciliation;

/// <summary>A person whose probability the report predicts.</summary>
/// <param name="Values">Value of each term that is named; of a factor, 1 at the person's category.</param>
internal sealed record Profile(IReadOnlyDictionary<string, double> Values)
{
    private const string Scheme = "ordning";

    /// <summary>Reads parts of the form <c>term=number</c>; null when one is not, or stands twice.</summary>
    public static Profile? Read(IReadOnlyList<string> parts)
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var sides = part.Split('=');
            if (
                sides.Length != 2
                || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                || !values.TryAdd(sides[0], value)
            )
            {
                return null;
            }
        }

        return values.Count == 0 ? null : new Profile(values);
    }

    /// <summary>Predicted probability, the terms not named at their means over the rows of the model; null when the model has none.</summary>
    public double? Probability(LogisticFit fit) => fit.Estimates?.Predict(Row(fit))?.Probability;

    /// <summary>The probability in the introduction programme less that in Jobbsjansen.</summary>
    public double? Difference(LogisticFit fit) => In(0).Probability(fit) - In(1).Probability(fit);

    private Profile In(double scheme) => new(new Dictionary<string, double>(Values, StringComparer.Ordinal) { [Scheme] = scheme });

    private double[] Row(LogisticFit fit)
    {
        var design = fit.Design;
        var factors = Values.Keys.Where(k => k.Contains('.', StringComparison.Ordinal)).Select(k => k.Split('.')[0]).ToHashSet();
        var row = new double[design.Columns.Count];
        for (var j = 0; j < row.Length; j++)
        {
            var column = design.Columns[j];
            row[j] =
                column.Term is null ? 1
                : Values.TryGetValue(PublishedModels.NameOf(column), out var value) ? value
                : column.Level is not null && factors.Contains(column.Term) ? 0
                : Mean(design.ColumnValues(j));
        }

        return row;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
