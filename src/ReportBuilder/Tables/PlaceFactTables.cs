using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Tables;

/// <summary>The tables of the surroundings of the schemes: municipalities (Tabell 3) and projects (Tabell 4), as medians.</summary>
public static class PlaceFactTables
{
    /// <summary>Both.</summary>
    public static IReadOnlyList<Table> Build(EditionBuilder edition, LabelSet labels)
    {
        // As in the 2022 edition, introduksjonsprogrammet stands first here.
        string[] schemes = [.. Breakdown.Schemes.Reverse().Select(Breakdown.Token)];
        return
        [
            Of("tbl-kommunedata", PlaceFactStage.Municipalities, [], PlaceFact.OfMunicipalities),
            Of("tbl-prosjektdata", PlaceFactStage.Projects, [PlaceFactStage.Finished], PlaceFact.OfProjects),
        ];

        // A fact that is known nowhere has no row, and a table of counts alone would say nothing of the places.
        Table Of(string id, string name, IReadOnlyList<string> counts, IReadOnlyList<PlaceFact> facts)
        {
            var known = facts
                .Select(f => f.Token)
                .Where(f => schemes.Any(s => edition[$"{name}.{f}.{s}"].Status != QuantityStatus.Missing))
                .ToList();
            return known.Count == 0 ? NoticeTable.Of(id, name, labels) : Full(id, name, [.. counts, .. known]);
        }

        Table Full(string id, string name, IReadOnlyList<string> facts) =>
            new(
                id,
                [
                    new TableColumn(labels.Get($"tabell.{name}.fakta"), ColumnKind.Text),
                    .. schemes.Select(s => new TableColumn(labels.Get($"tabell.{name}.{s}"), ColumnKind.Number)),
                ],
                [
                    Row("antall", s => new CountCell(edition[$"{name}.antall.{s}"])),
                    .. facts.Select(f => Row(f, s => new QuantityCell(edition[$"{name}.{f}.{s}"]))),
                ],
                [labels.Get($"tabell.{name}.merknad")]
            );

        TableRow Row(string fact, Func<string, TableCell> cell) =>
            new(RowKind.Data, [new TextCell(labels.Get($"tabell.fakta.{fact}")), .. schemes.Select(cell)]);
    }
}
