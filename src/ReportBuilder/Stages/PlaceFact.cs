using ReportBuilder.Editions;

namespace ReportBuilder.Stages;

/// <summary>A fact on a municipality as Tabell 3 tells it.</summary>
/// <param name="Token">Part of the ids of its numbers and of the key of its label.</param>
/// <param name="Column">Column of the dataset.</param>
/// <param name="Unit">Its unit in the edition; what the dataset has in per cent is a share there.</param>
/// <param name="Decimals">Decimals printed.</param>
public sealed record PlaceFact(string Token, string Column, Unit Unit, int Decimals)
{
    /// <summary>The facts of Tabell 3, in its order.</summary>
    public static IReadOnlyList<PlaceFact> OfMunicipalities { get; } =
    [
        new("folketall", "k_folketall", Unit.Numeric, 0),
        new("innvandrerandel_landgruppe", "k_innvandrerandel_landgruppe", Unit.Share, 0),
        new("innvandrerandel", "k_innvandrerandel", Unit.Share, 0),
        new("arbeidsmarked", "k_arbeidsmarked", Unit.Share, 0),
        new("nettoinnflytting", "k_nettoinnflytting", Unit.Numeric, 1),
        new("sysselsatte", "k_sysselsatte", Unit.Share, 0),
        new("ufore", "k_ufore", Unit.Share, 0),
        // SSB's classes, 1 the most central; the 2022 edition counted them the other way.
        new("sentralitet", "k_sentralitet", Unit.Numeric, 0),
    ];

    /// <summary>The facts of Tabell 4, in its order, after the number of participants.</summary>
    public static IReadOnlyList<PlaceFact> OfProjects { get; } =
    [new("lonn", "p_lonn", Unit.Numeric, 0), new("lonn_per_deltaker", "p_lonn_per_deltaker", Unit.Numeric, 1)];
}
