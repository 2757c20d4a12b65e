using System.Text.Json;
using ReportBuilder.Editions;
using ReportBuilder.Editions.Writing;

namespace ReportBuilder.Briefings.Batch;

/// <summary>Writes a manifest as JSON, one briefing a line.</summary>
public static class BriefingManifestWriter
{
    /// <summary>Version of the file's form.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The manifest as UTF-8 JSON, lines ended by LF.</summary>
    public static byte[] Write(BriefingManifest manifest)
    {
        using var lines = new JsonLines();
        lines.Field("schema", w => w.WriteNumberValue(SchemaVersion));
        if (manifest.Whole is { } whole)
        {
            lines.Field("whole", w => w.WriteStringValue(whole));
        }

        if (manifest.Shard is { } shard)
        {
            lines.Field("shard", w => w.WriteNumberValue(shard.Number));
            lines.Field("shards", w => w.WriteNumberValue(shard.Count));
        }

        lines.Field("total", w => w.WriteNumberValue(manifest.Total));
        lines.List("briefings", manifest.Entries, WriteEntry);
        return lines.End();
    }

    /// <summary>Writes one briefing as an object.</summary>
    internal static void WriteEntry(Utf8JsonWriter writer, BriefingEntry entry)
    {
        writer.WriteStartObject();
        writer.WriteString("code", entry.Code);
        writer.WriteString("name", entry.Name);
        writer.WriteString("language", entry.Language);
        writer.WriteString("status", EditionWriter.NameOf(entry.Status));
        if (entry.Key is { } key)
        {
            writer.WriteString("key", key);
        }

        if (entry.File is { } file)
        {
            writer.WriteString("file", file);
            writer.WriteNumber("pages", entry.Pages);
            writer.WriteNumber("bytes", entry.Bytes);
            writer.WriteString("sha256", entry.Fingerprint);
        }

        if (entry.Reason is { } reason)
        {
            writer.WriteString("reason", reason);
        }

        writer.WriteEndObject();
    }
}
