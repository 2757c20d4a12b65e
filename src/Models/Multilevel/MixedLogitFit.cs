using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Models.Multilevel;

/// <summary>How a multilevel fit ended.</summary>
public enum MixedLogitStatus
{
    /// <summary>The optimum was found inside the parameter space.</summary>
    Converged,

    /// <summary>
    /// The optimum was found with one variance or more at zero: those groups do not differ more than chance. The other estimates
    /// are those of the model without these groups; which they are stands with the components.
    /// </summary>
    VarianceOnBoundary,

    /// <summary>The optimum was not found within the iterations allowed, or no step uphill was found.</summary>
    NotConverged,

    /// <summary>The likelihood grows with a standard deviation past all sense: outcomes hardly vary within groups.</summary>
    VarianceUnbounded,

    /// <summary>The model without groups has no estimates; <see cref="MixedLogitFit.Pooled"/> says why.</summary>
    NoPooledEstimates,

    /// <summary>No grouping factor was given.</summary>
    NoGroupingFactor,

    /// <summary>A row that the design uses has no group in <see cref="MixedLogitFit.Factor"/>.</summary>
    GroupMissing,

    /// <summary>All rows used are in one group of <see cref="MixedLogitFit.Factor"/>: a variance between groups has no meaning.</summary>
    OneGroup,

    /// <summary>Every row used is a group of its own in <see cref="MixedLogitFit.Factor"/>: its variance cannot be told from the chance of a single outcome.</summary>
    NoRepeatedGroup,

    /// <summary><see cref="MixedLogitFit.Factor"/> groups the rows exactly as an earlier factor does: only the sum of their variances has a meaning.</summary>
    FactorRepeated,

    /// <summary>Crossed factors tie too many levels together for an exact solution; see <see cref="MixedLogit.MaxCrossedLevels"/>.</summary>
    TooManyCrossedLevels,

    /// <summary>More than one quadrature point was asked for with more than one grouping factor.</summary>
    QuadratureNeedsOneFactor,

    /// <summary>The design has prior weights, which the multilevel likelihood does not take.</summary>
    WeightsNotSupported,

    /// <summary>The optimum was found, but a variance is too large or too small for a double: a covariate has an extreme unit.</summary>
    OutOfRange,
}

/// <summary>A multilevel logistic model as fitted: what it was fitted to, how it ended, and the estimates when there are any. Immutable.</summary>
public sealed record MixedLogitFit
{
    /// <summary>Rows, columns and terms.</summary>
    public required ModelDesign Design { get; init; }

    /// <summary>The grouping factors, in the order given.</summary>
    public required IReadOnlyList<GroupingFactor> Factors { get; init; }

    /// <summary>How it was to be fitted.</summary>
    public required MixedLogitOptions Options { get; init; }

    /// <summary>How it ended.</summary>
    public required MixedLogitStatus Status { get; init; }

    /// <summary>Name of the grouping factor that the status is about; null when it is about none in particular.</summary>
    public string? Factor { get; init; }

    /// <summary>The model without groups, where the fit starts.</summary>
    public required LogisticFit Pooled { get; init; }

    /// <summary>Newton steps from the start that ended highest.</summary>
    public required int Iterations { get; init; }

    /// <summary>Proof that the estimates are an optimum, or what was found short of one; null when nothing was iterated.</summary>
    public ConvergenceCertificate? Certificate { get; init; }

    /// <summary>The estimates; null unless the status is Converged or VarianceOnBoundary.</summary>
    public MixedLogitEstimates? Estimates { get; init; }

    /// <summary>True when there are estimates.</summary>
    public bool IsConverged => Estimates is not null;
}
