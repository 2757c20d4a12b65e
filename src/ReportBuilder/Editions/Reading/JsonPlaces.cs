using System.Text;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Reading;

/// <summary>Lines and columns of the bytes of a text. Found only when asked for: a text without faults costs nothing.</summary>
internal sealed class JsonPlaces
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly string _file;
    private readonly Lazy<int[]> _lines;

    /// <summary>Takes a text.</summary>
    /// <param name="utf8">UTF-8.</param>
    /// <param name="file">The file as shown to the user.</param>
    public JsonPlaces(ReadOnlyMemory<byte> utf8, string file)
    {
        _utf8 = utf8;
        _file = file;
        _lines = new Lazy<int[]>(Lines);
    }

    /// <summary>The whole file.</summary>
    public SourcePlace File => new(_file);

    /// <summary>The last character.</summary>
    public SourcePlace End => Of(_utf8.Length);

    /// <summary>The place of a byte, counted from 0.</summary>
    public SourcePlace Of(long offset)
    {
        var at = (int)Math.Min(offset, _utf8.Length);
        var found = Array.BinarySearch(_lines.Value, at);
        var line = found >= 0 ? found : ~found - 1;
        var start = _lines.Value[line];
        return new SourcePlace(_file, line + 1, Encoding.UTF8.GetCharCount(_utf8.Span[start..at]) + 1);
    }

    /// <summary>The place of a byte of a line, both counted from 0.</summary>
    public SourcePlace Of(long line, long byteInLine) => Of(_lines.Value[Math.Min(line, _lines.Value.Length - 1)] + byteInLine);

    private int[] Lines()
    {
        var starts = new List<int> { 0 };
        var utf8 = _utf8.Span;
        for (var at = utf8.IndexOf((byte)'\n'); at >= 0; )
        {
            starts.Add(at + 1);
            var next = utf8[(at + 1)..].IndexOf((byte)'\n');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return [.. starts];
    }
}
