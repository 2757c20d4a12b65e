using System.Globalization;
using CsvHelper;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Labels;

/// <summary>
/// The words that readers of the publication see in tables, charts and alt texts, by key, in one language.
/// Read from all <c>templates/labels/nb/*.csv</c> (columns <c>key,text</c>). An unknown key is gathered as a diagnostic (RB3101) so that all
/// missing labels are reported together; the key itself stands in until then.
/// </summary>
public sealed class LabelSet
{
    private readonly IReadOnlyDictionary<string, string> _texts;
    private readonly string _folder;
    private readonly DiagnosticBag _diagnostics;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <summary>Makes a set of labels from texts already read.</summary>
    public LabelSet(string folder, IReadOnlyDictionary<string, string> texts, DiagnosticBag diagnostics)
    {
        _folder = folder;
        _texts = texts;
        _diagnostics = diagnostics;
    }

    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>
    /// Reads all CSV files of a label folder, in ordinal order. A missing folder (RB3104), a file that is not UTF-8 or cannot be read
    /// (RB2001–RB2004), a duplicate key (RB3102) or a line without two whole fields (RB3103) is a diagnostic.
    /// </summary>
    /// <param name="folder">Folder to read.</param>
    /// <param name="shownAs">The folder as shown to the user in diagnostics.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static LabelSet Read(string folder, string shownAs, DiagnosticBag diagnostics)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder))
        {
            diagnostics.Add(Diagnostic.Error("RB3104", new SourcePlace(shownAs)));
            return new LabelSet(shownAs, texts, diagnostics);
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            ReadFile(path, shownAs + "/" + Path.GetFileName(path), texts, diagnostics);
        }

        return new LabelSet(shownAs, texts, diagnostics);
    }

    /// <summary>Names as one text: «a, b og c».</summary>
    /// <param name="names">The names.</param>
    /// <param name="last">Key of the words around the last one, {1}, and all before it, {0}.</param>
    public string Joined(IReadOnlyList<string> names, string last = "liste.siste") =>
        names.Count < 2 ? string.Concat(names) : Get(last, string.Join(", ", names.SkipLast(1)), names[^1]);

    /// <summary>True when the key has a text.</summary>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text of a key, with {0}, {1} … filled in. A text whose places cannot be filled (RB3105) stands as it is.</summary>
    public string Get(string key, params ReadOnlySpan<object?> arguments)
    {
        if (!_texts.TryGetValue(key, out var text))
        {
            ReportOnce("RB3101", key, key, NearestName.Find(key, _texts.Keys));
            return key;
        }

        try
        {
            return arguments.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
        }
        catch (FormatException)
        {
            // The text is the user's: a lost brace must not end the run.
            ReportOnce("RB3105", key, text, null);
            return text;
        }
    }

    private static void ReadFile(string path, string shownAs, Dictionary<string, string> texts, DiagnosticBag diagnostics)
    {
        if (InputFile.Read(path, shownAs, diagnostics) is not { } input)
        {
            return;
        }

        // No label holds a line break: ending every record at its line keeps one lost quote from swallowing the file.
        using var reader = CsvReader.Create(
            input.Bytes,
            CsvReaderOptions.Default with
            {
                Separator = ',',
                TrackLineNumbers = true,
                AllowLineBreaksInQuotes = false,
                MalformedData = CsvMalformedDataHandling.Skip,
                OnMalformedRecord = record =>
                    diagnostics.Add(
                        Diagnostic.Error("RB3103", new SourcePlace(shownAs, (int)record.LineNumber, 1)) with
                        {
                            Found = record.RawRecord,
                        }
                    ),
            }
        );
        while (reader.Read())
        {
            var place = new SourcePlace(shownAs, (int)reader.LineNumber, 1);
            if (reader.FieldCount != 2)
            {
                diagnostics.Add(Diagnostic.Error("RB3103", place) with { Found = reader.GetString(0) });
            }
            else if (!texts.TryAdd(reader.GetString(0), reader.GetString(1)))
            {
                diagnostics.Add(Diagnostic.Error("RB3102", place) with { Found = reader.GetString(0) });
            }
        }
    }

    private void ReportOnce(string code, string key, string found, string? nearest)
    {
        lock (_gate)
        {
            if (_reported.Add(key))
            {
                _diagnostics.Add(Diagnostic.Error(code, new SourcePlace(_folder), key) with { Found = found, Nearest = nearest });
            }
        }
    }
}
