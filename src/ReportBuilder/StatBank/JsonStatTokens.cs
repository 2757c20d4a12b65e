using System.Text;
using System.Text.Json;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>Reads tokens of an expected kind. Another kind is reported (RB2307) and passed over.</summary>
internal static class JsonStatTokens
{
    private const int ShownLength = 40;

    /// <summary>The text that the reader stands at, or null.</summary>
    public static string? Text(ref Utf8JsonReader json, JsonStatSource source, string path) =>
        Is(ref json, JsonTokenType.String, source, path) ? json.GetString() : null;

    /// <summary>The whole number that the reader stands at, or null; not below nil.</summary>
    public static int? Integer(ref Utf8JsonReader json, JsonStatSource source, string path)
    {
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var value) && value >= 0)
        {
            return value;
        }

        Mismatch(ref json, source, path, "statbank.expected.integer");
        return null;
    }

    /// <summary>A list of texts, or one text alone.</summary>
    public static List<Located<string>>? Texts(ref Utf8JsonReader json, JsonStatSource source, string path)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return [new Located<string>(json.GetString()!, json.TokenStartIndex)];
        }

        if (!Is(ref json, JsonTokenType.StartArray, source, path))
        {
            return null;
        }

        var texts = new List<Located<string>>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var offset = json.TokenStartIndex;
            if (Text(ref json, source, path) is { } text)
            {
                texts.Add(new Located<string>(text, offset));
            }
        }

        return texts;
    }

    /// <summary>A list of whole numbers.</summary>
    public static List<Located<int>>? Integers(ref Utf8JsonReader json, JsonStatSource source, string path)
    {
        if (!Is(ref json, JsonTokenType.StartArray, source, path))
        {
            return null;
        }

        var numbers = new List<Located<int>>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            var offset = json.TokenStartIndex;
            if (Integer(ref json, source, path) is { } number)
            {
                numbers.Add(new Located<int>(number, offset));
            }
        }

        return numbers;
    }

    /// <summary>True when the reader stands at the kind of token; otherwise reports it and passes over the value.</summary>
    public static bool Is(ref Utf8JsonReader json, JsonTokenType kind, JsonStatSource source, string path)
    {
        if (json.TokenType == kind)
        {
            return true;
        }

        var expected = kind switch
        {
            JsonTokenType.StartObject => "statbank.expected.object",
            JsonTokenType.StartArray => "statbank.expected.array",
            _ => "statbank.expected.text",
        };
        Mismatch(ref json, source, path, expected);
        return false;
    }

    /// <summary>Reports a value of the wrong kind and passes over it.</summary>
    /// <param name="json">Stands at the value.</param>
    /// <param name="source">Takes the diagnostic.</param>
    /// <param name="path">Path of the value.</param>
    /// <param name="expected">Key of the text that says what should stand there.</param>
    public static void Mismatch(ref Utf8JsonReader json, JsonStatSource source, string path, string expected)
    {
        var offset = json.TokenStartIndex;
        var found = Describe(ref json);
        json.Skip();
        source.Error("RB2307", offset, found, ToolTexts.Get(expected), path);
    }

    /// <summary>The token as it stands, shortened.</summary>
    public static string Describe(ref Utf8JsonReader json)
    {
        var text = Encoding.UTF8.GetString(json.ValueSpan);
        text = json.TokenType == JsonTokenType.String ? $"\"{text}\"" : text;
        return text.Length <= ShownLength ? text : text[..ShownLength] + "…";
    }
}

/// <summary>Goes through the members of an object; one that stands twice is reported (RB2311) and passed over.</summary>
internal sealed class JsonStatMembers(JsonStatSource source, string parent)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private string _name = string.Empty;

    /// <summary>Path of the current member.</summary>
    public string Path => parent.Length == 0 ? _name : parent + "." + _name;

    /// <summary>Moves to the value of the next member and gives its name, or null at the end of the object.</summary>
    public string? Next(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var offset = json.TokenStartIndex;
            _name = json.GetString()!;
            json.Read();
            if (_seen.Add(_name))
            {
                return _name;
            }

            source.Error("RB2311", offset, _name, null, Path);
            json.Skip();
        }

        return null;
    }
}
