using System.Text.Json;

namespace ReportBuilder.Editions.Writing;

/// <summary>Tables, figures and claims as lines of an edition file.</summary>
internal static class ContentLines
{
    /// <summary>Tables, one row a line.</summary>
    public static void WriteTables(JsonLines lines, IEnumerable<TableContent> tables) =>
        lines.Nested("tables", tables, Head, "rows", t => t.IsListOfIds ? null : t.Rows, Row);

    /// <summary>Figures, one series a line.</summary>
    public static void WriteFigures(JsonLines lines, IEnumerable<FigureContent> figures) =>
        lines.Nested("figures", figures, Head, "series", f => f.IsListOfIds ? null : f.Series, Series);

    /// <summary>A claim.</summary>
    public static void WriteClaim(Utf8JsonWriter writer, Claim claim)
    {
        writer.WriteStartObject();
        writer.WriteString("template", claim.Template);
        writer.WriteNumber("line", claim.Place.Line);
        writer.WriteString("kind", claim.Kind);
        Ids(writer, claim.QuantityIds);
        JsonLines.Texts(writer, "limits", claim.Limits);
        writer.WriteString("outcome", EditionWriter.NameOf(claim.Outcome));
        writer.WriteString("sentence", claim.Sentence);
        writer.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter writer, TableContent table)
    {
        Begin(writer, table.Id, table.Number, table.Caption);
        if (table.IsListOfIds)
        {
            Ids(writer, table.QuantityIds);
            return;
        }

        JsonLines.Texts(writer, "columns", table.Columns);
    }

    private static void Head(Utf8JsonWriter writer, FigureContent figure)
    {
        Begin(writer, figure.Id, figure.Number, figure.Caption);
        if (figure.Drawing is not null)
        {
            writer.WriteString("drawing", figure.Drawing);
        }

        if (figure.IsListOfIds)
        {
            Ids(writer, figure.QuantityIds);
            return;
        }

        writer.WriteString("kind", figure.Kind);
        JsonLines.Texts(writer, "axes", figure.Axes);
        JsonLines.Texts(writer, "categories", figure.Categories);
    }

    private static void Begin(Utf8JsonWriter writer, string id, string? number, string? caption)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        if (number is not null)
        {
            writer.WriteString("number", number);
        }

        if (caption is not null)
        {
            writer.WriteString("caption", caption);
        }
    }

    /// <summary>Words are texts; a cell with numbers is a list of what is printed and their ids.</summary>
    private static void Row(Utf8JsonWriter writer, TableContentRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", row.Kind);
        writer.WriteStartArray("cells");
        foreach (var cell in row.Cells)
        {
            if (cell.QuantityIds.Count == 0)
            {
                writer.WriteStringValue(cell.Text);
                continue;
            }

            writer.WriteStartArray();
            writer.WriteStringValue(cell.Text);
            foreach (var id in cell.QuantityIds)
            {
                writer.WriteStringValue(id.Value);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Series(Utf8JsonWriter writer, SeriesContent series)
    {
        writer.WriteStartObject();
        writer.WriteString("name", series.Name);
        Ids(writer, series.QuantityIds);
        writer.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter writer, IEnumerable<QuantityId> ids) =>
        JsonLines.Texts(writer, "quantities", ids.Select(id => id.Value));
}
