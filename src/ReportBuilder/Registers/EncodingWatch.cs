using System.Text;
using System.Text.Unicode;

namespace ReportBuilder.Registers;

/// <summary>
/// Follows the encoding of a file record by record. It is decided for each cell, not once from the first bytes: a file may be ASCII
/// for three million bytes and then hold its first «ø», or be two extracts put together. A cell that is not valid UTF-8 is
/// Windows-1252; that a word in Windows-1252 should be valid UTF-8 by chance takes letters that do not follow each other in any language.
/// </summary>
internal sealed class EncodingWatch
{
    /// <summary>What has been met so far.</summary>
    public RegisterEncoding Encoding { get; private set; }

    /// <summary>The file says that it is UTF-8.</summary>
    public void Declare() => Encoding = RegisterEncoding.Utf8;

    /// <summary>Looks at a record; gives the field where the encoding first is another than before, or −1.</summary>
    public int Look(ReadOnlySpan<byte> record, ReadOnlySpan<FieldSpan> fields)
    {
        if (Ascii.IsValid(record) || Encoding == RegisterEncoding.Mixed)
        {
            return -1;
        }

        if (Encoding == RegisterEncoding.Utf8 && Utf8.IsValid(record))
        {
            return -1;
        }

        for (var i = 0; i < fields.Length; i++)
        {
            var cell = record[fields[i].From..fields[i].To];
            if (Ascii.IsValid(cell))
            {
                continue;
            }

            var encoding = Utf8.IsValid(cell) ? RegisterEncoding.Utf8 : RegisterEncoding.Windows1252;
            if (Encoding == RegisterEncoding.Ascii)
            {
                Encoding = encoding;
            }
            else if (Encoding != encoding)
            {
                Encoding = RegisterEncoding.Mixed;
                return i;
            }
        }

        return -1;
    }

    /// <summary>False when a cell is neither valid UTF-8 nor text in Windows-1252; the byte that is neither is at the offset given.</summary>
    public bool IsText(ReadOnlySpan<byte> record, ReadOnlySpan<FieldSpan> fields, out int at)
    {
        at = -1;
        if (Encoding < RegisterEncoding.Windows1252 || Utf8.IsValid(record))
        {
            return true;
        }

        foreach (var field in fields)
        {
            var cell = record[field.From..field.To];
            if (!Utf8.IsValid(cell) && Windows1252.IndexOfUndefined(cell) is >= 0 and var undefined)
            {
                at = field.From + undefined;
                return false;
            }
        }

        return true;
    }
}
