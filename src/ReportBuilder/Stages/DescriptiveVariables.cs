namespace ReportBuilder.Stages;

/// <summary>A variable that participants and outcome are broken down by.</summary>
/// <param name="Token">Part of the ids of its numbers and of the keys of its labels.</param>
/// <param name="Categories">Tokens of its categories, in the order shown.</param>
public sealed record DescriptiveVariable(string Token, IReadOnlyList<string> Categories);

/// <summary>The breakdowns of chapter «Databeskrivelse».</summary>
public static class DescriptiveVariables
{
    /// <summary>Year of exit.</summary>
    public static DescriptiveVariable Years { get; } = new("aar", ["2017", "2018", "2019", "2020"]);

    /// <summary>Sex.</summary>
    public static DescriptiveVariable Sex { get; } = new("kjonn", ["kvinne", "mann"]);

    /// <summary>Absence, cut at 10 per cent.</summary>
    public static DescriptiveVariable Absence { get; } = new("fravaer", ["lavt", "hoyt"]);

    /// <summary>Education in three levels.</summary>
    public static DescriptiveVariable Education { get; } = new("utdanningsnivaa", ["liten_eller_ingen", "en_del", "god_allmennutdanning"]);

    /// <summary>Norwegian level: the mean of the tests taken, rounded half up to the nearest level (0 = under A1, 4 = B2).</summary>
    public static DescriptiveVariable Norwegian { get; } = new("norsknivaa", ["under_a1", "a1", "a2", "b1", "b2"]);

    /// <summary>Region of origin.</summary>
    public static DescriptiveVariable Region { get; } =
        new(
            "landbakgrunn",
            [
                "europa",
                "vest_asia",
                "sor_asia",
                "sorost_asia",
                "asia_for_ovrig",
                "afrika_sor_for_sahara",
                "nord_afrika",
                "latin_amerika_og_karibia",
                "nord_amerika",
                "statslos",
            ]
        );

    /// <summary>Age groups of the 2022 edition's Figur 8; the lower limits are <see cref="AgeGroupLimits"/>.</summary>
    public static DescriptiveVariable AgeGroup { get; } = new("aldersgruppe", ["under_20", "20_29", "30_39", "40_59", "60_og_over"]);

    /// <summary>Ages at which the second and later age groups begin.</summary>
    public static IReadOnlyList<int> AgeGroupLimits { get; } = [20, 30, 40, 60];

    /// <summary>
    /// Groups of completed years in Norway; the lower limits are <see cref="ResidenceGroupLimits"/>. Quartiles would be groups in name only: half of
    /// introduksjonsprogrammet have the same number of years.
    /// </summary>
    public static DescriptiveVariable ResidenceGroup { get; } = new("botid_gruppe", ["under_2", "2", "3", "4_6", "7_9", "10_og_over"]);

    /// <summary>Years at which the second and later groups of residence begin.</summary>
    public static IReadOnlyList<int> ResidenceGroupLimits { get; } = [2, 3, 4, 7, 10];

    /// <summary>Fifths of the months in the programme, within each scheme.</summary>
    public static DescriptiveVariable DurationFifth { get; } = new("varighet_femdel", ["1", "2", "3", "4", "5"]);

    /// <summary>Measures (tiltak) of Figur 19, in the order of the groups of Tabell 10–13.</summary>
    public static IReadOnlyList<string> Measures { get; } =
    [
        "norskopplaering",
        "samfunnskunnskap",
        "spraakpraksis",
        "annet_norsk",
        "yrkesrettet_kurs",
        "ordinaert_arbeid",
        "praksis_skjermet",
        "praksis_ordinaer",
        "amo_kurs",
        "annet_arbeidsliv",
        "sosialt_nettverk",
        "helsefremmende",
        "barn_familie",
        "kultur_fritid",
        "annet_samfunnsliv",
        "realkompetanse",
        "grunnskolefag",
        "fag_vgo",
        "annet_utdanning",
    ];
}

/// <summary>Equal-width classes of a numeric variable.</summary>
/// <param name="Variable">Column of the dataset.</param>
/// <param name="Edges">Lower edge of each class and the upper edge of the last.</param>
/// <param name="Tokens">Token of each class in the ids.</param>
public sealed record DistributionClasses(string Variable, IReadOnlyList<double> Edges, IReadOnlyList<string> Tokens)
{
    /// <summary>Classes for the three distributions of the chapter. The last is open upwards.</summary>
    public static IReadOnlyList<DistributionClasses> All { get; } =
    [Of("botid", 0, 1, 16), Of("alder", 15, 5, 10), Of("varighet", 0, 3, 15)];

    private static DistributionClasses Of(string variable, int first, int width, int count) =>
        new(
            variable,
            [.. Enumerable.Range(0, count + 1).Select(i => (double)(first + i * width))],
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i =>
                        i == count - 1 ? $"{first + i * width}_og_over"
                        : width == 1 ? $"{first + i}"
                        : $"{first + i * width}_{first + (i + 1) * width - 1}"
                    ),
            ]
        );
}
