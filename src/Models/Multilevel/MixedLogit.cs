using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Multilevel;

/// <summary>
/// Logistic regression with normal random intercepts of any number of grouping factors (one level, nested, crossed), by maximum
/// likelihood in the Laplace approximation, as lme4's <c>glmer</c> and glmmTMB, or with adaptive quadrature for one factor.
/// </summary>
public static class MixedLogit
{
    /// <summary>
    /// Most levels, the largest factor of each connected part left out, that crossed factors may tie together: work grows with the
    /// third power of it.
    /// </summary>
    public const int MaxCrossedLevels = 800;

    /// <summary>Fits the model. Bad data give a status, never an exception.</summary>
    /// <param name="design">Outcome and terms.</param>
    /// <param name="groups">The grouping factors, each with a group for each row given to the design.</param>
    /// <param name="options">How to fit; null for the defaults.</param>
    /// <exception cref="ArgumentException">A factor has another number of rows than the design was given, or two have the same name.</exception>
    public static MixedLogitFit Fit(ModelDesign design, IReadOnlyList<GroupingFactor> groups, MixedLogitOptions? options = null) =>
        throw new NotSupportedException();
}
