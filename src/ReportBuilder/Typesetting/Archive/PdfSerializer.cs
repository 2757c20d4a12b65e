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
        var text = new StringBuilder("/");
        foreach (var character in name)
        {
            if (character is > ' ' and < (char)127 and not '#' && PdfLexer.IsRegular(character))
            {
                text.Append(character);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"#{(int)character:X2}");
            }
        }

        Delimiter(Encoding.ASCII.GetBytes(text.ToString()));
        _endsRegular = true;
    }

    private void WriteString(PdfString text)
    {
        if (text.Bytes.Any(b => b is < 32 or > 126))
        {
            Delimiter("<"u8);
            Delimiter(Encoding.ASCII.GetBytes(Convert.ToHexString(text.Bytes.AsSpan())));
            Delimiter(">"u8);
            return;
        }

        Delimiter("("u8);
        foreach (var value in text.Bytes)
        {
            if (value is (byte)'(' or (byte)')' or (byte)'\\')
            {
                Delimiter("\\"u8);
            }

            Delimiter([value]);
        }

        Delimiter(")"u8);
    }

    private void Word(string word)
    {
        if (_endsRegular)
        {
            _output.Write(" "u8);
        }

        _output.Write(Encoding.ASCII.GetBytes(word));
        _endsRegular = true;
    }

    private void Delimiter(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _endsRegular = false;
    }
}
