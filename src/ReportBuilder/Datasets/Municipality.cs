namespace ReportBuilder.Datasets;

/// <summary>Facts on one municipality in one year (1 January). Sources and licences: <c>data/README.md</c>.</summary>
/// <param name="Year">Year.</param>
/// <param name="Code">Municipality number, four digits with leading zero.</param>
/// <param name="Name">Official name.</param>
/// <param name="CountyCode">County number, two digits.</param>
/// <param name="CountyName">County name.</param>
/// <param name="Population">Inhabitants.</param>
/// <param name="Immigrants">Immigrants among them (Norwegian-born to immigrants not counted).</param>
/// <param name="ImmigrantPercentage">Immigrants in per cent of the inhabitants, 0–100.</param>
/// <param name="Centrality">SSB's class, 1 (most central) to 6.</param>
/// <param name="Refugees">Immigrants with refugee background, families included.</param>
public sealed record Municipality(
    int Year,
    string Code,
    string Name,
    string CountyCode,
    string CountyName,
    int Population,
    int Immigrants,
    double ImmigrantPercentage,
    int Centrality,
    int Refugees
);

/// <summary>One link from an old municipality to a new one, at the start of a year.</summary>
/// <param name="Year">First year of the new one.</param>
/// <param name="OldCode">Old number.</param>
/// <param name="NewCode">New number.</param>
public sealed record MunicipalityChange(int Year, string OldCode, string NewCode);
