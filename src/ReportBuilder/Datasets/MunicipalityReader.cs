using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>Reads municipalities and their changes, gathering all that is wrong.</summary>
internal sealed class MunicipalityReader(DiagnosticBag bag)
{
    private static readonly string[] FactColumns =
    [
        "aar",
        "kommunenummer",
        "kommunenavn",
        "fylkesnummer",
        "fylkesnavn",
        "folketall",
        "innvandrere",
        "innvandrerandel_pst",
        "sentralitet",
        "flyktninger",
    ];
    private static readonly string[] ChangeColumns = ["dato", "gammelt_nummer", "nytt_nummer"];

    /// <summary>Reads both files, or gives null.</summary>
    public MunicipalityTable? Read(string factsPath, string factsShownAs, string changesPath, string changesShownAs)
    {
        var errors = bag.ErrorCount;
        var facts = CsvSheet.Read(factsPath, factsShownAs, FactColumns, bag);
        var changes = ReadChanges(changesPath, changesShownAs);
        if (facts is null || changes is null)
        {
            return null;
        }

        var municipalities = new List<Municipality>();
        var seen = new HashSet<(int, string)>();
        foreach (var row in facts.Rows)
        {
            if (ReadFacts(row) is not { } municipality)
            {
                continue;
            }

            municipalities.Add(municipality);
            if (!seen.Add((municipality.Year, municipality.Code)))
            {
                bag.Add(Diagnostic.Error("RB2040", row["kommunenummer"].Place) with { Found = municipality.Code });
            }
        }

        return bag.ErrorCount > errors ? null : new MunicipalityTable(municipalities, changes);
    }

    private Municipality? ReadFacts(CsvSheetRow row) =>
        (row["aar"].Integer(bag), row["folketall"].Integer(bag), row["innvandrere"].Integer(bag))
            is ({ } year, { } population, { } immigrants)
        && (row["innvandrerandel_pst"].Number(bag), row["sentralitet"].Integer(bag), row["flyktninger"].Integer(bag))
            is ({ } percentage, { } centrality, { } refugees)
            ? new Municipality(
                year,
                row["kommunenummer"].Text,
                row["kommunenavn"].Text,
                row["fylkesnummer"].Text,
                row["fylkesnavn"].Text,
                population,
                immigrants,
                percentage,
                centrality,
                refugees
            )
            : null;

    private List<MunicipalityChange>? ReadChanges(string path, string shownAs)
    {
        if (CsvSheet.Read(path, shownAs, ChangeColumns, bag) is not { } sheet)
        {
            return null;
        }

        var changes = new List<MunicipalityChange>();
        foreach (var row in sheet.Rows)
        {
            var date = row["dato"];
            if (Invariant.TryReadDate(date.Text, out var day))
            {
                changes.Add(new MunicipalityChange(day.Year, row["gammelt_nummer"].Text, row["nytt_nummer"].Text));
            }
            else
            {
                bag.Add(Diagnostic.Error("RB2041", date.Place) with { Found = date.Text });
            }
        }

        return changes;
    }
}
