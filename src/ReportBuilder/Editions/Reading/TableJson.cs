using System.Text.Json;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>Reads a table: as printed, or as a list of ids (schema 1, and what was read from it).</summary>
internal static class TableJson
{
    private static readonly JsonFieldNames Names = new(["id"], "number", "caption", "columns", "rows", "quantities");
    private static readonly JsonFieldNames RowNames = new(["kind", "cells"]);

    /// <summary>A table; null when something is wrong with it.</summary>
    public static TableContent? Read(ref JsonText json, QuantityRefs numbers)
    {
        if (json.Object(Names) is not { } fields)
        {
            return null;
        }

        var faults = json.Faults.Count;
        string? id = null;
        var table = new TableContent(string.Empty, [], []);
        IReadOnlyList<QuantityId>? list = null;
        while (json.Next(ref fields) is { } field)
        {
            switch (field)
            {
                case "id":
                    id = json.ContentId("tbl-");
                    break;
                case "number":
                    table = table with { Number = json.Text() };
                    break;
                case "caption":
                    table = table with { Caption = json.Text() };
                    break;
                case "columns":
                    table = table with { Columns = json.Texts() };
                    break;
                case "rows":
                    table = table with { Rows = Rows(ref json, numbers, id) };
                    break;
                default:
                    list = numbers.ReadList(ref json, id ?? string.Empty);
                    break;
            }
        }

        json.Close(fields);
        if (list is null)
        {
            json.Require(fields, "columns");
            json.Require(fields, "rows");
        }

        return json.Faults.Count > faults ? null
            : list is null ? table with { Id = id! }
            : TableContent.OfIds(id!, list) with { Number = table.Number, Caption = table.Caption };
    }

    private static List<TableContentRow> Rows(ref JsonText json, QuantityRefs numbers, string? owner)
    {
        var rows = new List<TableContentRow>();
        if (!json.List())
        {
            return rows;
        }

        while (json.Item())
        {
            if (json.Object(RowNames) is not { } fields)
            {
                continue;
            }

            var (kind, cells) = (string.Empty, new List<CellContent>());
            while (json.Next(ref fields) is { } field)
            {
                if (string.Equals(field, "kind", StringComparison.Ordinal))
                {
                    kind = json.Text() ?? string.Empty;
                }
                else if (json.List())
                {
                    while (json.Item())
                    {
                        cells.Add(Cell(ref json, numbers, owner));
                    }
                }
            }

            json.Close(fields);
            rows.Add(new TableContentRow(kind, cells));
        }

        return rows;
    }

    /// <summary>Words, or a list of what is printed and the numbers behind it.</summary>
    private static CellContent Cell(ref JsonText json, QuantityRefs numbers, string? owner)
    {
        if (json.Token == JsonTokenType.String)
        {
            return new CellContent(json.Text() ?? string.Empty, []);
        }

        var ids = new List<QuantityId>();
        string? printed = null;
        if (json.Token != JsonTokenType.StartArray)
        {
            json.Mismatch("edition.type.cell");
            return new CellContent(string.Empty, ids);
        }

        var at = json.At;
        while (json.Item())
        {
            if (printed is null)
            {
                printed = json.Text() ?? string.Empty;
            }
            else
            {
                numbers.Read(ref json, owner ?? string.Empty, ids);
            }
        }

        if (printed is null)
        {
            json.Faults.Add(
                Diagnostic.Error("RB7008", json.Faults.At(at), "cells") with
                {
                    Found = "[]",
                    Expected = ToolTexts.Get("edition.type.cell"),
                }
            );
        }

        return new CellContent(printed ?? string.Empty, ids);
    }
}
