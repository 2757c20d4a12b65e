namespace ReportBuilder.Diagnostics;

/// <summary>Finds the file or folder that a misspelt path most likely meant, among those that lie beside it.</summary>
internal static class NearestPath
{
    /// <summary>The nearest folder that holds a file, as the user would write it; null when none is near.</summary>
    /// <param name="path">What is not there, absolute.</param>
    /// <param name="written">The same as the user wrote it.</param>
    /// <param name="holding">Name of the file that makes a folder one of those looked for.</param>
    public static string? Folder(string path, string written, string holding) =>
        Beside(path, written, parent => Directory.EnumerateDirectories(parent).Where(d => System.IO.File.Exists(Path.Combine(d, holding))));

    /// <summary>The nearest file with the same ending, as the user would write it; null when none is near.</summary>
    /// <param name="path">What is not there, absolute.</param>
    /// <param name="written">The same as the user wrote it.</param>
    public static string? File(string path, string written) =>
        Beside(path, written, parent => Directory.EnumerateFiles(parent, "*" + Path.GetExtension(path)));

    private static string? Beside(string path, string written, Func<string, IEnumerable<string>> candidates)
    {
        (path, written) = (Path.TrimEndingDirectorySeparator(path), Path.TrimEndingDirectorySeparator(written));
        if (Path.GetDirectoryName(path) is not { } parent || !Directory.Exists(parent))
        {
            return null;
        }

        try
        {
            var nearest = NearestName.Find(Path.GetFileName(path), candidates(parent).Select(c => Path.GetFileName(c)));
            return nearest is null ? null : Path.Combine(Path.GetDirectoryName(written) ?? string.Empty, nearest).Replace('\\', '/');
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
