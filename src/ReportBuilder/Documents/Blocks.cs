using ReportBuilder.Diagnostics;
using ReportBuilder.Figures;
using ReportBuilder.Tables;

namespace ReportBuilder.Documents;

/// <summary>A node of the document tree; immutable. Knows its place in the template it came from.</summary>
/// <param name="Place">Template, line and column.</param>
public abstract record Node(SourcePlace Place);

/// <summary>A node that stands on lines of its own.</summary>
public abstract record Block(SourcePlace Place) : Node(Place);

/// <summary>A heading.</summary>
/// <param name="Place">Where.</param>
/// <param name="Level">1 for a chapter, 2 for a section …</param>
/// <param name="Id">Id with the prefix <c>sec-</c>, or null.</param>
/// <param name="Content">The words.</param>
public sealed record Heading(SourcePlace Place, int Level, string? Id, IReadOnlyList<Inline> Content) : Block(Place);

/// <summary>A paragraph.</summary>
public sealed record Paragraph(SourcePlace Place, IReadOnlyList<Inline> Content) : Block(Place);

/// <summary>A list.</summary>
/// <param name="Place">Where.</param>
/// <param name="IsOrdered">True for 1, 2, 3; false for bullets.</param>
/// <param name="Start">Number of the first item of an ordered list.</param>
/// <param name="IsTight">True when no empty lines stand between the items.</param>
/// <param name="Items">The items.</param>
public sealed record ListBlock(SourcePlace Place, bool IsOrdered, int Start, bool IsTight, IReadOnlyList<IReadOnlyList<Block>> Items)
    : Block(Place);

/// <summary>A quotation set as a block.</summary>
public sealed record BlockQuote(SourcePlace Place, IReadOnlyList<Block> Content) : Block(Place);

/// <summary>What someone said in an interview (<c>::: sitat Programrådgiver, kommune A</c>).</summary>
/// <param name="Place">Where.</param>
/// <param name="Speaker">Who said it, without a name.</param>
/// <param name="Content">The words.</param>
public sealed record InterviewQuote(SourcePlace Place, IReadOnlyList<Inline> Speaker, IReadOnlyList<Block> Content) : Block(Place);

/// <summary>A boxed remark (<c>::: merknad Tittel</c>).</summary>
/// <param name="Place">Where.</param>
/// <param name="Title">Title; empty for none.</param>
/// <param name="Content">What stands in the box.</param>
public sealed record Callout(SourcePlace Place, IReadOnlyList<Inline> Title, IReadOnlyList<Block> Content) : Block(Place);

/// <summary>A lead paragraph (<c>::: ingress</c>).</summary>
public sealed record Lead(SourcePlace Place, IReadOnlyList<Block> Content) : Block(Place);

/// <summary>Text in another language (<c>::: {lang=en}</c>).</summary>
/// <param name="Place">Where.</param>
/// <param name="Language">Language, as in BCP 47.</param>
/// <param name="Content">The text.</param>
public sealed record Foreign(SourcePlace Place, string Language, IReadOnlyList<Block> Content) : Block(Place);

/// <summary>A figure in its place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Figure">What it shows.</param>
/// <param name="Caption">Caption, without «Figur 1».</param>
/// <param name="AltText">The author's words and after them the data, for those who do not see the chart.</param>
/// <param name="UnderLines">What stands under it.</param>
public sealed record FigureBlock(SourcePlace Place, Figure Figure, IReadOnlyList<Inline> Caption, string AltText, UnderLines UnderLines)
    : Block(Place);

/// <summary>A table of numbers in its place.</summary>
/// <param name="Place">Where.</param>
/// <param name="Table">Its content.</param>
/// <param name="Caption">Caption, without «Tabell 1».</param>
/// <param name="UnderLines">What the author puts under it, after the table's own notes.</param>
/// <param name="IsLandscape">True for a page of its own, turned.</param>
public sealed record TableBlock(SourcePlace Place, Table Table, IReadOnlyList<Inline> Caption, UnderLines UnderLines, bool IsLandscape)
    : Block(Place);

/// <summary>A table written in the template itself.</summary>
/// <param name="Place">Where.</param>
/// <param name="Id">Id with the prefix <c>tbl-</c>, or null when it has no caption and no number.</param>
/// <param name="Caption">Caption; empty for none.</param>
/// <param name="Columns">What each column holds; right-aligned columns are taken as numbers.</param>
/// <param name="Header">Cells of the head.</param>
/// <param name="Rows">Rows of cells.</param>
/// <param name="UnderLines">What stands under it.</param>
/// <param name="IsLandscape">True for a page of its own, turned.</param>
public sealed record MarkdownTable(
    SourcePlace Place,
    string? Id,
    IReadOnlyList<Inline> Caption,
    IReadOnlyList<ColumnKind> Columns,
    IReadOnlyList<IReadOnlyList<Inline>> Header,
    IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows,
    UnderLines UnderLines,
    bool IsLandscape
) : Block(Place);

/// <summary>The lines an author puts under a figure or table.</summary>
/// <param name="Note">What the reader must know to read it (<c>merknad</c>), or null.</param>
/// <param name="Source">Where it comes from (<c>kilde</c>), or null.</param>
public sealed record UnderLines(string? Note, string? Source)
{
    /// <summary>The lines there are, the note first.</summary>
    public IEnumerable<string> Lines => new[] { Note, Source }.OfType<string>();
}

/// <summary>A footnote.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Label">Its label in the template; not its number.</param>
/// <param name="Content">The note.</param>
public sealed record Footnote(SourcePlace Place, string Label, IReadOnlyList<Block> Content) : Block(Place);
