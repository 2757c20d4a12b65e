using ReportBuilder.Diagnostics;

namespace ReportBuilder.Registers;

/// <summary>Looks a record over before it is given out: is it text, and is it known whom and where it is about?</summary>
internal sealed class RecordCheck
{
    private readonly RegisterFile _file;
    private readonly RecordScanner _scanner;
    private readonly EncodingWatch _encoding;
    private readonly int[] _variableOf;
    private readonly int[] _required;
    private readonly int[] _ids;
    private readonly bool[] _hasWarned;

    /// <summary>Makes the checks for a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="scanner">Its scanner.</param>
    /// <param name="encoding">Its encoding, as it is found.</param>
    /// <param name="fieldOf">For each variable its field, or −1.</param>
    /// <param name="fieldCount">Number of fields in the header.</param>
    public RecordCheck(RegisterFile file, RecordScanner scanner, EncodingWatch encoding, int[] fieldOf, int fieldCount)
    {
        (_file, _scanner, _encoding) = (file, scanner, encoding);
        _hasWarned = new bool[fieldCount];
        _variableOf = new int[fieldCount];
        Array.Fill(_variableOf, -1);
        var variables = file.Schema.Variables;
        var present = Enumerable.Range(0, fieldOf.Length).Where(v => fieldOf[v] >= 0).ToList();
        present.ForEach(v => _variableOf[fieldOf[v]] = v);
        _required = [.. present.Where(v => variables[v].Required)];
        _ids = [.. present.Where(v => variables[v].Use is RegisterUse.Key or RegisterUse.Municipality)];
    }

    /// <summary>True when the record is whole; otherwise it has been reported and listed.</summary>
    public bool IsWhole()
    {
        var record = _scanner.Record;
        if (record.IndexOf((byte)0) is >= 0 and var zero)
        {
            return PassOver("RB2124", zero);
        }

        if (!_encoding.IsText(record, _scanner.Fields, out var at))
        {
            return PassOver("RB2104", at);
        }

        if (record.Contains((byte)'\''))
        {
            WarnOfApostrophes();
        }

        foreach (var variable in _required)
        {
            if (_file.Cell(variable).IsEmpty)
            {
                _file.PassOver("RB2125", _file.Place(variable), null, null, _file.Schema.Variables[variable].Name);
                return false;
            }
        }

        foreach (var variable in _ids)
        {
            var cell = _file.Cell(variable);
            if (IsNumberWithExponent(cell))
            {
                _file.PassOver("RB2127", _file.Place(variable), null, CellExcerpt.Of(cell), _file.Schema.Variables[variable].Name);
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Code and place for a record with another number of fields than the header. A file with decimal comma and comma between its
    /// fields betrays itself by two runs of digits where a decimal number should stand (RB2121); otherwise the place is where the first
    /// field too many stands, or where the record ends too early (RB2120).
    /// </summary>
    public (string Code, SourcePlace Place) FieldCount(int found)
    {
        var fields = _scanner.Fields;
        if (found <= _variableOf.Length)
        {
            return ("RB2120", _file.PlaceOfOffset(_scanner.Record.Length));
        }

        for (var i = 0; i < _variableOf.Length && _file.Separator == ','; i++)
        {
            var isDecimal = _variableOf[i] >= 0 && _file.Schema.Variables[_variableOf[i]].Kind == RegisterValueKind.Decimal;
            if (isDecimal && IsDigits(_file.Content(i)) && IsDigits(_file.Content(i + 1)))
            {
                return ("RB2121", _file.PlaceOfOffset(fields[i].Start));
            }
        }

        return ("RB2120", _file.PlaceOfOffset(fields[_variableOf.Length].Start));
    }

    /// <summary>Says once for each column that a spreadsheet's apostrophe was taken away before digits.</summary>
    private void WarnOfApostrophes()
    {
        for (var i = 0; i < _variableOf.Length; i++)
        {
            var field = _scanner.Fields[i];
            var raw = CellTrim.Trim(_scanner.Record[field.From..field.To]);
            if (_variableOf[i] >= 0 && !_hasWarned[i] && raw.Length > 1 && raw[0] == (byte)'\'' && IsDigit(raw[1]))
            {
                _hasWarned[i] = true;
                _file.Report(
                    Diagnostic.Warning("RB2128", _file.PlaceOfOffset(field.Start), _file.Schema.Variables[_variableOf[i]].Name)
                );
            }
        }
    }

    private bool PassOver(string code, int at)
    {
        _file.PassOver(code, _file.PlaceOfOffset(at));
        return false;
    }

    /// <summary>«1,23457E+11»: digits, perhaps a decimal part, E, a sign and digits. A name like «1E12» is left alone.</summary>
    private static bool IsNumberWithExponent(ReadOnlySpan<byte> cell)
    {
        var at = cell.IndexOfAny((byte)'E', (byte)'e');
        if (at <= 0 || at + 2 >= cell.Length || !IsDigits(cell[(at + 2)..]) || cell[at + 1] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        var mantissa = cell[..at];
        var mark = mantissa.IndexOfAny((byte)',', (byte)'.');
        return mark < 0 ? IsDigits(mantissa) : IsDigits(mantissa[..mark]) && IsDigits(mantissa[(mark + 1)..]);
    }

    private static bool IsDigits(ReadOnlySpan<byte> cell) => !cell.IsEmpty && cell.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';
}
