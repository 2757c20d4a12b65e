using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ReportBuilder.Registers;

/// <summary>
/// Splits a byte stream into records and fields over one pooled buffer that holds a record at a time. Separator, quote and line
/// ends are ASCII, so it works alike on UTF-8 and Windows-1252.
/// </summary>
/// <remarks>
/// CsvHelper's reader was tried for this and is used elsewhere. It does not serve here for two reasons: a quote that is lost runs
/// to the end of its input (or to a limit, where it throws), so that one typing fault costs the rest of a register; and it
/// counts places in transcoded bytes, while encoding is decided cell by cell and places are told in the file as it is.
/// </remarks>
internal sealed class RecordScanner : IDisposable
{
    /// <summary>A quoted cell that is longer has lost its closing quote: Excel's cells hold 32 767 characters, of up to four bytes.</summary>
    public const int LongestQuotedCell = 4 * 32_767;

    /// <summary>A line that is longer is no line of a table.</summary>
    public const int LongestRecord = 8 << 20;

    private readonly RegisterSource _source;
    private byte[] _buffer;
    private FieldSpan[] _fields = new FieldSpan[96];
    private int _start;
    private int _length;
    private int _next;
    private int _nextLine = 1;
    private int _end;
    private int _scanned;
    private int _window;
    private uint _mask;
    private bool _afterReturn;

    /// <summary>Makes a scanner that owns its source.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="bufferSize">Size of the buffer to begin with; it grows for a longer record.</param>
    public RecordScanner(RegisterSource source, int bufferSize)
    {
        _source = source;
        Capacity = Math.Max(bufferSize, 8);
        _buffer = ArrayPool<byte>.Shared.Rent(Capacity + Vector256<byte>.Count);
    }

    /// <summary>Separator between fields.</summary>
    public byte Separator { get; set; } = (byte)',';

    /// <summary>Bytes of input the buffer takes.</summary>
    public int Capacity { get; private set; }

    /// <summary>The current record as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<byte> Record => _buffer.AsSpan(_start, _length);

    /// <summary>Fields of the current record.</summary>
    public ReadOnlySpan<FieldSpan> Fields => _fields.AsSpan(0, FieldCount);

    /// <summary>Number of fields of the current record.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Line where the current record starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>What is wrong with the quotes of the current record.</summary>
    public QuoteFault Fault { get; private set; }

    /// <summary>Where in the record the quote stands that is at fault.</summary>
    public int FaultAt { get; private set; }

    /// <summary>True when reading ended at a record that is longer than any record can be.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Bytes at hand before the first record has been read; at least four unless the input is shorter.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        while (_end < 4 && Fill())
        {
            // A stream may give fewer bytes than asked for.
        }

        return _buffer.AsSpan(_next, _end - _next);
    }

    /// <summary>Passes over bytes before the first record.</summary>
    public void Skip(int count) => _start = _next = _scanned = _next + count;

    /// <summary>Goes back to where the current record starts, to read it with another separator.</summary>
    public void Back()
    {
        (_next, _nextLine, _scanned, _mask) = (_start, Line, _start, 0);
        _afterReturn = false;
    }

    /// <summary>Moves to the next record; false at the end of the input.</summary>
    public bool Next()
    {
        _start = _next;
        Line = _nextLine;
        FieldCount = 0;
        Fault = QuoteFault.None;
        var separator = Separator;
        int field = 0,
            open = 0,
            close = -1,
            openLine = 0;
        var doubled = false;
        var state = Quoting.None;
        while (true)
        {
            while (_mask == 0)
            {
                if (_scanned >= _end && !Fill())
                {
                    return state == Quoting.Inside && !IsTooLong ? Lost(open, openLine) : Last(field, open, close, state, doubled);
                }

                ScanWindow(separator);
            }

            var at = _window + BitOperations.TrailingZeroCount(_mask) - _start;
            _mask &= _mask - 1;
            var found = _buffer[_start + at];
            if (state == Quoting.Inside)
            {
                if (found == (byte)'"')
                {
                    (state, close) = (Quoting.Closed, at);
                }
                else if (found == (byte)'\r' || (found == (byte)'\n' && _buffer[_start + at - 1] != (byte)'\r'))
                {
                    _nextLine++;
                }

                if (at - open > LongestQuotedCell)
                {
                    return Lost(open, openLine);
                }

                continue;
            }

            if (state == Quoting.Closed && found == (byte)'"' && at == close + 1)
            {
                // A doubled quote: the cell was not closed after all.
                (state, doubled) = (Quoting.Inside, true);
                continue;
            }

            if (state == Quoting.Closed && !IsBlank(close + 1, at))
            {
                if (_nextLine != openLine)
                {
                    // The quote that seemed to close the cell opens one on a later line.
                    return Lost(open, openLine);
                }

                SetFault(QuoteFault.TextAfter, close);
                state = Quoting.None;
            }

            if (found == separator)
            {
                AddField(field, at, open, close, state, doubled);
                (field, state) = (at + 1, Quoting.None);
            }
            else if (found != (byte)'"')
            {
                if (found == (byte)'\n' && at == 0 && _afterReturn)
                {
                    // The second half of the line end before.
                    _afterReturn = false;
                    _start++;
                    continue;
                }

                AddField(field, at, open, close, state, doubled);
                _length = at;
                _next = _start + at + 1;
                _nextLine++;
                _afterReturn = found == (byte)'\r';
                return true;
            }
            else if (state == Quoting.None && IsBlank(field, at))
            {
                (state, open, openLine, doubled) = (Quoting.Inside, at, _nextLine, false);
            }
            else
            {
                SetFault(QuoteFault.Stray, at);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            (_start, _length, _next, _end, _scanned, _mask) = (0, 0, 0, 0, 0, 0);
        }
    }

    private bool Last(int field, int open, int close, Quoting state, bool doubled)
    {
        var at = _end - _start;
        if (at == 0 || IsTooLong)
        {
            (_length, FieldCount) = (0, 0);
            return false;
        }

        if (state == Quoting.Closed && !IsBlank(close + 1, at))
        {
            SetFault(QuoteFault.TextAfter, close);
            state = Quoting.None;
        }

        AddField(field, at, open, close, state, doubled);
        _length = at;
        _next = _end;
        return true;
    }

    /// <summary>A quote is never closed: the record ends with the line where it stands, and reading goes on at the next.</summary>
    private bool Lost(int open, int openLine)
    {
        SetFault(QuoteFault.Unclosed, open);
        var rest = _buffer.AsSpan(_start + open, _end - _start - open);
        var line = rest.IndexOfAny((byte)'\r', (byte)'\n');
        _length = line < 0 ? _end - _start : open + line;
        _next = _start + _length;
        _nextLine = openLine;
        _afterReturn = false;
        if (line >= 0)
        {
            _next += rest[line..].StartsWith("\r\n"u8) ? 2 : 1;
            _nextLine++;
        }

        (_scanned, _mask) = (_next, 0);
        return true;
    }

    private void SetFault(QuoteFault fault, int at)
    {
        if (Fault == QuoteFault.None)
        {
            (Fault, FaultAt) = (fault, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddField(int start, int end, int open, int close, Quoting state, bool doubled)
    {
        if (FieldCount == _fields.Length)
        {
            Array.Resize(ref _fields, 2 * _fields.Length);
        }

        _fields[FieldCount++] =
            state == Quoting.Closed ? new FieldSpan(start, open + 1, close, doubled) : new FieldSpan(start, start, end, false);
    }

    private bool IsBlank(int from, int to) => _buffer.AsSpan(_start + from, to - from).IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    /// <summary>Finds the bytes with a meaning among the next 32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ScanWindow(byte separator)
    {
        _window = _scanned;
        var bytes = Vector256.LoadUnsafe(ref _buffer[_window]);
        var hits =
            Vector256.Equals(bytes, Vector256.Create(separator))
            | Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\n'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\r'));
        var mask = hits.ExtractMostSignificantBits();
        var count = _end - _window;
        if (count < Vector256<byte>.Count)
        {
            mask &= (1u << count) - 1;
            _scanned = _end;
        }
        else
        {
            _scanned = _window + Vector256<byte>.Count;
        }

        _mask = mask;
    }

    /// <summary>Reads more input behind what there is; the current record moves to the front of the buffer first.</summary>
    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _scanned -= _start;
            _next -= _start;
            _start = 0;
        }

        if (_end == Capacity)
        {
            if (Capacity >= LongestRecord)
            {
                IsTooLong = true;
                return false;
            }

            var larger = ArrayPool<byte>.Shared.Rent((2 * Capacity) + Vector256<byte>.Count);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
            Capacity *= 2;
        }

        var read = _source.Read(_buffer.AsSpan(_end, Capacity - _end));
        _end += read;
        return read > 0;
    }

    private enum Quoting
    {
        None,
        Inside,
        Closed,
    }
}
