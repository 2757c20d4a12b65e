using System.Text;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>Reads the words of PDF syntax from bytes (ISO 32000-1, 7.2), strictly.</summary>
internal sealed class PdfLexer
{
    private readonly ReadOnlyMemory<byte> _bytes;

    public PdfLexer(ReadOnlyMemory<byte> bytes, int position)
    {
        _bytes = bytes;
        Position = position;
    }

    /// <summary>Next byte to be read.</summary>
    public int Position { get; set; }

    /// <summary>The next byte, −1 at the end.</summary>
    public int Peek(int ahead = 0) => Position + ahead < _bytes.Length ? _bytes.Span[Position + ahead] : -1;

    /// <summary>Passes white space and comments.</summary>
    public void SkipSpace()
    {
        while (true)
        {
            var next = Peek();
            if (next == '%')
            {
                while (Peek() is not (-1 or '\n' or '\r'))
                {
                    Position++;
                }
            }
            else if (IsSpace(next))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Passes exactly this word, when it stands here.</summary>
    public bool TryTake(ReadOnlySpan<byte> word)
    {
        if (!_bytes.Span[Math.Min(Position, _bytes.Length)..].StartsWith(word))
        {
            return false;
        }

        Position += word.Length;
        return true;
    }

    /// <summary>Passes white space and then this word, which ends where a regular character does not follow.</summary>
    /// <exception cref="PdfShapeException">Something else stands there.</exception>
    public void Expect(ReadOnlySpan<byte> keyword)
    {
        SkipSpace();
        if (!TryTake(keyword) || IsRegular(Peek()))
        {
            throw new PdfShapeException(Position);
        }
    }

    /// <summary>A run of regular characters: a number, a keyword or the rest of a name; may be empty.</summary>
    public string TakeRegular()
    {
        var start = Position;
        while (IsRegular(Peek()))
        {
            Position++;
        }

        return Encoding.Latin1.GetString(_bytes.Span[start..Position]);
    }

    /// <summary>So many bytes.</summary>
    /// <exception cref="PdfShapeException">The file ends before.</exception>
    public ReadOnlyMemory<byte> TakeBytes(int count)
    {
        if (count < 0 || Position + (long)count > _bytes.Length)
        {
            throw new PdfShapeException(Position);
        }

        Position += count;
        return _bytes.Slice(Position - count, count);
    }

    public static bool IsSpace(int value) => value is 0 or '\t' or '\n' or '\f' or '\r' or ' ';

    public static bool IsRegular(int value) =>
        value >= 0 && !IsSpace(value) && value is not ('(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%');
}
