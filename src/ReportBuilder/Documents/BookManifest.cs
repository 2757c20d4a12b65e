using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Documents;

/// <summary>The list of contents of a book, from <c>bok.yaml</c>.</summary>
/// <param name="Entries">Templates and the table of contents, in the order of the book.</param>
/// <param name="Bibliography">BibTeX file, or null for none.</param>
/// <param name="LeftOut">Optional files that do not exist.</param>
public sealed record BookManifest(IReadOnlyList<ManifestEntry> Entries, ManifestFile? Bibliography, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>What the texts promise of each other.</summary>
    public ManifestPromises Promises { get; init; } = ManifestPromises.None;

    /// <summary>File name of the manifest.</summary>
    public const string FileName = "bok.yaml";
}

/// <summary>One entry.</summary>
/// <param name="Matter">Where it stands.</param>
/// <param name="File">Template, or null for the table of contents.</param>
/// <param name="IsContinuation">True for a template that goes on with the chapter of the one before it.</param>
public sealed record ManifestEntry(Matter Matter, ManifestFile? File, bool IsContinuation = false);

/// <summary>A file named in the manifest.</summary>
/// <param name="Name">File name, with <c>/</c> after a folder.</param>
/// <param name="Place">Where the manifest names it.</param>
public sealed record ManifestFile(string Name, SourcePlace Place);
