using System.Text;
using CsvHelper;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>
/// A UTF-8 file with a header and a separator, the comma unless told otherwise, read record by record. Broken quoting and wrong field counts are reported and the
/// record skipped, so that what comes out has one field per header name. Beyond the limit of the bag, errors are only counted:
/// a file where every cell is wrong must not cost minutes.
/// </summary>
internal sealed class DelimitedFile : IRecordSource, IDisposable
{
    private const char Comma = ',';
    private static readonly char[] OtherSeparators = [';', '\t', '|'];
    private readonly CsvReader _reader;
    private readonly DiagnosticBag _bag;
    private readonly InputFile _file;
    private int _reported;

    private DelimitedFile(InputFile file, char separator, bool isOurs, DiagnosticBag bag)
    {
        _file = file;
        _bag = bag;
        // No value of ours holds a line break: ending every record at its line keeps one lost quote from swallowing the file.
        _reader = CsvReader.Create(
            file.Bytes,
            CsvReaderOptions.Default with
            {
                Separator = separator,
                HasHeader = false,
                TrackLineNumbers = true,
                AllowLineBreaksInQuotes = !isOurs,
                MalformedData = CsvMalformedDataHandling.Skip,
                OnMalformedRecord = ReportMalformed,
            }
        );
    }

    /// <summary>Names in the header, in the order of the file.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Number of errors reported for this file.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>True when further diagnostics will only be counted.</summary>
    public bool IsFull => _reported >= _bag.LimitPerFile;

    /// <summary>Line of the current record, from 1.</summary>
    public int Line => (int)_reader.LineNumber;

    /// <summary>Opens a file and reads its header. Null when that fails; a wrong delimiter (RB2005) is said once.</summary>
    public static DelimitedFile? Open(InputFile input, DiagnosticBag bag)
    {
        if (Open(input, Comma, isOurs: true, bag) is not { } file)
        {
            return null;
        }

        if (file.FindWrongSeparator() is { } wrong)
        {
            file.Report(
                Diagnostic.Error("RB2005", new SourcePlace(input.ShownAs, file.Line, file.Header[0].IndexOf(wrong) + 1)) with
                {
                    Found = wrong == '\t' ? ToolTexts.Get("data.tabulator") : wrong.ToString(),
                }
            );
            file.Dispose();
            return null;
        }

        return file;
    }

    /// <summary>Opens a file with the separator that its first line holds most of: comma, semicolon, tabulator or bar. Null when its header is broken.</summary>
    public static DelimitedFile? OpenAny(InputFile input, DiagnosticBag bag)
    {
        var line = input.Bytes.AsSpan();
        line = line[..(line.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end ? end : line.Length)];
        var (best, most) = (Comma, 0);
        foreach (var separator in (ReadOnlySpan<char>)[Comma, .. OtherSeparators])
        {
            if (Unquoted(line, (byte)separator) is var count && count > most)
            {
                (best, most) = (separator, count);
            }
        }

        return Open(input, best, isOurs: false, bag);
    }

    /// <summary>
    /// For each field of the file, the index of the expected name, or −1. A name that is not there (RB2006, with the nearest name of
    /// the header that nobody expects) or is there twice (RB2007) is reported; one that is not expected (RB2008, a warning) unless
    /// further columns are welcome.
    /// </summary>
    /// <param name="expected">Names expected.</param>
    /// <param name="allowOthers">True when further columns are welcome.</param>
    /// <param name="mayBeAbsent">Which of the names need not be there; none when null.</param>
    public int[] Match(IReadOnlyList<string> expected, bool allowOthers = false, Func<int, bool>? mayBeAbsent = null)
    {
        var map = new int[Header.Count];
        var seen = new int[expected.Count];
        Array.Fill(seen, -1);
        for (var i = 0; i < map.Length; i++)
        {
            map[i] = expected.IndexOf(Header[i]);
            if (map[i] >= 0 && seen[map[i]] >= 0)
            {
                Report(Diagnostic.Error("RB2007", Place(i), Header[i]));
                map[i] = -1;
            }
            else if (map[i] >= 0)
            {
                seen[map[i]] = i;
            }
        }

        var unexpected = Enumerable.Range(0, map.Length).Where(i => !expected.Contains(Header[i])).ToList();
        for (var e = 0; e < expected.Count; e++)
        {
            if (seen[e] >= 0 || mayBeAbsent?.Invoke(e) == true)
            {
                continue;
            }

            var nearest = NearestName.Find(expected[e], unexpected.Select(i => Header[i]));
            var at = nearest is null ? -1 : unexpected.Find(i => Header[i] == nearest);
            Report(
                Diagnostic.Error("RB2006", at < 0 ? new SourcePlace(_file.ShownAs, Line) : Place(at), expected[e]) with
                {
                    Found = nearest,
                    Expected = expected[e],
                }
            );
            unexpected.Remove(at);
        }

        foreach (var i in unexpected.Where(_ => !allowOthers))
        {
            Report(Diagnostic.Warning("RB2008", Place(i), Header[i]) with { Nearest = NearestName.Find(Header[i], expected) });
        }

        return map;
    }

    /// <summary>Moves to the next whole record. A record with too few or too many fields is reported (RB2014) and passed over.</summary>
    public bool Read()
    {
        while (_reader.Read())
        {
            if (_reader.FieldCount == Header.Count)
            {
                return true;
            }

            Error("RB2014", -1, Header.Count.ToText(), _reader.FieldCount.ToText());
        }

        return false;
    }

    /// <summary>A field of the current record as UTF-8, quotes removed. Valid until the next read.</summary>
    public ReadOnlySpan<byte> Field(int index) => _reader.GetSpan(index);

    /// <summary>A field of the current record as text.</summary>
    public string Text(int index) => _reader.GetString(index);

    /// <summary>Where a field of the current record starts; the whole line for −1.</summary>
    public SourcePlace Place(int field)
    {
        if (field < 0)
        {
            return new SourcePlace(_file.ShownAs, Line);
        }

        var column = 1 + field;
        for (var i = 0; i < field; i++)
        {
            column += InputFile.Characters(_reader.GetRawSpan(i));
        }

        return new SourcePlace(_file.ShownAs, Line, column);
    }

    /// <summary>Reports an error at a field (−1: the line) that has something found and something expected.</summary>
    public void Error(string code, int field, string? expected, string? found, params string[] arguments) =>
        Report(Diagnostic.Error(code, Place(field), arguments) with { Expected = expected, Found = found });

    /// <summary>Counts an error without its facts; for use when <see cref="IsFull"/>.</summary>
    public void CountError(string code) => Report(Diagnostic.Error(code, new SourcePlace(_file.ShownAs, Line)));

    /// <summary>Reports a diagnostic of this file.</summary>
    public void Report(Diagnostic diagnostic)
    {
        _reported++;
        ErrorCount += diagnostic.Severity == Severity.Error ? 1 : 0;
        _bag.Add(diagnostic);
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private static DelimitedFile? Open(InputFile input, char separator, bool isOurs, DiagnosticBag bag)
    {
        var file = new DelimitedFile(input, separator, isOurs, bag);
        if (!file._reader.Read())
        {
            // Something stands in the file, or it would have been found empty; the header itself is broken, and reported.
            file.Dispose();
            return null;
        }

        file.Header = [.. Enumerable.Range(0, file._reader.FieldCount).Select(file._reader.GetString)];
        return file;
    }

    private static int Unquoted(ReadOnlySpan<byte> line, byte separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var b in line)
        {
            isQuoted ^= b == '"';
            count += b == separator && !isQuoted ? 1 : 0;
        }

        return count;
    }

    private char? FindWrongSeparator() =>
        Header.Count > 1 ? null : OtherSeparators.Where(s => Header[0].Contains(s)).Select(s => (char?)s).FirstOrDefault();

    private void ReportMalformed(CsvMalformedRecord record)
    {
        var code = record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes => "RB2015",
            _ => "RB2016",
        };
        // The record is not repeated: it is about a person, and diagnostics end in logs.
        var start = _file.Bytes.AsSpan(0, (int)record.ByteOffset).LastIndexOf((byte)'\n') + 1;
        var column = InputFile.Characters(_file.Bytes.AsSpan(start, (int)record.ByteOffset - start)) + 1;
        Report(Diagnostic.Error(code, new SourcePlace(_file.ShownAs, (int)record.LineNumber, column)));
    }
}
