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

    /// <summary>Copies the files of a folder (not its folders) and gives the path of the copy.</summary>
    public string Copy(string from, string name)
    {
        var to = Directory.CreateDirectory(System.IO.Path.GetFullPath(name, Path)).FullName;
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
        }

        return to;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
