using System.Globalization;
using CsvHelper;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Labels;

/// <summary>
/// The words that readers of the publication see in tables, charts and alt texts, by key, in one language.
/// Read from <c>templates/labels/nb.csv</c> (columns <c>key,text</c>). An unknown key is gathered as a diagnostic (RB3101) so that all
/// missing labels are reported together; the key itself stands in until then.
/// </summary>
public sealed class LabelSet
{
    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly string _file;
    private readonly DiagnosticBag _diagnostics;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>Makes a set of labels from texts already read.</summary>
    public LabelSet(string file, IReadOnlyDictionary<string, string> texts, DiagnosticBag diagnostics)
    {
        _file = file;
        _texts = texts;
        _diagnostics = diagnostics;
    }

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>Reads a label file. A duplicate key (RB3102) or a line without two fields (RB3103) is a diagnostic.</summary>
    public static LabelSet Read(string path, string shownAs, DiagnosticBag diagnostics)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            diagnostics.Add(Diagnostic.Error("RB3104", new SourcePlace(shownAs)));
            return new LabelSet(shownAs, texts, diagnostics);
        }

        var options = CsvReaderOptions.Default with { Separator = ',', TrackLineNumbers = true };
        using var reader = CsvReader.FromFile(path, options);
        while (reader.Read())
        {
            if (reader.FieldCount != 2)
            {
                diagnostics.Add(
                    Diagnostic.Error("RB3103", new SourcePlace(shownAs, (int)reader.LineNumber)) with
                    {
                        Found = reader.GetString(0),
                    }
                );
            }
            else if (!texts.TryAdd(reader.GetString(0), reader.GetString(1)))
            {
                diagnostics.Add(
                    Diagnostic.Error("RB3102", new SourcePlace(shownAs, (int)reader.LineNumber, 1)) with
                    {
                        Found = reader.GetString(0),
                    }
                );
            }
        }

        return new LabelSet(shownAs, texts, diagnostics);
    }

    /// <summary>True when the key has a text.</summary>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text of a key, with {0}, {1} … filled in.</summary>
    public string Get(string key, params ReadOnlySpan<object?> arguments)
    {
        if (!_texts.TryGetValue(key, out var text))
        {
            ReportUnknown(key);
            return key;
        }

        return arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
    }

    private void ReportUnknown(string key)
    {
        lock (_gate)
        {
            if (_reported.Add(key))
            {
                _diagnostics.Add(
                    Diagnostic.Error("RB3101", new SourcePlace(_file)) with
                    {
                        Found = key,
                        Nearest = NearestName.Find(key, _texts.Keys),
                    }
                );
            }
        }
    }
}
