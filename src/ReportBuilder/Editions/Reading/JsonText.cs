using System.Text;
using System.Text.Json;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>
/// A JSON text read from its beginning, field by field. What is not as it should be becomes a fault with its place, is passed over, and reading goes on; only a text that is not JSON
/// stops it, with a <see cref="JsonException"/>.
/// </summary>
internal ref struct JsonText
{
    private const int LongestShown = 60;
    private const int FingerprintLength = 64;
    private readonly JsonFaults _faults;
    private Utf8JsonReader _reader;
    private string _field = string.Empty;

    /// <summary>Begins to read; the first token has been read.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public JsonText(ReadOnlySpan<byte> utf8, JsonFaults faults)
    {
        _faults = faults;
        _reader = new Utf8JsonReader(utf8);
        _reader.Read();
    }

    /// <summary>Faults so far.</summary>
    public readonly JsonFaults Faults => _faults;

    /// <summary>Where the present token begins, in bytes.</summary>
    public readonly long At => _reader.TokenStartIndex;

    /// <summary>Place of the present token.</summary>
    public readonly SourcePlace Place => _faults.At(At);

    /// <summary>Kind of the present token.</summary>
    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Begins an object; null when the present value is another thing (RB7008), which is passed over.</summary>
    public JsonFields? Object(JsonFieldNames names)
    {
        if (Token == JsonTokenType.StartObject)
        {
            return new JsonFields(names, At);
        }

        Mismatch("edition.type.object");
        return null;
    }

    /// <summary>Goes to the value of the next field that the object may have; null at its end. Fields that are unknown (RB7007) or there already (RB7009) are passed over.</summary>
    public string? Next(ref JsonFields fields)
    {
        while (_reader.Read() && Token == JsonTokenType.PropertyName)
        {
            var index = IndexOf(fields);
            if (index >= 0 && fields.Mark(index))
            {
                _field = fields.Names.All[index];
                _reader.Read();
                return _field;
            }

            ReportField(fields, index);
            _reader.Read();
            _reader.Skip();
        }

        return null;
    }

    /// <summary>Reports each required field that was not there (RB7006).</summary>
    public readonly void Close(in JsonFields fields)
    {
        for (var i = 0; i < fields.Names.Required; i++)
        {
            Require(fields, i);
        }
    }

    /// <summary>Reports a field that was not there (RB7006).</summary>
    public readonly void Require(in JsonFields fields, string name) => Require(fields, fields.Names.IndexOf(name));

    private readonly void Require(in JsonFields fields, int index)
    {
        if (!fields.Has(index))
        {
            _faults.Add(Diagnostic.Error("RB7006", _faults.At(fields.Start), fields.Names.All[index]));
        }
    }

    /// <summary>Begins a list; false when the present value is another thing (RB7008), which is passed over.</summary>
    public bool List()
    {
        if (Token == JsonTokenType.StartArray)
        {
            return true;
        }

        Mismatch("edition.type.list");
        return false;
    }

    /// <summary>Goes to the next item of a list; false at its end.</summary>
    public bool Item() => _reader.Read() && Token != JsonTokenType.EndArray;

    /// <summary>The end of the file; what stands after it throws, like all that is no JSON.</summary>
    /// <exception cref="System.Text.Json.JsonException">There is more.</exception>
    public void End() => _reader.Read();

    /// <summary>A text; null when the value is another thing (RB7008).</summary>
    public string? Text()
    {
        if (Token == JsonTokenType.String && Content() is { } text)
        {
            return text;
        }

        Mismatch("edition.type.text");
        return null;
    }

    /// <summary>A list of texts.</summary>
    public List<string> Texts()
    {
        var texts = new List<string>();
        if (List())
        {
            while (Item())
            {
                texts.Add(Text() ?? string.Empty);
            }
        }

        return texts;
    }

    /// <summary>A finite number; null for null, or when the value is another thing (RB7008).</summary>
    public double? NumberOrNull()
    {
        if (Token == JsonTokenType.Null)
        {
            return null;
        }

        if (Token == JsonTokenType.Number && _reader.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return number;
        }

        Mismatch("edition.type.number");
        return null;
    }

    /// <summary>A whole number within limits; the least allowed when the value is another thing (RB7008).</summary>
    public int Integer(int minimum, int maximum)
    {
        if (Token == JsonTokenType.Number && _reader.TryGetInt32(out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Mismatch("edition.type.integer", minimum, maximum);
        return minimum;
    }

    /// <summary>True or false; false when the value is another thing (RB7008).</summary>
    public bool Boolean()
    {
        if (Token is JsonTokenType.True or JsonTokenType.False)
        {
            return Token == JsonTokenType.True;
        }

        Mismatch("edition.type.boolean");
        return false;
    }

    /// <summary>A member of an enumeration by its word (RB7012 for no such word).</summary>
    public T Word<T>()
        where T : struct, Enum
    {
        if (Token == JsonTokenType.String && JsonWords<T>.Find(_reader.ValueSpan) is { } member)
        {
            return member;
        }

        if (Text() is { } text)
        {
            _faults.Add(
                Diagnostic.Error("RB7012", Place, _field) with
                {
                    Found = Shown(text),
                    Expected = string.Join(", ", JsonWords<T>.All),
                    Nearest = NearestName.Find(text, JsonWords<T>.All),
                }
            );
        }

        return default;
    }

    /// <summary>The name of a number (RB7011 for a text that cannot be one).</summary>
    public string? Id()
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (QuantityId.IsValid(text))
        {
            return text;
        }

        _faults.Add(Diagnostic.Error("RB7011", Place) with { Found = Shown(text) });
        return null;
    }

    /// <summary>
    /// Id of a table or figure (RB7011 for a text that cannot be one): it names a file, so nothing but letters, digits, «-» and «_» may follow the prefix.
    /// </summary>
    public string? ContentId(string prefix)
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (
            text.StartsWith(prefix, StringComparison.Ordinal)
            && text.Length > prefix.Length
            && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
        )
        {
            return text;
        }

        _faults.Add(Diagnostic.Error("RB7011", Place) with { Found = Shown(text), Expected = prefix + "…" });
        return null;
    }

    /// <summary>A SHA-256 in lower-case hexadecimal; null when the value is another thing (RB7008).</summary>
    public string? Fingerprint()
    {
        if (Token == JsonTokenType.String && Content() is { Length: FingerprintLength } text && text.All(char.IsAsciiHexDigitLower))
        {
            return text;
        }

        Mismatch("edition.type.fingerprint");
        return null;
    }

    /// <summary>Reports a value of another kind than expected (RB7008) and passes over it.</summary>
    /// <param name="expected">Key of the words for what was expected.</param>
    /// <param name="facts">What the words need.</param>
    public void Mismatch(string expected, params ReadOnlySpan<object?> facts)
    {
        var found = Encoding.UTF8.GetString(_reader.ValueSpan[..Math.Min(_reader.ValueSpan.Length, LongestShown * 2)]);
        var fault = Diagnostic.Error("RB7008", Place, _field);
        _faults.Add(fault with { Found = Shown(found), Expected = ToolTexts.Get(expected, facts) });
        _reader.Skip();
    }

    /// <summary>A text as it is shown in a fault: not longer than a line.</summary>
    public static string Shown(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";

    private readonly int IndexOf(in JsonFields fields)
    {
        var (names, next) = (fields.Names, fields.Next);
        if (_reader.ValueIsEscaped)
        {
            // No field needs an escape; to undo one might fail.
            return -1;
        }

        for (var i = 0; i < names.All.Count; i++)
        {
            var index = (next + i) % names.All.Count;
            if (_reader.ValueSpan.SequenceEqual(names.Utf8(index)))
            {
                return index;
            }
        }

        return -1;
    }

    private readonly void ReportField(in JsonFields fields, int index)
    {
        if (index >= 0)
        {
            _faults.Add(Diagnostic.Error("RB7009", Place, fields.Names.All[index]));
            return;
        }

        var found = Encoding.UTF8.GetString(_reader.ValueSpan);
        var nearest = _faults.AreShown ? NearestName.Find(found, fields.Names.All) : null;
        _faults.Add(Diagnostic.Error("RB7007", Place) with { Found = Shown(found), Nearest = nearest });
    }

    /// <summary>The present string, or null when its escapes are not text (half of a surrogate pair).</summary>
    private readonly string? Content()
    {
        if (!_reader.ValueIsEscaped)
        {
            return Encoding.UTF8.GetString(_reader.ValueSpan);
        }

        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
