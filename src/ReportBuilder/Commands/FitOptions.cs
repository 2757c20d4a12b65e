using ReportBuilder.Fits;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>fit</c>.</summary>
/// <param name="File">The data, CSV.</param>
/// <param name="Formula">The model in R's notation.</param>
public sealed record FitOptions(string File, string Formula)
{
    /// <summary>Quadrature points; null for the Laplace approximation.</summary>
    public int? Quadrature { get; init; }

    /// <summary>Column of the clusters that standard errors shall allow for; null for none.</summary>
    public string? Cluster { get; init; }

    /// <summary>Reference levels, each <c>column=level</c>.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>File for the result as JSON; null for none.</summary>
    public string? JsonFile { get; init; }

    /// <summary>Confidence level of intervals.</summary>
    public double Level { get; init; } = Models.ConfidenceInterval.DefaultLevel;

    /// <summary>Kind of robust covariance; null for the model's own.</summary>
    public HeteroscedasticityCorrection? Robust { get; init; }

    /// <summary>Column of prior weights; null for none.</summary>
    public string? Weights { get; init; }

    /// <summary>Decimal mark of the file.</summary>
    public DecimalMark Decimal { get; init; }

    /// <summary>True for profile intervals beside Wald's.</summary>
    public bool HasProfile { get; init; }

    /// <summary>True for variance inflation.</summary>
    public bool HasInflation { get; init; }

    /// <summary>True for the conditional modes of the groups in the JSON file.</summary>
    public bool HasModes { get; init; }
}
