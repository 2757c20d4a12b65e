using System.Runtime.CompilerServices;
using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Registers;

/// <summary>
/// A register file read record by record in bounded memory. Separator (comma or semicolon), encoding (UTF-8 with or without byte
/// order mark, or Windows-1252, decided cell by cell) and quoted line breaks are found and handled; cells come as UTF-8, letters
/// composed. Lines may end with LF, CRLF or CR. A first line <c>sep=;</c> and lines without content are passed over.
/// A text that another program uses for missing (<c>.</c>, <c>NA</c>, <c>NULL</c>, <c>-</c>) is a value like any other.
/// </summary>
public sealed class RegisterFile : IDisposable
{
    private const int BufferSize = 256 * 1024;
    private readonly RegisterSource _source;
    private readonly RecordScanner _scanner;
    private readonly CellDecoder _decoder = new();
    private readonly EncodingWatch _encoding = new();
    private readonly DiagnosticBag _bag;
    private readonly List<FaultyRecord> _faulty = [];
    private RecordCheck _check = null!;
    private int[] _fieldOf = [];
    private int _headerCount;
    private bool _isAscii;
    private bool _isAtEnd;
    private int _reported;

    private RegisterFile(RegisterSource source, string shownAs, RegisterSchema schema, DiagnosticBag bag, int bufferSize)
    {
        _source = source;
        _scanner = new RecordScanner(source, bufferSize);
        ShownAs = shownAs;
        Schema = schema;
        _bag = bag;
    }

    /// <summary>The declared variables.</summary>
    public RegisterSchema Schema { get; }

    /// <summary>The file as shown to the user.</summary>
    public string ShownAs { get; }

    /// <summary>Line where the current record starts, from 1.</summary>
    public int Line => _scanner.Line;

    /// <summary>Number of whole records read so far.</summary>
    public int RecordCount { get; private set; }

    /// <summary>The records passed over so far, with place and reason, in the order of the file. Whole and faulty records are all there are.</summary>
    public IReadOnlyList<FaultyRecord> FaultyRecords => _faulty;

    /// <summary>Separator between fields: comma or semicolon.</summary>
    public char Separator => (char)_scanner.Separator;

    /// <summary>How letters beyond ASCII are written, so far as read.</summary>
    public RegisterEncoding Encoding => _encoding.Encoding;

    /// <summary>SHA-256 of the bytes of the file, lower-case hexadecimal; known after the last record. Empty when the file could not be read to its end.</summary>
    /// <exception cref="InvalidOperationException">Asked before <see cref="Read"/> has returned false.</exception>
    public string Fingerprint =>
        _isAtEnd ? _source.Fingerprint ?? string.Empty : throw new InvalidOperationException("The file has not been read to its end.");

    /// <summary>Opens a file and matches its header with the schema. Null when that fails; the bag says why.</summary>
    /// <remarks>
    /// RB2001 missing, RB2002 not readable, RB2004 empty, RB2100 other separator, RB2101 no text file, RB2106–RB2111 header,
    /// RB2122–RB2123 its quotes.
    /// </remarks>
    public static RegisterFile? Open(string path, string shownAs, RegisterSchema schema, DiagnosticBag bag) =>
        Open(path, shownAs, schema, bag, BufferSize);

    /// <summary>Opens a file with a buffer of another size to begin with.</summary>
    internal static RegisterFile? Open(string path, string shownAs, RegisterSchema schema, DiagnosticBag bag, int bufferSize)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            bag.Add(Diagnostic.Error("RB2001", new SourcePlace(shownAs)));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(Diagnostic.Error("RB2002", new SourcePlace(shownAs), e.Message));
            return null;
        }

        return Open(stream, shownAs, schema, bag, bufferSize);
    }

    /// <summary>Reads from a stream, which the file then owns.</summary>
    internal static RegisterFile? Open(Stream stream, string shownAs, RegisterSchema schema, DiagnosticBag bag, int bufferSize)
    {
        var file = new RegisterFile(new RegisterSource(stream), shownAs, schema, bag, bufferSize);
        if (file.Begin())
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    /// <summary>
    /// Moves to the next whole record. A faulty one is reported, listed and passed over: wrong number of fields (RB2120, RB2121), broken
    /// quotes (RB2122, RB2123), bytes that are no text (RB2104, RB2124), an empty required cell (RB2125), an id turned into a number with
    /// exponent (RB2127). Mixed encodings (RB2103) are an error of the file.
    /// </summary>
    public bool Read()
    {
        while (!_isAtEnd && _scanner.Next())
        {
            _decoder.Reset();
            _isAscii = Ascii.IsValid(_scanner.Record);
            if (_scanner.Fault != QuoteFault.None)
            {
                PassOver(_scanner.Fault == QuoteFault.Unclosed ? "RB2122" : "RB2123", PlaceOfOffset(_scanner.FaultAt));
            }
            else if (IsEmpty())
            {
                continue;
            }
            else if (_scanner.FieldCount != _headerCount)
            {
                var (code, place) = _check.FieldCount(_scanner.FieldCount);
                PassOver(code, place, _headerCount.ToText(), _scanner.FieldCount.ToText());
            }
            else if (IsWhole())
            {
                RecordCount++;
                return true;
            }
        }

        End();
        return false;
    }

    /// <summary>A cell of the current record by index in the schema: UTF-8, quotes and outer blanks removed, empty where nothing stands. Valid until the next read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Cell(int variable)
    {
        var field = _fieldOf[variable];
        return field < 0 ? default : Content(field);
    }

    /// <summary>True when the file has a column for the variable.</summary>
    public bool HasColumn(int variable) => _fieldOf[variable] >= 0;

    /// <summary>Where a cell of the current record starts; the line for a variable whose column is absent.</summary>
    public SourcePlace Place(int variable) =>
        _fieldOf[variable] < 0 ? new SourcePlace(ShownAs, Line) : PlaceOfOffset(_scanner.Fields[_fieldOf[variable]].Start);

    /// <inheritdoc/>
    public void Dispose() => _scanner.Dispose();

    /// <summary>
    /// Adds an error at a cell. Past the limit of the bag it is only counted: a file where every cell is wrong must not cost minutes.
    /// </summary>
    internal void ReportCell(DiagnosticBag bag, string code, int variable, string expected)
    {
        if (_reported++ >= bag.LimitPerFile)
        {
            bag.Add(Diagnostic.Error(code, new SourcePlace(ShownAs, Line)));
            return;
        }

        var cell = Cell(variable);
        bag.Add(
            Diagnostic.Error(code, Place(variable), Schema.Variables[variable].Name) with
            {
                Found = CellExcerpt.Of(cell),
                Expected = ToolTexts.Get(expected),
            }
        );
    }

    /// <summary>Adds a diagnostic of the file as a whole.</summary>
    internal void Report(Diagnostic diagnostic)
    {
        _reported++;
        _bag.Add(diagnostic);
    }

    /// <summary>Reports the current record and lists it among the faulty.</summary>
    internal void PassOver(string code, SourcePlace place, string? expected = null, string? found = null, params string[] arguments)
    {
        _faulty.Add(new FaultyRecord(place, code));
        Report(Diagnostic.Error(code, place, arguments) with { Expected = expected, Found = found });
    }

    /// <summary>A place in the current record; line breaks within quotes count.</summary>
    internal SourcePlace PlaceOfOffset(int offset)
    {
        var (lines, column) = TextPosition.Of(_scanner.Record[..offset]);
        return new SourcePlace(ShownAs, Line + lines, column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Content(int field)
    {
        var span = _scanner.Fields[field];
        var content = _scanner.Record[span.From..span.To];
        // Nearly every cell is such that nothing has to be done to it.
        return
            content.IsEmpty
            || (_isAscii && !span.HasDoubledQuotes && content[0] > (byte)' ' && content[0] != (byte)'\'' && content[^1] > (byte)' ')
            ? content
            : _decoder.Decode(content, span.HasDoubledQuotes);
    }

    private bool Begin()
    {
        var start = _scanner.Peek();
        if (FileKind.Recognise(start) is { } kind)
        {
            Report(Diagnostic.Error("RB2101", new SourcePlace(ShownAs), ToolTexts.Get("register.kind." + kind)));
            return false;
        }

        if (start.StartsWith(System.Text.Encoding.UTF8.Preamble))
        {
            _scanner.Skip(System.Text.Encoding.UTF8.Preamble.Length);
            _encoding.Declare();
        }

        if (HeaderReader.Read(this, _scanner, _decoder) is not { } names)
        {
            if (_reported == 0)
            {
                Report(
                    _source.Failure is { } failure
                        ? Diagnostic.Error("RB2002", new SourcePlace(ShownAs), failure)
                        : Diagnostic.Error(_scanner.IsTooLong ? "RB2126" : "RB2004", new SourcePlace(ShownAs))
                );
            }

            return false;
        }

        LookAtEncoding();
        _headerCount = names.Count;
        if (RegisterHeader.Match(Schema, names, _bag) is not { } fields)
        {
            return false;
        }

        _fieldOf = fields;
        _check = new RecordCheck(this, _scanner, _encoding, fields, _headerCount);
        return true;
    }

    private bool IsWhole()
    {
        LookAtEncoding();
        return _check.IsWhole();
    }

    /// <summary>True when no field holds anything: a blank line, or one of separators only, as spreadsheets leave at the end.</summary>
    private bool IsEmpty()
    {
        for (var i = 0; i < _scanner.FieldCount; i++)
        {
            if (!Content(i).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reports, once, that a file has two encodings.</summary>
    private void LookAtEncoding()
    {
        var field = _isAscii ? -1 : _encoding.Look(_scanner.Record, _scanner.Fields);
        if (field >= 0)
        {
            Report(
                Diagnostic.Error("RB2103", PlaceOfOffset(_scanner.Fields[field].Start)) with { Found = CellExcerpt.Of(Content(field)) }
            );
        }
    }

    private void End()
    {
        if (_isAtEnd)
        {
            return;
        }

        _isAtEnd = true;
        if (_source.Failure is { } failure)
        {
            Report(Diagnostic.Error("RB2002", new SourcePlace(ShownAs, Line), failure));
        }
        else if (_scanner.IsTooLong)
        {
            PassOver("RB2126", new SourcePlace(ShownAs, Line));
        }
        else if (RecordCount == 0 && _faulty.Count == 0)
        {
            Report(Diagnostic.Warning("RB2112", new SourcePlace(ShownAs)));
        }
    }
}
