using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportBuilder.StatBank;

/// <summary>
/// Writes a dataset as JSON-stat 2.0 in the form that Statistics Norway uses: category positions as an object, values as a list, signs by
/// position. The same dataset gives the same bytes anywhere.
/// </summary>
public static class JsonStatWriter
{
    // Norwegian letters stay as they are, as in SSB's files; none of this is ever put into HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes to a stream, which stays open.</summary>
    public static void Write(JsonStatDataset dataset, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        WriteText(json, "label", dataset.Label);
        WriteText(json, "source", dataset.Source);
        WriteText(json, "updated", dataset.Updated);
        if (dataset.Notes.Count > 0)
        {
            WriteList(json, "note", dataset.Notes);
        }

        WriteRoles(json, dataset);
        WriteList(json, "id", dataset.Dimensions.Select(d => d.Code));
        json.WriteStartArray("size");
        foreach (var dimension in dataset.Dimensions)
        {
            json.WriteNumberValue(dimension.Categories.Count);
        }

        json.WriteEndArray();
        json.WriteStartObject("dimension");
        foreach (var dimension in dataset.Dimensions)
        {
            WriteDimension(json, dimension);
        }

        json.WriteEndObject();
        WriteCells(json, dataset);
        json.WriteEndObject();
    }

    /// <summary>Writes to memory.</summary>
    public static byte[] ToBytes(JsonStatDataset dataset)
    {
        using var stream = new MemoryStream();
        Write(dataset, stream);
        return stream.ToArray();
    }

    private static void WriteRoles(Utf8JsonWriter json, JsonStatDataset dataset)
    {
        (string Name, JsonStatRole Role)[] roles =
        [
            ("time", JsonStatRole.Time),
            ("geo", JsonStatRole.Geography),
            ("metric", JsonStatRole.Metric),
        ];
        if (dataset.Dimensions.All(d => d.Role == JsonStatRole.None))
        {
            return;
        }

        json.WriteStartObject("role");
        foreach (var (name, role) in roles.Where(r => dataset.Dimensions.Any(d => d.Role == r.Role)))
        {
            WriteList(json, name, dataset.Dimensions.Where(d => d.Role == role).Select(d => d.Code));
        }

        json.WriteEndObject();
    }

    private static void WriteDimension(Utf8JsonWriter json, JsonStatDimension dimension)
    {
        json.WriteStartObject(dimension.Code);
        json.WriteString("label", dimension.Label);
        json.WriteStartObject("category");
        json.WriteStartObject("index");
        for (var i = 0; i < dimension.Categories.Count; i++)
        {
            json.WriteNumber(dimension.Categories[i].Code, i);
        }

        json.WriteEndObject();
        json.WriteStartObject("label");
        foreach (var category in dimension.Categories)
        {
            json.WriteString(category.Code, category.Label);
        }

        json.WriteEndObject();
        WriteUnits(json, dimension);
        json.WriteEndObject();
        if (dimension.CanBeLeftOut is { } canBeLeftOut)
        {
            json.WriteStartObject("extension");
            json.WriteBoolean("elimination", canBeLeftOut);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, JsonStatDimension dimension)
    {
        if (dimension.Categories.All(c => c.Unit is null && c.Decimals is null))
        {
            return;
        }

        json.WriteStartObject("unit");
        foreach (var category in dimension.Categories.Where(c => c.Unit is not null || c.Decimals is not null))
        {
            json.WriteStartObject(category.Code);
            if (category.Unit is { } unit)
            {
                json.WriteString("base", unit);
            }

            if (category.Decimals is { } decimals)
            {
                json.WriteNumber("decimals", decimals);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, JsonStatDataset dataset)
    {
        json.WriteStartArray("value");
        var hasSigns = false;
        for (var i = 0; i < dataset.CellCount; i++)
        {
            hasSigns |= dataset.Sign(i) is not null;
            if (dataset.Value(i) is { } value)
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
        if (!hasSigns)
        {
            return;
        }

        json.WriteStartObject("status");
        for (var i = 0; i < dataset.CellCount; i++)
        {
            if (dataset.Sign(i) is { } sign)
            {
                json.WriteString(i.ToString(System.Globalization.CultureInfo.InvariantCulture), sign);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
