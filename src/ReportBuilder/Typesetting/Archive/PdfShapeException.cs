using System.Globalization;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>A PDF does not have the shape that an update knows how to add to. Never leaves <see cref="PdfFinisher"/>, which makes a diagnostic of it.</summary>
internal sealed class PdfShapeException : Exception
{
    /// <param name="part">The part of the file, as ISO 32000 calls it.</param>
    public PdfShapeException(string part)
        : base(part) { }

    /// <param name="offset">Byte from which the file cannot be read.</param>
    public PdfShapeException(long offset)
        : base("byte " + offset.ToString(CultureInfo.InvariantCulture)) { }
}
