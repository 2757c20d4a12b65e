using ReportBuilder.Diagnostics;

namespace ReportBuilder.Documents;

/// <summary>Works that can be cited.</summary>
/// <param name="Works">The works by key.</param>
public sealed record Bibliography(IReadOnlyDictionary<string, BibWork> Works)
{
    /// <summary>All keys.</summary>
    public IEnumerable<string> Keys => Works.Keys;

    /// <summary>The work of a key, or null.</summary>
    public BibWork? Find(string key) => Works.GetValueOrDefault(key);
}

/// <summary>One work as read from BibTeX.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Fields">Fields by lower-case name, LaTeX taken out, braces kept only in names.</param>
/// <param name="Authors">Authors.</param>
/// <param name="Editors">Editors.</param>
/// <param name="Place">Where it stands.</param>
public sealed record BibWork(
    string Key,
    WorkKind Kind,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyList<BibName> Authors,
    IReadOnlyList<BibName> Editors,
    SourcePlace Place
)
{
    /// <summary>Authors, or for a work without authors its editors.</summary>
    public IReadOnlyList<BibName> Creators => Authors.Count > 0 ? Authors : Editors;

    /// <summary>A field, or null.</summary>
    public string? Field(string name) => Fields.GetValueOrDefault(name);
}

/// <summary>A person (family name and given names) or an organisation (family name only).</summary>
/// <param name="Family">Family name, or the name of the organisation.</param>
/// <param name="Given">Given names; empty for an organisation.</param>
public readonly record struct BibName(string Family, string Given);

/// <summary>What a work is; decides how it is set in the bibliography.</summary>
public enum WorkKind
{
    /// <summary>Web page or anything else.</summary>
    Misc,

    /// <summary>Book.</summary>
    Book,

    /// <summary>Report, also in a series.</summary>
    Report,

    /// <summary>Article in a journal.</summary>
    Article,

    /// <summary>Chapter in an edited book.</summary>
    InCollection,
}
