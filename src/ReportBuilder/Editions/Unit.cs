namespace ReportBuilder.Editions;

/// <summary>
/// What a number counts or measures. Decides how it is printed and compared; the words for it stand in the label file
/// (<c>enhet.*</c>). Shares and probabilities are held as fractions (0–1) and printed in per cent.
/// </summary>
public enum Unit
{
    /// <summary>A number of persons, municipalities …</summary>
    Count,

    /// <summary>A part of a whole, held as 0–1, printed in per cent.</summary>
    Share,

    /// <summary>A predicted probability, held as 0–1, printed in per cent.</summary>
    Probability,

    /// <summary>A difference of two shares, held as −1–1, printed times 100.</summary>
    PercentagePoints,

    /// <summary>A ratio of odds; 1 means no difference.</summary>
    OddsRatio,

    /// <summary>A coefficient of a logistic model, natural logarithm of an odds ratio.</summary>
    LogOdds,

    /// <summary>A relative change of odds, held as a fraction (0.58 = 58 per cent higher), printed times 100.</summary>
    OddsChange,

    /// <summary>Years.</summary>
    Years,

    /// <summary>Months.</summary>
    Months,

    /// <summary>A level on an ordinal scale.</summary>
    Level,

    /// <summary>A two-sided p-value.</summary>
    PValue,

    /// <summary>A natural log likelihood.</summary>
    LogLikelihood,

    /// <summary>An information criterion.</summary>
    InformationCriterion,

    /// <summary>A pseudo R².</summary>
    PseudoR2,

    /// <summary>A (generalised) variance inflation factor.</summary>
    VarianceInflation,

    /// <summary>A variance of log odds: how much groups differ.</summary>
    Variance,

    /// <summary>A number in a unit that the text tells, or in none: facts on a municipality, a gradient.</summary>
    Numeric,
}
