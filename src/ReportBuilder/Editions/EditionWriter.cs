using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportBuilder.Editions;

/// <summary>
/// Writes an edition as <c>utgave.json</c>: stable, sorted text with one quantity a line, so that two editions can be read side by side.
/// Values have ten significant digits: more than any reader needs, and few enough that the last bit of another
/// processor's arithmetic does not show.
/// </summary>
public static class EditionWriter
{
    /// <summary>Version of the file's form.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The edition as UTF-8 JSON, lines ended by LF.</summary>
    public static byte[] Write(Edition edition)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        Text(buffer, "{\n");
        Line(buffer, "schema", w => w.WriteNumberValue(SchemaVersion));
        Line(buffer, "edition", w => w.WriteStringValue(edition.Origin.Name));
        Line(buffer, "tool", w => w.WriteStringValue(edition.Origin.ToolVersion));
        Line(buffer, "data", w => WriteOrigin(w, edition.Origin));
        List(buffer, "quantities", [.. edition.Quantities.Values], WriteQuantity, isLast: false);
        List(buffer, "facts", [.. edition.Facts.Values], WriteFact, isLast: false);
        List(buffer, "tables", edition.Tables, (w, t) => WriteContent(w, t.Id, t.QuantityIds), isLast: false);
        List(buffer, "figures", edition.Figures, (w, f) => WriteContent(w, f.Id, f.QuantityIds), isLast: false);
        List(buffer, "claims", edition.Claims, WriteClaim, isLast: true);
        Text(buffer, "}\n");
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Name of a unit or status in the file: the member's name with a small first letter.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void WriteOrigin(Utf8JsonWriter writer, EditionOrigin origin)
    {
        writer.WriteStartObject();
        writer.WriteString("file", origin.DataFile);
        writer.WriteString("sha256", origin.DataFingerprint);
        writer.WriteBoolean("synthetic", origin.IsSynthetic);
        writer.WriteNumber("rows", origin.Rows);
        writer.WriteEndObject();
    }

    private static void WriteQuantity(Utf8JsonWriter writer, Quantity quantity)
    {
        writer.WriteStartObject();
        writer.WriteString("id", quantity.Id.Value);
        WriteNumber(writer, "value", quantity.Value);
        writer.WriteString("unit", NameOf(quantity.Unit));
        writer.WriteNumber("decimals", quantity.Decimals);
        if (quantity.Base is { } rows)
        {
            writer.WriteNumber("base", rows);
        }
        else
        {
            writer.WriteNull("base");
        }

        WriteNumber(writer, "low", quantity.Interval?.Low);
        WriteNumber(writer, "high", quantity.Interval?.High);
        WriteNumber(writer, "level", quantity.Interval?.Level);
        writer.WriteString("status", NameOf(quantity.Status));
        writer.WriteEndObject();
    }

    private static void WriteFact(Utf8JsonWriter writer, CategoryFact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("id", fact.Id.Value);
        writer.WriteString("variable", fact.Variable);
        writer.WriteStartArray("categories");
        foreach (var category in fact.Categories)
        {
            writer.WriteStringValue(category);
        }

        writer.WriteEndArray();
        writer.WriteString("status", NameOf(fact.Status));
        writer.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter writer, Claim claim)
    {
        writer.WriteStartObject();
        writer.WriteString("template", claim.Template);
        writer.WriteNumber("line", claim.Place.Line);
        writer.WriteString("kind", claim.Kind);
        WriteTexts(writer, "quantities", claim.QuantityIds.Select(id => id.Value));
        WriteTexts(writer, "limits", claim.Limits);
        writer.WriteString("outcome", NameOf(claim.Outcome));
        writer.WriteString("sentence", claim.Sentence);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteContent(Utf8JsonWriter writer, string id, IReadOnlyList<QuantityId> quantities)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        WriteTexts(writer, "quantities", quantities.Select(q => q.Value));
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        writer.WritePropertyName(name);
        if (value is { } number)
        {
            writer.WriteRawValue(number.ToString("G10", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void List<T>(
        ArrayBufferWriter<byte> buffer,
        string name,
        IReadOnlyList<T> items,
        Action<Utf8JsonWriter, T> write,
        bool isLast
    )
    {
        Text(buffer, $"  \"{name}\": [\n");
        for (var i = 0; i < items.Count; i++)
        {
            Text(buffer, "    ");
            Value(buffer, w => write(w, items[i]));
            Text(buffer, i < items.Count - 1 ? ",\n" : "\n");
        }

        Text(buffer, isLast ? "  ]\n" : "  ],\n");
    }

    private static void Line(ArrayBufferWriter<byte> buffer, string name, Action<Utf8JsonWriter> write)
    {
        Text(buffer, $"  \"{name}\": ");
        Value(buffer, write);
        Text(buffer, ",\n");
    }

    private static void Value(ArrayBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(buffer, Options);
        write(writer);
    }

    private static void Text(ArrayBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
