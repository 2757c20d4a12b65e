using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Changed tables, each old value struck and the new one beside it in the cell. The table with the greatest difference stands first.</summary>
internal sealed class TableSection
{
    // Of a longer table only the rows that differ are shown, with the headings over them.
    private const int LongestWhole = 60;
    private readonly ComparisonResult _result;
    private readonly LabelSet _labels;
    private readonly ShownPlaces _places;
    private readonly DifferenceNames _names;
    private readonly ContentDifferences _differences;
    private readonly HtmlOutput _html = new();

    private TableSection(
        ComparisonResult result,
        LabelSet labels,
        ShownPlaces places,
        DifferenceNames names,
        ContentDifferences differences
    )
    {
        _result = result;
        _labels = labels;
        _places = places;
        _names = names;
        _differences = differences;
    }

    public static string Write(
        ComparisonResult result,
        LabelSet labels,
        ShownPlaces places,
        DifferenceNames names,
        ContentDifferences differences
    ) => new TableSection(result, labels, places, names, differences).Write();

    private string Write()
    {
        var old = _result.Old.Tables.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var @new = _result.New.Tables.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var changed = _differences.Ids.Where(id => old.ContainsKey(id) || @new.ContainsKey(id)).ToList();
        if (changed.Count == 0)
        {
            return _html.Element("p", _labels.Get("sammenligning.tabeller.ingen")).ToString();
        }

        return string.Concat(Workers.Map(changed, id => Alone().Table(id, old.GetValueOrDefault(id), @new.GetValueOrDefault(id))));
    }

    /// <summary>Each table is written by itself, so that all processors can.</summary>
    private TableSection Alone() => new(_result, _labels, _places, _names, _differences);

    private string Table(string id, TableContent? old, TableContent? @new)
    {
        WriteTable(id, old, @new);
        return _html.ToString();
    }

    private void WriteTable(string id, TableContent? old, TableContent? @new)
    {
        var isCompared =
            !_result.Old.IsPartial && !_result.New.IsPartial && old is not { IsListOfIds: true } && @new is not { IsListOfIds: true };
        ContentHead.Write(_html, "endret-tabell", id, _places, _names, _labels, _differences.StructureOf(id));
        if (!isCompared)
        {
            _html.Element("p class=\"liten\"", _labels.Get("sammenligning.tabeller.uten_celler")).Markup("</div>\n");
            return;
        }

        var difference = TableDifference.Of(old, @new, _differences.ChangedQuantities);
        var isShortened = difference.Rows.Count > LongestWhole;
        _html.Element(
            "p class=\"liten\"",
            _labels.Get("sammenligning.tabeller.celler", Number(difference.ChangedCells), Number(difference.HiddenChanges))
        );
        if (isShortened)
        {
            _html.Element("p class=\"liten\"", _labels.Get("sammenligning.tabeller.kortet"));
        }

        _html
            .Markup("<div class=\"rulle\">\n<table><caption class=\"skjult\">")
            .Text(_places.Find(id)?.Name ?? id)
            .Markup("</caption>\n<thead><tr>");
        foreach (var (index, column) in difference.Columns.Index())
        {
            Cell(column, difference.HoldsNumbers[index] ? "th scope=\"col\" class=\"tall\"" : "th scope=\"col\"", "th");
        }

        _html.Markup("</tr></thead>\n<tbody>");
        RowPair? heading = null;
        foreach (var row in difference.Rows)
        {
            if (isShortened && !row.IsTouched)
            {
                heading = row.IsGroup ? row : heading;
                continue;
            }

            if (heading is not null && !row.IsGroup)
            {
                WriteRow(heading, difference);
            }

            heading = null;
            WriteRow(row, difference);
        }

        _html.Markup("</tbody></table>\n</div></div>\n");
    }

    private void WriteRow(RowPair row, TableDifference table)
    {
        string[] looks =
        [
            .. new[]
            {
                row.IsGroup ? "gruppe" : "",
                row.IsOnlyOld ? "borte"
                : row.IsOnlyNew ? "ny"
                : "",
            }.Where(l => l.Length > 0),
        ];
        _html.Markup("\n<tr").Markup(looks.Length > 0 ? $" class=\"{string.Join(' ', looks)}\">" : ">");
        if (row.IsGroup)
        {
            Cell(row.Cells[0], $"th scope=\"colgroup\" colspan=\"{Math.Max(1, table.Columns.Count)}\"", "th");
        }
        else
        {
            foreach (var (index, cell) in row.Cells.Index())
            {
                var look = string.Join(' ', Looks(cell, table.HoldsNumbers[index]));
                Cell(
                    cell,
                    (index == 0 ? "th scope=\"row\"" : "td") + (look.Length > 0 ? $" class=\"{look}\"" : string.Empty),
                    index == 0 ? "th" : "td"
                );
            }
        }

        _html.Markup("</tr>");
    }

    private static IEnumerable<string> Looks(CellPair cell, bool isNumber)
    {
        if (isNumber)
        {
            yield return "tall";
        }

        if (cell.IsChanged)
        {
            yield return "endret";
        }
        else if (cell.HasHiddenChange)
        {
            yield return "usynlig";
        }
    }

    private void Cell(CellPair cell, string open, string close)
    {
        _html.Markup("<").Markup(open).Markup(">");
        OldNew.Write(_html, cell.Old, cell.New, _labels);
        _html.Markup("</").Markup(close).Markup(">");
    }

    private static string Number(int count) => NorwegianNumberText.Number(count, 0);
}
