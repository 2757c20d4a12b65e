using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Datasets;

/// <summary>The bytes of an input file that is known to exist, to be UTF-8 and not to be empty.</summary>
/// <param name="ShownAs">The path as shown to the user.</param>
/// <param name="Bytes">All bytes, a byte order mark included.</param>
internal sealed record InputFile(string ShownAs, byte[] Bytes)
{
    /// <summary>
    /// Reads a file, or says why it cannot be used: missing (RB2001), not readable (RB2002), not UTF-8 (RB2003, with the place of
    /// the first bad byte), empty (RB2004).
    /// </summary>
    public static InputFile? Read(string path, string shownAs, DiagnosticBag bag)
    {
        if (ReadBytes(path, shownAs, bag) is not { } bytes)
        {
            return null;
        }

        if (!Utf8.IsValid(bytes))
        {
            bag.Add(NotUtf8(shownAs, bytes));
            return null;
        }

        if (WithoutMark(bytes).Trim(" \t\r\n"u8).IsEmpty)
        {
            bag.Add(Diagnostic.Error("RB2004", new SourcePlace(shownAs)));
            return null;
        }

        return new InputFile(shownAs, bytes);
    }

    /// <summary>The bytes of a file; null when it is missing (RB2001) or not readable (RB2002).</summary>
    public static byte[]? ReadBytes(string path, string shownAs, DiagnosticBag bag)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            bag.Add(Diagnostic.Error("RB2001", new SourcePlace(shownAs)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(Diagnostic.Error("RB2002", new SourcePlace(shownAs), e.Message));
        }

        return null;
    }

    private static Diagnostic NotUtf8(string shownAs, ReadOnlySpan<byte> bytes)
    {
        var bad = 0;
        while (Rune.DecodeFromUtf8(bytes[bad..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            bad += length;
        }

        var before = bytes[..bad];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var place = new SourcePlace(shownAs, before.Count((byte)'\n') + 1, Characters(before[lineStart..]) + 1);
        // Above 0x9F, Windows-1252 and Unicode number the letters alike; that is where æ, ø and å are.
        var letter = bytes[bad] > 0x9F ? ((char)bytes[bad]).ToString() : "?";
        return Diagnostic.Error("RB2003", place, letter) with { Found = "0x" + bytes[bad].ToString("X2", CultureInfo.InvariantCulture) };
    }

    /// <summary>Number of characters (code points) in valid UTF-8, a byte order mark not counted.</summary>
    public static int Characters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in WithoutMark(utf8))
        {
            if ((b & 0xC0) != 0x80)
            {
                count++;
            }
        }

        return count;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
}
