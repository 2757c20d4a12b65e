using System.Text;

namespace ReportBuilder.Synthesis.Raw;

/// <summary>How one raw file is written: deliveries from different years and agencies differ, and the chain must take them all.</summary>
/// <param name="File">File name without extension.</param>
/// <param name="Separator">Comma or semicolon.</param>
/// <param name="Encoding">UTF-8 or Windows-1252.</param>
/// <param name="HasMark">True when it begins with a byte order mark.</param>
/// <param name="NewLine">Line break.</param>
/// <param name="IsIsoDate">True for yyyy-MM-dd, false for dd.MM.yyyy.</param>
/// <param name="DecimalSign">Comma or point.</param>
public sealed record RawFormat(
    string File,
    byte Separator,
    Encoding Encoding,
    bool HasMark,
    string NewLine,
    bool IsIsoDate,
    byte DecimalSign
);
