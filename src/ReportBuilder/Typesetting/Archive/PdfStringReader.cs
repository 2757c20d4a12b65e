using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>Reads strings and names, whose bytes can be written in several ways (ISO 32000-1, 7.3.4 and 7.3.5).</summary>
internal static class PdfStringReader
{
    /// <summary>A string in brackets, the opening one passed.</summary>
    public static PdfString Literal(PdfLexer lexer)
    {
        var bytes = ImmutableArray.CreateBuilder<byte>();
        var depth = 1;
        while (true)
        {
            var next = Take(lexer);
            depth += next switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return new PdfString(bytes.DrainToImmutable());
            }

            if (next == '\\')
            {
                Escape(lexer, bytes);
            }
            else if (next == '\r')
            {
                // Whatever ends a line in a string is read as one line feed.
                lexer.TryTake("\n"u8);
                bytes.Add((byte)'\n');
            }
            else
            {
                bytes.Add((byte)next);
            }
        }
    }

    /// <summary>A string of hexadecimal digits, the opening bracket passed.</summary>
    public static PdfString Hexadecimal(PdfLexer lexer)
    {
        var digits = new StringBuilder();
        for (var next = Take(lexer); next != '>'; next = Take(lexer))
        {
            if (!PdfLexer.IsSpace(next))
            {
                digits.Append((char)next);
            }
        }

        if (digits.Length % 2 == 1)
        {
            digits.Append('0');
        }

        var text = digits.ToString();
        return text.All(char.IsAsciiHexDigit)
            ? new PdfString([.. Convert.FromHexString(text)])
            : throw new PdfShapeException(lexer.Position);
    }

    /// <summary>A name, the slash passed.</summary>
    public static string Name(PdfLexer lexer)
    {
        var raw = lexer.TakeRegular();
        if (!raw.Contains('#'))
        {
            return raw;
        }

        var name = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '#')
            {
                name.Append(raw[i]);
                continue;
            }

            if (
                i + 2 >= raw.Length
                || !byte.TryParse(raw.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            )
            {
                throw new PdfShapeException(lexer.Position);
            }

            name.Append((char)value);
            i += 2;
        }

        return name.ToString();
    }

    private static void Escape(PdfLexer lexer, ImmutableArray<byte>.Builder bytes)
    {
        var next = Take(lexer);
        switch (next)
        {
            case 'n':
                bytes.Add((byte)'\n');
                break;
            case 'r':
                bytes.Add((byte)'\r');
                break;
            case 't':
                bytes.Add((byte)'\t');
                break;
            case 'b':
                bytes.Add((byte)'\b');
                break;
            case 'f':
                bytes.Add((byte)'\f');
                break;
            case '\r':
                lexer.TryTake("\n"u8);
                break;
            case '\n':
                break;
            case >= '0' and <= '7':
                bytes.Add(Octal(lexer, next - '0'));
                break;
            default:
                bytes.Add((byte)next);
                break;
        }
    }

    private static byte Octal(PdfLexer lexer, int value)
    {
        for (var more = 0; more < 2 && lexer.Peek() is >= '0' and <= '7'; more++)
        {
            value = value * 8 + Take(lexer) - '0';
        }

        return (byte)value;
    }

    private static int Take(PdfLexer lexer)
    {
        var next = lexer.Peek();
        if (next < 0)
        {
            throw new PdfShapeException(lexer.Position);
        }

        lexer.Position++;
        return next;
    }
}
