using System.Text;
using System.Text.Unicode;

namespace ReportBuilder.Registers;

/// <summary>
/// Gives the content of a field as UTF-8: transcoded, quotes undone, letters and marks put together, outer blanks removed. Most
/// cells are plain and come back as they stand in the buffer; the others are written to a block of scratch memory that is used
/// again for each record.
/// </summary>
internal sealed class CellDecoder
{
    private byte[] _scratch = new byte[1024];
    private int _used;

    /// <summary>Gives up the cells of the record before.</summary>
    public void Reset() => _used = 0;

    /// <summary>The content of a field.</summary>
    /// <param name="content">The field without its outer quotes.</param>
    /// <param name="hasDoubledQuotes">True when quotes within it are written twice.</param>
    public ReadOnlySpan<byte> Decode(ReadOnlySpan<byte> content, bool hasDoubledQuotes)
    {
        if (!Ascii.IsValid(content))
        {
            content = ToComposedUtf8(content);
        }

        if (hasDoubledQuotes)
        {
            content = Undouble(content);
        }

        content = CellTrim.Trim(content);
        // A spreadsheet puts an apostrophe before digits that are to stay text; it is no part of them.
        return content.Length > 1 && content[0] == (byte)'\'' && content[1] is >= (byte)'0' and <= (byte)'9' ? content[1..] : content;
    }

    private ReadOnlySpan<byte> ToComposedUtf8(ReadOnlySpan<byte> content)
    {
        if (!Utf8.IsValid(content))
        {
            var utf8 = Take(content.Length * Windows1252.Growth);
            content = utf8[..Windows1252.ToUtf8(content, utf8)];
        }

        if (!Composition.MayApply(content))
        {
            return content;
        }

        var composed = Take(content.Length);
        return composed[..Encoding.UTF8.GetBytes(Composition.Compose(Encoding.UTF8.GetString(content)), composed)];
    }

    private Span<byte> Undouble(ReadOnlySpan<byte> content)
    {
        var single = Take(content.Length);
        var count = 0;
        for (var i = 0; i < content.Length; i++)
        {
            single[count++] = content[i];
            i += content[i] == (byte)'"' ? 1 : 0;
        }

        return single[..count];
    }

    /// <summary>When the block is full, a new one takes its place; cells given out before keep the old one alive.</summary>
    private Span<byte> Take(int count)
    {
        if (_used + count > _scratch.Length)
        {
            _scratch = new byte[Math.Max(2 * _scratch.Length, count)];
            _used = 0;
        }

        _used += count;
        return _scratch.AsSpan(_used - count, count);
    }
}
