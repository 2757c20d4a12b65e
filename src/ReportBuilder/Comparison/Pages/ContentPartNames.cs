using System.Collections.Concurrent;
using ReportBuilder.Comparison.Contents;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The part of a table or figure that a key names, in words: <c>#plass.fravaer</c> is «Plassen til raden «Fravær»».</summary>
internal sealed class ContentPartNames
{
    private readonly ILookup<string, TableContent> _tables;
    private readonly ILookup<string, FigureContent> _figures;

    // Tables and figures are written on all processors at once.
    private readonly ConcurrentDictionary<(string Id, string List), Dictionary<string, string>> _lists = [];
    private readonly LabelSet _labels;

    public ContentPartNames(ComparisonResult result, LabelSet labels)
    {
        _labels = labels;
        _tables = result.New.Tables.Concat(result.Old.Tables).ToLookup(t => t.Id, StringComparer.Ordinal);
        _figures = result.New.Figures.Concat(result.Old.Figures).ToLookup(f => f.Id, StringComparer.Ordinal);
    }

    /// <summary>The part that differs, with the place of the whole.</summary>
    public DifferenceName Of(Difference difference)
    {
        var (id, part) = Split(difference.Key, '#');
        var isTable = difference.Subject == DifferenceSubject.Table;
        var place =
            _tables[id].FirstOrDefault() is { } table ? ShownPlaces.NameOf(table, _labels)
            : _figures[id].FirstOrDefault() is { } figure ? ShownPlaces.NameOf(figure, _labels)
            : id;
        return new DifferenceName([Words(id, part, isTable ? "tabell" : "figur")], place);
    }

    private string Words(string id, string part, string kind)
    {
        if (part.Length == 0)
        {
            return _labels.Get($"sammenligning.del.{kind}");
        }

        var (slot, name) = Split(part, '.');
        var key = $"sammenligning.del.{kind}.{slot}";
        if (!_labels.Has(key))
        {
            return part;
        }

        return slot switch
        {
            "celle" => Cell(id, name) is var (row, column) ? _labels.Get(key, row, column) : _labels.Get(key, name, string.Empty),
            "serieplass" or "merker" => _labels.Get(key, In(id, "serier", name)),
            "plass" => _labels.Get(key, In(id, kind == "tabell" ? "rader" : "kategorier", name)),
            "radtype" => _labels.Get(key, In(id, "rader", name)),
            _ => _labels.Get(key),
        };
    }

    /// <summary>Names of rows may hold dots: the cut is where both sides are names.</summary>
    private (string Row, string Column)? Cell(string id, string name)
    {
        var (rows, columns) = (List(id, "rader"), List(id, "kolonner"));
        for (var at = name.IndexOf('.', StringComparison.Ordinal); at >= 0; at = name.IndexOf('.', at + 1))
        {
            if (rows.TryGetValue(name[..at], out var row) && columns.TryGetValue(name[(at + 1)..], out var column))
            {
                return (row, column);
            }
        }

        // A column whose head changed is named by its place: «kolonne3».
        var last = name.LastIndexOf('.');
        return last > 0 ? (rows.GetValueOrDefault(name[..last], name[..last]), name[(last + 1)..]) : null;
    }

    private string In(string id, string list, string name) => List(id, list).GetValueOrDefault(name, name);

    /// <summary>The labels of a list by the names that keys have for them; made once for each list.</summary>
    private Dictionary<string, string> List(string id, string list) =>
        _lists.GetOrAdd(
            (id, list),
            key =>
            {
                var labels = LabelsOf(key.Id, key.List).Distinct(StringComparer.Ordinal).ToList();
                var names = new PartNames(labels);
                return labels.ToDictionary(l => names[l], Contents.Labels.Shown, StringComparer.Ordinal);
            }
        );

    private IEnumerable<string> LabelsOf(string id, string list) =>
        list switch
        {
            "rader" => _tables[id].SelectMany(TableRowLabels.Of),
            "kolonner" => _tables[id].SelectMany(t => Contents.Labels.Distinct(t.Columns)),
            "kategorier" => _figures[id].SelectMany(f => Contents.Labels.Distinct(f.Categories)),
            "serier" => _figures[id].SelectMany(f => Contents.Labels.Distinct(f.Series.Select(s => s.Name))),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, "No such list."),
        };

    private static (string Before, string After) Split(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var cut ? (text[..cut], text[(cut + 1)..]) : (text, string.Empty);
}
