using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Accounts;

/// <summary>Numbers whose revisions can be measured together, since they are printed on one scale.</summary>
public enum RevisionUnit
{
    /// <summary><c>antall</c>: numbers of persons, municipalities …</summary>
    Count,

    /// <summary><c>andel</c>: shares, probabilities and their differences, in percentage points.</summary>
    Share,

    /// <summary><c>gjennomsnitt</c>: means and other measurements, each in its own unit.</summary>
    Mean,

    /// <summary><c>koeffisient</c>: coefficients on the logit scale.</summary>
    Coefficient,

    /// <summary><c>standardfeil</c>: their standard errors.</summary>
    StandardError,

    /// <summary><c>oddsrate</c>: odds ratios.</summary>
    OddsRatio,

    /// <summary><c>oddsendring</c>: relative changes of odds, in per cent.</summary>
    OddsChange,

    /// <summary><c>p_verdi</c>: p-values.</summary>
    PValue,

    /// <summary><c>vif</c>: variance inflation.</summary>
    Inflation,

    /// <summary><c>loglikelihood</c>: log likelihoods and information criteria.</summary>
    Likelihood,

    /// <summary><c>varians</c>: variances of groups, and shares of variance explained.</summary>
    Variance,
}

/// <summary>The units by their names in ids and labels, and how their changes are printed.</summary>
public static class RevisionUnits
{
    /// <summary>All, in the order printed.</summary>
    public static IReadOnlyList<RevisionUnit> All { get; } = Enum.GetValues<RevisionUnit>();

    /// <summary>The name in ids and labels.</summary>
    public static string Token(this RevisionUnit unit) =>
        unit switch
        {
            RevisionUnit.Count => "antall",
            RevisionUnit.Share => "andel",
            RevisionUnit.Mean => "gjennomsnitt",
            RevisionUnit.Coefficient => "koeffisient",
            RevisionUnit.StandardError => "standardfeil",
            RevisionUnit.OddsRatio => "oddsrate",
            RevisionUnit.OddsChange => "oddsendring",
            RevisionUnit.PValue => "p_verdi",
            RevisionUnit.Inflation => "vif",
            RevisionUnit.Likelihood => "loglikelihood",
            RevisionUnit.Variance => "varians",
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "No such unit."),
        };

    /// <summary>The unit and decimals in which the size of a change is printed.</summary>
    public static (Unit Unit, int Decimals) Printed(this RevisionUnit unit) =>
        unit switch
        {
            RevisionUnit.Count => (Unit.Numeric, 0),
            RevisionUnit.Share => (Unit.PercentagePoints, 1),
            RevisionUnit.OddsChange => (Unit.OddsChange, 0),
            RevisionUnit.PValue => (Unit.Numeric, 3),
            _ => (Unit.Numeric, 2),
        };

    // A standard error has the unit of its coefficient, but tells how sure it is and not how great.
    private const string StandardErrors = ".standardfeil";

    /// <summary>The scale that a number is measured on.</summary>
    public static RevisionUnit Of(Quantity quantity) =>
        quantity.Unit switch
        {
            Unit.Count => RevisionUnit.Count,
            Unit.Share or Unit.Probability or Unit.PercentagePoints => RevisionUnit.Share,
            Unit.LogOdds => quantity.Id.Value.EndsWith(StandardErrors, StringComparison.Ordinal)
                ? RevisionUnit.StandardError
                : RevisionUnit.Coefficient,
            Unit.OddsRatio => RevisionUnit.OddsRatio,
            Unit.OddsChange => RevisionUnit.OddsChange,
            Unit.PValue => RevisionUnit.PValue,
            Unit.Years or Unit.Months or Unit.Level or Unit.Numeric => RevisionUnit.Mean,
            Unit.VarianceInflation => RevisionUnit.Inflation,
            Unit.LogLikelihood or Unit.InformationCriterion => RevisionUnit.Likelihood,
            Unit.PseudoR2 or Unit.Variance => RevisionUnit.Variance,
            _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity.Unit, "A unit without a scale of revision."),
        };
}
