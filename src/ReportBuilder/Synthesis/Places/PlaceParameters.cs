namespace ReportBuilder.Synthesis.Places;

/// <summary>What the numbers of places are to be; read from <c>data/syntetisk/steder*.csv</c>, each line there with its source.</summary>
public sealed record PlaceParameters
{
    /// <summary>Level index of introduksjonsprogrammet.</summary>
    public required int Intro { get; init; }

    /// <summary>Level index of Jobbsjansen.</summary>
    public required int Job { get; init; }

    /// <summary>Numbers by name.</summary>
    public required IReadOnlyDictionary<string, double> Numbers { get; init; }

    /// <summary>Districts, cooperations and second projects of Jobbsjansen.</summary>
    public required IReadOnlyList<NamedProject> NamedProjects { get; init; }

    /// <summary>A whole number by name.</summary>
    internal int Count(string name) => (int)Numbers[name];
}

/// <summary>
/// A project of Jobbsjansen that the records name otherwise than by the number of its municipality. Of several without a place of their own the
/// first is the municipality's main project.
/// </summary>
/// <param name="Code">Present number of the municipality.</param>
/// <param name="Place">Text of v1_1; empty for the municipality's number of the year.</param>
/// <param name="Name">Text of <c>Prosjekt</c>; empty for the municipality's only project.</param>
public sealed record NamedProject(string Code, string Place, string Name);

/// <summary>Names in <c>steder.csv</c>.</summary>
internal static class PlaceNumber
{
    public const string ModelParticipants = "kommunemodell_deltakere";
    public const string ModelMunicipalities = "kommunemodell_kommuner";
    public const string ProjectModelParticipants = "prosjektmodell_deltakere";
    public const string IntroProjectYears = "prosjektaar_introduksjonsprogrammet";
    public const string JobProjectYears = "prosjektaar_jobbsjansen";
    public const string JobLargeProjectYears = "prosjektaar_jobbsjansen_store";
    public const string IntroMedianSize = "median_avsluttede_introduksjonsprogrammet";
    public const string JobMedianSize = "median_avsluttede_jobbsjansen";
    public const string JobSizeSpread = "spredning_avsluttede_jobbsjansen";
    public const string Projects = "prosjekter_bidrag";
    public const string IntroMedianPopulation = "median_folketall_introduksjonsprogrammet";
    public const string JobMedianPopulation = "median_folketall_jobbsjansen";
    public const string FewestComplete = "faerrest_komplette";
    public const string FewestInProject = "faerrest_i_prosjekt";
    public const string MoreThan = "flere_enn";
    public const string FewestListed = "faerrest_avsluttede";
    public const string AreaSpread = "spredning_sted";
    public const string YearSpread = "spredning_aar";
    public const string CompleteSpread = "spredning_komplette";
    public const string JobAreaSpread = "spredning_sted_jobbsjansen";
    public const string JobYearSpread = "spredning_aar_jobbsjansen";
    public const string JobSmallest = "minste_folketall_jobbsjansen";
    public const string DistrictPause = "bydel_uten_prosjekt";
    public const string SmallestLarge = "minste_store_program";

    /// <summary>All names, in the order of the file.</summary>
    public static readonly string[] All =
    [
        ModelParticipants,
        ModelMunicipalities,
        ProjectModelParticipants,
        IntroProjectYears,
        JobProjectYears,
        JobLargeProjectYears,
        IntroMedianSize,
        JobMedianSize,
        JobSizeSpread,
        Projects,
        IntroMedianPopulation,
        JobMedianPopulation,
        FewestComplete,
        FewestInProject,
        MoreThan,
        FewestListed,
        AreaSpread,
        YearSpread,
        CompleteSpread,
        JobAreaSpread,
        JobYearSpread,
        JobSmallest,
        DistrictPause,
        SmallestLarge,
    ];
}
