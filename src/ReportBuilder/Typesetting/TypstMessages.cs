using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportBuilder.Typesetting;

/// <summary>First line of the process: the version of Node and, when it cannot work, why.</summary>
internal sealed record Hello(string? Node, string? Fault);

/// <summary>Header of an answer; the PDF follows it.</summary>
internal sealed record Answer(bool Ok, int Pages, int Bytes, IReadOnlyList<RawDiagnostic>? Diagnostics, long Memory = 0);

/// <summary>A diagnostic of Typst. Phase is <c>compile</c> or <c>export</c>; the trace leads from the place of the error out to the caller.</summary>
internal sealed record RawDiagnostic(
    string? Phase,
    string? Severity,
    string? Message,
    IReadOnlyList<string>? Hints,
    string? Path,
    int Line,
    int Column,
    IReadOnlyList<RawPlace>? Trace
);

/// <summary>A place in a virtual file, counted from 1.</summary>
internal sealed record RawPlace(string? Path, int Line, int Column);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class TypstMessageContext : JsonSerializerContext;

/// <summary>Writes requests as the process reads them: one line of JSON.</summary>
internal static class TypstRequestLine
{
    public static ReadOnlyMemory<byte> Write(TypesetRequest request, int rememberedDocuments)
    {
        var buffer = new ArrayBufferWriter<byte>(request.Files.Values.Sum(f => f.Length) * 4 / 3 + 4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("main", request.Main);
            json.WriteStartArray("standards");
            foreach (var standard in Names(request.Standard))
            {
                json.WriteStringValue(standard);
            }

            json.WriteEndArray();
            json.WriteNumber("timestamp", request.Created.ToUnixTimeSeconds());
            json.WriteNumber("evict", rememberedDocuments);
            json.WriteStartObject("files");
            foreach (var (path, content) in request.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                json.WriteBase64String(path, content.Span);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The typesetter's names of what the PDF must meet; it exports once for each and answers with the last.</summary>
    private static string[] Names(PdfStandard standard) =>
        standard switch
        {
            PdfStandard.Ua1 => ["ua-1"],
            PdfStandard.A2a => ["a-2a"],
            PdfStandard.Both => ["ua-1", "a-2a"],
            _ => throw new ArgumentOutOfRangeException(nameof(standard), standard, "Unknown standard."),
        };
}
