using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Models.Numerics;
using ReportBuilder.Templating;

namespace ReportBuilder.Comparison.Pages;

/// <summary>
/// The differences as compact JSON for the script of the page (<c>rader.js</c> names the places of a row): one array a row, words said once. The encoder escapes what HTML would read as markup.
/// </summary>
internal sealed class DifferenceRows
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        // Checked by the tests; at 30 000 rows the checks cost more than the writing.
        SkipValidation = true,
    };

    private static readonly string[] ScriptTexts =
    [
        "uforklart",
        "uten_forklaring",
        "med_forklaring",
        "alle",
        "utvalg",
        "ikke_vist",
        "utskrift",
    ];

    // Rows that one thread writes at a time.
    private const int ChunkSize = 500;
    private readonly LabelSet _labels;
    private readonly DifferenceText _text;
    private readonly ShownPlaces _places;
    private readonly ExplanationGroups _groups;
    private readonly DifferenceNames _names;
    private readonly Dictionary<string, int> _wordIndices = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    public DifferenceRows(LabelSet labels, DifferenceText text, ShownPlaces places, ExplanationGroups groups, DifferenceNames names)
    {
        _labels = labels;
        _text = text;
        _places = places;
        _groups = groups;
        _names = names;
    }

    /// <summary>All data of the page.</summary>
    public string Write(ExplainedComparison comparison)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, comparison);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter writer, ExplainedComparison comparison)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("texts");
        foreach (var key in ScriptTexts)
        {
            writer.WriteString(key, _labels.Get("sammenligning.side." + key));
        }

        writer.WriteEndObject();
        WriteTexts(writer, "subjects", _text.Subjects);
        WriteTexts(writer, "kinds", _text.Kinds);
        WriteTexts(writer, "flags", _text.Flags);
        WritePlaces(writer);
        WriteExplanations(writer);
        WriteRows(writer, "rows", ReadersOrder.Of(comparison.Result.Differences));
        WriteRows(writer, "tolerance", [.. comparison.Result.WithinTolerance.OrderByDescending(d => d.Size)]);
        WriteRows(writer, "outliers", [.. comparison.Result.Outliers.OrderByDescending(d => d.Size)]);
        WriteTexts(writer, "words", _words);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private void WritePlaces(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("places");
        foreach (var place in _places.All)
        {
            writer.WriteStartObject();
            writer.WriteString("id", place.Id);
            writer.WriteString("name", place.Name);
            writer.WriteString("title", place.Caption);
            writer.WriteString("anchor", place.Anchor);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteExplanations(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("explanations");
        foreach (var (explanation, _) in _groups.All)
        {
            var className = ClassName(explanation, _labels);
            writer.WriteStartObject();
            writer.WriteString("classToken", explanation.Class.Token());
            writer.WriteString("className", className);
            writer.WriteString("subject", explanation.Name);
            writer.WriteString("reason", explanation.Reason);
            writer.WriteString("signed", Signed(explanation, _labels));
            writer.WriteString("sort", className + " " + explanation.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Class of an explanation in words.</summary>
    public static string ClassName(Explanation explanation, LabelSet labels) =>
        labels.Get("sammenligning.klasse." + explanation.Class.Token());

    /// <summary>Who signed an explanation, and when.</summary>
    public static string Signed(Explanation explanation, LabelSet labels) =>
        labels.Get("sammenligning.signert", explanation.SignedBy, DateText.Day(explanation.Date, labels));

    private void WriteRows(Utf8JsonWriter writer, string name, IReadOnlyList<Difference> differences)
    {
        // Words get their numbers in order, before the rows are written on all processors.
        var named = differences.Select(d => new NamedDifference(d, WordsOf(d))).ToArray();
        writer.WriteStartArray(name);
        foreach (var rows in Workers.Map([.. named.Chunk(ChunkSize)], Rows))
        {
            writer.WriteRawValue(rows, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    /// <summary>The words of a name by number, its place («Tabell 17», −1 for none) first; none when only the key names the difference.</summary>
    private int[] WordsOf(Difference difference)
    {
        var name = _names.Of(difference);
        return name.IsKnown ? [name.Place.Length == 0 ? -1 : IndexOf(name.Place), .. name.Words.Select(IndexOf)] : [];
    }

    private int IndexOf(string word)
    {
        if (_wordIndices.TryAdd(word, _words.Count))
        {
            _words.Add(word);
        }

        return _wordIndices[word];
    }

    /// <summary>Some rows with commas between, as a piece of the array that they all stand in.</summary>
    private byte[] Rows(NamedDifference[] differences)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var difference in differences)
            {
                WriteRow(writer, difference);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenSpan[1..^1].ToArray();
    }

    private void WriteRow(Utf8JsonWriter writer, NamedDifference named)
    {
        var difference = named.Difference;
        var words = _text.Of(difference);
        writer.WriteStartArray();
        writer.WriteStringValue(difference.Key);
        writer.WriteNumberValue((int)difference.Subject);
        writer.WriteNumberValue((int)difference.Kind);
        writer.WriteStartArray();
        foreach (var place in _places.Of(difference))
        {
            writer.WriteNumberValue(place);
        }

        writer.WriteEndArray();
        writer.WriteStringValue(words.Old);
        WriteNumber(writer, Scaled(difference.OldQuantity));
        writer.WriteStringValue(words.New);
        WriteNumber(writer, Scaled(difference.NewQuantity));
        writer.WriteStringValue(words.Change);
        WriteNumber(writer, QuantityText.ChangeOf(difference.OldQuantity, difference.NewQuantity));
        WriteNumber(writer, difference.Size);
        writer.WriteNumberValue(difference.Flags.Aggregate(0, (bits, flag) => bits | (1 << (int)flag)));
        writer.WriteStartArray();
        foreach (var detail in words.Details)
        {
            writer.WriteStringValue(detail);
        }

        writer.WriteEndArray();
        writer.WriteNumberValue(_groups.Of(difference));
        writer.WriteStartArray();
        foreach (var word in named.Words)
        {
            writer.WriteNumberValue(word);
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    private static double? Scaled(Quantity? quantity) =>
        quantity?.Value * (quantity is null ? 1 : NorwegianNumberText.PrintScale(quantity.Unit));

    /// <summary>Enough digits to sort by.</summary>
    private static void WriteNumber(Utf8JsonWriter writer, double? value)
    {
        Span<char> digits = stackalloc char[32];
        if (value is { } number && double.IsFinite(number) && number.TryFormat(digits, out var length, "G6", CultureInfo.InvariantCulture))
        {
            writer.WriteRawValue(digits[..length], skipInputValidation: true);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private readonly record struct NamedDifference(Difference Difference, int[] Words);
}
