using System.Text;
using System.Text.Json;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>The bytes that a dataset is read from, with places and diagnostics in them.</summary>
internal sealed class JsonStatSource
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Disallow, MaxDepth = 64 };
    private readonly byte[] _json;
    private readonly string _shownAs;
    private readonly DiagnosticBag _bag;
    private readonly int _start;

    /// <summary>Makes a source; a byte order mark is passed over.</summary>
    public JsonStatSource(byte[] json, string shownAs, DiagnosticBag bag)
    {
        _json = json;
        _shownAs = shownAs;
        _bag = bag;
        _start = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
    }

    /// <summary>Number of errors reported.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>A reader at the start of the text.</summary>
    public Utf8JsonReader Open() => new(_json.AsSpan(_start), Options);

    /// <summary>True when the text looks like a web page.</summary>
    public bool IsHtml => _json.AsSpan(_start).TrimStart(" \t\r\n"u8).StartsWith((byte)'<');

    /// <summary>
    /// True when nothing is wrong but that the text ends too soon. A reader that is told that more may come complains only of what can
    /// never become JSON.
    /// </summary>
    public bool IsCutOff
    {
        get
        {
            var reader = new Utf8JsonReader(_json.AsSpan(_start), isFinalBlock: false, new JsonReaderState(Options));
            try
            {
                while (reader.Read()) { }

                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }

    /// <summary>Reports an error at a token.</summary>
    /// <param name="code">Diagnostic code.</param>
    /// <param name="offset">Where the token starts, as the reader counts.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="expected">What should.</param>
    /// <param name="arguments">Facts for the text; the first is the path in the JSON.</param>
    public void Error(string code, long offset, string? found, string? expected, params string[] arguments)
    {
        ErrorCount++;
        _bag.Add(Diagnostic.Error(code, PlaceOf(offset), arguments) with { Found = found, Expected = expected });
    }

    /// <summary>Reports an error on the whole text.</summary>
    public void Error(string code, params string[] arguments)
    {
        ErrorCount++;
        _bag.Add(Diagnostic.Error(code, new SourcePlace(_shownAs), arguments));
    }

    /// <summary>Reports that the text is not JSON, at the first byte that cannot be.</summary>
    public void ErrorOfSyntax(JsonException exception)
    {
        var line = (int)(exception.LineNumber ?? 0);
        var start = _start;
        for (var i = 0; i < line; i++)
        {
            start += _json.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        var offset = Math.Min(start + (int)(exception.BytePositionInLine ?? 0), _json.Length);
        Error("RB2300", offset - _start, offset < _json.Length ? CharacterAt(offset) : null, null);
    }

    /// <summary>Reports that the text ends before the JSON does, at its last byte.</summary>
    public void ErrorOfEnd() => Error("RB2301", _json.AsSpan(_start).TrimEnd(" \t\r\n"u8).Length, null, null);

    private string CharacterAt(int offset)
    {
        Rune.DecodeFromUtf8(_json.AsSpan(offset), out var rune, out _);
        return rune.ToString();
    }

    private SourcePlace PlaceOf(long offset)
    {
        var before = _json.AsSpan(0, (int)offset + _start);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new SourcePlace(_shownAs, before.Count((byte)'\n') + 1, InputFile.Characters(before[lineStart..]) + 1);
    }
}
