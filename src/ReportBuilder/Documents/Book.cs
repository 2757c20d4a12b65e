using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Tables;
using ReportBuilder.Templating;

namespace ReportBuilder.Documents;

/// <summary>Which part of a book a text stands in; decides the numbering of its headings.</summary>
public enum Matter
{
    /// <summary>Before the chapters: colophon, contents, summary. Not numbered.</summary>
    Front,

    /// <summary>Chapters: 1, 2, 3.</summary>
    Main,

    /// <summary>Appendices: A, B, C.</summary>
    Appendix,
}

/// <summary>One entry of the manifest, in the order of the book.</summary>
/// <param name="Matter">Where it stands.</param>
public abstract record BookPart(Matter Matter);

/// <summary>Contents with lists of figures and tables.</summary>
public sealed record ContentsPart(Matter Matter) : BookPart(Matter);

/// <summary>The text of one template: a chapter, or a part of one that goes on from the template before.</summary>
/// <param name="Matter">Where it stands.</param>
/// <param name="Name">File name of the template, with <c>/</c> after a folder.</param>
/// <param name="ShownAs">Path of the template as shown to the user.</param>
/// <param name="Blocks">The text.</param>
public sealed record TextPart(Matter Matter, string Name, string ShownAs, IReadOnlyList<Block> Blocks) : BookPart(Matter);

/// <summary>A whole publication as a tree, numbered, with its references resolved. Any output format is written from this.</summary>
public sealed record Book
{
    /// <summary>Title, authors, date …</summary>
    public required BookMetadata Metadata { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required EditionOrigin Origin { get; init; }

    /// <summary>The parts in the order of the book; the bibliography stands after the chapters.</summary>
    public required IReadOnlyList<BookPart> Parts { get; init; }

    /// <summary>Works cited, in the order of the bibliography; empty when none.</summary>
    public required IReadOnlyList<BibliographyItem> Bibliography { get; init; }

    /// <summary>All that can be referred to, by id, with its number.</summary>
    public required Numbering Numbering { get; init; }

    /// <summary>How works are cited.</summary>
    public required CitationStyle Citations { get; init; }

    /// <summary>Every number that the running text prints, with its place.</summary>
    public required IReadOnlyList<PrintedQuantity> PrintedQuantities { get; init; }

    /// <summary>Every claim that the running text makes of the numbers, in the order of the book.</summary>
    public required IReadOnlyList<Claim> Claims { get; init; }

    /// <summary>Figures in the order of the book.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Tables of numbers in the order of the book.</summary>
    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>Numbers and captions of figures and of tables of numbers, in the order of the book.</summary>
    public required IReadOnlyList<PlacedContent> Placed { get; init; }

    /// <summary>The words of a cross reference: «figur 3», «Tabell 2», «kapittel 3», «avsnitt 3.1», «vedlegg A».</summary>
    public string TextOf(CrossReference reference) => Numbering.TextOf(reference);

    /// <summary>The words of a citation, those that lead to the bibliography marked with their key.</summary>
    public IReadOnlyList<CitationPiece> PiecesOf(Citation citation) => Citations.PiecesOf(citation);
}

/// <summary>A figure or table of numbers in its place.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number: «3».</param>
/// <param name="Caption">Its caption, in words.</param>
public sealed record PlacedContent(string Id, string Number, string Caption);

/// <summary>A run of words in a citation.</summary>
/// <param name="Text">The words.</param>
/// <param name="Key">Key of the work they lead to; null for words that lead nowhere.</param>
public readonly record struct CitationPiece(string Text, string? Key);

/// <summary>One work in the bibliography.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Content">The entry.</param>
public sealed record BibliographyItem(string Key, IReadOnlyList<Inline> Content);
