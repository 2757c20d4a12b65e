using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>Reads an object from the text; what is wrong becomes faults.</summary>
internal delegate T? JsonReading<T>(ref JsonText json)
    where T : class;

/// <summary>A file of an edition as a whole: that it is there, is JSON, is whole, and is of a form that this tool knows.</summary>
internal static class JsonFile
{
    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>All bytes of a file; null when it cannot be read (RB7001).</summary>
    public static byte[]? Bytes(string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            bag.Add(Diagnostic.Error("RB7001", new SourcePlace(shownAs)));
            return null;
        }
    }

    /// <summary>Reads a text; null when something is wrong with it, and the bag says what (RB7002–RB7009 and what the reading finds).</summary>
    /// <param name="utf8">The text, with or without byte order mark.</param>
    /// <param name="shownAs">The file as shown to the user.</param>
    /// <param name="newestSchema">Newest form that this tool reads.</param>
    /// <param name="read">Reads the object.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static T? Read<T>(ReadOnlyMemory<byte> utf8, string shownAs, int newestSchema, JsonReading<T> read, DiagnosticBag bag)
        where T : class
    {
        if (utf8.Span.StartsWith(Mark))
        {
            utf8 = utf8[Mark.Length..];
        }

        var places = new JsonPlaces(utf8, shownAs);
        if (!Utf8.IsValid(utf8.Span))
        {
            var (at, isCutLetter) = FirstInvalid(utf8.Span);
            bag.Add(isCutLetter ? Diagnostic.Error("RB7002", places.End) : Diagnostic.Error("RB7003", places.Of(at)));
            return null;
        }

        var faults = new JsonFaults(places, bag.LimitPerFile);
        T? result = null;
        try
        {
            if (IsOfKnownForm(utf8.Span, newestSchema, places, faults))
            {
                var json = new JsonText(utf8.Span, faults);
                result = read(ref json);
                if (faults.Count == 0)
                {
                    json.End();
                }
            }
        }
        catch (JsonException exception)
        {
            faults.Add(
                IsCut(utf8.Span)
                    ? Diagnostic.Error("RB7002", places.End)
                    : Diagnostic.Error("RB7003", places.Of(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0))
            );
        }

        faults.MoveTo(bag);
        return faults.Count == 0 ? result : null;
    }

    /// <summary>The form's version is looked for first: of a newer form nothing else can be said.</summary>
    private static bool IsOfKnownForm(ReadOnlySpan<byte> utf8, int newestSchema, JsonPlaces places, JsonFaults faults)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            faults.Add(Diagnostic.Error("RB7004", places.File));
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isSchema = !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual("schema"u8);
            reader.Read();
            if (!isSchema)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var schema) || schema < 1)
            {
                break;
            }

            if (schema <= newestSchema)
            {
                return true;
            }

            var fault = Diagnostic.Error("RB7005", places.Of(reader.TokenStartIndex), newestSchema.ToText());
            faults.Add(fault with { Found = schema.ToText() });
            return false;
        }

        faults.Add(Diagnostic.Error("RB7004", places.File));
        return false;
    }

    /// <summary>True when the text is JSON as far as it goes, but ends too early.</summary>
    private static bool IsCut(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                // Goes on until the bytes run out, or are no JSON.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The first byte that is not UTF-8, and whether it begins a letter that the end of the text cuts.</summary>
    private static (int At, bool IsCutLetter) FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (true)
        {
            var status = Rune.DecodeFromUtf8(utf8[at..], out _, out var length);
            if (status != OperationStatus.Done)
            {
                return (at, status == OperationStatus.NeedMoreData);
            }

            at += length;
        }
    }
}
