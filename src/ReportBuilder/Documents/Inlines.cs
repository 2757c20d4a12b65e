using ReportBuilder.Diagnostics;

namespace ReportBuilder.Documents;

/// <summary>A node within a line of text.</summary>
public abstract record Inline(SourcePlace Place) : Node(Place);

/// <summary>Words.</summary>
public sealed record Text(SourcePlace Place, string Value) : Inline(Place);

/// <summary>Emphasised words.</summary>
public sealed record Emphasis(SourcePlace Place, IReadOnlyList<Inline> Content) : Inline(Place);

/// <summary>Strongly emphasised words.</summary>
public sealed record Strong(SourcePlace Place, IReadOnlyList<Inline> Content) : Inline(Place);

/// <summary>Code, a file name or a name of a variable.</summary>
public sealed record Code(SourcePlace Place, string Value) : Inline(Place);

/// <summary>A line break the author asked for.</summary>
public sealed record LineBreak(SourcePlace Place) : Inline(Place);

/// <summary>A link out of the document.</summary>
/// <param name="Place">Where.</param>
/// <param name="Address">Address.</param>
/// <param name="Content">The words that carry it.</param>
public sealed record Link(SourcePlace Place, string Address, IReadOnlyList<Inline> Content) : Inline(Place);

/// <summary>A reference to a figure, table, chapter or section. Its words follow from the numbering: <see cref="Book.TextOf"/>.</summary>
/// <param name="Place">Where.</param>
/// <param name="Target">Id referred to.</param>
/// <param name="IsCapitalised">True at the start of a sentence («Figur 3»).</param>
public sealed record CrossReference(SourcePlace Place, string Target, bool IsCapitalised) : Inline(Place);

/// <summary>A reference to the page that something stands on: «side 34». Only the typesetter knows the number.</summary>
/// <param name="Place">Where.</param>
/// <param name="Target">Id referred to.</param>
/// <param name="IsCapitalised">True at the start of a sentence («Side 34»).</param>
public sealed record PageReference(SourcePlace Place, string Target, bool IsCapitalised) : Inline(Place);

/// <summary>A citation. Its words follow from the bibliography: <see cref="Book.PiecesOf"/>.</summary>
/// <param name="Place">Where.</param>
/// <param name="IsNarrative">True for «Djuve mfl. (2017)», false for «(Djuve mfl., 2017)».</param>
/// <param name="Items">Works cited.</param>
public sealed record Citation(SourcePlace Place, bool IsNarrative, IReadOnlyList<CitationItem> Items) : Inline(Place);

/// <summary>One work in a citation.</summary>
/// <param name="Place">Where its key stands.</param>
/// <param name="Prefix">Words before («se»); empty for none.</param>
/// <param name="Key">Key in the bibliography.</param>
/// <param name="Locator">Pages or other words after («s. 12»); empty for none.</param>
public sealed record CitationItem(SourcePlace Place, string Prefix, string Key, string Locator);

/// <summary>The mark of a footnote.</summary>
/// <param name="Place">Where.</param>
/// <param name="Note">The note.</param>
public sealed record FootnoteRef(SourcePlace Place, Footnote Note) : Inline(Place);
