using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>
/// Writes one raw file in its format. Texts are encoded (and quoted where they must be) once, by <see cref="Encode"/>; after that a cell is bytes copied into a
/// buffer, so millions of lines cost neither strings nor memory.
/// </summary>
internal sealed class RawFileWriter : IDisposable
{
    private const int BufferSize = 1 << 18;
    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[BufferSize];
    private readonly byte[] _newLine;
    private readonly RawFormat _format;
    private long _flushed;
    private int _used;
    private bool _isInRow;

    /// <summary>Opens the file (an old one is replaced) and writes its byte order mark, if it has one.</summary>
    public RawFileWriter(string path, RawFormat format)
    {
        _stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        _format = format;
        _newLine = format.Encoding.GetBytes(format.NewLine);
        if (format.HasMark)
        {
            Append(Encoding.UTF8.Preamble);
        }
    }

    /// <summary>Lines written, the header not counted.</summary>
    public long Rows { get; private set; } = -1;

    /// <summary>Bytes written.</summary>
    public long Bytes => _flushed + _used;

    /// <summary>A text as it stands in a cell of this file.</summary>
    public byte[] Encode(string text)
    {
        var mustQuote = text.AsSpan().IndexOfAny([(char)_format.Separator, '"', '\n', '\r']) >= 0;
        return _format.Encoding.GetBytes(mustQuote ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"' : text);
    }

    /// <summary>Writes the header.</summary>
    public void Header(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            Cell(Encode(name));
        }

        EndRow();
    }

    /// <summary>Writes a cell that <see cref="Encode"/> made; empty for an empty one.</summary>
    public void Cell(ReadOnlySpan<byte> encoded)
    {
        Separate();
        Append(encoded);
    }

    /// <summary>Writes an empty cell.</summary>
    public void Empty() => Separate();

    /// <summary>Writes 0 or 1; empty for a negative number.</summary>
    public void YesNo(int value)
    {
        Separate();
        if (value >= 0)
        {
            _buffer[_used++] = (byte)('0' + value);
        }
    }

    /// <summary>Writes a whole number; empty for a negative one.</summary>
    public void Number(int value)
    {
        Separate();
        if (value >= 0)
        {
            AppendDigits(value, default);
        }
    }

    /// <summary>Writes a number of halves (3 is 1.5) with one decimal where it is needed; empty for a negative one.</summary>
    public void Halves(int value)
    {
        Number(value < 0 ? value : value / 2);
        if (value > 0 && value % 2 == 1)
        {
            _buffer[_used++] = _format.DecimalSign;
            _buffer[_used++] = (byte)'5';
        }
    }

    /// <summary>Writes a number of thousandths, with as many decimals as it needs.</summary>
    public void Decimal(double value)
    {
        Separate();
        var text = value.ToString("0.###", CultureInfo.InvariantCulture);
        foreach (var sign in text)
        {
            _buffer[_used++] = sign == '.' ? _format.DecimalSign : (byte)sign;
        }
    }

    /// <summary>Writes a person's number: the digit of the register, and seven more.</summary>
    public void Id(byte firstDigit, int number)
    {
        Separate();
        _buffer[_used++] = firstDigit;
        AppendDigits(number, new System.Buffers.StandardFormat('D', 7));
    }

    /// <summary>Writes a date; empty for none.</summary>
    public void Date(DateOnly? date)
    {
        Separate();
        if (date is not { } known)
        {
            return;
        }

        if (_format.IsIsoDate)
        {
            AppendDigits(known.Year, new System.Buffers.StandardFormat('D', 4));
            _buffer[_used++] = (byte)'-';
            AppendDigits(known.Month, new System.Buffers.StandardFormat('D', 2));
            _buffer[_used++] = (byte)'-';
            AppendDigits(known.Day, new System.Buffers.StandardFormat('D', 2));
        }
        else
        {
            AppendDigits(known.Day, new System.Buffers.StandardFormat('D', 2));
            _buffer[_used++] = (byte)'.';
            AppendDigits(known.Month, new System.Buffers.StandardFormat('D', 2));
            _buffer[_used++] = (byte)'.';
            AppendDigits(known.Year, new System.Buffers.StandardFormat('D', 4));
        }
    }

    /// <summary>Ends the line.</summary>
    public void EndRow()
    {
        Append(_newLine);
        _isInRow = false;
        Rows++;
    }

    /// <summary>Writes what is left and closes the file.</summary>
    public void Dispose()
    {
        Flush();
        _stream.Dispose();
    }

    private void Separate()
    {
        // Room for the separator and any number, date or id that may follow.
        if (_used + 64 > BufferSize)
        {
            Flush();
        }

        if (_isInRow)
        {
            _buffer[_used++] = _format.Separator;
        }

        _isInRow = true;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_used + bytes.Length > BufferSize)
        {
            Flush();
        }

        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    private void AppendDigits(int value, System.Buffers.StandardFormat format)
    {
        var fits = Utf8Formatter.TryFormat(value, _buffer.AsSpan(_used), out var written, format);
        Debug.Assert(fits, "Room was made by Separate.");
        _used += written;
    }

    private void Flush()
    {
        _stream.Write(_buffer.AsSpan(0, _used));
        _flushed += _used;
        _used = 0;
    }
}
