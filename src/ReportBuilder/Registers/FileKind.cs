namespace ReportBuilder.Registers;

/// <summary>Recognises files that are no text of ASCII's kin, so that the user is told what was given instead of a table.</summary>
internal static class FileKind
{
    /// <summary>Name of the kind in the tool's texts (<c>register.kind.…</c>), or null for what may be a table.</summary>
    /// <param name="start">The first bytes of the file.</param>
    public static string? Recognise(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            return "workbook";
        }

        if (start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]))
        {
            return "utf16";
        }

        if (start.StartsWith<byte>([0x1F, 0x8B]))
        {
            return "gzip";
        }

        if (start.StartsWith("$FL2"u8) || start.StartsWith("$FL3"u8) || start.StartsWith("<stata_dta>"u8))
        {
            return "statistics";
        }

        if (start.StartsWith("%PDF"u8) || start.StartsWith("<!"u8) || start.StartsWith("<html"u8) || start.StartsWith("<?xml"u8))
        {
            return "document";
        }

        return start.Contains((byte)0) ? "binary" : null;
    }
}
