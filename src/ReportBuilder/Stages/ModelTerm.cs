namespace ReportBuilder.Stages;

/// <summary>How a column enters a model.</summary>
public enum TermKind
{
    /// <summary>One coefficient for the number (or 0/1 code) in the column.</summary>
    Numeric,

    /// <summary>One coefficient for the number less its mean, divided by its standard deviation, over the rows of the model.</summary>
    Standardised,

    /// <summary>One coefficient for each category but the reference.</summary>
    Factor,
}

/// <summary>A term of a model.</summary>
/// <param name="Token">Part of the ids of its numbers and key of its label (<c>ledd.*</c>).</param>
/// <param name="Column">Column of the dataset.</param>
/// <param name="Kind">How it enters.</param>
/// <param name="Group">Group in table and figure, key of its heading (<c>gruppe.*</c>).</param>
public sealed record ModelTerm(string Token, string Column, TermKind Kind, string Group)
{
    private static readonly ModelTerm Scheme = new("ordning", "ordning", TermKind.Numeric, "ordning");
    private static readonly ModelTerm Sex = new("kjonn", "kjonn", TermKind.Numeric, "individ");
    private static readonly ModelTerm Absence = new("fravaer", "fravaer", TermKind.Numeric, "individ");
    private static readonly ModelTerm[] Numbers =
    [
        new("alder", "alder", TermKind.Numeric, "individ"),
        new("botid", "botid", TermKind.Numeric, "individ"),
        new("varighet", "varighet", TermKind.Numeric, "individ"),
    ];

    private static readonly ModelTerm Region = new("landbakgrunn", "landbakgrunn", TermKind.Factor, "landbakgrunn");

    /// <summary>Groups of terms, in the order shown where models stand side by side.</summary>
    public static IReadOnlyList<string> Groups { get; } =
    ["ordning", "individ", "utdanningsnivaa", "landbakgrunn", "norsk", "arbeidsliv", "samfunnsliv", "utdanning", "kommune", "prosjekt"];

    /// <summary>
    /// The terms of the individual model (Tabell 17, «Individmodell»), in the order of the 2022 edition's groups.
    /// </summary>
    public static IReadOnlyList<ModelTerm> OfIndividualModel { get; } =
    [
        Scheme,
        new("utdanningsnivaa", "utdanningsnivaa", TermKind.Numeric, "individ"),
        new("norsknivaa", "norsknivaa", TermKind.Numeric, "individ"),
        Sex,
        .. Numbers,
        Absence,
        Region,
        .. Measures("norsk", "norskopplaering", "samfunnskunnskap", "spraakpraksis"),
        .. Measures("arbeidsliv", "yrkesrettet_kurs", "ordinaert_arbeid", "praksis_skjermet", "praksis_ordinaer", "amo_kurs"),
        .. Measures("samfunnsliv", "sosialt_nettverk", "helsefremmende", "barn_familie", "kultur_fritid"),
        .. Measures("utdanning", "realkompetanse", "grunnskolefag", "fag_vgo"),
    ];

    /// <summary>The terms that the municipality and the project model share (Tabell 17): few enough for the 2022 edition's estimator.</summary>
    public static IReadOnlyList<ModelTerm> OfMultilevelModels { get; } =
    [
        Scheme,
        Sex,
        new("alder", "alder", TermKind.Standardised, "individ"),
        Absence,
        new("utdanningsnivaa", "utdanningsnivaa", TermKind.Factor, "utdanningsnivaa"),
    ];

    /// <summary>The municipality model's own terms.</summary>
    public static IReadOnlyList<ModelTerm> OfMunicipalities { get; } =
    [
        new("k_innvandrerandel", "k_innvandrerandel", TermKind.Standardised, "kommune"),
        new("k_nettoinnflytting", "k_nettoinnflytting", TermKind.Standardised, "kommune"),
        new("k_arbeidsmarked", "k_arbeidsmarked", TermKind.Standardised, "kommune"),
    ];

    /// <summary>The project model's own terms.</summary>
    public static IReadOnlyList<ModelTerm> OfProjects { get; } =
    [new("p_lonn_per_deltaker", "p_lonn_per_deltaker", TermKind.Standardised, "prosjekt")];

    /// <summary>What is known of nearly everyone, and so can tell who lacks a value: the characteristics of Tabell 15 and 16.</summary>
    public static IReadOnlyList<ModelTerm> OfMissingModel { get; } = [Scheme, Sex, .. Numbers, Absence, Region];

    /// <summary>The reference category of the factor <c>landbakgrunn</c>.</summary>
    public const string ReferenceRegion = "europa";

    /// <summary>
    /// Regions counted with the reference. The 2022 edition prints no coefficient for Nord-Amerika although such participants are in the sample, so
    /// they stand with the reference (NOTES A13).
    /// </summary>
    public static IReadOnlyList<string> RegionsInReference { get; } = ["nord_amerika"];

    /// <summary>The categories of a factor that have a coefficient of their own, in the order shown.</summary>
    public IReadOnlyList<string> Categories =>
        Token == DescriptiveVariables.Education.Token
            ? [.. DescriptiveVariables.Education.Categories.Skip(1)]
            : [.. DescriptiveVariables.Region.Categories.Where(r => r != ReferenceRegion && !RegionsInReference.Contains(r))];

    /// <summary>The reference category of a factor, and those counted with it.</summary>
    public IReadOnlyList<string> Reference =>
        Token == DescriptiveVariables.Education.Token
            ? [DescriptiveVariables.Education.Categories[0]]
            : [ReferenceRegion, .. RegionsInReference];

    private static IEnumerable<ModelTerm> Measures(string group, params string[] names) =>
        names.Select(n => new ModelTerm("tiltak." + n, "t_" + n, TermKind.Numeric, group));
}
