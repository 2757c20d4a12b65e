using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Matching;

/// <summary>Matching on a propensity score that is estimated by logistic regression (Rosenbaum and Rubin 1983, Biometrika 70: 41–55).</summary>
public static class PropensityMatching
{
    /// <summary>
    /// Fits the propensity model and matches the rows that it uses; rows it drops take no part and are counted by the design.
    /// Bad data give a status, never an exception.
    /// </summary>
    /// <param name="design">The model: the outcome is the treatment.</param>
    /// <param name="options">How to match.</param>
    /// <param name="exact">A variable that pairs must agree on, a value for each row given to the design; null for none.</param>
    /// <returns>The result; its rows are counted among the rows given to the design.</returns>
    public static MatchingResult Match(ModelDesign design, MatchingOptions? options = null, Categorical? exact = null) =>
        Match(LogisticRegression.Fit(design), options, exact);

    /// <summary>Matches the rows of a propensity model that is fitted already, as when several matchings are made on one.</summary>
    /// <param name="fit">The fitted model: its outcome is the treatment.</param>
    /// <param name="options">How to match.</param>
    /// <param name="exact">A variable that pairs must agree on, a value for each row given to the design; null for none.</param>
    /// <returns>The result; its rows are counted among the rows given to the design.</returns>
    public static MatchingResult Match(LogisticFit fit, MatchingOptions? options = null, Categorical? exact = null)
    {
        var design = fit.Design;
        options ??= new MatchingOptions();
        MatchingOptions.Check(options);
        if (exact is not null && exact.RowCount != design.RowsGiven)
        {
            throw new ArgumentException($"{exact.RowCount} rows, the design was given {design.RowsGiven}.", nameof(exact));
        }

        if (fit.Estimates is not { } estimates)
        {
            return new MatchingResult
            {
                Status = fit.Status switch
                {
                    LogisticStatus.OneOutcomeClass when design.Successes == 0 => MatchingStatus.NoTreated,
                    LogisticStatus.OneOutcomeClass => MatchingStatus.NoControls,
                    _ => MatchingStatus.PropensityNotFitted,
                },
                Options = options,
                Propensity = fit,
                TreatedCount = design.Successes,
                ControlCount = design.RowCount - design.Successes,
            };
        }

        var used = design.UsedRows;
        var scores = Scores(design, estimates, options.Scale);
        var kinds = exact is null ? null : Categorical.FromCodes(exact.Levels, [.. used.Select(exact.LevelOf)]);
        var result = NearestNeighbour.Match(scores, [.. design.Outcome.Select(y => y == 1)], options, kinds);
        return result with
        {
            Propensity = fit,
            Pairs = [.. result.Pairs.Select(p => p with { TreatedRow = used[p.TreatedRow], ControlRow = used[p.ControlRow] })],
            Unmatched = [.. result.Unmatched.Select(u => u with { Row = used[u.Row] })],
        };
    }

    /// <summary>One score a used row. Log odds are the linear predictor: from a probability that is 1 to the last digit they could not be had.</summary>
    internal static double[] Scores(ModelDesign design, LogisticEstimates estimates, MatchingScale scale) =>
        scale == MatchingScale.Probability
            ? [.. estimates.FittedProbabilities]
            : design.Basis.Matrix.Multiply(estimates.WorkingCoefficients)[..design.RowCount];
}
