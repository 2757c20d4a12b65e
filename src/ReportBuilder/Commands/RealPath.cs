namespace ReportBuilder.Commands;

/// <summary>Where a path leads when every link on the way is followed.</summary>
internal static class RealPath
{
    private static readonly StringComparison Comparison = OperatingSystem.IsLinux()
        ? StringComparison.Ordinal
        : StringComparison.OrdinalIgnoreCase;

    /// <summary>The path without links; parts that are not there, or links that lead nowhere, stand as written.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var here = Path.Combine(Of(parent), Path.GetFileName(full));
        try
        {
            return File.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Of(target.FullName) : here;
        }
        catch (IOException)
        {
            return here;
        }
    }

    /// <summary>True when two paths lead to the same place.</summary>
    public static bool AreSame(string first, string second) => string.Equals(Of(first), Of(second), Comparison);
}
