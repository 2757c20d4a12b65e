namespace ReportBuilder.Registers;

/// <summary>The code page of Windows in Western Europe, as UTF-8.</summary>
internal static class Windows1252
{
    /// <summary>Characters 0x80–0x9F; elsewhere the code page numbers characters as Unicode does. U+FFFD: there is none.</summary>
    private const string Upper =
        "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD"
        + "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    /// <summary>Most bytes of UTF-8 that one byte can become.</summary>
    public const int Growth = 3;

    /// <summary>Writes the text as UTF-8 and gives the number of bytes written.</summary>
    /// <param name="text">Bytes in the code page.</param>
    /// <param name="utf8">At least <see cref="Growth"/> times as long.</param>
    public static int ToUtf8(ReadOnlySpan<byte> text, Span<byte> utf8)
    {
        var written = 0;
        foreach (var b in text)
        {
            int c = b is >= 0x80 and < 0xA0 ? Upper[b - 0x80] : b;
            if (c < 0x80)
            {
                utf8[written++] = b;
            }
            else if (c < 0x800)
            {
                utf8[written++] = (byte)(0xC0 | (c >> 6));
                utf8[written++] = (byte)(0x80 | (c & 0x3F));
            }
            else
            {
                utf8[written++] = (byte)(0xE0 | (c >> 12));
                utf8[written++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                utf8[written++] = (byte)(0x80 | (c & 0x3F));
            }
        }

        return written;
    }

    /// <summary>Index of the first byte that stands for no character, or −1.</summary>
    public static int IndexOfUndefined(ReadOnlySpan<byte> text) => text.IndexOfAny<byte>([0x81, 0x8D, 0x8F, 0x90, 0x9D]);
}
