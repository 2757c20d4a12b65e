using ReportBuilder.Diagnostics;
using ReportBuilder.Templating;
using ReportBuilder.Templating.Prose;

namespace ReportBuilder.Documents;

/// <summary>The templates of a book as they were read: the same for every edition that the book is made of. Safe to use from several threads.</summary>
public sealed class BookTemplates
{
    private readonly Dictionary<string, TemplateSource> _sources = new(StringComparer.Ordinal);

    private BookTemplates(BookManifest manifest, ProseRules rules)
    {
        Manifest = manifest;
        Rules = rules;
    }

    /// <summary>The order of the book.</summary>
    internal BookManifest Manifest { get; }

    /// <summary>What its sentences are held against.</summary>
    internal ProseRules Rules { get; }

    /// <summary>Reads a template folder; null when there is no manifest to read. Everything wrong is gathered; a file that cannot be read is then missing.</summary>
    /// <param name="folder">Folder with <c>bok.yaml</c>.</param>
    /// <param name="shownAs">The folder as shown to the user.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static BookTemplates? Read(string folder, string shownAs, DiagnosticBag diagnostics)
    {
        if (BookManifestReader.Read(folder, shownAs, diagnostics) is not { } manifest)
        {
            return null;
        }

        var templates = new BookTemplates(manifest, ProseRules.Read(folder, shownAs, diagnostics));
        foreach (var name in manifest.Entries.Select(e => e.File?.Name).Append(manifest.Bibliography?.Name).OfType<string>())
        {
            if (
                !templates._sources.ContainsKey(name)
                && TemplateSource.Read(Path.Combine(folder, name), shownAs + "/" + name, diagnostics) is { } source
            )
            {
                templates._sources.Add(name, source);
            }
        }

        return templates;
    }

    /// <summary>A template or the bibliography by its name; null when it could not be read.</summary>
    internal TemplateSource? Find(string name) => _sources.GetValueOrDefault(name);
}
