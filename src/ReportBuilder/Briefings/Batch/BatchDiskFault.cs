using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>What is said when a disk fails (RB8050): the usual causes in the user's words, any other in the system's.</summary>
internal static class BatchDiskFault
{
    // ENOSPC and EDQUOT (Linux, macOS), ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL (Windows).
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    // EROFS (Linux, macOS), ERROR_WRITE_PROTECT (Windows).
    private static readonly int[] ReadOnly = [30, unchecked((int)0x80070013)];

    /// <summary>The diagnostic.</summary>
    public static Diagnostic Of(BatchFolder folder, Exception exception) =>
        Diagnostic.Error("RB8050", new SourcePlace(folder.ShownAs), CauseOf(folder, exception));

    private static string CauseOf(BatchFolder folder, Exception exception)
    {
        if (Full.Contains(exception.HResult))
        {
            return ToolTexts.Get("briefings.disk.full");
        }

        if (ReadOnly.Contains(exception.HResult))
        {
            return ToolTexts.Get("briefings.disk.readonly");
        }

        return FileInTheWay(folder) is { } file ? ToolTexts.Get("output.file", file) : exception.Message;
    }

    /// <summary>A file that has the name of one of the folders that are needed; null when there is none.</summary>
    private static string? FileInTheWay(BatchFolder folder)
    {
        for (var path = folder.Path; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                return path;
            }
        }

        return BriefingLanguages.All.Select(folder.PathOf).Append(folder.WorkPath).FirstOrDefault(File.Exists);
    }
}
