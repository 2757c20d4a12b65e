using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Fits;

/// <summary>How the likelihood was computed.</summary>
internal enum FitMethod
{
    /// <summary>Exactly: a model without a random part.</summary>
    Ml,

    /// <summary>By the Laplace approximation.</summary>
    Laplace,

    /// <summary>By adaptive Gauss–Hermite quadrature.</summary>
    Agq,
}

/// <summary>What standard errors rest on.</summary>
internal enum ErrorKind
{
    /// <summary>The model: the inverse of the information.</summary>
    Model,

    /// <summary>Clusters may depend within themselves in any way: R's <c>vcovCL(fit, cluster)</c>.</summary>
    Cluster,

    /// <summary>Rows are independent, their variance whatever it is: R's <c>vcovHC(fit, type)</c>.</summary>
    Robust,
}

/// <summary>Numbers of the whole model.</summary>
/// <param name="LogLikelihood">Log likelihood.</param>
/// <param name="Parameters">Number of parameters, variances counted.</param>
/// <param name="Aic">Akaike's criterion.</param>
/// <param name="Bic">Schwarz's criterion.</param>
internal sealed record FitMeasures(double LogLikelihood, int Parameters, double Aic, double Bic)
{
    /// <summary>−2 log likelihood.</summary>
    public double Deviance => -2 * LogLikelihood;
}

/// <summary>The proof that what was found is an optimum.</summary>
/// <param name="GradientNorm">Largest absolute element of the gradient.</param>
/// <param name="SmallestEigenvalue">Smallest eigenvalue of the negative Hessian.</param>
/// <param name="Starts">Number of starts.</param>
/// <param name="StartsAgree">Whether they met; null with one start.</param>
/// <param name="Results">Each start and where it ended; empty for a likelihood with one optimum only.</param>
internal sealed record FitCertificate(
    double? GradientNorm,
    double? SmallestEigenvalue,
    int Starts,
    bool? StartsAgree,
    IReadOnlyList<StartResult> Results
);

/// <summary>Cluster-robust covariances.</summary>
/// <param name="Column">Column of the clusters.</param>
/// <param name="Groups">Number of clusters among the rows used.</param>
/// <param name="Cr0">Without, and <paramref name="Cr1"/> with the correction for the number of coefficients.</param>
/// <param name="Cr1">See <paramref name="Cr0"/>.</param>
internal sealed record ClusterErrors(string Column, int Groups, CoefficientCovariance Cr0, CoefficientCovariance Cr1);

/// <summary>A model as fitted, whatever its kind, with all that was asked for.</summary>
internal sealed record FitResult
{
    /// <summary>What was fitted.</summary>
    public required FitModel Model { get; init; }

    /// <summary>How the likelihood was computed.</summary>
    public required FitMethod Method { get; init; }

    /// <summary>Quadrature points; 1 for all but quadrature.</summary>
    public int QuadraturePoints { get; init; } = 1;

    /// <summary>Name of what kept the model from being fitted; null when nothing did.</summary>
    public string? Cause { get; init; }

    /// <summary>The terms or groupings that the cause is about.</summary>
    public IReadOnlyList<string> CauseTerms { get; init; } = [];

    /// <summary>Newton steps.</summary>
    public required int Iterations { get; init; }

    /// <summary>The proof of the optimum; null when nothing was iterated.</summary>
    public FitCertificate? Certificate { get; init; }

    /// <summary>Numbers of the whole model; null when it was refused.</summary>
    public FitMeasures? Measures { get; init; }

    /// <summary>One entry a column, with errors as <see cref="Errors"/> says; without estimates when the model was refused.</summary>
    public required IReadOnlyList<LogisticCoefficient> Coefficients { get; init; }

    /// <summary>The same with the model's own errors.</summary>
    public required IReadOnlyList<LogisticCoefficient> ModelCoefficients { get; init; }

    /// <summary>Covariance of the coefficients estimated, as <see cref="Errors"/> says; null when the model was refused.</summary>
    public CoefficientCovariance? Covariance { get; init; }

    /// <summary>What the standard errors rest on.</summary>
    public ErrorKind Errors { get; init; }

    /// <summary>Name of the kind of robust errors, <c>HC1</c>; null for others.</summary>
    public string? RobustName { get; init; }

    /// <summary>Why the robust errors asked for could not be computed; null when they could or were not asked for.</summary>
    public RobustStatus? RobustProblem { get; init; }

    /// <summary>Cluster-robust covariances; null when none were asked for.</summary>
    public ClusterErrors? Cluster { get; init; }

    /// <summary>The variances of the random part.</summary>
    public IReadOnlyList<VarianceComponent> Components { get; init; } = [];

    /// <summary>Profile intervals of the variances, in the order of <see cref="Components"/>; empty when not asked for.</summary>
    public IReadOnlyList<VarianceInterval> VarianceIntervals { get; init; } = [];

    /// <summary>Profile intervals of the coefficients; empty when not asked for.</summary>
    public IReadOnlyList<ProfileInterval> Profiles { get; init; } = [];

    /// <summary>Variance inflation; empty when not asked for.</summary>
    public IReadOnlyList<TermInflation> Inflation { get; init; } = [];

    /// <summary>Confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>True when there are estimates.</summary>
    public bool IsConverged => Measures is not null;
}
