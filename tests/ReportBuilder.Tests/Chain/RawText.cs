using System.Text;
using ReportBuilder.Synthesis;

namespace ReportBuilder.Tests.Chain;

/// <summary>A raw register as lines that a test may change; it is saved in the encoding, and with the line breaks, that it had.</summary>
internal sealed class RawText
{
    private readonly string _path;
    private readonly byte[] _mark;
    private readonly string _newLine;
    private readonly string[] _header;

    private RawText(string path, byte[] mark, Encoding encoding, string text)
    {
        (_path, _mark, Encoding) = (path, mark, encoding);
        _newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        Lines = [.. text.TrimEnd().Split(_newLine)];
        Separator = Lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        _header = Lines[0].Split(Separator);
    }

    /// <summary>The header and the records, in that order; the twin breaks no record over lines.</summary>
    public List<string> Lines { get; }

    public char Separator { get; }

    public Encoding Encoding { get; }

    public string FileName => Path.GetFileName(_path);

    public static RawText Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        byte[] mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? [.. Encoding.UTF8.Preamble] : [];
        try
        {
            var utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
            return new RawText(path, mark, utf8, utf8.GetString(bytes.AsSpan(mark.Length)));
        }
        catch (DecoderFallbackException)
        {
            var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            return new RawText(path, mark, windows, windows.GetString(bytes));
        }
    }

    public string this[int line, string column]
    {
        get => Lines[line].Split(Separator)[Array.IndexOf(_header, column)];
        set
        {
            var cells = Lines[line].Split(Separator);
            cells[Array.IndexOf(_header, column)] = value;
            Lines[line] = string.Join(Separator, cells);
        }
    }

    /// <summary>Index of a record that fits, the same every time.</summary>
    public int Any(Func<int, bool> fits)
    {
        int[] fitting = [.. Enumerable.Range(1, Lines.Count - 1).Where(fits)];
        return fitting[new RandomSource(20).Below(fitting.Length)];
    }

    public void Save() => File.WriteAllBytes(_path, [.. _mark, .. Encoding.GetBytes(string.Join(_newLine, Lines) + _newLine)]);

    /// <summary>Saves with bytes put in after the first occurrence of a text in a line.</summary>
    public void SaveWith(int line, string after, ReadOnlySpan<byte> bytes)
    {
        var before = string.Join(_newLine, Lines[..line]) + _newLine;
        var split = Lines[line].IndexOf(after, StringComparison.Ordinal) + after.Length;
        var rest = Lines[line][split..] + _newLine + string.Join(_newLine, Lines[(line + 1)..]) + _newLine;
        File.WriteAllBytes(_path, [.. _mark, .. Encoding.GetBytes(before + Lines[line][..split]), .. bytes, .. Encoding.GetBytes(rest)]);
    }
}
