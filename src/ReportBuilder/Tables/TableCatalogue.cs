using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Tables;

/// <summary>The tables of the report as typed content, made from the quantities of the edition and the labels.</summary>
public sealed class TableCatalogue
{
    private readonly EditionBuilder _edition;
    private readonly LabelSet _labels;

    private TableCatalogue(EditionBuilder edition, LabelSet labels)
    {
        _edition = edition;
        _labels = labels;
    }

    /// <summary>All tables, in the order of the report.</summary>
    public static IReadOnlyList<Table> Build(EditionBuilder edition, LabelSet labels)
    {
        var catalogue = new TableCatalogue(edition, labels);
        return [catalogue.Transition(), catalogue.Sample(), catalogue.Missing(), catalogue.MissingMeans()];
    }

    private Table Transition()
    {
        string[] years = [.. DescriptiveVariables.Years.Categories];
        return new Table(
            "tbl-overgang",
            [Column("tabell.overgang.overgang", ColumnKind.Text), .. years.Select(y => new TableColumn(y, ColumnKind.Number))],
            [
                .. Breakdown.Schemes.SelectMany(s =>
                    (TableRow[])
                        [
                            new TableRow(RowKind.Group, [Text($"ordning.{Breakdown.Token(s)}")]),
                            .. TransitionStage.Rows.Select(to => new TableRow(
                                RowKind.Data,
                                [
                                    Text($"tabell.overgang.{to}"),
                                    .. years.Select(y => new QuantityCell(_edition[$"overgang.{to}.{y}.{Breakdown.Token(s)}"])),
                                ]
                            )),
                        ]
                ),
            ],
            [_labels.Get("tabell.overgang.merknad")]
        );
    }

    private Table Sample()
    {
        string[] columns = [.. Breakdown.Schemes.Select(Breakdown.Token), "alle"];
        TableRow Row(RowKind kind, string label, Func<string, string> id) =>
            new(kind, [Text($"tabell.utvalg.{label}"), .. columns.Select(c => new CountCell(_edition[id(c)]))]);
        return new Table(
            "tbl-utvalg",
            [
                Column("tabell.utvalg.trinn", ColumnKind.Text),
                .. Breakdown.Schemes.Select(s => Column($"ordning.{Breakdown.Token(s)}", ColumnKind.Number)),
                Column("tabell.utvalg.alle", ColumnKind.Number),
            ],
            [
                .. FlowStage.HasRegisters(_edition)
                    ? ((string[])[FlowStage.Read, .. FlowStage.BeforeGross]).Select(t => Row(RowKind.Data, t, c => $"flyt.{t}.{c}"))
                    : [],
                Row(FlowStage.HasRegisters(_edition) ? RowKind.Summary : RowKind.Data, "brutto", c => $"deltakere.brutto.{c}"),
                .. FlowStage.BeforeNet.Select(t => Row(RowKind.Data, t, c => $"flyt.{t}.{c}")),
                Row(RowKind.Summary, "netto", c => $"deltakere.netto.{c}"),
                new TableRow(RowKind.Group, [Text("tabell.utvalg.hver_for_seg")]),
                .. FlowStage
                    .Variables.Where(v => _edition[$"mangler.{v}.antall.alle"].Status != QuantityStatus.Nil)
                    .Select(v => Row(RowKind.Data, $"mangler_{v}", c => $"mangler.{v}.antall.{c}")),
            ],
            [_labels.Get("tabell.utvalg.merknad")]
        );
    }

    private Table Missing()
    {
        var rows = new List<TableRow>();
        foreach (var variable in MissingStage.Characteristics)
        {
            rows.Add(new TableRow(RowKind.Group, [Text($"kjennetegn.{variable.Token}")]));
            rows.AddRange(
                variable.Categories.Select(c => new TableRow(
                    RowKind.Data,
                    [Text($"{variable.Token}.{c}"), new QuantityCell(_edition[$"mangler.andel.{variable.Token}.{c}"])]
                ))
            );
        }

        return new Table(
            "tbl-manglende",
            [Column("tabell.manglende.kjennetegn", ColumnKind.Text), Column("tabell.manglende.andel", ColumnKind.Number)],
            rows,
            [_labels.Get("tabell.manglende.merknad")]
        );
    }

    private Table MissingMeans() =>
        new(
            "tbl-manglende-gjennomsnitt",
            [
                Column("gjennomsnitt.variabel", ColumnKind.Text),
                Column("gjennomsnitt.fullstendige", ColumnKind.Number),
                Column("gjennomsnitt.ufullstendige", ColumnKind.Number),
            ],
            [
                .. MissingStage.MeanVariables.Select(v => new TableRow(
                    RowKind.Data,
                    [
                        Text($"gjennomsnitt.{v}"),
                        new QuantityCell(_edition[$"gjennomsnitt.{v}.fullstendige"]),
                        new QuantityCell(_edition[$"gjennomsnitt.{v}.ufullstendige"]),
                    ]
                )),
            ],
            []
        );

    private TextCell Text(string key) => new(_labels.Get(key));

    private TableColumn Column(string key, ColumnKind kind) => new(_labels.Get(key), kind);
}
