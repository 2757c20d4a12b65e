using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Multilevel;

/// <summary>A log likelihood in the coefficients of the working columns and the standard deviations σ of the grouping factors, in that order.</summary>
internal interface IMixedLikelihood
{
    /// <summary>Number of coefficients.</summary>
    int Width { get; }

    /// <summary>Number of parameters.</summary>
    int Order { get; }

    /// <summary>The log likelihood at the parameters last evaluated.</summary>
    double Value { get; }

    /// <summary>Its gradient.</summary>
    ReadOnlySpan<double> Gradient { get; }

    /// <summary>Its Hessian: full and symmetric, row by row.</summary>
    ReadOnlySpan<double> Hessian { get; }

    /// <summary>The modes at the parameters last evaluated.</summary>
    ModeSearch Modes { get; }

    /// <summary>Derivatives of û by the parameters, a row a level.</summary>
    RowMatrix ModeSlopes { get; }

    /// <summary>Diagonal of D⁻¹: the conditional variance of each level's u.</summary>
    ReadOnlySpan<double> ConditionalVariances { get; }

    /// <summary>Evaluates. Modes are searched from where they were last.</summary>
    void Evaluate(ReadOnlySpan<double> parameters);
}
