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
    private const string EmptyCell = "(tom)";
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
                : m.Table == 14 ? catalogue.Municipality(m)
                : catalogue.Variables(m)
            ),
            catalogue.Countries(recoding.Countries),
            catalogue.Decisions(recoding.Matrices),
        ];
    }

    /// <summary>Tabell 7 and 9: each variable a group, each source variable named on its first line.</summary>
    private Table Variables(RecodingMatrix matrix)
    {
        var rows = new List<TableRow>();
        foreach (var concept in matrix.Lines.GroupBy(l => l.First.Row))
        {
            rows.Add(new TableRow(RowKind.Group, [new TextCell(concept.First().First.Concept)]));
            var last = string.Empty;
            foreach (var line in concept)
            {
                var source = Source(line.First);
                rows.Add(
                    new TableRow(
                        RowKind.Data,
                        [Category(line), new TextCell(source == last ? string.Empty : source), Value(line.First), Count(line)]
                    )
                );
                last = source;
            }
        }

        return Of(matrix, [Text("kategori"), Text("kilde"), Text("verdi"), Number("antall")], rows, "merknad");
    }

    /// <summary>Tabell 14: what each variable is, and the table of SSB it is read from.</summary>
    private Table Municipality(RecodingMatrix matrix) =>
        Of(
            matrix,
            [Text("konsept"), Text("definisjon"), Text("kilde.ssb"), Number("antall.deltakere")],
            [
                .. matrix.Lines.Select(
                    (l, i) =>
                        new TableRow(
                            RowKind.Data,
                            [
                                new TextCell(i > 0 && matrix.Lines[i - 1].First.Row == l.First.Row ? string.Empty : l.First.Concept),
                                Category(l),
                                new TextCell(string.Join(", ", l.First.Variables)),
                                Count(l),
                            ]
                        )
                ),
            ],
            "merknad.kommune"
        );

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
            ],
            "merknad"
        );

    /// <summary>Tabell 10–13: the measures of both registers side by side, as published.</summary>
    private Table Measures(RecodingMatrix matrix)
    {
        var rows = new List<TableRow>();
        foreach (var concept in matrix.Lines.GroupBy(l => l.First.Row))
        {
            RecodingLine[] nir = [.. concept.Where(l => l.First.Register == "nir")];
            RecodingLine[] other = [.. concept.Where(l => l.First.Register != "nir")];
            var last = string.Empty;
            for (var i = 0; i < Math.Max(nir.Length, other.Length); i++)
            {
                var target = (nir.ElementAtOrDefault(i) ?? other.ElementAtOrDefault(i))!.First.Target;
                var variable = target.Length == 0 ? Label("ikke_med") : _labels.Get($"tiltak.{target["t_".Length..]}");
                rows.Add(
                    new TableRow(
                        RowKind.Data,
                        [
                            .. Side(nir.ElementAtOrDefault(i), withVariable: false),
                            .. Side(other.ElementAtOrDefault(i), withVariable: true),
                            new TextCell(variable == last ? string.Empty : variable),
                        ]
                    )
                );
                last = variable;
            }
        }

        return Of(
            matrix,
            [Text("nir"), Number("antall"), Text("jobbsjansen"), Number("antall"), Text("ny_variabel")],
            rows,
            "merknad.tiltak"
        );
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
                            .. part.SelectMany(c => (TableCell[])[new TextCell(CountryName(c)), new CountCell(_edition[c.QuantityId])]),
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
            [Text("tvetydighet"), Text("avgjorelse")],
            [
                .. rules
                    .GroupBy(r => r.Ambiguity, StringComparer.Ordinal)
                    .OrderBy(g => g.Key.Length)
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new TableRow(RowKind.Data, [new TextCell(g.Key), new TextCell(Decisions(g))])),
            ],
            []
        );
    }

    /// <summary>What the decisions are about, and the decisions: those on the same variables after each other.</summary>
    private string Decisions(IEnumerable<RecodingRule> rules) =>
        string.Join(
            ' ',
            rules
                .GroupBy(r => r.Decision, StringComparer.Ordinal)
                .GroupBy(g => string.Join(", ", g.Select(r => r.Concept).Distinct(StringComparer.Ordinal)), StringComparer.Ordinal)
                .Select(about => Label("avgjorelse.om", about.Key, string.Join(' ', about.Select(g => g.Key))))
        );

    private string CountryName(CountryLine country) => country.Name == EmptyCell ? Label("tom") : country.Name;

    private Table Of(RecodingMatrix matrix, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableRow> rows, string note) =>
        new(
            $"tbl-omkoding-{matrix.Token}",
            columns,
            rows,
            [Label(note, Persons("jobbsjansen"), Persons("introduksjonsprogrammet")), .. Remarks(matrix)]
        );

    private string Persons(string scheme) => NorwegianNumberText.Number(_edition[$"deltakere.brutto.{scheme}"]);

    /// <summary>The remarks of the rule files on one line, each once, with the variable it is about; that of a list of countries stands in the file only.</summary>
    private IEnumerable<string> Remarks(RecodingMatrix matrix)
    {
        string[] remarks =
        [
            .. matrix
                .Lines.Where(l => !RecodingMatrix.IsLongList(l) && l.First.Remark.Length > 0)
                .GroupBy(l => l.First.Concept, l => l.First.Remark, StringComparer.Ordinal)
                .Select(g => Label("merknad.om", g.Key, string.Join(' ', g.Distinct(StringComparer.Ordinal)))),
        ];
        return remarks.Length == 0 ? [] : [string.Join(' ', remarks)];
    }

    private TextCell Category(RecodingLine line) =>
        new(
            RecodingMatrix.IsLongList(line) ? LongList(line)
            : line.First.Label.Length > 0 ? Marked(line.First.Label.Replace('_', ' '), line.First)
            : Marked(line.First.Category, line.First)
        );

    /// <summary>«65 land» rather than 65 lines.</summary>
    private string LongList(RecodingLine line)
    {
        // What is no land and no district is a category.
        var key = $"tabell.omkoding.flere.{line.First.Target}" + (line.First.Value == "." ? ".mangler" : string.Empty);
        return _labels.Get(_labels.Has(key) ? key : "tabell.omkoding.flere", line.Rules.Count);
    }

    /// <summary>The register and its variables; what the program has made itself on a line above is named in words.</summary>
    private string Source(RecodingRule rule)
    {
        var own = $"omkoding.kilde.{string.Join('_', rule.Variables)}";
        return rule.Variables.Count == 0
            ? Register(rule)
            : $"{Register(rule)}: {(_labels.Has(own) ? _labels.Get(own) : string.Join(", ", rule.Variables))}";
    }

    private string Register(RecodingRule rule) => _labels.Get($"register.{rule.Register}");

    /// <summary>The code and what it means; of a computation, what kind of number it gives.</summary>
    private TextCell Value(RecodingRule rule)
    {
        var meaning = $"omkoding.verdi.{Scale(rule.Target)}.{rule.Value}";
        var computed = $"omkoding.beregnet.{rule.Target}";
        return new(
            rule.Kind == RecodingMatrix.NotCarriedOver ? Label("ikke_med")
            : rule.Kind == "sett_til_side" ? Label("sett_til_side")
            : rule.Value.Length == 0 ? (_labels.Has(computed) ? _labels.Get(computed) : Label("beregnet"))
            : rule.Value == "." ? Label("mangler")
            : _labels.Has(meaning) ? Label("kode", rule.Value, _labels.Get(meaning))
            : _labels.Has($"{rule.Target}.{rule.Value}") ? _labels.Get($"{rule.Target}.{rule.Value}")
            : rule.Value
        );
    }

    /// <summary>First and last track have the codes of the level of education they give.</summary>
    private static string Scale(string target) => target.StartsWith("spor_", StringComparison.Ordinal) ? "utdanningsnivaa" : target;

    private CountCell Count(RecodingLine line) => new(_edition[line.QuantityId]);

    private static string Marked(string text, RecodingRule rule) => rule.Ambiguity.Length == 0 ? text : $"{text} ({rule.Ambiguity})";

    private string Label(string key, params object[] values) => _labels.Get($"tabell.omkoding.{key}", values);

    private TableColumn Text(string key) => new(Label(key), ColumnKind.Text);

    private TableColumn Number(string key) => new(Label(key), ColumnKind.Number);
}
