using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Tables;

/// <summary>The tables of contribution indicators: four examples (Tabell 5), the spread (Tabell 6) and how many projects can be told from the expected.</summary>
public static class ContributionTables
{
    private static readonly string[] Measures = ["bidrag", "resultat"];
    private const string Uncertainty = "usikkerhet";
    private static readonly string[] ExampleColumns = ["deltakere", "forventet", "faktisk", "bidrag", Uncertainty, "krympet"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Table> Build(EditionBuilder edition, LabelSet labels) =>
        [Examples(edition, labels), Spread(edition, labels), Classes(edition, labels)];

    private static Table Examples(EditionBuilder edition, LabelSet labels)
    {
        return new Table(
            "tbl-bidrag-eksempler",
            [
                new TableColumn(labels.Get("tabell.bidrag.prosjekt"), ColumnKind.Text),
                .. ExampleColumns.Select(c => new TableColumn(labels.Get($"tabell.bidrag.{c}"), ColumnKind.Number)),
            ],
            [
                .. Breakdown
                    .Schemes.Select(Breakdown.Token)
                    .SelectMany(s =>
                        ContributionIds.Examples.Select(letter => new TableRow(
                            RowKind.Data,
                            [
                                new TextCell(labels.Get($"tabell.bidrag.eksempel.{s}.{letter}")),
                                .. ExampleColumns.Select(c => Cell(c, edition[$"bidrag.eksempel.{s}.{letter}.{c}"])),
                            ]
                        ))
                    ),
            ],
            [labels.Get("tabell.bidrag.eksempler.merknad", ContributionIds.ExampleSize)]
        );

        // Limits may be negative, and a dash between them would read as a minus.
        TableCell Cell(string column, Quantity quantity) =>
            column != Uncertainty ? new QuantityCell(quantity)
            : NorwegianNumberText.Limits(quantity) is { } limits
                ? new WordedCell(quantity, labels.Get("tabell.intervall", limits.Low, limits.High))
            : new IntervalCell(quantity);
    }

    private static Table Spread(EditionBuilder edition, LabelSet labels) =>
        new(
            "tbl-bidrag-spredning",
            [
                new TableColumn(labels.Get("tabell.bidrag.persentil"), ColumnKind.Text),
                .. Measures.Select(m => new TableColumn(labels.Get($"tabell.bidrag.spredning.{m}"), ColumnKind.Number)),
            ],
            [
                .. Breakdown
                    .Schemes.Select(Breakdown.Token)
                    .SelectMany(s =>
                        (TableRow[])
                            [
                                new TableRow(RowKind.Group, [new TextCell(labels.Get($"ordning.{s}"))]),
                                .. ContributionStage.Percentiles.Select(p => new TableRow(
                                    RowKind.Data,
                                    [
                                        new TextCell(labels.Get($"tabell.bidrag.persentil.{p}")),
                                        .. Measures.Select(m => new QuantityCell(edition[$"bidrag.persentil.{p}.{m}.{s}"])),
                                    ]
                                )),
                            ]
                    ),
            ],
            [labels.Get("tabell.bidrag.spredning.merknad")]
        );

    private static Table Classes(EditionBuilder edition, LabelSet labels)
    {
        TableRow Row(string token, Func<string, TableCell> cell) =>
            new(RowKind.Data, [new TextCell(labels.Get($"tabell.bidrag.{token}")), .. ContributionIds.Scopes.Select(cell)]);
        return new Table(
            "tbl-bidrag-klasser",
            [
                new TableColumn(labels.Get("tabell.bidrag.klasse"), ColumnKind.Text),
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
