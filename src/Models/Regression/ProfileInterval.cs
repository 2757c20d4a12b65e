using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Regression;

/// <summary>What became of one limit of a profile interval.</summary>
public enum ProfileLimitStatus
{
    /// <summary>It was found.</summary>
    Found,

    /// <summary>The likelihood stays high however far the coefficient goes to this side: there is no limit.</summary>
    Unbounded,

    /// <summary>The search ended without an answer: the profile leaves what doubles can hold.</summary>
    NotFound,

    /// <summary>The column is aliased or the model has no estimates.</summary>
    NoEstimate,
}

/// <summary>One limit of a profile interval.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Value">The limit, in log odds for one unit of the column; null unless the status is <see cref="ProfileLimitStatus.Found"/>.</param>
public readonly record struct ProfileLimit(ProfileLimitStatus Status, double? Value);

/// <summary>A profile-likelihood interval of a coefficient.</summary>
/// <param name="ColumnIndex">Index of the column in the design.</param>
/// <param name="Column">The column.</param>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Level">Confidence level.</param>
public sealed record ProfileInterval(int ColumnIndex, DesignColumn Column, ProfileLimit Low, ProfileLimit High, double Level);
