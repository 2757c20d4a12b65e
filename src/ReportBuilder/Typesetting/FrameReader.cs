namespace ReportBuilder.Typesetting;

/// <summary>
/// Reads header lines and bytes from one stream. A text reader cannot be used: it would read ahead into the bytes that follow the header.
/// </summary>
internal sealed class FrameReader(BufferedStream stream)
{
    // Diagnostics in the thousands fit; a stream of something else is given up before it fills the memory.
    private const int LongestLine = 16 * 1024 * 1024;

    /// <summary>The next line without its end; null when the stream has ended.</summary>
    /// <exception cref="InvalidDataException">The line is too long to be one of ours.</exception>
    public async Task<byte[]?> ReadLineAsync(CancellationToken cancellationToken)
    {
        using var line = new MemoryStream();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellationToken) == 1)
        {
            if (one[0] == '\n')
            {
                return line.ToArray();
            }

            if (line.Length == LongestLine)
            {
                throw new InvalidDataException();
            }

            line.WriteByte(one[0]);
        }

        return null;
    }

    /// <summary>Exactly so many bytes; null when the stream ended before.</summary>
    public async Task<byte[]?> ReadBytesAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        return await stream.ReadAtLeastAsync(bytes, count, throwOnEndOfStream: false, cancellationToken) == count ? bytes : null;
    }
}
