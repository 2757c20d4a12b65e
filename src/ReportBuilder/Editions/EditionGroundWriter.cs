using System.Text.Json;
using ReportBuilder.Editions.Writing;

namespace ReportBuilder.Editions;

/// <summary>Writes what an edition was made from as <c>opphav.json</c>: one setting and one file a line, sorted.</summary>
public static class EditionGroundWriter
{
    /// <summary>Version of the file's form.</summary>
    public const int SchemaVersion = 2;

    /// <summary>The ground as UTF-8 JSON, lines ended by LF.</summary>
    public static byte[] Write(EditionGround ground)
    {
        using var lines = new JsonLines();
        lines.Field("schema", w => w.WriteNumberValue(SchemaVersion));
        Text("edition", ground.Edition);
        Text("dataSha256", ground.DataFingerprint);
        lines.Field("tool", w => WriteTool(w, ground.Tool));
        lines.List("settings", ground.Settings, WriteSetting);
        lines.List("inputs", ground.Inputs, WriteFile);
        lines.List("templates", ground.Templates, WriteFile);
        return lines.End();

        void Text(string name, string? value)
        {
            if (value is not null)
            {
                lines.Field(name, w => w.WriteStringValue(value));
            }
        }
    }

    private static void WriteTool(Utf8JsonWriter writer, ToolMark tool)
    {
        writer.WriteStartObject();
        writer.WriteString("version", tool.Version);
        writer.WriteString("sha256", tool.Fingerprint);
        writer.WriteEndObject();
    }

    private static void WriteSetting(Utf8JsonWriter writer, GroundSetting setting)
    {
        writer.WriteStartObject();
        writer.WriteString("name", setting.Name);
        writer.WriteString("value", setting.Value);
        writer.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter writer, GroundFile file)
    {
        writer.WriteStartObject();
        writer.WriteString("role", file.Role);
        writer.WriteString("path", file.Path);
        writer.WriteString("sha256", file.Fingerprint);
        writer.WriteEndObject();
    }
}
