using System.Buffers;
using System.Text;

namespace ReportBuilder.Registers;

/// <summary>Lines and columns as an editor counts them.</summary>
internal static class TextPosition
{
    /// <summary>
    /// Line breaks (LF, CRLF or CR) in the text and the column after its end, in characters from 1. A byte that is not part of valid
    /// UTF-8 counts as one character, as it is in Windows-1252.
    /// </summary>
    public static (int Lines, int Column) Of(ReadOnlySpan<byte> text)
    {
        var (lines, column) = (0, 1);
        for (var i = 0; i < text.Length; )
        {
            if (text[i] == (byte)'\n' || text[i] == (byte)'\r')
            {
                i += text[i] == (byte)'\r' && i + 1 < text.Length && text[i + 1] == (byte)'\n' ? 2 : 1;
                lines++;
                column = 1;
                continue;
            }

            var isCharacter = Rune.DecodeFromUtf8(text[i..], out _, out var length) == OperationStatus.Done;
            i += isCharacter ? length : 1;
            column++;
        }

        return (lines, column);
    }
}
