using ReportBuilder.Diagnostics;

namespace ReportBuilder.Reconciliation;

/// <summary>How a published number is computed; the word in <c>avstemming.csv</c> stands in <see cref="ReconciliationWords"/>.</summary>
public enum Measure
{
    /// <summary>Number of rows, units or groups.</summary>
    Count,

    /// <summary>Number of units divided by the number of years.</summary>
    CountPerYear,

    /// <summary>Percentage that meets the condition, of those for whom it is known.</summary>
    Share,

    /// <summary>Percentage that meets the condition, of all: an unknown value counts as not meeting it.</summary>
    ShareOfAll,

    /// <summary>Mean of a number.</summary>
    Mean,

    /// <summary>Percentile of a number; the median is the 50th.</summary>
    Percentile,

    /// <summary>Largest value.</summary>
    Maximum,

    /// <summary>Smallest value.</summary>
    Minimum,

    /// <summary>Most frequent value.</summary>
    Mode,

    /// <summary>Correlation of two numbers.</summary>
    Correlation,

    /// <summary>Coefficient of a model, in log odds.</summary>
    Coefficient,

    /// <summary>Standard error of a coefficient.</summary>
    StandardError,

    /// <summary>Generalised variance inflation factor of a term.</summary>
    VarianceInflation,

    /// <summary>Predicted probability, in per cent, of a person with the values named; in the other terms the mean of the complete persons.</summary>
    Prediction,

    /// <summary>Predicted probability after the introduction programme less that after Jobbsjansen, in percentage points, of such a person.</summary>
    PredictionDifference,

    /// <summary>Mean over the complete persons of the predicted probability in Jobbsjansen less that in the introduction programme, all else as it is.</summary>
    AverageDifference,

    /// <summary>Percentile of a class numbered from the other end: seven less the class, for SSB's six classes of centrality.</summary>
    ReversedPercentile,

    /// <summary>The constant when the Norwegian levels are numbered from 1 (under A1 = 1) and not from 0.</summary>
    ConstantFromOne,

    /// <summary>Odds ratio of a coefficient.</summary>
    OddsRatio,

    /// <summary>Change of the odds, in per cent.</summary>
    OddsChange,

    /// <summary>Intraclass correlation on the latent scale.</summary>
    IntraclassCorrelation,

    /// <summary>Log likelihood.</summary>
    LogLikelihood,

    /// <summary>McFadden's R².</summary>
    McFadden,

    /// <summary>Number of rows a model is fitted to.</summary>
    Observations,

    /// <summary>Number of groups of a model with random intercept.</summary>
    Groups,
}

/// <summary>What a published number is a number of.</summary>
public enum Basis
{
    /// <summary>All persons.</summary>
    All,

    /// <summary>Persons with all variables of the individual model.</summary>
    Complete,

    /// <summary>The other persons.</summary>
    Incomplete,

    /// <summary>Municipality-years.</summary>
    MunicipalityYears,

    /// <summary>Municipality-years of the municipality model.</summary>
    ModelMunicipalityYears,

    /// <summary>Schemes of municipality-years: one with both schemes stands twice. The condition is on these; what makes a unit is on all its persons.</summary>
    SchemeMunicipalityYears,

    /// <summary>Project-years of the project model.</summary>
    ProjectYears,

    /// <summary>Projects with a contribution indicator.</summary>
    Projects,

    /// <summary>The individual model.</summary>
    IndividualModel,

    /// <summary>The model with a random intercept for the municipality.</summary>
    MunicipalityModel,

    /// <summary>The model with a random intercept for the project.</summary>
    ProjectModel,

    /// <summary>The individual model of women only (Tabell 19).</summary>
    IndividualModelOfWomen,

    /// <summary>The municipality model of women only (Tabell 20).</summary>
    MunicipalityModelOfWomen,

    /// <summary>The project model of women only (Tabell 21).</summary>
    ProjectModelOfWomen,
}

/// <summary>When our number counts as the published one.</summary>
public enum ToleranceKind
{
    /// <summary>Equal.</summary>
    Exact,

    /// <summary>Within one percentage point.</summary>
    OnePoint,

    /// <summary>Within two per cent, or rounding to the printed digits.</summary>
    TwoPerCent,

    /// <summary>Within one unit of the last printed digit.</summary>
    OneUnit,

    /// <summary>Within two published standard errors.</summary>
    TwoStandardErrors,

    /// <summary>For odds: the logarithm within two published standard errors of the coefficient.</summary>
    TwoStandardErrorsOfLog,

    /// <summary>Within 0.02.</summary>
    Intraclass,

    /// <summary>Within 0.05.</summary>
    FiveHundredths,

    /// <summary>Within 3 points.</summary>
    ThreePoints,

    /// <summary>A vague number («ca.», «om lag», «rundt»): within the distance the line states.</summary>
    Around,

    /// <summary>A number said to be exceeded («over», «mer enn»): exceeded, by the distance the line states at most.</summary>
    Above,

    /// <summary>A number said not to be reached («nesten», «under»): not reached, by the distance the line states at most.</summary>
    Below,

    /// <summary>At least as large.</summary>
    AtLeast,

    /// <summary>At most as large.</summary>
    AtMost,
}

/// <summary>Whether a published number takes part in the reconciliation.</summary>
public enum TargetStatus
{
    /// <summary>It does.</summary>
    Reconciled,

    /// <summary>Published numbers contradict each other, or the report does not say how it was found.</summary>
    NotReconciled,

    /// <summary>It is not a number of the data: an interview, a rule, a definition.</summary>
    NotComputable,
}

/// <summary>A published number and how it is found in the harmonised dataset: one line of <c>avstemming.csv</c>.</summary>
public sealed record ReconciliationTarget
{
    /// <summary>F-number, or table, row and column.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands in the publication.</summary>
    public required string Place { get; init; }

    /// <summary>What it is, in Norwegian.</summary>
    public required string Text { get; init; }

    /// <summary>Class in the summary, a name of <c>avstemmingsklasser.csv</c>; empty when it does not take part.</summary>
    public required string Class { get; init; }

    /// <summary>How it is computed; null when it is not.</summary>
    public Measure? Measure { get; init; }

    /// <summary>What it is a number of.</summary>
    public Basis Basis { get; init; }

    /// <summary>Rows it concerns.</summary>
    public required RowCondition Where { get; init; }

    /// <summary>When given, the same number for these rows is taken away.</summary>
    public RowCondition? Minus { get; init; }

    /// <summary>Condition of a share.</summary>
    public required RowCondition Hit { get; init; }

    /// <summary>Columns, or term of a model.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>Which percentile, 0–100.</summary>
    public double? Percentile { get; init; }

    /// <summary>Fewest rows that make a municipality-year.</summary>
    public int Fewest { get; init; } = 1;

    /// <summary>The published number; null when the statement has none.</summary>
    public double? Published { get; init; }

    /// <summary>Digits after the decimal sign as printed.</summary>
    public int Decimals { get; init; }

    /// <summary>Its unit, as in the transcription.</summary>
    public string Unit { get; init; } = string.Empty;

    /// <summary>When ours counts as the same.</summary>
    public ToleranceKind Tolerance { get; init; }

    /// <summary>Published standard error, for the tolerances that need it.</summary>
    public double? StandardError { get; init; }

    /// <summary>How far ours may be, in the unit of the number, for the tolerances that need it.</summary>
    public double? Distance { get; init; }

    /// <summary>The word that makes the statement vague («ca.», «nesten»); empty when it is not.</summary>
    public string VagueWord { get; init; } = string.Empty;

    /// <summary>Whether it takes part.</summary>
    public TargetStatus Status { get; init; }

    /// <summary>Why it does not.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Where the line stands.</summary>
    public SourcePlace Source { get; init; }
}

/// <summary>A class of published numbers.</summary>
/// <param name="Name">Name in <c>avstemming.csv</c>.</param>
/// <param name="Text">What it is called in the print.</param>
/// <param name="RequiredPercentage">Share of its numbers that must be inside their tolerance, 0–100.</param>
public sealed record ReconciliationClass(string Name, string Text, double RequiredPercentage);

/// <summary>All published numbers, and the classes they are summed up in.</summary>
/// <param name="Targets">The numbers, in the order printed.</param>
/// <param name="Classes">The classes, in the order printed.</param>
public sealed record ReconciliationTargets(IReadOnlyList<ReconciliationTarget> Targets, IReadOnlyList<ReconciliationClass> Classes);
