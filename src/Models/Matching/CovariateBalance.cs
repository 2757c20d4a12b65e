using ReportBuilder.Models.Design;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Matching;

/// <summary>How alike treated and controls are in one variable.</summary>
/// <param name="TreatedMean">Mean of the treated.</param>
/// <param name="ControlMean">Mean of the controls; weighted after a matching with several controls for each.</param>
/// <param name="StandardisedDifference">
/// Their difference divided by the standard deviation (n − 1) of all treated before matching, so that before and after have
/// one yardstick; null when that deviation is 0.
/// </param>
/// <param name="VarianceRatio">Variance of the treated divided by that of the controls; null for 0/1 columns and where one has no variance.</param>
public sealed record GroupBalance(double TreatedMean, double ControlMean, double? StandardisedDifference, double? VarianceRatio);

/// <summary>Balance of a column of the propensity model, before and after matching.</summary>
/// <param name="Name">Name of the column as R makes it; for the score it is null.</param>
/// <param name="Term">Name of the term; null for the score.</param>
/// <param name="Level">For a factor the level, the reference level included; otherwise null.</param>
/// <param name="Before">All rows the model used.</param>
/// <param name="After">Matched rows; null when nothing was matched.</param>
public sealed record ColumnBalance(string? Name, string? Term, string? Level, GroupBalance Before, GroupBalance? After);

/// <summary>
/// The balance table of a matching: the score first, then the columns of the model, with a column for every level of a factor. As
/// <c>summary(matchit(…), standardize = TRUE)</c> in R, but for 0/1 columns MatchIt divides by √(p(1 − p)), which is √((n − 1)/n) of the deviation used here.
/// </summary>
public static class CovariateBalance
{
    /// <summary>Computes the table; empty when the propensity model has no estimates.</summary>
    /// <param name="matching">A matching on a propensity score.</param>
    /// <exception cref="ArgumentException">The matching was not made on a propensity model.</exception>
    public static IReadOnlyList<ColumnBalance> Of(MatchingResult matching)
    {
        if (matching.Propensity is not { } fit)
        {
            throw new ArgumentException("Scores were given, not a model.", nameof(matching));
        }

        if (fit.Estimates is not { } estimates)
        {
            return [];
        }

        var design = fit.Design;
        var weights = MatchedWeights(matching, design);
        var score = PropensityMatching.Scores(design, estimates, matching.Options.Scale);
        var result = new List<ColumnBalance> { Column(null, null, null, score, design, weights) };
        foreach (var term in design.Terms)
        {
            if (term.ReferenceLevel is { } reference && term.Status == TermStatus.Coded)
            {
                var rest = new double[design.RowCount];
                Array.Fill(rest, 1);
                foreach (var column in term.Columns)
                {
                    // 0 or 1, and at most one of them 1.
                    ColumnArithmetic.Subtract(rest, 1, design.ColumnValues(column));
                }

                result.Add(Column(term.Term + reference, term.Term, reference, rest, design, weights));
            }

            foreach (var column in term.Columns)
            {
                var description = design.Columns[column];
                result.Add(Column(description.Name, term.Term, description.Level, design.ColumnValues(column).ToArray(), design, weights));
            }
        }

        return result;
    }

    /// <summary>The weight in the matched sample of each row that the model used; null when nothing was matched.</summary>
    private static double[]? MatchedWeights(MatchingResult matching, ModelDesign design)
    {
        if (matching.Pairs.Count == 0)
        {
            return null;
        }

        var sample = matching.Sample();
        var byRow = new double[design.RowsGiven];
        for (var i = 0; i < sample.Rows.Count; i++)
        {
            byRow[sample.Rows[i]] = sample.Weights[i];
        }

        return [.. design.UsedRows.Select(row => byRow[row])];
    }

    private static ColumnBalance Column(string? name, string? term, string? level, double[] values, ModelDesign design, double[]? matched)
    {
        var isBinary = values.All(value => value is 0 or 1);
        var all = new double[values.Length];
        Array.Fill(all, 1);
        var deviation = Math.Sqrt(Moments(values, all, design, treated: true).Variance ?? 0);
        return new ColumnBalance(
            name,
            term,
            level,
            Compare(values, all, design, deviation, isBinary),
            matched is null ? null : Compare(values, matched, design, deviation, isBinary)
        );
    }

    private static GroupBalance Compare(double[] values, double[] weights, ModelDesign design, double deviation, bool isBinary)
    {
        var treated = Moments(values, weights, design, treated: true);
        var control = Moments(values, weights, design, treated: false);
        return new GroupBalance(
            treated.Mean,
            control.Mean,
            deviation > 0 ? (treated.Mean - control.Mean) / deviation : null,
            isBinary || control.Variance is not > 0 ? null : treated.Variance / control.Variance
        );
    }

    /// <summary>Weighted mean, and variance with the divisor W − Σw²/W of MatchIt (n − 1 when all weights are 1).</summary>
    private static (double Mean, double? Variance) Moments(double[] values, double[] weights, ModelDesign design, bool treated)
    {
        var (total, squares, sum) = (0.0, 0.0, 0.0);
        var outcome = design.Outcome.AsSpan();
        for (var row = 0; row < values.Length; row++)
        {
            var weight = outcome[row] == 1 == treated ? weights[row] : 0;
            total += weight;
            squares += weight * weight;
            sum += weight * values[row];
        }

        var mean = sum / total;
        var spread = 0.0;
        for (var row = 0; row < values.Length; row++)
        {
            spread += outcome[row] == 1 == treated ? weights[row] * (values[row] - mean) * (values[row] - mean) : 0;
        }

        var divisor = total - squares / total;
        return (mean, divisor > 0 ? spread / divisor : null);
    }
}
