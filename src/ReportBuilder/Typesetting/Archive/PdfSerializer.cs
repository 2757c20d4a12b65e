using System.Buffers;
using System.Globalization;
using System.Text;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>Writes objects as PDF syntax, as short as it can be.</summary>
internal sealed class PdfSerializer
{
    private readonly IBufferWriter<byte> _output;

    // A name, number, keyword or reference needs a space before the next of them, unless that begins with a delimiter.
    private bool _endsRegular;

    public PdfSerializer(IBufferWriter<byte> output) => _output = output;

    /// <summary>Writes an object; for a stream its dictionary and data.</summary>
    public void Write(PdfObject value)
    {
        switch (value)
        {
            case PdfNull:
                Word("null");
                break;
            case PdfBoolean boolean:
                Word(boolean.Value ? "true" : "false");
                break;
            case PdfNumber number:
                Word(number.Text);
                break;
            case PdfReference reference:
                Word(string.Create(CultureInfo.InvariantCulture, $"{reference.Number} {reference.Generation} R"));
                break;
            case PdfName name:
                WriteName(name.Value);
                break;
            case PdfString text:
                WriteString(text);
                break;
            case PdfArray array:
                Delimiter("["u8);
                foreach (var item in array.Items)
                {
                    Write(item);
                }

                Delimiter("]"u8);
                break;
            case PdfDictionary dictionary:
                WriteDictionary(dictionary);
                break;
            case PdfStream stream:
                WriteDictionary(stream.Dictionary.With("Length", PdfNumber.Of(stream.Data.Length)));
                Delimiter("\nstream\n"u8);
                _output.Write(stream.Data.Span);
                Delimiter("\nendstream"u8);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown kind of object.");
        }
    }

    private void WriteDictionary(PdfDictionary dictionary)
    {
        Delimiter("<<"u8);
        foreach (var (key, value) in dictionary.Entries)
        {
            WriteName(key);
            Write(value);
        }

        Delimiter(">>"u8);
    }

    private void WriteName(string name)
    {
        if (!name.All(IsPlain))
        {
            name = string.Concat(
                name.Select(c => IsPlain(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"#{(int)c:X2}"))
            );
        }

        Delimiter("/"u8);
        Ascii(name);
        _endsRegular = true;
    }

    private void WriteString(PdfString text)
    {
        var bytes = text.Bytes.AsSpan();
        if (bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            Delimiter("<"u8);
            Ascii(Convert.ToHexString(bytes));
            Delimiter(">"u8);
            return;
        }

        Delimiter("("u8);
        for (var special = bytes.IndexOfAny("()\\"u8); special >= 0; special = bytes.IndexOfAny("()\\"u8))
        {
            _output.Write(bytes[..special]);
            Delimiter([(byte)'\\', bytes[special]]);
            bytes = bytes[(special + 1)..];
        }

        _output.Write(bytes);
        Delimiter(")"u8);
    }

    private static bool IsPlain(char character) => character is > ' ' and < (char)127 and not '#' && PdfLexer.IsRegular(character);

    private void Word(string word)
    {
        if (_endsRegular)
        {
            _output.Write(" "u8);
        }

        Ascii(word);
        _endsRegular = true;
    }

    private void Ascii(string text) => _output.Advance(Encoding.ASCII.GetBytes(text, _output.GetSpan(text.Length)));

    private void Delimiter(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _endsRegular = false;
    }
}
