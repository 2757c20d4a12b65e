using ReportBuilder.Stages;

namespace ReportBuilder.Briefings;

/// <summary>What a briefing tells of the participants: fewer and larger categories than the report, as a municipality has few participants.</summary>
public static class BriefingVariables
{
    /// <summary>Sex, as in the report.</summary>
    public static DescriptiveVariable Sex => DescriptiveVariables.Sex;

    /// <summary>Age at exit in three groups.</summary>
    public static DescriptiveVariable Age { get; } = new("alder", ["under_30", "30_39", "40_og_over"]);

    /// <summary>Education, as in the report.</summary>
    public static DescriptiveVariable Education => DescriptiveVariables.Education;

    /// <summary>Norwegian level in three groups: the report's under A1 and A1 are one, and so are B1 and B2.</summary>
    public static DescriptiveVariable Norwegian { get; } = new("norsknivaa", ["under_a2", "a2", "b1_og_over"]);

    /// <summary>Region of origin in three groups: the two largest of the report's, and all others.</summary>
    public static DescriptiveVariable Region { get; } = new("landbakgrunn", ["vest_asia", "afrika_sor_for_sahara", "andre"]);

    /// <summary>The variables that tell who the participants are, in the order shown.</summary>
    public static IReadOnlyList<DescriptiveVariable> Composition { get; } = [Sex, Age, Education, Norwegian, Region];

    /// <summary>The measures shown, names as in <see cref="DescriptiveVariables.Measures"/>: those of working life and education that the individual model has.</summary>
    public static IReadOnlyList<string> Measures { get; } =
    [
        "praksis_ordinaer",
        "praksis_skjermet",
        "spraakpraksis",
        "ordinaert_arbeid",
        "yrkesrettet_kurs",
        "amo_kurs",
        "realkompetanse",
        "grunnskolefag",
        "fag_vgo",
    ];

    /// <summary>What the measures are called where a threshold of privacy is named.</summary>
    public const string MeasureVariable = "tiltak";

    /// <summary>The variables that may have a threshold of privacy of their own: the outcome, the measures and what tells who the participants are.</summary>
    public static IReadOnlyList<string> Protected { get; } = [StageColumns.Outcome, MeasureVariable, .. Composition.Select(v => v.Token)];

    /// <summary>Public facts on a municipality, as parts of ids; the source of each is in <c>data/README.md</c> and the schema of the participants.</summary>
    public static IReadOnlyList<string> PlaceFacts { get; } = Numbers.PlaceFacts.Tokens;
}
