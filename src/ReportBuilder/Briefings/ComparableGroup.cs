namespace ReportBuilder.Briefings;

/// <summary>
/// A group of comparable municipalities. All municipalities of the last year are divided once and for all, by what is public of them and by the starting point of their participants:
/// first by inhabitants and by SSB's centrality, classes that are too small together with their neighbours; then each class that is large enough in three equally large parts by the mean
/// share of participants in introduksjonsprogrammet that the individual model expects to reach the goal. A municipality with too few participants for that to be told is in the middle part
/// of its class, so that its group says nothing about them.
/// </summary>
/// <param name="Number">Its number, from 1: by inhabitants, centrality and starting point.</param>
/// <param name="Sizes">Tokens of <see cref="SizeClasses"/>, the smallest first; several when classes were put together.</param>
/// <param name="Centralities">Tokens of <see cref="CentralityClasses"/>, the most central first.</param>
/// <param name="StartingPoint">One of <see cref="StartingPoints"/>.</param>
public sealed record ComparableGroup(int Number, IReadOnlyList<string> Sizes, IReadOnlyList<string> Centralities, string StartingPoint)
{
    /// <summary>Fewest municipalities of a group.</summary>
    public const int FewestMunicipalities = 8;

    /// <summary>Fewest participants of the net sample in introduksjonsprogrammet of a class by inhabitants and centrality.</summary>
    public const int FewestParticipants = 100;

    /// <summary>Fewest participants of the net sample in introduksjonsprogrammet for the starting point of a municipality to count.</summary>
    public const int FewestOfStartingPoint = 20;

    /// <summary>Variable of the fact on inhabitants.</summary>
    public const string SizeVariable = "kommunestorrelse";

    /// <summary>Variable of the fact on centrality.</summary>
    public const string CentralityVariable = "sentralitetsklasse";

    /// <summary>Variable of the fact on the starting point.</summary>
    public const string StartingPointVariable = "utgangspunkt";

    /// <summary>Classes by inhabitants, the smallest first, as they stand in facts.</summary>
    public static IReadOnlyList<string> SizeClasses { get; } = ["under_2000", "2000_4999", "5000_19999", "20000_og_over"];

    /// <summary>Inhabitants at which the second and later classes begin.</summary>
    public static IReadOnlyList<int> SizeLimits { get; } = [2000, 5000, 20000];

    /// <summary>Classes by SSB's centrality, the most central first: 1–2, 3–4 and 5–6.</summary>
    public static IReadOnlyList<string> CentralityClasses { get; } = ["sentral", "mellomsentral", "lite_sentral"];

    /// <summary>Starting points of the participants, the lowest expected result first, and last the groups that are not divided by it.</summary>
    public static IReadOnlyList<string> StartingPoints { get; } = ["lavt", "middels", "hoyt", "alle"];
}
