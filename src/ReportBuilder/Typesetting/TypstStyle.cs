namespace ReportBuilder.Typesetting;

/// <summary>The style that documents import: all <c>*.typ</c> of <c>templates/typst</c>, under <c>/style/</c>.</summary>
public static class TypstStyle
{
    /// <summary>Virtual folder of the style.</summary>
    public const string Folder = "/style/";

    /// <summary>Reads the style, as files of a <see cref="TypesetRequest"/>.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Read(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.typ")
            .Order(StringComparer.Ordinal)
            .ToDictionary(path => Folder + Path.GetFileName(path), path => new ReadOnlyMemory<byte>(File.ReadAllBytes(path)));
}
