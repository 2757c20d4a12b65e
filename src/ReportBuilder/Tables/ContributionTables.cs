using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Tables;

/// <summary>The tables of contribution indicators: four examples (Tabell 5), the spread (Tabell 6) and how many projects can be told from the expected.</summary>
public static class ContributionTables
{
    private static readonly string[] Measures = ["bidrag", "resultat"];
    private static readonly string[] ExampleRows = ["deltakere", "forventet", "faktisk", "bidrag"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Table> Build(EditionBuilder edition, LabelSet labels) =>
        [Examples(edition, labels), Spread(edition, labels), Classes(edition, labels)];

    private static Table Examples(EditionBuilder edition, LabelSet labels)
    {
        var columns = Breakdown
            .Schemes.SelectMany(s => ContributionIds.Examples.Select(e => (Scheme: Breakdown.Token(s), Letter: e)))
            .ToList();
        return new Table(
            "tbl-bidrag-eksempler",
            [
                new TableColumn(string.Empty, ColumnKind.Text),
                .. columns.Select(c => new TableColumn(labels.Get($"tabell.bidrag.eksempel.{c.Scheme}.{c.Letter}"), ColumnKind.Number)),
            ],
            [
                .. ExampleRows.Select(r => Row(r, id => new QuantityCell(edition[id]))),
                Row("usikkerhet", id => Interval(edition[id])),
                Row("krympet", id => new QuantityCell(edition[id])),
            ],
            [labels.Get("tabell.bidrag.eksempler.merknad", ContributionIds.ExampleSize)]
        );

        // Limits may be negative, and a dash between them would read as a minus.
        TableCell Interval(Quantity quantity) =>
            NorwegianNumberText.Limits(quantity) is { } limits
                ? new WordedCell(quantity, labels.Get("tabell.intervall", limits.Low, limits.High))
                : new IntervalCell(quantity);

        TableRow Row(string token, Func<string, TableCell> cell) =>
            new(
                RowKind.Data,
                [
                    new TextCell(labels.Get($"tabell.bidrag.{token}")),
                    .. columns.Select(c => cell($"bidrag.eksempel.{c.Scheme}.{c.Letter}.{token}")),
                ]
            );
    }

    private static Table Spread(EditionBuilder edition, LabelSet labels)
    {
        var columns = Breakdown.Schemes.SelectMany(s => Measures.Select(w => (Scheme: Breakdown.Token(s), What: w))).ToList();
        return new Table(
            "tbl-bidrag-spredning",
            [
                new TableColumn(labels.Get("tabell.bidrag.persentil"), ColumnKind.Text),
                .. columns.Select(c => new TableColumn(labels.Get($"tabell.bidrag.spredning.{c.What}.{c.Scheme}"), ColumnKind.Number)),
            ],
            [
                .. ContributionStage.Percentiles.Select(p => new TableRow(
                    RowKind.Data,
                    [
                        new TextCell(labels.Get($"tabell.bidrag.persentil.{p}")),
                        .. columns.Select(c => new QuantityCell(edition[$"bidrag.persentil.{p}.{c.What}.{c.Scheme}"])),
                    ]
                )),
            ],
            [labels.Get("tabell.bidrag.spredning.merknad")]
        );
    }

    private static Table Classes(EditionBuilder edition, LabelSet labels)
    {
        TableRow Row(string token, Func<string, TableCell> cell) =>
            new(RowKind.Data, [new TextCell(labels.Get($"tabell.bidrag.{token}")), .. ContributionIds.Scopes.Select(cell)]);
        return new Table(
            "tbl-bidrag-klasser",
            [
                new TableColumn(string.Empty, ColumnKind.Text),
                .. Breakdown.Schemes.Select(s => new TableColumn(labels.Get($"ordning.{Breakdown.Token(s)}"), ColumnKind.Number)),
                new TableColumn(labels.Get("tabell.utvalg.alle"), ColumnKind.Number),
            ],
            [
                .. ContributionStage.Classes.Select(c =>
                    Row($"klasse.{c.Token}", s => new CountCell(edition[$"bidrag.klasse.{c.Token}.{s}"]))
                ),
                Row("prosjekter", s => new CountCell(edition[$"bidrag.prosjekter.{s}"])) with
                {
                    Kind = RowKind.Summary,
                },
                Row("for_faa", s => new CountCell(edition[$"bidrag.for_faa.{s}"])) with
                {
                    Kind = RowKind.Summary,
                },
                Row("positivt", s => new QuantityCell(edition[$"bidrag.positivt.{s}"])) with
                {
                    Kind = RowKind.Summary,
                },
            ],
            [labels.Get("tabell.bidrag.klasser.merknad")]
        );
    }
}
