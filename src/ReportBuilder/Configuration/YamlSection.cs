using System.Globalization;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ReportBuilder.Configuration;

/// <summary>
/// One mapping of a YAML file, read key by key. Remembers which keys were asked for, so that <see cref="Close"/> can name every
/// key that nobody knows, with its place and the nearest one that exists.
/// </summary>
public sealed class YamlSection
{
    private readonly YamlMappingNode? _map;
    private readonly string _path;
    private readonly SourcePlace _place;
    private readonly DiagnosticBag _diagnostics;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    private YamlSection(YamlMappingNode? map, string path, SourcePlace place, DiagnosticBag diagnostics)
    {
        _map = map;
        _path = path;
        _place = place;
        _diagnostics = diagnostics;
    }

    /// <summary>
    /// Reads a file whose root is a mapping. A missing file (RB1001) or one that cannot be read (RB1011), a YAML fault (RB1002) or another root (RB1003) is a diagnostic, and null comes back.
    /// </summary>
    public static YamlSection? Read(string path, string shownAs, DiagnosticBag diagnostics)
    {
        if (!File.Exists(path))
        {
            diagnostics.Add(Diagnostic.Error("RB1001", new SourcePlace(shownAs)));
            return null;
        }

        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(Diagnostic.Error("RB1011", new SourcePlace(shownAs), exception.Message));
            return null;
        }

        var yaml = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            yaml.Load(parser);
        }
        catch (YamlException exception)
        {
            diagnostics.Add(
                YamlFaults.UnquotedStar(text, shownAs) ?? Diagnostic.Error("RB1002", PlaceOf(shownAs, exception.Start), exception.Message)
            );
            return null;
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet's scanner throws for a bracket that is never closed.
            var place = PlaceOf(shownAs, parser.Current?.End ?? Mark.Empty);
            diagnostics.Add(Diagnostic.Error("RB1002", place, ToolTexts.Get("yaml.unclosed")));
            return null;
        }

        if (yaml.Documents is not [{ RootNode: YamlMappingNode map }, ..])
        {
            diagnostics.Add(Diagnostic.Error("RB1003", new SourcePlace(shownAs, 1, 1)));
            return null;
        }

        return new YamlSection(map, string.Empty, new SourcePlace(shownAs, 1, 1), diagnostics);
    }

    /// <summary>Where the section begins.</summary>
    public SourcePlace Place => _place;

    /// <summary>The place of a key's value, or of the section when the key is absent.</summary>
    public SourcePlace PlaceOf(string key) => Node(key) is { } node ? PlaceOf(_place.File, node.Start) : _place;

    /// <summary>A text. Absent: the fallback, or RB1004 when there is none.</summary>
    public string Text(string key, string? fallback = null)
    {
        switch (Node(key))
        {
            case YamlScalarNode { Value: { Length: > 0 } value }:
                return value;
            case null or YamlScalarNode when fallback is not null:
                return fallback;
            case null or YamlScalarNode:
                _diagnostics.Add(Diagnostic.Error("RB1004", _place, _path + key));
                return string.Empty;
            case { } other:
                Mismatch(key, other, "yaml.text");
                return fallback ?? string.Empty;
        }
    }

    /// <summary>A whole number within limits (RB1006 otherwise).</summary>
    public int Integer(string key, int fallback, int minimum, int maximum)
    {
        if (Node(key) is not { } node)
        {
            return fallback;
        }

        if (
            node is YamlScalarNode { Value: var text }
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= minimum
            && value <= maximum
        )
        {
            return value;
        }

        var expected = ToolTexts.Get("yaml.integer", minimum, maximum);
        _diagnostics.Add(Diagnostic.Error("RB1006", PlaceOf(key), _path + key) with { Found = node.ToString(), Expected = expected });
        return fallback;
    }

    /// <summary>A number with decimal point within limits (RB1006 otherwise).</summary>
    public double Number(string key, double fallback, double minimum, double maximum)
    {
        if (Node(key) is not { } node)
        {
            return fallback;
        }

        if (node is YamlScalarNode { Value: var text } && NumberOf(text) is { } value && value >= minimum && value <= maximum)
        {
            return value;
        }

        var expected = ToolTexts.Get("yaml.number", minimum, maximum);
        _diagnostics.Add(Diagnostic.Error("RB1006", PlaceOf(key), _path + key) with { Found = node.ToString(), Expected = expected });
        return fallback;
    }

    /// <summary>A finite number written with decimal point, with or without exponent; null for anything else.</summary>
    public static double? NumberOf(string? text) =>
        double.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var value
        ) && double.IsFinite(value)
            ? value
            : null;

    /// <summary>A date written yyyy-MM-dd. Absent: RB1004; another form: RB1006.</summary>
    public DateOnly Date(string key)
    {
        var text = Text(key);
        if (text.Length == 0)
        {
            return default;
        }

        if (Invariant.TryReadDate(text, out var date))
        {
            return date;
        }

        var expected = ToolTexts.Get("yaml.date");
        _diagnostics.Add(Diagnostic.Error("RB1006", PlaceOf(key), _path + key) with { Found = text, Expected = expected });
        return default;
    }

    /// <summary>A list of texts; one text alone counts as a list of one. Absent: empty.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(i => i.Text)];

    /// <summary>A list of texts, each with its place.</summary>
    public IReadOnlyList<(string Text, SourcePlace Place)> Items(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence when sequence.Children.All(c => c is YamlScalarNode):
                return [.. sequence.Children.Select(c => (((YamlScalarNode)c).Value ?? string.Empty, PlaceOf(_place.File, c.Start)))];
            case YamlScalarNode scalar:
                return string.IsNullOrEmpty(scalar.Value) ? [] : [(scalar.Value, PlaceOf(_place.File, scalar.Start))];
            case { } other:
                Mismatch(key, other, "yaml.list");
                return [];
        }
    }

    /// <summary>A mapping inside this one; an absent one is empty.</summary>
    public YamlSection Section(string key)
    {
        var node = Node(key);
        if (node is not null and not YamlMappingNode and not YamlScalarNode { Value: null or "" })
        {
            Mismatch(key, node, "yaml.map");
        }

        return new YamlSection(node as YamlMappingNode, _path + key + ".", PlaceOf(key), _diagnostics);
    }

    /// <summary>
    /// A text that may be missing or stand empty on purpose: null when the key is absent or has nothing after it, and the empty text when it is written as one (<c>''</c>).
    /// </summary>
    public string? OptionalText(string key)
    {
        switch (Node(key))
        {
            case null or YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" }:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value ?? string.Empty;
            case { } other:
                Mismatch(key, other, "yaml.text");
                return null;
        }
    }

    /// <summary>A list of mappings, each a section of its own. Absent: empty; another form: RB1006.</summary>
    public IReadOnlyList<YamlSection> Sections(string key)
    {
        switch (Node(key))
        {
            case null or YamlScalarNode { Value: null or "" }:
                return [];
            case YamlSequenceNode sequence when sequence.Children.All(c => c is YamlMappingNode):
                return
                [
                    .. sequence.Children.Select(c => new YamlSection(
                        (YamlMappingNode)c,
                        _path + key + ".",
                        PlaceOf(_place.File, c.Start),
                        _diagnostics
                    )),
                ];
            case { } other:
                Mismatch(key, other, "yaml.maps");
                return [];
        }
    }

    /// <summary>All keys and their texts, for a mapping whose keys the files of the user decide. What is not a text is RB1006.</summary>
    public IReadOnlyList<(string Key, string Text, SourcePlace Place)> Pairs()
    {
        var pairs = new List<(string, string, SourcePlace)>();
        if (_map is null)
        {
            return pairs;
        }

        foreach (var (key, value) in _map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
            {
                continue;
            }

            _asked.Add(name);
            if (value is YamlScalarNode { Value: { Length: > 0 } text })
            {
                pairs.Add((name, text, PlaceOf(_place.File, value.Start)));
            }
            else
            {
                Mismatch(name, value, "yaml.text");
            }
        }

        return pairs;
    }

    /// <summary>Adds what the reader of this section found wrong with a value.</summary>
    public void Report(Diagnostic diagnostic) => _diagnostics.Add(diagnostic);

    /// <summary>Names every key that was never asked for (RB1005). Call once, after all keys are read.</summary>
    public void Close()
    {
        foreach (var key in (_map?.Children.Keys ?? []).OfType<YamlScalarNode>())
        {
            if (key.Value is { } name && !_asked.Contains(name))
            {
                _diagnostics.Add(
                    Diagnostic.Error("RB1005", PlaceOf(_place.File, key.Start)) with
                    {
                        Found = _path + name,
                        Expected = string.Join(", ", _asked.Order(StringComparer.Ordinal)),
                        Nearest = NearestName.Find(name, _asked),
                    }
                );
            }
        }
    }

    private YamlNode? Node(string key)
    {
        _asked.Add(key);
        return _map is not null && _map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private void Mismatch(string key, YamlNode node, string expected) =>
        _diagnostics.Add(
            Diagnostic.Error("RB1006", PlaceOf(_place.File, node.Start), _path + key) with
            {
                Expected = ToolTexts.Get(expected),
            }
        );

    private static SourcePlace PlaceOf(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);
}
