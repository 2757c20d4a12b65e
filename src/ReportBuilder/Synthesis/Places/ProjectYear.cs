using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>How a raw register names the place of a record.</summary>
/// <param name="Municipality">NIR: number with four digits, six for a district of Oslo. Jobbsjansen: v1_1 (number, district or cooperation).</param>
/// <param name="Project">Jobbsjansen's <c>Prosjekt</c>; null when the record names none.</param>
public sealed record PlaceText(string Municipality, string? Project);

/// <summary>Those who finished in one project in one year.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="Municipality">The municipality, as it was that year.</param>
/// <param name="Area">Number of the present-day municipality.</param>
/// <param name="Project">Project id of the harmonised dataset; the same through the years.</param>
/// <param name="Text">How the raw register names the place.</param>
/// <param name="Finished">Persons.</param>
/// <param name="Complete">Those of them without missing values.</param>
/// <param name="HasWages">True when the wage costs of the project-year are known.</param>
public sealed record ProjectYear(
    int Scheme,
    Municipality Municipality,
    int Area,
    string Project,
    PlaceText Text,
    int Finished,
    int Complete,
    bool HasWages
)
{
    /// <summary>The year they finished.</summary>
    public int Year => Municipality.Year;
}
