using System.Text.Json;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>
/// Reads the text of a dataset in one pass. What has the wrong form is reported with its place and passed over; members that nobody
/// asks for (<c>extension</c>, <c>link</c>, <c>href</c>) are not looked at.
/// </summary>
internal sealed class JsonStatReader
{
    private readonly JsonStatSource _source;
    private readonly JsonStatParts _parts = new();
    private Located<string>? _class;
    private string? _answer;

    private JsonStatReader(JsonStatSource source) => _source = source;

    /// <summary>Reads all parts, or gives null; what is wrong is reported.</summary>
    public static JsonStatParts? Read(JsonStatSource source)
    {
        var reader = new JsonStatReader(source);
        try
        {
            reader.ReadRoot();
        }
        catch (JsonException) when (source.IsHtml)
        {
            source.Error("RB2302");
        }
        catch (JsonException) when (source.IsCutOff)
        {
            source.ErrorOfEnd();
        }
        catch (JsonException exception)
        {
            source.ErrorOfSyntax(exception);
        }

        return source.ErrorCount == 0 ? reader._parts : null;
    }

    private void ReadRoot()
    {
        var json = _source.Open();
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            var found = JsonStatTokens.Describe(ref json);
            _source.Error("RB2307", json.TokenStartIndex, found, ToolTexts.Get("statbank.expected.object"), "$");
            return;
        }

        var isOld = false;
        var members = new JsonStatMembers(_source, string.Empty);
        while (members.Next(ref json) is { } name)
        {
            isOld |= name == "dataset" && json.TokenType == JsonTokenType.StartObject;
            ReadMember(ref json, name);
        }

        // Nothing but blanks may follow; the reader throws when something does.
        json.Read();
        if (_answer is not null && _parts.Dimensions is null)
        {
            _source.Error("RB2305", _answer);
        }
        else if (_class is null && isOld)
        {
            _source.Error("RB2304");
        }
        else if (_class is not { } kind)
        {
            _source.Error("RB2306", "class");
        }
        else if (kind.Value != "dataset")
        {
            _source.Error("RB2303", kind.Offset, kind.Value, "dataset", "class");
        }
    }

    private void ReadMember(ref Utf8JsonReader json, string name)
    {
        switch (name)
        {
            case "class":
                var offset = json.TokenStartIndex;
                _class = JsonStatTokens.Text(ref json, _source, name) is { } kind ? new Located<string>(kind, offset) : _class;
                break;
            case "error" or "title" or "detail" when json.TokenType == JsonTokenType.String:
                _answer = json.GetString();
                break;
            case "label" or "source" or "updated":
                _parts.Texts[name] = JsonStatTokens.Text(ref json, _source, name) ?? string.Empty;
                break;
            case "note":
                _parts.Notes.AddRange(JsonStatTokens.Texts(ref json, _source, name)?.Select(t => t.Value) ?? []);
                break;
            case "id":
                _parts.Ids = JsonStatTokens.Texts(ref json, _source, name);
                break;
            case "size":
                _parts.Sizes = JsonStatTokens.Integers(ref json, _source, name);
                break;
            case "role":
                ReadRoles(ref json);
                break;
            case "dimension":
                _parts.Dimensions = new JsonStatDimensionReader(_source).ReadAll(ref json);
                break;
            case "value":
                _parts.Values = ReadSeries(ref json, name, ReadValue);
                break;
            case "status":
                if (json.TokenType == JsonTokenType.String)
                {
                    _parts.SignOfAll = json.GetString();
                }
                else
                {
                    _parts.Signs = ReadSeries(ref json, name, ReadSign);
                }

                break;
            default:
                json.Skip();
                break;
        }
    }

    private void ReadRoles(ref Utf8JsonReader json)
    {
        if (!JsonStatTokens.Is(ref json, JsonTokenType.StartObject, _source, "role"))
        {
            return;
        }

        var members = new JsonStatMembers(_source, "role");
        while (members.Next(ref json) is { } name)
        {
            var role = name switch
            {
                "time" => JsonStatRole.Time,
                "geo" => JsonStatRole.Geography,
                "metric" => JsonStatRole.Metric,
                _ => JsonStatRole.None,
            };
            foreach (var dimension in JsonStatTokens.Texts(ref json, _source, members.Path) ?? [])
            {
                _parts.Roles[dimension.Value] = role;
            }
        }
    }

    private delegate T ItemReader<T>(ref Utf8JsonReader json, string path);

    /// <summary>A row of all items, or an object from position to item.</summary>
    private JsonStatSeries<T>? ReadSeries<T>(ref Utf8JsonReader json, string name, ItemReader<T> read)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var series = new JsonStatSeries<T>(json.TokenStartIndex, json.TokenType == JsonTokenType.StartArray);
        if (series.IsWhole)
        {
            for (var i = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; i++)
            {
                series.Items.Add((i, read(ref json, name), json.TokenStartIndex));
            }
        }
        else if (JsonStatTokens.Is(ref json, JsonTokenType.StartObject, _source, name))
        {
            var members = new JsonStatMembers(_source, name);
            while (members.Next(ref json) is { } key)
            {
                var offset = json.TokenStartIndex;
                var item = read(ref json, members.Path);
                if (
                    Invariant.TryReadNumber(key, out var number)
                    && number >= 0
                    && number <= int.MaxValue
                    && number == Math.Truncate(number)
                )
                {
                    series.Items.Add(((int)number, item, offset));
                }
                else
                {
                    _source.Error("RB2309", offset, key, ToolTexts.Get("statbank.expected.position"), members.Path);
                }
            }
        }

        return series;
    }

    private double? ReadValue(ref Utf8JsonReader json, string path)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var value) && double.IsFinite(value))
        {
            return value;
        }

        JsonStatTokens.Mismatch(ref json, _source, path, "statbank.expected.number");
        return null;
    }

    private string? ReadSign(ref Utf8JsonReader json, string path) =>
        json.TokenType == JsonTokenType.Null ? null : JsonStatTokens.Text(ref json, _source, path);
}
