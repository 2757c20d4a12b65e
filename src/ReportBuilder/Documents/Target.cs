using ReportBuilder.Diagnostics;

namespace ReportBuilder.Documents;

/// <summary>What can be referred to.</summary>
public enum TargetKind
{
    /// <summary>Chapter, section or appendix.</summary>
    Section,

    /// <summary>Figure.</summary>
    Figure,

    /// <summary>Table.</summary>
    Table,
}

/// <summary>Something that gets a number.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, or null when nothing can refer to it.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Block">The block; null when it could not be read, so that references to it are not reported as well.</param>
internal sealed record Target(TargetKind Kind, string? Id, SourcePlace Place, Block? Block);

/// <summary>One template as a tree, with what must be resolved over the whole book.</summary>
/// <param name="Part">The text.</param>
/// <param name="Targets">What gets a number, in order.</param>
/// <param name="CrossReferences">References to them.</param>
/// <param name="PageReferences">References to the pages they stand on.</param>
/// <param name="Citations">Citations.</param>
internal sealed record TemplateTree(
    TextPart Part,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<CrossReference> CrossReferences,
    IReadOnlyList<PageReference> PageReferences,
    IReadOnlyList<Citation> Citations
);

/// <summary>Prefixes of ids.</summary>
internal static class IdPrefix
{
    public const string Figure = "fig-";
    public const string Table = "tbl-";
    public const string Section = "sec-";

    /// <summary>Before an id: the page it stands on (<c>@side-tbl-modell</c>).</summary>
    public const string Page = "side-";

    /// <summary>The id whose page a key refers to, and whether it was written with a capital (<c>@Side-fig-kjonn</c>); null for other keys.</summary>
    public static (string Id, bool IsCapitalised)? ReadPage(string key) =>
        key.Length > Page.Length && key.StartsWith(Page, StringComparison.OrdinalIgnoreCase) && Read(key[Page.Length..]) is { } target
            ? (target.Id, char.IsUpper(key[0]))
            : null;

    /// <summary>
    /// The id a key refers to, in the case ids have, and whether it was written with a capital (<c>@Fig-kjonn</c>); null when the key is not one
    /// of a figure, table or section.
    /// </summary>
    public static (string Id, bool IsCapitalised)? Read(string key)
    {
        var id = char.ToLowerInvariant(key[0]) + key[1..];
        return
            id.StartsWith(Figure, StringComparison.Ordinal)
            || id.StartsWith(Table, StringComparison.Ordinal)
            || id.StartsWith(Section, StringComparison.Ordinal)
            ? (id, char.IsUpper(key[0]))
            : null;
    }
}
