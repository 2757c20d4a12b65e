namespace ReportBuilder.Benchmarks;

/// <summary>Files of the repository, found from where the benchmarks run.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution file.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReportBuilder.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No ReportBuilder.slnx above the benchmarks.");
        }

        return folder.FullName;
    }
}
