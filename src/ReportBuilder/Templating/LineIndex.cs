namespace ReportBuilder.Templating;

/// <summary>Turns offsets into lines and columns.</summary>
public sealed class LineIndex
{
    private readonly int[] _starts;

    /// <summary>Finds the lines of a text with LF line endings.</summary>
    public LineIndex(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                starts.Add(i + 1);
            }
        }

        _starts = [.. starts];
    }

    /// <summary>Offset from 0 of a line and column, both from 1.</summary>
    public int OffsetOf(int line, int column) => _starts[line - 1] + column - 1;

    /// <summary>Line and column, both from 1, of an offset from 0.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - _starts[line] + 1);
    }
}
