using System.Globalization;
using System.Text.Json;

namespace ReportBuilder.Editions.Writing;

/// <summary>Numbers and facts as lines of an edition file.</summary>
internal static class QuantityLines
{
    /// <summary>Where the data come from.</summary>
    public static void WriteOrigin(Utf8JsonWriter writer, EditionOrigin origin)
    {
        writer.WriteStartObject();
        writer.WriteString("file", origin.DataFile);
        writer.WriteString("sha256", origin.DataFingerprint);
        writer.WriteBoolean("synthetic", origin.IsSynthetic);
        writer.WriteNumber("rows", origin.Rows);
        writer.WriteEndObject();
    }

    /// <summary>A number.</summary>
    public static void Write(Utf8JsonWriter writer, Quantity quantity)
    {
        writer.WriteStartObject();
        writer.WriteString("id", quantity.Id.Value);
        Number(writer, "value", quantity.Value);
        writer.WriteString("unit", EditionWriter.NameOf(quantity.Unit));
        writer.WriteNumber("decimals", quantity.Decimals);
        if (quantity.Base is { } rows)
        {
            writer.WriteNumber("base", rows);
        }
        else
        {
            writer.WriteNull("base");
        }

        Number(writer, "low", quantity.Interval?.Low);
        Number(writer, "high", quantity.Interval?.High);
        Number(writer, "level", quantity.Interval?.Level);
        writer.WriteString("status", EditionWriter.NameOf(quantity.Status));
        if (quantity.Slack is { } slack)
        {
            Number(writer, "slack", slack);
        }

        writer.WriteEndObject();
    }

    /// <summary>A fact that is a category.</summary>
    public static void WriteFact(Utf8JsonWriter writer, CategoryFact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("id", fact.Id.Value);
        writer.WriteString("variable", fact.Variable);
        JsonLines.Texts(writer, "categories", fact.Categories);
        writer.WriteString("status", EditionWriter.NameOf(fact.Status));
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
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
}
