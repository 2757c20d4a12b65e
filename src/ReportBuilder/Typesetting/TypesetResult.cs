using ReportBuilder.Diagnostics;

namespace ReportBuilder.Typesetting;

/// <summary>What came of a request.</summary>
/// <param name="Pdf">The PDF; null when there is at least one error.</param>
/// <param name="Pages">Number of pages; 0 when the document could not be laid out.</param>
/// <param name="Diagnostics">Errors and warnings, their places in the virtual files.</param>
public sealed record TypesetResult(ReadOnlyMemory<byte>? Pdf, int Pages, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Most memory that the typesetter's process has held, in bytes; 0 when it did not answer.</summary>
    public long PeakMemory { get; init; }

    internal static TypesetResult Failed(Diagnostic diagnostic) => new(null, 0, [diagnostic]);
}
