using System.Reflection;
using System.Security.Cryptography;

namespace ReportBuilder.Typesetting;

/// <summary>Finds the folder of the Node program: beside a published program, in the source for one run from its build.</summary>
internal static class TypesetterFolder
{
    public const string Script = "typesetter.mjs";

    /// <summary>Folder of the npm package with the typeface of charts and headings; the charts are drawn with the very files that Typst sets with.</summary>
    public static string FontPackage =>
        Path.Combine(Find() ?? AppContext.BaseDirectory, "node_modules", "@expo-google-fonts", "source-sans-3");

    /// <summary>SHA-256 of the Node program and the list of its packages, lower-case hexadecimal; empty when it is not there. Other versions may give other bytes.</summary>
    public static string Fingerprint()
    {
        if (Find() is not { } folder)
        {
            return string.Empty;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in new[] { Script, "package-lock.json" }.Select(name => Path.Combine(folder, name)).Where(File.Exists))
        {
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

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
