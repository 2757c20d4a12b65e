using System.Globalization;
using ReportBuilder.Comparison.Accounts;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Tables;

/// <summary>The published tables of revisions: why numbers changed, and how much.</summary>
public sealed class RevisionTables
{
    /// <summary>The reasons, one row an explanation.</summary>
    public const string Reasons = "tbl-revisjoner";

    /// <summary>The sizes, one row an explanation and scale.</summary>
    public const string Sizes = "tbl-revisjoner-storrelse";

    private readonly RevisionAccount _account;
    private readonly EditionBuilder _edition;
    private readonly LabelSet _labels;

    private RevisionTables(RevisionAccount account, EditionBuilder edition, LabelSet labels)
    {
        _account = account;
        _edition = edition;
        _labels = labels;
    }

    /// <summary>The tables; none when there is nothing to tell, and no table of sizes when no value changed.</summary>
    /// <param name="account">The account.</param>
    /// <param name="edition">The quantities of the account.</param>
    /// <param name="labels">The words.</param>
    public static IReadOnlyList<Table> Build(RevisionAccount account, EditionBuilder edition, LabelSet labels)
    {
        if (account.Lines == 0)
        {
            return [];
        }

        var tables = new RevisionTables(account, edition, labels);
        return RevisionSize.Of(account.Changed).Count == 0 ? [tables.OfReasons()] : [tables.OfReasons(), tables.OfSizes()];
    }

    private Table OfReasons()
    {
        var rows = new List<TableRow>();
        RevisionClass? before = null;
        foreach (var i in Told())
        {
            var explanation = _account.Entries[i].Explanation;
            if (explanation.Class != before)
            {
                rows.Add(Group(Label("klasse." + explanation.Class.Token())));
                before = explanation.Class;
            }

            rows.Add(
                new TableRow(
                    RowKind.Data,
                    [
                        new TextCell(explanation.Name),
                        new CountCell(_edition[RevisionQuantities.EntryPrefix(i) + ".tall"]),
                        new TextCell(explanation.Reason),
                        new TextCell(
                            Label("signert_av", explanation.SignedBy, explanation.Date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture))
                        ),
                    ]
                )
            );
        }

        if (_account.Unexplained.Count > 0)
        {
            rows.Add(Group(Label("uforklart")));
            rows.Add(
                new TableRow(
                    RowKind.Data,
                    [
                        new TextCell(Label("uforklart.gjelder")),
                        new CountCell(_edition[RevisionQuantities.Unexplained + ".tall"]),
                        new TextCell(Label("uforklart.grunn")),
                        new TextCell(string.Empty),
                    ]
                )
            );
        }

        return new Table(
            Reasons,
            [
                Column("gjelder", ColumnKind.Text),
                Column("tall", ColumnKind.Number),
                Column("grunn", ColumnKind.Text),
                Column("signert", ColumnKind.Text),
            ],
            rows,
            [Label("merknad", _account.Against)]
        );
    }

    /// <summary>
    /// The entries that a reader can tell from each other, by index. Several that explain words and no numbers may say the same; the first of them, or one with the same words that has numbers,
    /// stands for all.
    /// </summary>
    private IEnumerable<int> Told()
    {
        var withNumbers = _account.Entries.Where(e => e.Numbers.Count > 0).Select(e => e.Explanation.Words).ToHashSet();
        var without = new HashSet<ExplanationWords>();
        for (var i = 0; i < _account.Entries.Count; i++)
        {
            var words = _account.Entries[i].Explanation.Words;
            if (_account.Entries[i].Numbers.Count > 0 || (!withNumbers.Contains(words) && without.Add(words)))
            {
                yield return i;
            }
        }
    }

    private Table OfSizes()
    {
        var rows = new List<TableRow>();
        for (var i = 0; i < _account.Entries.Count; i++)
        {
            var (explanation, numbers) = _account.Entries[i];
            AddSizes(rows, explanation.Name, RevisionQuantities.EntryPrefix(i), numbers, RowKind.Data);
        }

        AddSizes(rows, Label("uforklart"), RevisionQuantities.Unexplained, _account.Unexplained, RowKind.Data);
        AddSizes(rows, Label("alle"), RevisionQuantities.All, _account.Changed, RowKind.Summary);
        return new Table(
            Sizes,
            [
                Column("slag", ColumnKind.Text),
                Column("storrelse.tall", ColumnKind.Number),
                Column("opp", ColumnKind.Number),
                Column("ned", ColumnKind.Number),
                Column("median", ColumnKind.Number),
                Column("storst", ColumnKind.Number),
            ],
            rows,
            [Label("storrelse.merknad")]
        );
    }

    private void AddSizes(List<TableRow> rows, string name, string prefix, IReadOnlyList<Comparison.Difference> numbers, RowKind kind)
    {
        var sizes = RevisionSize.Of(numbers);
        if (sizes.Count == 0)
        {
            return;
        }

        rows.Add(Group(name));
        rows.AddRange(
            sizes.Select(s =>
            {
                var id = $"{prefix}.{s.Unit.Token()}";
                return new TableRow(
                    kind,
                    [
                        new TextCell(Label("slag." + s.Unit.Token())),
                        new CountCell(_edition[id + ".tall"]),
                        new CountCell(_edition[id + ".opp"]),
                        new CountCell(_edition[id + ".ned"]),
                        new QuantityCell(_edition[id + ".median"]),
                        new QuantityCell(_edition[id + ".storst"]),
                    ]
                );
            })
        );
    }

    // Numbers that nobody named for the reader go by the name they have everywhere else.
    private static TableRow Group(string text) => new(RowKind.Group, [new TextCell(text)]);

    private string Label(string key, params ReadOnlySpan<object?> arguments) => _labels.Get("tabell.revisjoner." + key, arguments);

    private TableColumn Column(string key, ColumnKind kind) => new(Label(key), kind);
}
