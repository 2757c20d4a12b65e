namespace ReportBuilder.Models.Design;

/// <summary>Why a column has no coefficient.</summary>
public enum AliasReason
{
    /// <summary>All its values are 0.</summary>
    AllZero,

    /// <summary>All its values are the same, so it cannot be told from the intercept.</summary>
    Constant,

    /// <summary>It is a linear combination of earlier columns.</summary>
    LinearlyDependent,
}

/// <summary>A column that is a linear combination of earlier ones and therefore has no coefficient of its own.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Reason">Why.</param>
/// <param name="Combination">The combination: earlier columns and their factors; empty for a column of zeros.</param>
public sealed record AliasedColumn(int Column, AliasReason Reason, IReadOnlyList<ColumnFactor> Combination);

/// <summary>A column and the factor it enters a linear combination with.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Factor">Factor.</param>
public readonly record struct ColumnFactor(int Column, double Factor);
