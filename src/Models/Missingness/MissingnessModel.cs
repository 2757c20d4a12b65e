using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Missingness;

/// <summary>
/// A model of who is missing: logistic regression of whether a row lacks any of some variables. Estimates away from 0 say that complete rows are not a
/// random part of all; that they are 0 does not say that rows are missing at random.
/// </summary>
public static class MissingnessModel
{
    /// <summary>Fits the model.</summary>
    /// <param name="name">Name of the outcome.</param>
    /// <param name="variables">A row is missing when it lacks any of these.</param>
    /// <param name="terms">
    /// What may explain it. A row without a value of a term cannot be used, so a variable that is itself among those missing leaves one outcome only, and the
    /// fit says so.
    /// </param>
    /// <param name="options">How to fit.</param>
    /// <exception cref="ArgumentException">No variables, or different numbers of rows.</exception>
    public static LogisticFit Fit(
        string name,
        IReadOnlyList<MissingIndicator> variables,
        IReadOnlyList<Term> terms,
        LogisticOptions? options = null
    )
    {
        if (variables.Count == 0)
        {
            throw new ArgumentException("No variables.", nameof(variables));
        }

        var missing = MissingIndicator.Any(variables, variables[0].RowCount);
        return LogisticRegression.Fit(ModelDesign.Build(new DummyTerm(name, [.. missing.Select(m => (bool?)m)]), terms), options);
    }
}
