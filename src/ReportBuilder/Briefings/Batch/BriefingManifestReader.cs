using ReportBuilder.Diagnostics;
using ReportBuilder.Editions.Reading;

namespace ReportBuilder.Briefings.Batch;

/// <summary>Reads manifests back.</summary>
public static class BriefingManifestReader
{
    private const int MostBriefings = 1_000_000;
    private static readonly JsonFieldNames Names = new(["schema", "total", "briefings"], "whole", "shard", "shards");
    private static readonly JsonFieldNames EntryNames = new(
        ["code", "name", "language", "status"],
        "key",
        "file",
        "pages",
        "bytes",
        "sha256",
        "reason"
    );

    /// <summary>The manifest; null when something is wrong with it, and the bag says what (RB7001–RB7012, and RB8063 for an entry that does not hang together).</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownAs">The file as shown to the user.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static BriefingManifest? Read(string path, string shownAs, DiagnosticBag bag) =>
        JsonFile.Bytes(path, shownAs, bag) is { } utf8
            ? JsonFile.Read(utf8, shownAs, BriefingManifestWriter.SchemaVersion, Read, bag)
            : null;

    private static BriefingManifest? Read(ref JsonText json)
    {
        var fields = new JsonFields(Names, json.At);
        string? whole = null;
        var (number, count, total) = (0, 0, 0);
        var entries = new List<BriefingEntry>();
        while (json.Next(ref fields) is { } field)
        {
            switch (field)
            {
                case "schema":
                    json.Integer(1, BriefingManifestWriter.SchemaVersion);
                    break;
                case "whole":
                    whole = json.Fingerprint();
                    break;
                case "shard":
                    number = json.Integer(1, Shard.Most);
                    break;
                case "shards":
                    count = json.Integer(1, Shard.Most);
                    break;
                case "total":
                    total = json.Integer(0, MostBriefings);
                    break;
                default:
                    entries = ReadEntries(ref json);
                    break;
            }
        }

        json.Close(fields);
        if (fields.Has("shard") != fields.Has("shards") || number > count)
        {
            json.Faults.Add(Diagnostic.Error("RB8063", json.Faults.File));
        }

        return new BriefingManifest
        {
            Whole = whole,
            Shard = count > 0 ? new Shard(number, count) : null,
            Total = total,
            Entries = BriefingManifest.Sorted(entries),
        };
    }

    private static List<BriefingEntry> ReadEntries(ref JsonText json)
    {
        var entries = new List<BriefingEntry>();
        var seen = new HashSet<(string, string)>();
        if (json.List())
        {
            while (json.Item())
            {
                var at = json.At;
                if (ReadEntry(ref json) is { } entry)
                {
                    json.Faults.Once(seen.Add(entry.Id), $"{entry.Code} {entry.Language}", at);
                    entries.Add(entry);
                }
            }
        }

        return entries;
    }

    /// <summary>Reads one briefing; null when it is no object.</summary>
    internal static BriefingEntry? ReadEntry(ref JsonText json)
    {
        if (json.Object(EntryNames) is not { } fields)
        {
            return null;
        }

        var at = json.Place;
        var entry = new BriefingEntry
        {
            Code = string.Empty,
            Name = string.Empty,
            Language = string.Empty,
            Status = BriefingStatus.None,
        };
        while (json.Next(ref fields) is { } field)
        {
            entry = field switch
            {
                "code" => entry with { Code = json.Text() ?? string.Empty },
                "name" => entry with { Name = json.Text() ?? string.Empty },
                "language" => entry with { Language = json.Text() ?? string.Empty },
                "status" => entry with { Status = json.Word<BriefingStatus>() },
                "key" => entry with { Key = json.Fingerprint() },
                "file" => entry with { File = json.Text() },
                "pages" => entry with { Pages = json.Integer(1, int.MaxValue) },
                "bytes" => entry with { Bytes = json.Integer(1, int.MaxValue) },
                "sha256" => entry with { Fingerprint = json.Fingerprint() },
                _ => entry with { Reason = json.Text() },
            };
        }

        json.Close(fields);
        if (!HangsTogether(entry))
        {
            json.Faults.Add(Diagnostic.Error("RB8063", at));
        }

        return entry;
    }

    /// <summary>A file that was made is of its municipality and language and lies where such files lie; what was not made has a reason and nothing else.</summary>
    private static bool HangsTogether(BriefingEntry entry) =>
        entry.Status == BriefingStatus.Made
            ? entry is { File: { } file, Pages: > 0, Bytes: > 0, Fingerprint: not null, Key: not null, Reason: null }
                && BriefingFile.IsOne(file)
                && BriefingFile.PartsOf(file) == entry.Id
            : entry is { File: null, Fingerprint: null, Reason: not null };
}
