using System.Text.Json;
using ReportBuilder.Editions.Reading;

namespace ReportBuilder.Briefings.Batch;

/// <summary>
/// What a run has made so far: one line a briefing, added just before its file is moved into place. The line alone proves nothing: the file must have its fingerprint. So a line without its
/// file, and a line torn by a crash, do no harm.
/// </summary>
internal static class BatchJournal
{
    /// <summary>The line of a briefing. It begins with the line break, so that it stands whole after a torn one.</summary>
    public static byte[] Line(BriefingEntry entry)
    {
        using var stream = new MemoryStream();
        stream.WriteByte((byte)'\n');
        using (var writer = new Utf8JsonWriter(stream))
        {
            BriefingManifestWriter.WriteEntry(writer, entry);
        }

        return stream.ToArray();
    }

    /// <summary>The briefings of a journal, in the order made; none when it cannot be read. Lines that are not whole are passed over.</summary>
    public static IReadOnlyList<BriefingEntry> Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }

        var entries = new List<BriefingEntry>();
        foreach (var line in Lines(bytes))
        {
            if (ReadLine(line) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (!line.IsEmpty)
            {
                yield return line;
            }
        }
    }

    private static BriefingEntry? ReadLine(ReadOnlyMemory<byte> line)
    {
        try
        {
            var faults = new JsonFaults(new JsonPlaces(line, string.Empty), limit: 0);
            var json = new JsonText(line.Span, faults);
            var entry = BriefingManifestReader.ReadEntry(ref json);
            json.End();
            return faults.Count == 0 && entry is { Status: BriefingStatus.Made } ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
