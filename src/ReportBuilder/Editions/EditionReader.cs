using ReportBuilder.Diagnostics;
using ReportBuilder.Editions.Reading;

namespace ReportBuilder.Editions;

/// <summary>Reads what <see cref="EditionWriter"/> wrote, in this form or an older one.</summary>
public static class EditionReader
{
    private static readonly JsonFieldNames Names = new(
        ["schema", "edition", "tool", "data", "quantities", "tables", "figures"],
        "partial",
        "municipalities",
        "facts",
        "claims"
    );

    /// <summary>
    /// Reads an edition and holds its drawings against their fingerprints; null when something is wrong, and the bag says what: RB7001–RB7019, RB7044 for a path that names
    /// nothing, RB7045 for a folder that is no edition.
    /// </summary>
    /// <param name="path">The edition's folder, or the file in it.</param>
    /// <param name="shownAs">The same as the user named it.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static Edition? Read(string path, string shownAs, DiagnosticBag bag)
    {
        if (Directory.Exists(path))
        {
            var folder = shownAs;
            path = Path.Combine(path, EditionFolder.EditionFile);
            shownAs = Path.Combine(shownAs, EditionFolder.EditionFile).Replace('\\', '/');
            if (!File.Exists(path))
            {
                bag.Add(Diagnostic.Error("RB7045", new SourcePlace(folder), EditionFolder.EditionFile));
                return null;
            }
        }
        else if (!File.Exists(path))
        {
            var nearest = NearestPath.Folder(Path.GetFullPath(path), shownAs, EditionFolder.EditionFile);
            bag.Add(Diagnostic.Error("RB7044", new SourcePlace(shownAs)) with { Nearest = nearest });
            return null;
        }

        return JsonFile.Bytes(path, shownAs, bag) is { } utf8
            ? Parse(utf8, Path.GetDirectoryName(Path.GetFullPath(path)), shownAs, bag)
            : null;
    }

    /// <summary>Reads the text of an edition file; its drawings are not looked at.</summary>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <param name="shownAs">The file as shown to the user.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static Edition? Parse(ReadOnlyMemory<byte> utf8, string shownAs, DiagnosticBag bag) => Parse(utf8, folder: null, shownAs, bag);

    private static Edition? Parse(ReadOnlyMemory<byte> utf8, string? folder, string shownAs, DiagnosticBag bag) =>
        JsonFile.Read(utf8, shownAs, EditionWriter.SchemaVersion, (ref JsonText json) => Read(ref json, folder), bag);

    private static Edition? Read(ref JsonText json, string? folder)
    {
        var fields = new JsonFields(Names, json.At);
        var parts = new EditionParts();
        while (json.Next(ref fields) is { } field)
        {
            parts.Read(ref json, field);
        }

        if (!fields.Has("quantities"))
        {
            json.Faults.ReplaceBy(Diagnostic.Error("RB7004", json.Faults.File));
            return null;
        }

        json.Close(fields);
        return parts.Build(json.Faults, folder);
    }
}
