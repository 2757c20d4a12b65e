using System.Reflection;

namespace ReportBuilder.Typesetting;

/// <summary>Finds the folder of the Node program: beside a published program, in the source for one run from its build.</summary>
internal static class TypesetterFolder
{
    public const string Script = "typesetter.mjs";

    /// <summary>Folder of the npm package with the typeface of charts and headings; the charts are drawn with the very files that Typst sets with.</summary>
    public static string FontPackage =>
        Path.Combine(Find() ?? AppContext.BaseDirectory, "node_modules", "@expo-google-fonts", "source-sans-3");

    public static string? Find()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "typesetter");
        var inSource = typeof(TypesetterFolder)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == nameof(TypesetterFolder))
            ?.Value;
        return new[] { beside, inSource }.FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, Script)));
    }
}
