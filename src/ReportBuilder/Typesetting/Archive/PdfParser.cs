using System.Collections.Immutable;
using System.Globalization;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>Reads one object at a place in a file.</summary>
internal sealed class PdfParser
{
    // Deeper than any document of ours; a file that goes on opening brackets must not end the program.
    private const int GreatestDepth = 100;

    private readonly PdfLexer _lexer;

    public PdfParser(PdfLexer lexer) => _lexer = lexer;

    /// <summary>The object that begins here, white space passed. A stream is read as its dictionary.</summary>
    /// <exception cref="PdfShapeException">No object, or a broken one.</exception>
    public PdfObject Read(int depth = 0)
    {
        if (depth > GreatestDepth)
        {
            throw new PdfShapeException(_lexer.Position);
        }

        _lexer.SkipSpace();
        if (_lexer.TryTake("<<"u8))
        {
            return ReadDictionary(depth);
        }

        if (_lexer.TryTake("<"u8))
        {
            return PdfStringReader.Hexadecimal(_lexer);
        }

        if (_lexer.TryTake("("u8))
        {
            return PdfStringReader.Literal(_lexer);
        }

        if (_lexer.TryTake("["u8))
        {
            return ReadArray(depth);
        }

        return _lexer.TryTake("/"u8) ? new PdfName(PdfStringReader.Name(_lexer)) : ReadWord();
    }

    private PdfDictionary ReadDictionary(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, PdfObject>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            _lexer.SkipSpace();
            if (_lexer.TryTake(">>"u8))
            {
                return new PdfDictionary(entries.DrainToImmutable());
            }

            if (!_lexer.TryTake("/"u8) || PdfStringReader.Name(_lexer) is not { } key || !keys.Add(key))
            {
                throw new PdfShapeException(_lexer.Position);
            }

            entries.Add(KeyValuePair.Create(key, Read(depth + 1)));
        }
    }

    private PdfArray ReadArray(int depth)
    {
        var items = ImmutableArray.CreateBuilder<PdfObject>();
        while (true)
        {
            _lexer.SkipSpace();
            if (_lexer.TryTake("]"u8))
            {
                return new PdfArray(items.DrainToImmutable());
            }

            items.Add(Read(depth + 1));
        }
    }

    private PdfObject ReadWord()
    {
        var start = _lexer.Position;
        var word = _lexer.TakeRegular();
        return word switch
        {
            "true" => new PdfBoolean(true),
            "false" => new PdfBoolean(false),
            "null" => PdfNull.Instance,
            _ when IsNumber(word) => ReadReference(word) ?? (PdfObject)new PdfNumber(word),
            _ => throw new PdfShapeException(start),
        };
    }

    /// <summary>A whole number may be the first of the three words of a reference.</summary>
    private PdfReference? ReadReference(string number)
    {
        var back = _lexer.Position;
        if (TryWhole(number, out var first))
        {
            _lexer.SkipSpace();
            if (TryWhole(_lexer.TakeRegular(), out var second))
            {
                _lexer.SkipSpace();
                if (_lexer.TakeRegular() == "R")
                {
                    return new PdfReference(first, second);
                }
            }
        }

        _lexer.Position = back;
        return null;
    }

    private static bool TryWhole(string word, out int value) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool IsNumber(string word) =>
        word.Any(char.IsAsciiDigit)
        && double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
