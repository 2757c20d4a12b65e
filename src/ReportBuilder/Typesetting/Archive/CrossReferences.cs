using System.Globalization;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>Where the objects of a file stand: its classic cross-reference tables, the newest first (ISO 32000-1, 7.5.4 and 7.5.5).</summary>
/// <param name="Offsets">Byte of each object in use, by number.</param>
/// <param name="Trailer">The newest trailer.</param>
/// <param name="Start">Byte of the newest table.</param>
internal sealed record CrossReferences(IReadOnlyDictionary<int, int> Offsets, PdfDictionary Trailer, int Start)
{
    private const int EntryLength = 20;

    // The last lines of a file are found in so many of its last bytes.
    private const int TailLength = 64;

    /// <summary>Reads all tables of a file.</summary>
    /// <exception cref="PdfShapeException">There is none of the classic kind, or it is broken.</exception>
    public static CrossReferences Read(ReadOnlyMemory<byte> file)
    {
        var start = StartOf(file);
        var offsets = new Dictionary<int, int>();
        var freed = new HashSet<int>();
        var seen = new HashSet<int>();
        PdfDictionary? newest = null;
        int? next = start;
        while (next is { } at)
        {
            if (!seen.Add(at))
            {
                throw new PdfShapeException(at);
            }

            var trailer = ReadTable(file, at, offsets, freed);
            newest ??= trailer;
            next = trailer["Prev"] is { } previous ? Whole(previous, at) : null;
        }

        return new CrossReferences(offsets, newest!, start);
    }

    private static int StartOf(ReadOnlyMemory<byte> file)
    {
        var tail = Math.Max(0, file.Length - TailLength);
        var found = file.Span[tail..].LastIndexOf("startxref"u8);
        if (found < 0)
        {
            throw new PdfShapeException("startxref");
        }

        var lexer = new PdfLexer(file, tail + found);
        lexer.Expect("startxref"u8);
        return Whole(new PdfParser(lexer).Read(), tail + found);
    }

    private static PdfDictionary ReadTable(ReadOnlyMemory<byte> file, int at, Dictionary<int, int> offsets, HashSet<int> freed)
    {
        var lexer = new PdfLexer(file, at);
        lexer.SkipSpace();
        if (!lexer.TryTake("xref"u8))
        {
            // A cross-reference stream, or not the place of one at all.
            throw new PdfShapeException("xref");
        }

        while (true)
        {
            lexer.SkipSpace();
            if (lexer.TryTake("trailer"u8))
            {
                return new PdfParser(lexer).Read() is PdfDictionary trailer && trailer["XRefStm"] is null
                    ? trailer
                    : throw new PdfShapeException("trailer");
            }

            ReadSection(lexer, offsets, freed);
        }
    }

    private static void ReadSection(PdfLexer lexer, Dictionary<int, int> offsets, HashSet<int> freed)
    {
        var begin = lexer.Position;
        var first = Whole(lexer.TakeRegular(), begin);
        lexer.SkipSpace();
        var count = Whole(lexer.TakeRegular(), begin);
        lexer.SkipSpace();
        for (var number = first; number < first + count; number++)
        {
            var entry = lexer.TakeBytes(EntryLength).Span;
            if (entry[17] == 'f')
            {
                if (!offsets.ContainsKey(number))
                {
                    freed.Add(number);
                }
            }
            else if (
                entry[17] == 'n'
                && int.TryParse(entry[..10], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
                && entry[11..16].SequenceEqual("00000"u8)
            )
            {
                if (!freed.Contains(number))
                {
                    offsets.TryAdd(number, offset);
                }
            }
            else
            {
                throw new PdfShapeException(lexer.Position - EntryLength);
            }
        }
    }

    private static int Whole(string word, int at) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw new PdfShapeException(at);

    private static int Whole(PdfObject value, int at) =>
        value is PdfNumber { Integer: { } whole and >= 0 } ? whole : throw new PdfShapeException(at);
}
