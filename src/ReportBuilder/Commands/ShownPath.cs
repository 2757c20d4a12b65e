namespace ReportBuilder.Commands;

/// <summary>Paths as they are shown to the user.</summary>
internal static class ShownPath
{
    /// <summary>A path as the user would write it from where he stands.</summary>
    public static string Of(string path) => Path.GetRelativePath(".", path).Replace('\\', '/');
}
