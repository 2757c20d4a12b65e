using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReportBuilder.Editions.Writing;

/// <summary>Writes a JSON object whose lists have one item a line. Every item is compact; nothing depends on the machine.</summary>
internal sealed class JsonLines : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private readonly Utf8JsonWriter _writer;
    private bool _hasFields;

    /// <summary>Opens the object.</summary>
    public JsonLines()
    {
        _writer = new Utf8JsonWriter(_buffer, Options);
        Raw("{");
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>A field with its value on one line.</summary>
    public void Field(string name, Action<Utf8JsonWriter> write)
    {
        Name(name);
        Value(write, static (writer, write) => write(writer));
    }

    /// <summary>A field with a list, one item a line.</summary>
    public void List<T>(string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        Name(name);
        Items(items, item => Value(item, write), "  ");
    }

    /// <summary>A field with a list of things that each have a list of their own, whose items stand one a line as well.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="things">The things.</param>
    /// <param name="head">Begins the object of a thing and writes its other fields; the object is left open.</param>
    /// <param name="listName">Name of the things' list.</param>
    /// <param name="listOf">The list of a thing; null for a thing that has none.</param>
    /// <param name="write">Writes an item of it.</param>
    public void Nested<T, TItem>(
        string name,
        IEnumerable<T> things,
        Action<Utf8JsonWriter, T> head,
        string listName,
        Func<T, IEnumerable<TItem>?> listOf,
        Action<Utf8JsonWriter, TItem> write
    )
    {
        Name(name);
        Items(
            things,
            thing =>
            {
                Value(thing, head);
                if (listOf(thing) is { } list)
                {
                    Raw($",\"{listName}\":");
                    Items(list, item => Value(item, write), "    ");
                }

                Raw("}");
            },
            "  "
        );
    }

    /// <summary>Closes the object and gives the text.</summary>
    public byte[] End()
    {
        Raw("\n}\n");
        return _buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes texts as a list within an item.</summary>
    public static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private void Name(string name)
    {
        Raw(_hasFields ? ",\n" : "\n");
        Raw($"  \"{name}\": ");
        _hasFields = true;
    }

    private void Items<T>(IEnumerable<T> items, Action<T> write, string margin)
    {
        Raw("[\n");
        var isFirst = true;
        foreach (var item in items)
        {
            Raw(isFirst ? margin + "  " : ",\n" + margin + "  ");
            isFirst = false;
            write(item);
        }

        Raw(isFirst ? margin + "]" : "\n" + margin + "]");
    }

    private void Value<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        write(_writer, value);
        _writer.Flush();
        _writer.Reset();
    }

    private void Raw(string text) => Encoding.UTF8.GetBytes(text, _buffer);
}
