using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis;

/// <summary>A group of rows of one scheme that are filled together.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="Name">«komplett» (nothing missing), «mangler_nivaa» (education or Norwegian level missing) or «mangler_annet».</param>
/// <param name="Count">Number of rows.</param>
/// <param name="OutcomeShare">Share that reaches the goal, 0–1.</param>
public sealed record RowGroup(int Scheme, string Name, int Count, double OutcomeShare);

/// <summary>Cells to be emptied in a group.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="Group">Name of the group.</param>
/// <param name="Variable">Column.</param>
/// <param name="Count">Number of cells.</param>
/// <param name="Covers">True when these cells, with the others that cover, must leave no row of the group complete.</param>
public sealed record MissingQuota(int Scheme, string Group, string Variable, int Count, bool Covers);

/// <summary>Weight of one value of a variable.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="Group">Name of the group; the weights of «komplett» hold for groups without their own.</param>
/// <param name="Variable">Column.</param>
/// <param name="Value">Level index, or the number itself.</param>
/// <param name="Weight">Relative weight.</param>
public sealed record ValueWeight(int Scheme, string Group, string Variable, double Value, double Weight);

/// <summary>Mean that a number variable shall have in a group.</summary>
public sealed record TargetMean(int Scheme, string Group, string Variable, double Mean);

/// <summary>Two measures that nearly always go together, with the numbers of complete rows that have both or one.</summary>
public sealed record MeasurePair(int Scheme, string First, string Second, int Both, int OnlyFirst, int OnlySecond);

/// <summary>
/// How much of a variable's latent normal is a factor: a common one by name, the habit of the municipality («kommune»), or an
/// indicator of another variable («kjonn:kvinne»), which shifts it.
/// </summary>
/// <param name="Scheme">Level index of the scheme, or null for both.</param>
/// <param name="Variable">Column, or another latent by name.</param>
/// <param name="Factor">Common factor or «kommune»; or the variable of an indicator.</param>
/// <param name="Value">Level index or number of an indicator; null for a factor.</param>
/// <param name="Size">Loading, or shift in standard deviations.</param>
public sealed record Loading(int? Scheme, string Variable, string Factor, double? Value, double Size);

/// <summary>A term of the published individual model (Tabell 17).</summary>
/// <param name="Variable">Column; empty for the constant.</param>
/// <param name="Value">Level index of an indicator; null for a term linear in the code or number.</param>
/// <param name="Coefficient">Published coefficient.</param>
/// <param name="StandardError">Published standard error.</param>
/// <param name="IsFitted">True when the value is set so that the schemes get their shares instead.</param>
public sealed record CoefficientTarget(string Variable, double? Value, double Coefficient, double StandardError, bool IsFitted);

/// <summary>Published share of a category that reaches the goal, among complete rows.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="Variable">Column.</param>
/// <param name="From">Smallest value (level index or number).</param>
/// <param name="To">Largest value.</param>
/// <param name="Share">Share, 0–1.</param>
public sealed record OutcomeShare(int Scheme, string Variable, double From, double To, double Share);

/// <summary>One scheme in one year.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="Year">Year.</param>
/// <param name="Count">Rows.</param>
/// <param name="Municipalities">Municipalities with the scheme in the published table of municipalities.</param>
/// <param name="MoreThanLimit">Those of them with more finished than the limit for being counted.</param>
/// <param name="Modelled">Those of them with enough complete participants for the models.</param>
/// <param name="SizeExponent">Participants are spread as refugees in the municipality to this power.</param>
/// <param name="WorkShare">Share of those reaching the goal that go to work rather than education, 0–1.</param>
public sealed record SchemeYear(
    int Scheme,
    int Year,
    int Count,
    int Municipalities,
    int MoreThanLimit,
    int Modelled,
    double SizeExponent,
    double WorkShare
);

/// <summary>All that the generator knows of the world, read from <c>data/syntetisk/*.csv</c>; each line there has its source.</summary>
public sealed record SyntheticParameters
{
    /// <summary>Name of the group without missing cells.</summary>
    public const string Complete = "komplett";

    /// <summary>Name of the group that lacks education or Norwegian level.</summary>
    public const string LacksLevel = "mangler_nivaa";

    /// <summary>Groups of rows.</summary>
    public required IReadOnlyList<RowGroup> Groups { get; init; }

    /// <summary>Cells to be emptied.</summary>
    public required IReadOnlyList<MissingQuota> Missing { get; init; }

    /// <summary>Weights of values, ascending by value for each variable.</summary>
    public required IReadOnlyList<ValueWeight> Weights { get; init; }

    /// <summary>Means to be met.</summary>
    public required IReadOnlyList<TargetMean> Means { get; init; }

    /// <summary>Measures that go together.</summary>
    public required IReadOnlyList<MeasurePair> Pairs { get; init; }

    /// <summary>What the latent normals share.</summary>
    public required IReadOnlyList<Loading> Loadings { get; init; }

    /// <summary>Terms of the model, the constant among them.</summary>
    public required IReadOnlyList<CoefficientTarget> Coefficients { get; init; }

    /// <summary>Shares by category.</summary>
    public required IReadOnlyList<OutcomeShare> OutcomeShares { get; init; }

    /// <summary>Schemes by year.</summary>
    public required IReadOnlyList<SchemeYear> Years { get; init; }

    /// <summary>Intraclass correlation of the municipalities on the latent scale.</summary>
    public required double MunicipalityIcc { get; init; }

    /// <summary>What the variance of the municipalities is multiplied by, so that the municipality model finds that correlation.</summary>
    public required double InterceptInflation { get; init; }

    /// <summary>Effect of one standard deviation more immigrants in the municipality, in log odds.</summary>
    public required double ImmigrantEffect { get; init; }

    /// <summary>Tokens of the schemes, by level index.</summary>
    public required IReadOnlyList<string> Schemes { get; init; }

    /// <summary>What the numbers of places are to be.</summary>
    public required PlaceParameters Places { get; init; }

    /// <summary>What the municipality series are to be that are not real.</summary>
    public required IReadOnlyList<MunicipalitySeries> Series { get; init; }

    /// <summary>Wage costs by scheme.</summary>
    public required IReadOnlyList<WageLevel> Wages { get; init; }

    /// <summary>How far the shares by category may yield to the coefficients: the share that one unit of log odds is worth.</summary>
    public required double Ridge { get; init; }

    /// <summary>Reads all files of the folder. Null when anything is wrong; the bag then says what (RB2001–RB2016, RB2050–RB2053).</summary>
    /// <param name="folder">Folder to read.</param>
    /// <param name="shownAs">The folder as shown to the user.</param>
    /// <param name="schema">The columns to be filled.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static SyntheticParameters? Read(string folder, string shownAs, DatasetSchema schema, DiagnosticBag bag) =>
        new ParameterReader(folder, shownAs, schema, bag).Read();
}
