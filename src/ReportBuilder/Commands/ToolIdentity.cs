using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Editions;

namespace ReportBuilder.Commands;

/// <summary>Which tool this is: its version, and a fingerprint of its code.</summary>
internal static class ToolIdentity
{
    /// <summary>Version and fingerprint.</summary>
    public static ToolMark Mark { get; } = new(VersionOf(typeof(ToolIdentity).Assembly), Fingerprint());

    /// <summary>
    /// SHA-256 over the module version ids of the tool's own assemblies. The compiler makes such an id from all that goes into the module, texts included: the same sources give the
    /// same id, other sources another.
    /// </summary>
    private static string Fingerprint()
    {
        var own = typeof(ToolIdentity).Assembly;
        var lines = new[] { own, typeof(Models.Regression.LogisticRegression).Assembly }
            .Select(a => $"{a.GetName().Name} {a.ManifestModule.ModuleVersionId:N}\n")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <summary>Version without the commit.</summary>
    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
