namespace ReportBuilder.Typesetting.Archive;

/// <summary>The objects of a PDF file with classic cross-reference tables, without encryption. Objects are read when they are asked for.</summary>
internal sealed class PdfFile
{
    private readonly CrossReferences _references;
    private readonly Dictionary<int, PdfObject> _read = [];

    private PdfFile(ReadOnlyMemory<byte> bytes, CrossReferences references)
    {
        Bytes = bytes;
        _references = references;
    }

    /// <summary>The whole file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The newest trailer.</summary>
    public PdfDictionary Trailer => _references.Trailer;

    /// <summary>Byte of the newest cross-reference table.</summary>
    public int CrossReferenceStart => _references.Start;

    /// <summary>Opens a file.</summary>
    /// <exception cref="PdfShapeException">It is not of that kind.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes)
    {
        var references = CrossReferences.Read(bytes);
        return references.Trailer["Encrypt"] is null ? new PdfFile(bytes, references) : throw new PdfShapeException("Encrypt");
    }

    /// <summary>An object; null objects stand for those that do not exist.</summary>
    /// <exception cref="PdfShapeException">What stands there is no object of that number.</exception>
    public PdfObject Get(PdfReference reference)
    {
        if (reference.Generation != 0 || !_references.Offsets.TryGetValue(reference.Number, out var offset))
        {
            return PdfNull.Instance;
        }

        if (!_read.TryGetValue(reference.Number, out var value))
        {
            value = ReadAt(offset, reference.Number);
            _read.Add(reference.Number, value);
        }

        return value;
    }

    private PdfObject ReadAt(int offset, int number)
    {
        var lexer = new PdfLexer(Bytes, offset);
        var parser = new PdfParser(lexer);
        if (parser.Read() is not PdfNumber { Integer: { } found } || found != number || parser.Read() is not PdfNumber { Integer: 0 })
        {
            throw new PdfShapeException(offset);
        }

        lexer.Expect("obj"u8);
        var value = parser.Read();
        lexer.SkipSpace();
        if (value is PdfDictionary dictionary && lexer.TryTake("stream"u8))
        {
            value = new PdfStream(dictionary, ReadData(lexer, dictionary));
            lexer.Expect("endstream"u8);
        }

        lexer.Expect("endobj"u8);
        return value;
    }

    private ReadOnlyMemory<byte> ReadData(PdfLexer lexer, PdfDictionary dictionary)
    {
        lexer.TryTake("\r"u8);
        if (!lexer.TryTake("\n"u8))
        {
            throw new PdfShapeException(lexer.Position);
        }

        var length = dictionary["Length"] is PdfReference reference ? Get(reference) : dictionary["Length"];
        return length is PdfNumber { Integer: { } count } ? lexer.TakeBytes(count) : throw new PdfShapeException("Length");
    }
}
