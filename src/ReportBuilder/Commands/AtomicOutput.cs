using ReportBuilder.Diagnostics;

namespace ReportBuilder.Commands;

/// <summary>
/// Writes the files of a run so that none is ever seen half-written: all are written whole under temporary names in the same folder
/// first, then moved into place.
/// </summary>
public static class AtomicOutput
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">Folder; made when it is not there.</param>
    /// <param name="files">File name and content.</param>
    /// <exception cref="IOException">The disk is full or the folder cannot be written to; earlier files are untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to; earlier files are untouched.</exception>
    public static void Write(string folder, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        if (File.Exists(folder))
        {
            throw new IOException(ToolTexts.Get("output.file", folder));
        }

        Directory.CreateDirectory(folder);
        var written = new List<(string Temporary, string Final)>();
        try
        {
            foreach (var (name, content) in files)
            {
                var final = Path.Combine(folder, name);
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
        }
        finally
        {
            foreach (var (temporary, _) in written)
            {
                File.Delete(temporary);
            }
        }
    }
}
