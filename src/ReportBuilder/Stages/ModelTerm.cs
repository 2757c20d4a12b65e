namespace ReportBuilder.Stages;

/// <summary>How a column enters the individual model.</summary>
public enum TermKind
{
    /// <summary>One coefficient for the number (or 0/1 code) in the column.</summary>
    Numeric,

    /// <summary>One coefficient for each category but the reference.</summary>
    Factor,
}

/// <summary>A term of the individual model.</summary>
/// <param name="Token">Part of the ids of its numbers and key of its label (<c>ledd.*</c>).</param>
/// <param name="Column">Column of the dataset.</param>
/// <param name="Kind">How it enters.</param>
/// <param name="Group">Group in table and figure, key of its heading (<c>gruppe.*</c>).</param>
public sealed record ModelTerm(string Token, string Column, TermKind Kind, string Group)
{
    /// <summary>
    /// The terms of the individual model (Tabell 17, «Individmodell»), in the order of the 2022 edition's groups.
    /// </summary>
    public static IReadOnlyList<ModelTerm> OfIndividualModel { get; } =
    [
        new("ordning", "ordning", TermKind.Numeric, "ordning"),
        new("utdanningsnivaa", "utdanningsnivaa", TermKind.Numeric, "individ"),
        new("norsknivaa", "norsknivaa", TermKind.Numeric, "individ"),
        new("kjonn", "kjonn", TermKind.Numeric, "individ"),
        new("alder", "alder", TermKind.Numeric, "individ"),
        new("botid", "botid", TermKind.Numeric, "individ"),
        new("varighet", "varighet", TermKind.Numeric, "individ"),
        new("fravaer", "fravaer", TermKind.Numeric, "individ"),
        new("landbakgrunn", "landbakgrunn", TermKind.Factor, "landbakgrunn"),
        .. Measures("norsk", "norskopplaering", "samfunnskunnskap", "spraakpraksis"),
        .. Measures("arbeidsliv", "yrkesrettet_kurs", "ordinaert_arbeid", "praksis_skjermet", "praksis_ordinaer", "amo_kurs"),
        .. Measures("samfunnsliv", "sosialt_nettverk", "helsefremmende", "barn_familie", "kultur_fritid"),
        .. Measures("utdanning", "realkompetanse", "grunnskolefag", "fag_vgo"),
    ];

    /// <summary>The reference category of the factor <c>landbakgrunn</c>.</summary>
    public const string ReferenceRegion = "europa";

    /// <summary>
    /// Regions counted with the reference. The 2022 edition prints no coefficient for Nord-Amerika although such participants are in the sample, so
    /// they stand with the reference (NOTES A13).
    /// </summary>
    public static IReadOnlyList<string> RegionsInReference { get; } = ["nord_amerika"];

    private static IEnumerable<ModelTerm> Measures(string group, params string[] names) =>
        names.Select(n => new ModelTerm("tiltak." + n, "t_" + n, TermKind.Numeric, group));
}
