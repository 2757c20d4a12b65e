using ReportBuilder.Editions;

namespace ReportBuilder.Comparison;

/// <summary>Sorts of numbers that share a tolerance.</summary>
public enum ToleranceClass
{
    /// <summary><c>antall</c>: numbers of persons, municipalities …</summary>
    Count,

    /// <summary><c>andel</c>: shares, probabilities and their differences.</summary>
    Share,

    /// <summary><c>gjennomsnitt</c>: means and other measurements.</summary>
    Mean,

    /// <summary><c>koeffisient</c>: coefficients, odds ratios and changes of odds.</summary>
    Coefficient,

    /// <summary><c>p_verdi</c>: p-values.</summary>
    PValue,

    /// <summary><c>tilpasning</c>: how a model fits, and its variances.</summary>
    Fit,
}

/// <summary>The class of each unit.</summary>
public static class ToleranceClasses
{
    /// <summary>Its name in the settings.</summary>
    public static string Token(this ToleranceClass of) =>
        of switch
        {
            ToleranceClass.Count => "antall",
            ToleranceClass.Share => "andel",
            ToleranceClass.Mean => "gjennomsnitt",
            ToleranceClass.Coefficient => "koeffisient",
            ToleranceClass.PValue => "p_verdi",
            ToleranceClass.Fit => "tilpasning",
            _ => throw new ArgumentOutOfRangeException(nameof(of), of, "No such class."),
        };

    /// <summary>The class that numbers of a unit belong to.</summary>
    public static ToleranceClass Of(Unit unit) =>
        unit switch
        {
            Unit.Count => ToleranceClass.Count,
            Unit.Share or Unit.Probability or Unit.PercentagePoints => ToleranceClass.Share,
            Unit.Years or Unit.Months or Unit.Level or Unit.Numeric => ToleranceClass.Mean,
            Unit.OddsRatio or Unit.LogOdds or Unit.OddsChange => ToleranceClass.Coefficient,
            Unit.PValue => ToleranceClass.PValue,
            Unit.LogLikelihood or Unit.InformationCriterion or Unit.PseudoR2 or Unit.VarianceInflation or Unit.Variance =>
                ToleranceClass.Fit,
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "A unit without a class of tolerance."),
        };
}
