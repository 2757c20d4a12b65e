using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>How a fit ended.</summary>
public enum RandomInterceptStatus
{
    /// <summary>The optimum was found inside the parameter space.</summary>
    Converged,

    /// <summary>The likelihood is largest where the groups do not differ at all: the estimates are those of the model without groups.</summary>
    ZeroVariance,

    /// <summary>The optimum was not found.</summary>
    NotConverged,

    /// <summary>The model without groups has no estimates; <see cref="RandomInterceptFit.PooledStatus"/> says why.</summary>
    NoPooledEstimates,

    /// <summary>A row that the design uses has no group.</summary>
    GroupMissing,

    /// <summary>All rows used are in one group: a variance between groups has no meaning.</summary>
    OneGroup,

    /// <summary>Every row used is a group of its own: the variance cannot be told from the chance of a single outcome.</summary>
    NoRepeatedGroup,

    /// <summary>The optimum was found, but a variance is too large or too small for a double: a covariate has an extreme unit.</summary>
    OutOfRange,
}

/// <summary>A logistic model with one random intercept as fitted: what it was fitted to, how it ended, and the estimates when there are any. Immutable.</summary>
public sealed record RandomInterceptFit
{
    /// <summary>Rows, columns and terms.</summary>
    public required ModelDesign Design { get; init; }

    /// <summary>How it was to be fitted.</summary>
    public required RandomInterceptOptions Options { get; init; }

    /// <summary>How it ended.</summary>
    public required RandomInterceptStatus Status { get; init; }

    /// <summary>How the model without groups ended, where the fit starts; null when it was not reached.</summary>
    public LogisticStatus? PooledStatus { get; init; }

    /// <summary>Newton steps taken for coefficients and standard deviation together.</summary>
    public required int Iterations { get; init; }

    /// <summary>
    /// Largest absolute element of the gradient of the Laplace log likelihood where it ended, by coefficients of standardised
    /// columns and the standard deviation; null when nothing was iterated.
    /// </summary>
    public double? GradientNorm { get; init; }

    /// <summary>The estimates; null unless the status is Converged or ZeroVariance.</summary>
    public RandomInterceptEstimates? Estimates { get; init; }
}
