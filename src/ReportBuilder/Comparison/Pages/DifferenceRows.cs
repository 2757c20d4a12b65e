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

    private static readonly string[] ScriptTexts = ["uforklart", "uten_forklaring", "med_forklaring", "alle", "utvalg"];

    // Rows that one thread writes at a time.
    private const int ChunkSize = 500;
    private readonly LabelSet _labels;
    private readonly DifferenceText _text;
    private readonly ShownPlaces _places;

    public DifferenceRows(LabelSet labels, DifferenceText text, ShownPlaces places)
    {
        _labels = labels;
        _text = text;
        _places = places;
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
        var explanations = comparison
            .Explained.Select(e => e.Explanation)
            .Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Explanation>()
            .ToList();
        var numbers = explanations
            .Index()
            .ToDictionary(e => e.Item, e => e.Index, (IEqualityComparer<Explanation>)ReferenceEqualityComparer.Instance);
        var explained = comparison.Explained.ToDictionary(
            e => e.Difference,
            e => numbers[e.Explanation],
            (IEqualityComparer<Difference>)ReferenceEqualityComparer.Instance
        );
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
        WriteExplanations(writer, explanations);
        WriteRows(writer, "rows", comparison.Result.Differences, explained);
        WriteRows(writer, "tolerance", comparison.Result.WithinTolerance, explained);
        WriteRows(writer, "outliers", comparison.Result.Outliers, explained);
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

    private void WriteExplanations(Utf8JsonWriter writer, IReadOnlyList<Explanation> explanations)
    {
        writer.WriteStartArray("explanations");
        foreach (var explanation in explanations)
        {
            var className = ClassName(explanation, _labels);
            writer.WriteStartObject();
            writer.WriteString("classToken", explanation.Class.Token());
            writer.WriteString("className", className);
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

    private void WriteRows(Utf8JsonWriter writer, string name, IReadOnlyList<Difference> differences, Dictionary<Difference, int> explained)
    {
        writer.WriteStartArray(name);
        foreach (var rows in Workers.Map([.. differences.Chunk(ChunkSize)], chunk => Rows(chunk, explained)))
        {
            writer.WriteRawValue(rows, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    /// <summary>Some rows with commas between, as a piece of the array that they all stand in.</summary>
    private byte[] Rows(Difference[] differences, Dictionary<Difference, int> explained)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var difference in differences)
            {
                WriteRow(writer, difference, explained.GetValueOrDefault(difference, -1));
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenSpan[1..^1].ToArray();
    }

    private void WriteRow(Utf8JsonWriter writer, Difference difference, int explanation)
    {
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
        writer.WriteNumberValue(explanation);
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
}
