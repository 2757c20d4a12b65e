using ReportBuilder.TypstWriting;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>What a finished PDF says that the typesetter cannot say.</summary>
public sealed record PdfFinish
{
    /// <summary>True for a PDF/A-2a that has been checked as PDF/UA-1 too and shall be marked as both.</summary>
    public required bool IsBoth { get; init; }

    /// <summary>The tables in the order of the document.</summary>
    public required IReadOnlyList<TypstTable> Tables { get; init; }

    /// <summary>The description of a link to the footnote with a number, in the language of the document.</summary>
    public required Func<string, string> DescribeNote { get; init; }
}
