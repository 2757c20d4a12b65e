using System.Text.Json;

namespace ReportBuilder.StatBank;

/// <summary>Reads the member <c>dimension</c>.</summary>
internal sealed class JsonStatDimensionReader(JsonStatSource source)
{
    /// <summary>All dimensions by code, or null when there is no object to read.</summary>
    public Dictionary<string, JsonStatPartDimension>? ReadAll(ref Utf8JsonReader json)
    {
        if (!JsonStatTokens.Is(ref json, JsonTokenType.StartObject, source, "dimension"))
        {
            return null;
        }

        var dimensions = new Dictionary<string, JsonStatPartDimension>(StringComparer.Ordinal);
        var members = new JsonStatMembers(source, "dimension");
        while (members.Next(ref json) is { } code)
        {
            var dimension = new JsonStatPartDimension(code, json.TokenStartIndex);
            dimensions.Add(code, dimension);
            ReadDimension(ref json, dimension, members.Path);
        }

        return dimensions;
    }

    private void ReadDimension(ref Utf8JsonReader json, JsonStatPartDimension dimension, string path)
    {
        // In JSON-stat 1 the lists «id» and «size» stand here; that they are not objects is said by the version of the whole.
        if (json.TokenType == JsonTokenType.StartArray || !JsonStatTokens.Is(ref json, JsonTokenType.StartObject, source, path))
        {
            json.Skip();
            return;
        }

        var members = new JsonStatMembers(source, path);
        while (members.Next(ref json) is { } name)
        {
            switch (name)
            {
                case "label":
                    dimension.Label = JsonStatTokens.Text(ref json, source, members.Path);
                    break;
                case "category":
                    ReadCategories(ref json, dimension, members.Path);
                    break;
                case "extension" when json.TokenType == JsonTokenType.StartObject:
                    ReadExtension(ref json, dimension, members.Path);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    private void ReadExtension(ref Utf8JsonReader json, JsonStatPartDimension dimension, string path)
    {
        var members = new JsonStatMembers(source, path);
        while (members.Next(ref json) is { } name)
        {
            if (name == "elimination" && json.TokenType is JsonTokenType.True or JsonTokenType.False)
            {
                dimension.CanBeLeftOut = json.GetBoolean();
            }
            else
            {
                json.Skip();
            }
        }
    }

    private void ReadCategories(ref Utf8JsonReader json, JsonStatPartDimension dimension, string path)
    {
        if (!JsonStatTokens.Is(ref json, JsonTokenType.StartObject, source, path))
        {
            return;
        }

        var members = new JsonStatMembers(source, path);
        while (members.Next(ref json) is { } name)
        {
            switch (name)
            {
                case "index":
                    ReadIndex(ref json, dimension, members.Path);
                    break;
                case "label" when JsonStatTokens.Is(ref json, JsonTokenType.StartObject, source, members.Path):
                    ReadLabels(ref json, dimension, members.Path);
                    break;
                case "unit" when json.TokenType == JsonTokenType.StartObject:
                    ReadUnits(ref json, dimension, members.Path);
                    break;
                case "label":
                    break;
                default:
                    json.Skip();
                    break;
            }
        }
    }

    /// <summary>A list of codes in order, or an object from code to position.</summary>
    private void ReadIndex(ref Utf8JsonReader json, JsonStatPartDimension dimension, string path)
    {
        var index = new List<(string, int, long)>();
        if (json.TokenType == JsonTokenType.StartArray)
        {
            var codes = JsonStatTokens.Texts(ref json, source, path) ?? [];
            index.AddRange(codes.Select((c, i) => (c.Value, i, c.Offset)));
        }
        else if (JsonStatTokens.Is(ref json, JsonTokenType.StartObject, source, path))
        {
            var members = new JsonStatMembers(source, path);
            while (members.Next(ref json) is { } code)
            {
                var offset = json.TokenStartIndex;
                if (JsonStatTokens.Integer(ref json, source, members.Path) is { } position)
                {
                    index.Add((code, position, offset));
                }
            }
        }

        dimension.Index = index;
    }

    private void ReadLabels(ref Utf8JsonReader json, JsonStatPartDimension dimension, string path)
    {
        var members = new JsonStatMembers(source, path);
        while (members.Next(ref json) is { } code)
        {
            dimension.Labels[code] = JsonStatTokens.Text(ref json, source, members.Path) ?? code;
        }
    }

    private void ReadUnits(ref Utf8JsonReader json, JsonStatPartDimension dimension, string path)
    {
        var codes = new JsonStatMembers(source, path);
        while (codes.Next(ref json) is { } code)
        {
            if (!JsonStatTokens.Is(ref json, JsonTokenType.StartObject, source, codes.Path))
            {
                continue;
            }

            (string? Unit, int? Decimals) unit = (null, null);
            var members = new JsonStatMembers(source, codes.Path);
            while (members.Next(ref json) is { } name)
            {
                switch (name)
                {
                    case "base" or "label" when unit.Unit is null && json.TokenType == JsonTokenType.String:
                        unit.Unit = json.GetString();
                        break;
                    case "decimals":
                        unit.Decimals = JsonStatTokens.Integer(ref json, source, members.Path);
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            dimension.Units[code] = unit;
        }
    }
}
