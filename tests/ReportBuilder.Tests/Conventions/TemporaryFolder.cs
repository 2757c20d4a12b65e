using System.Text;

namespace ReportBuilder.Tests.Conventions;

/// <summary>A folder of its own for a test, taken away afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("reportbuilder-test-").FullName;

    /// <summary>Writes a file as UTF-8 without byte order mark and gives its path; folders in between are made.</summary>
    public string Write(string name, string text) => Write(name, new UTF8Encoding(false).GetBytes(text));

    /// <summary>Writes a file and gives its path; folders in between are made.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.GetFullPath(name, Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
