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

    /// <summary><c>oddsrate</c>: odds ratios.</summary>
    OddsRatio,

    /// <summary><c>oddsendring</c>: relative changes of odds, in per cent.</summary>
    OddsChange,

    /// <summary><c>p_verdi</c>: p-values.</summary>
    PValue,

    /// <summary><c>tilpasning</c>: how a model fits, and its variances.</summary>
    Fit,
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
            RevisionUnit.OddsRatio => "oddsrate",
            RevisionUnit.OddsChange => "oddsendring",
            RevisionUnit.PValue => "p_verdi",
            RevisionUnit.Fit => "tilpasning",
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

    /// <summary>The scale that numbers of a unit are measured on.</summary>
    public static RevisionUnit Of(Unit unit) =>
        unit switch
        {
            Unit.Count => RevisionUnit.Count,
            Unit.Share or Unit.Probability or Unit.PercentagePoints => RevisionUnit.Share,
            Unit.LogOdds => RevisionUnit.Coefficient,
            Unit.OddsRatio => RevisionUnit.OddsRatio,
            Unit.OddsChange => RevisionUnit.OddsChange,
            Unit.PValue => RevisionUnit.PValue,
            Unit.Years or Unit.Months or Unit.Level or Unit.Numeric => RevisionUnit.Mean,
            _ => RevisionUnit.Fit,
        };
}
