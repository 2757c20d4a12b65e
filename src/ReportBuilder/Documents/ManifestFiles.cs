using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Documents;

/// <summary>The files of a template folder and its subfolders, held against those that the list of contents names.</summary>
internal sealed class ManifestFiles
{
    private readonly string _contents;
    private readonly DiagnosticBag _diagnostics;
    private readonly string[] _files;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal) { string.Empty };
    private readonly List<LeftOut> _leftOut = [];

    // Files that a misspelt name most likely meant: they are not also reported as left out.
    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);

    /// <param name="folder">The folder; one that does not exist has no files.</param>
    /// <param name="contents">The name that is no file but the table of contents.</param>
    /// <param name="diagnostics">Where mistakes are reported.</param>
    public ManifestFiles(string folder, string contents, DiagnosticBag diagnostics)
    {
        _contents = contents;
        _diagnostics = diagnostics;
        _files = Directory.Exists(folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    /// <summary>Optional files that do not exist, in the order of the book.</summary>
    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    /// <summary>A file that must exist; null after a report when it does not (RB3203) or is named twice (RB3204).</summary>
    public ManifestFile? Find(string name, SourcePlace place)
    {
        _folders.Add(FolderOf(name));
        if (_files.Contains(name, StringComparer.Ordinal))
        {
            return Take(name, place) ? new ManifestFile(name, place) : null;
        }

        var nearest = NearestName.Find(name, _files.Append(_contents));
        _diagnostics.Add(Diagnostic.Error("RB3203", place) with { Found = name, Nearest = nearest });
        if (nearest is not null)
        {
            _meant.Add(nearest);
        }

        return null;
    }

    /// <summary>A file that need not exist; null when it does not, and it is then left out.</summary>
    public ManifestFile? FindOptional(string name, string title, SourcePlace place)
    {
        if (_files.Contains(name, StringComparer.Ordinal))
        {
            return Find(name, place);
        }

        _folders.Add(FolderOf(name));
        if (Take(name, place))
        {
            _leftOut.Add(new LeftOut(name, title));
        }

        return null;
    }

    /// <summary>Warns of templates that the list of contents does not name, in the folder itself and in those it takes files from (RB3206).</summary>
    public void ReportUnlisted(SourcePlace place)
    {
        var listed = _seen.Union(_meant).ToHashSet(StringComparer.Ordinal);
        foreach (var file in _files.Where(f => f.EndsWith(".md", StringComparison.Ordinal) && !listed.Contains(f) && IsOurs(f)))
        {
            // An optional file whose name is misspelt is left out, and the one meant is then not named.
            var nearest = NearestName.Find(file, _leftOut.Select(l => l.Name));
            _diagnostics.Add(Diagnostic.Warning("RB3206", place) with { Found = file, Nearest = nearest });
        }
    }

    private bool IsOurs(string name) => _folders.Contains(FolderOf(name)) && Path.GetFileName(name) != "README.md";

    private bool Take(string name, SourcePlace place)
    {
        if (_seen.Add(name))
        {
            return true;
        }

        _diagnostics.Add(Diagnostic.Error("RB3204", place) with { Found = name });
        return false;
    }

    private static string FolderOf(string name) => name.LastIndexOf('/') is > 0 and var end ? name[..end] : string.Empty;
}
