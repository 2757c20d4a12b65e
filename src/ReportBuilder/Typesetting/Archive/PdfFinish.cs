using ReportBuilder.Labels;
using ReportBuilder.TypstWriting;

namespace ReportBuilder.Typesetting.Archive;

/// <summary>What a finished PDF says that the typesetter cannot say.</summary>
public sealed record PdfFinish
{
    /// <summary>What the PDF of a book says.</summary>
    /// <param name="source">The book as Typst.</param>
    /// <param name="labels">Words of the publication.</param>
    /// <param name="isBoth">True for a file that shall be marked as both standards.</param>
    public static PdfFinish Of(TypstSource source, LabelSet labels, bool isBoth) =>
        new()
        {
            IsBoth = isBoth,
            Tables = [.. source.Tables],
            DescribeNote = number => labels.Get("dokument.fotnote", number),
        };

    /// <summary>True for a PDF/A-2a that has been checked as PDF/UA-1 too and shall be marked as both.</summary>
    public required bool IsBoth { get; init; }

    /// <summary>The tables in the order of the document.</summary>
    public required IReadOnlyList<TypstTable> Tables { get; init; }

    /// <summary>The description of a link to the footnote with a number, in the language of the document.</summary>
    public required Func<string, string> DescribeNote { get; init; }
}
