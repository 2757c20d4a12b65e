namespace ReportBuilder.Models.Regression;

/// <summary>What kind of change an average marginal effect is of.</summary>
public enum EffectKind
{
    /// <summary>The variable 1 in every row against 0 in every row.</summary>
    Difference,

    /// <summary>One level of a factor in every row against its reference level in every row.</summary>
    LevelDifference,

    /// <summary>The derivative of the probability by a number, for one unit as measured (before scaling).</summary>
    Derivative,
}

/// <summary>Whether an average marginal effect could be computed.</summary>
public enum EffectStatus
{
    /// <summary>It could.</summary>
    Estimated,

    /// <summary>The model has no estimates.</summary>
    NoEstimates,

    /// <summary>The model has no term of that name with columns.</summary>
    VariableNotInModel,

    /// <summary>No row used is within the part asked for.</summary>
    NoRows,

    /// <summary>The change breaks a linear relation that all rows of the data satisfy.</summary>
    NotEstimable,
}

/// <summary>An average marginal effect on the probability, from −1 to 1 for a difference.</summary>
/// <param name="Variable">The variable changed.</param>
/// <param name="Level">For a factor the level; otherwise null.</param>
/// <param name="Kind">What kind of change it is of; null when the model does not have the variable.</param>
/// <param name="Status">Whether it could be computed.</param>
/// <param name="Estimate">The effect; null unless the status is <see cref="EffectStatus.Estimated"/>.</param>
public sealed record MarginalEffect(string Variable, string? Level, EffectKind? Kind, EffectStatus Status, AverageEstimate? Estimate);
