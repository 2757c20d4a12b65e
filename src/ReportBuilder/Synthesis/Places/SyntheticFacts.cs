namespace ReportBuilder.Synthesis.Places;

/// <summary>Facts on places that the twin's public statistics and accounts are to show.</summary>
/// <param name="Municipalities">Value by column with role municipality fact, year and number of that year; all municipalities of all years.</param>
/// <param name="WagePerParticipant">NOK 1000 per participant of the year, by year and project id. Absent where the wage costs are not known.</param>
/// <param name="ProjectYears">Every project-year with someone who finished, in order of scheme, year and municipality.</param>
public sealed record SyntheticFacts(
    IReadOnlyDictionary<(string Column, int Year, string Code), double> Municipalities,
    IReadOnlyDictionary<(int Year, string Project), double> WagePerParticipant,
    IReadOnlyList<ProjectYear> ProjectYears
);
