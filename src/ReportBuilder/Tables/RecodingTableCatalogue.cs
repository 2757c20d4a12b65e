using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Harmonise;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Tables;

/// <summary>The recoding matrices, the key of countries and the decisions on ambiguous rules, printed from the rules that were run.</summary>
public sealed class RecodingTableCatalogue
{
    private const int CountriesInRow = 3;
    private readonly EditionBuilder _edition;
    private readonly LabelSet _labels;

    private RecodingTableCatalogue(EditionBuilder edition, LabelSet labels)
    {
        _edition = edition;
        _labels = labels;
    }

    /// <summary>All tables of the chapter; none when the participants were given harmonised.</summary>
    public static IReadOnlyList<Table> Build(RecodingTables? recoding, EditionBuilder edition, LabelSet labels)
    {
        if (recoding is null)
        {
            return [];
        }

        var catalogue = new RecodingTableCatalogue(edition, labels);
        return
        [
            .. recoding.Matrices.Select(m =>
                RecodingMatrix.IsMeasures(m.Table) ? catalogue.Measures(m)
                : m.Table == 8 ? catalogue.Reasons(m)
                : catalogue.Variables(m)
            ),
            catalogue.Countries(recoding.Countries),
            catalogue.Decisions(recoding.Matrices),
        ];
    }

    private Table Variables(RecodingMatrix matrix)
    {
        var rows = new List<TableRow>();
        foreach (var concept in matrix.Lines.GroupBy(l => l.First.Row))
        {
            rows.Add(new TableRow(RowKind.Group, [new TextCell(concept.First().First.Concept)]));
            rows.AddRange(concept.Select(l => new TableRow(RowKind.Data, [Category(l), Source(l.First), Value(l.First), Count(l)])));
        }

        return Of(matrix, [Text("kategori"), Text("kilde"), Text("verdi"), Number("antall")], rows);
    }

    /// <summary>Tabell 8: one line a reason, with all that it becomes.</summary>
    private Table Reasons(RecodingMatrix matrix) =>
        Of(
            matrix,
            [Text("aarsak"), Text("maaloppnaaelse"), Text("overgang"), Number("antall")],
            [
                .. matrix
                    .Lines.GroupBy(l => (l.First.Row, l.First.Category))
                    .Select(g =>
                    {
                        TableCell Of(string target) =>
                            g.FirstOrDefault(l => l.First.Target == target) is { } line ? Value(line.First) : new TextCell(string.Empty);
                        return new TableRow(
                            RowKind.Data,
                            [Category(g.First()), Of(StageColumns.Outcome), Of(StageColumns.Transition), Count(g.First())]
                        );
                    }),
            ]
        );

    /// <summary>Tabell 10–13: the measures of both registers side by side, as published.</summary>
    private Table Measures(RecodingMatrix matrix)
    {
        var rows = new List<TableRow>();
        foreach (var concept in matrix.Lines.GroupBy(l => l.First.Row))
        {
            RecodingLine[] nir = [.. concept.Where(l => l.First.Register == "nir")];
            RecodingLine[] other = [.. concept.Where(l => l.First.Register != "nir")];
            for (var i = 0; i < Math.Max(nir.Length, other.Length); i++)
            {
                var target = (nir.ElementAtOrDefault(i) ?? other.ElementAtOrDefault(i))!.First.Target;
                rows.Add(
                    new TableRow(
                        RowKind.Data,
                        [
                            .. Side(nir.ElementAtOrDefault(i), withVariable: false),
                            .. Side(other.ElementAtOrDefault(i), withVariable: true),
                            new TextCell(target.Length == 0 ? Label("ikke_med") : _labels.Get($"tiltak.{target["t_".Length..]}")),
                        ]
                    )
                );
            }
        }

        return Of(matrix, [Text("nir"), Number("antall"), Text("jobbsjansen"), Number("antall"), Text("ny_variabel")], rows);
    }

    private IEnumerable<TableCell> Side(RecodingLine? line, bool withVariable)
    {
        if (line is null)
        {
            return [new TextCell(string.Empty), new TextCell(string.Empty)];
        }

        var name = withVariable ? $"{line.First.Label} [{string.Join(' ', line.First.Variables)}]" : line.First.Label;
        return [new TextCell(Marked(name, line.First)), Count(line)];
    }

    private Table Countries(IReadOnlyList<CountryKey> keys)
    {
        var rows = new List<TableRow>();
        foreach (var key in keys.Where(k => k.Countries.Count > 0))
        {
            var token = key.Line.First.Value == "." ? "landbakgrunn.mangler" : $"landbakgrunn.{key.Line.First.Value}";
            rows.Add(new TableRow(RowKind.Group, [new TextCell(_labels.Get(token))]));
            foreach (var part in key.Countries.OrderBy(c => c.Name, NorwegianOrder.Instance).Chunk(CountriesInRow))
            {
                rows.Add(
                    new TableRow(
                        RowKind.Data,
                        [
                            .. part.SelectMany(c => (TableCell[])[new TextCell(c.Name), new QuantityCell(_edition[c.QuantityId])]),
                            .. Enumerable.Repeat(new TextCell(string.Empty), 2 * (CountriesInRow - part.Length)),
                        ]
                    )
                );
            }
        }

        return new Table(
            "tbl-omkoding-land",
            [.. Enumerable.Range(0, CountriesInRow).SelectMany(_ => (TableColumn[])[Text("land"), Number("antall")])],
            rows,
            [Label("land.merknad")]
        );
    }

    private Table Decisions(IReadOnlyList<RecodingMatrix> matrices)
    {
        var rules = matrices.SelectMany(m => m.Lines).SelectMany(l => l.Rules).Where(r => r.Ambiguity.Length > 0 && r.Decision.Length > 0);
        return new Table(
            "tbl-omkoding-avgjorelser",
            [Text("tvetydighet"), Text("gjelder"), Text("avgjorelse")],
            [
                .. rules
                    .GroupBy(r => (r.Ambiguity, r.Decision))
                    .OrderBy(g => g.Key.Ambiguity.Length)
                    .ThenBy(g => g.Key.Ambiguity, StringComparer.Ordinal)
                    .Select(g => new TableRow(
                        RowKind.Data,
                        [
                            new TextCell(g.Key.Ambiguity),
                            new TextCell(string.Join(", ", g.Select(r => r.Concept).Distinct(StringComparer.Ordinal))),
                            new TextCell(g.Key.Decision),
                        ]
                    )),
            ],
            []
        );
    }

    private Table Of(RecodingMatrix matrix, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows) =>
        new($"tbl-omkoding-{matrix.Token}", columns, rows, [Label("merknad")]);

    private TextCell Category(RecodingLine line) =>
        new(
            RecodingMatrix.IsLongList(line) ? _labels.Get("tabell.omkoding.flere", line.Rules.Count)
            : line.First.Label.Length > 0 ? Marked(line.First.Label, line.First)
            : Marked(line.First.Category, line.First)
        );

    private TextCell Source(RecodingRule rule) =>
        new(rule.Variables.Count == 0 ? Register(rule) : $"{Register(rule)}: {string.Join(", ", rule.Variables)}");

    private string Register(RecodingRule rule) => _labels.Get($"register.{rule.Register}");

    private TextCell Value(RecodingRule rule) =>
        new(
            rule.Kind == RecodingMatrix.NotCarriedOver ? Label("ikke_med")
            : rule.Kind == "sett_til_side" ? Label("sett_til_side")
            : rule.Value.Length == 0 ? Label("beregnet")
            : _labels.Has($"{rule.Target}.{rule.Value}") ? _labels.Get($"{rule.Target}.{rule.Value}")
            : rule.Value
        );

    private QuantityCell Count(RecodingLine line) => new(_edition[line.QuantityId]);

    private static string Marked(string text, RecodingRule rule) => rule.Ambiguity.Length == 0 ? text : $"{text} ({rule.Ambiguity})";

    private string Label(string key) => _labels.Get($"tabell.omkoding.{key}");

    private TableColumn Text(string key) => new(Label(key), ColumnKind.Text);

    private TableColumn Number(string key) => new(Label(key), ColumnKind.Number);
}
