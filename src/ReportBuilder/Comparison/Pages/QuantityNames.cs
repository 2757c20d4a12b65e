using ReportBuilder.Comparison.Contents;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>
/// Names of numbers for readers, from what the report shows them under: row and column of the first table that has the number, or else category and series of the first figure. A statistic that
/// is not shown itself («modell.individ.alder.endring_odds») is named after one shown beside which it belongs, with its own kind. Made in one pass over each edition.
/// </summary>
internal sealed class QuantityNames
{
    private const string GroupRow = "group";
    private readonly Dictionary<string, DifferenceName> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DifferenceName> _relatives = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wantedRelatives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _statistics = new(StringComparer.Ordinal);
    private readonly LabelSet _labels;

    /// <summary>Looks through the newer edition, then through the older for what only that has.</summary>
    /// <param name="result">The two editions.</param>
    /// <param name="ids">Numbers to be named.</param>
    /// <param name="labels">Words.</param>
    public QuantityNames(ComparisonResult result, IEnumerable<string> ids, LabelSet labels)
    {
        _labels = labels;
        foreach (var id in ids)
        {
            _wanted.Add(id);
            if (StatisticOf(id) is not null)
            {
                _wantedRelatives.Add(id[..id.LastIndexOf('.')]);
            }
        }

        foreach (var edition in new[] { result.New, result.Old })
        {
            foreach (var table in edition.Tables.Where(t => !t.IsListOfIds))
            {
                Add(table);
            }

            foreach (var figure in edition.Figures.Where(f => !f.IsListOfIds))
            {
                Add(figure);
            }
        }
    }

    /// <summary>The name of a number.</summary>
    public DifferenceName Of(string id)
    {
        if (_names.TryGetValue(id, out var name))
        {
            return name;
        }

        return StatisticOf(id) is { } statistic && _relatives.TryGetValue(id[..id.LastIndexOf('.')], out var relative)
            ? new DifferenceName([.. relative.Words, statistic], _labels.Get("sammenligning.navn.ved", relative.Place))
            : DifferenceName.None;
    }

    private void Add(TableContent table)
    {
        var place = ShownPlaces.NameOf(table, _labels);
        var again = Repeated(table);
        var group = string.Empty;
        foreach (var row in table.Rows)
        {
            if (row.Kind == GroupRow)
            {
                group = row.Cells.Count > 0 ? row.Cells[0].Text : string.Empty;
                continue;
            }

            for (var column = 0; column < row.Cells.Count; column++)
            {
                foreach (var id in row.Cells[column].QuantityIds)
                {
                    if (!IsWanted(id.Value, out var relative) || LabelOf(row, column) is not { } label)
                    {
                        continue;
                    }

                    var head = column < table.Columns.Count ? table.Columns[column] : string.Empty;
                    string[] words = group.Length > 0 && again.Contains(label) ? [group, label] : [label];
                    if (relative is not null)
                    {
                        _relatives.TryAdd(relative, new DifferenceName(relative == id.Value ? Told([.. words, head]) : words, place));
                    }

                    if (_wanted.Contains(id.Value))
                    {
                        // A cell with several numbers says by their kinds which is which.
                        var kind = row.Cells[column].QuantityIds.Count > 1 ? StatisticOf(id.Value) : null;
                        _names.TryAdd(id.Value, new DifferenceName(Told([.. words, head, kind]), place));
                    }
                }
            }
        }
    }

    private void Add(FigureContent figure)
    {
        var place = ShownPlaces.NameOf(figure, _labels);
        // Marks that are grouped under headings have one list of categories, which goes on from series to series.
        var isRunning = figure.Series.Count > 1 && figure.Series.Sum(s => s.QuantityIds.Count) == figure.Categories.Count;
        var before = 0;
        foreach (var series in figure.Series)
        {
            for (var mark = 0; mark < series.QuantityIds.Count; mark++)
            {
                var id = series.QuantityIds[mark].Value;
                if (!IsWanted(id, out var relative))
                {
                    continue;
                }

                string?[] words = isRunning ? [figure.Categories[before + mark], StatisticOf(id)] : OfMark(figure, series, mark);
                if (relative == id || (relative is not null && isRunning))
                {
                    _relatives.TryAdd(relative, new DifferenceName(Told(relative == id ? words : words[..1]), place));
                }

                if (_wanted.Contains(id))
                {
                    _names.TryAdd(id, new DifferenceName(Told(words), place));
                }
            }

            before += series.QuantityIds.Count;
        }
    }

    private string?[] OfMark(FigureContent figure, SeriesContent series, int mark)
    {
        var name = SeriesName(series.Name);
        var marks = series.QuantityIds.Count;
        return figure.Categories.Count switch
        {
            var count when count == marks => [figure.Categories[mark], name],
            // Bins are named by their limits.
            var count when count == marks + 1 =>
            [
                _labels.Get("sammenligning.navn.fra_til", figure.Categories[mark], figure.Categories[mark + 1]),
                name,
            ],
            // Dots: X and Y in turn.
            0 when marks > 1 && figure.Axes.Count > 1 =>
            [
                _labels.Get("sammenligning.navn.punkt", name, NorwegianNumberText.Number((mark / 2) + 1, 0)),
                figure.Axes[mark % 2],
            ],
            // One number for each of the series before.
            _ when marks > 1 && marks < figure.Series.Count => [SeriesName(figure.Series[mark].Name), name],
            _ => [name],
        };
    }

    /// <summary>A series that has no name for readers is called by the role of its numbers.</summary>
    private string SeriesName(string name) => $"sammenligning.navn.serie.{name}" is var key && _labels.Has(key) ? _labels.Get(key) : name;

    /// <summary>The kind of a number by the last part of its id, for kinds that belong together; null for another.</summary>
    private string? StatisticOf(string id)
    {
        var last = id[(id.LastIndexOf('.') + 1)..];
        if (!_statistics.TryGetValue(last, out var word))
        {
            var key = "sammenligning.navn.tall." + last;
            _statistics.Add(last, word = last.Length < id.Length && _labels.Has(key) ? _labels.Get(key) : null);
        }

        return word;
    }

    /// <summary>True when a number, or one that belongs with it, is to be named; those that belong together have the beginning of their ids in common, or one is the beginning of the other.</summary>
    private bool IsWanted(string id, out string? relative)
    {
        relative = null;
        if (_wantedRelatives.Contains(id))
        {
            relative = id;
        }
        else if (id.LastIndexOf('.') is > 0 and var end)
        {
            _wantedRelatives.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id.AsSpan(0, end), out relative);
        }

        return relative is not null || _wanted.Contains(id);
    }

    /// <summary>The words that stand before a number in its row: the first of those between it and the number before it. Null when the row has none.</summary>
    private static string? LabelOf(TableContentRow row, int column)
    {
        string? label = null;
        for (var at = column - 1; at >= 0; at--)
        {
            if (row.Cells[at].QuantityIds.Count == 0)
            {
                label = row.Cells[at].Text.Length > 0 ? row.Cells[at].Text : label;
            }
            else if (label is not null)
            {
                break;
            }
        }

        return label;
    }

    /// <summary>Labels that more than one row has: these are told with the heading they stand under.</summary>
    private static HashSet<string> Repeated(TableContent table)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return table
            .Rows.Where(r => r.Kind != GroupRow && TableRowLabels.ColumnOf(r) >= 0)
            .Select(r => r.Cells[TableRowLabels.ColumnOf(r)].Text)
            .Where(label => !seen.Add(label))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> Told(IEnumerable<string?> words) => [.. words.OfType<string>().Where(w => w.Length > 0)];
}
