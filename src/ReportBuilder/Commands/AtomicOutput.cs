using ReportBuilder.Diagnostics;

namespace ReportBuilder.Commands;

/// <summary>
/// Writes the files of a run so that none is ever seen half-written: all are written whole under temporary names in the folders where they belong
/// first, then moved into place in the order given.
/// </summary>
public static class AtomicOutput
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">Folder; made when it is not there.</param>
    /// <param name="files">File name, with <c>/</c> after a subfolder, and content.</param>
    /// <param name="owned">
    /// Files that are the run's own, as subfolder and pattern (<c>figurer/fig-*.svg</c>): those of an earlier run that are not written now are removed when the others are in place.
    /// </param>
    /// <exception cref="IOException">The disk is full or the folder cannot be written to; earlier files are untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to; earlier files are untouched.</exception>
    public static void Write(string folder, IReadOnlyList<(string Name, byte[] Content)> files, string? owned = null)
    {
        if (File.Exists(folder))
        {
            throw new IOException(ToolTexts.Get("output.file", folder));
        }

        Directory.CreateDirectory(folder);
        var written = new List<(string Temporary, string Final)>();
        var made = new List<string>();
        try
        {
            foreach (var (name, content) in files)
            {
                var final = Path.Combine(folder, name);
                Make(Path.GetDirectoryName(final)!, made);
                var temporary = final + ".tmp";
                written.Add((temporary, final));
                File.WriteAllBytes(temporary, content);
            }

            if (written.Find(w => Directory.Exists(w.Final)) is { Final: { } taken })
            {
                throw new IOException(ToolTexts.Get("output.folder", taken));
            }

            foreach (var (temporary, final) in written)
            {
                File.Move(temporary, final, overwrite: true);
            }

            RemoveEarlier(folder, owned, written.ConvertAll(w => w.Final));
        }
        finally
        {
            // A folder may stand where a temporary file should have been: it is not ours.
            foreach (var (temporary, _) in written.Where(w => File.Exists(w.Temporary)))
            {
                File.Delete(temporary);
            }

            // A subfolder that got none of its files is no trace to leave.
            foreach (var subfolder in made.Where(m => !Directory.EnumerateFileSystemEntries(m).Any()))
            {
                Directory.Delete(subfolder);
            }
        }
    }

    private static void Make(string folder, List<string> made)
    {
        if (File.Exists(folder))
        {
            throw new IOException(ToolTexts.Get("output.file", folder));
        }

        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            made.Add(folder);
        }
    }

    private static void RemoveEarlier(string folder, string? owned, IReadOnlyCollection<string> kept)
    {
        if (owned is null)
        {
            return;
        }

        var subfolder = Path.Combine(folder, Path.GetDirectoryName(owned)!);
        if (!Directory.Exists(subfolder))
        {
            return;
        }

        var now = kept.Select(Path.GetFullPath).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(subfolder, Path.GetFileName(owned)).Where(p => !now.Contains(Path.GetFullPath(p))))
        {
            File.Delete(path);
        }
    }
}
