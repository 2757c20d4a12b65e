using ReportBuilder.Diagnostics;
using ReportBuilder.Editions.Reading;

namespace ReportBuilder.Editions;

/// <summary>Reads what an edition was made from.</summary>
public static class EditionGroundReader
{
    private static readonly JsonFieldNames Names = new(["schema", "tool", "settings", "inputs", "templates"], "edition", "dataSha256");

    /// <summary>
    /// Reads <c>opphav.json</c>; null when there is none, which is no fault: the edition does not tell. Null as well when something is wrong with it, and the bag says what
    /// (RB7001–RB7010).
    /// </summary>
    /// <param name="path">The edition's folder, or its <c>utgave.json</c>.</param>
    /// <param name="shownAs">The same as the user named it.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static EditionGround? Read(string path, string shownAs, DiagnosticBag bag)
    {
        if (!Directory.Exists(path))
        {
            (path, shownAs) = (Path.GetDirectoryName(Path.GetFullPath(path)) ?? path, Path.GetDirectoryName(shownAs) ?? shownAs);
        }

        var file = Path.Combine(path, EditionFolder.GroundFile);
        shownAs = Path.Combine(shownAs, EditionFolder.GroundFile).Replace('\\', '/');
        return File.Exists(file) && JsonFile.Bytes(file, shownAs, bag) is { } utf8
            ? JsonFile.Read(utf8, shownAs, EditionGroundWriter.SchemaVersion, Read, bag)
            : null;
    }

    private static EditionGround? Read(ref JsonText json)
    {
        var fields = new JsonFields(Names, json.At);
        string? edition = null;
        string? data = null;
        ToolMark? tool = null;
        IReadOnlyList<GroundSetting> settings = [];
        IReadOnlyList<GroundFile> inputs = [];
        IReadOnlyList<GroundFile> templates = [];
        while (json.Next(ref fields) is { } field)
        {
            switch (field)
            {
                case "edition":
                    edition = json.Text();
                    break;
                case "dataSha256":
                    data = json.Text();
                    break;
                case "tool":
                    tool = GroundJson.Tool(ref json);
                    break;
                case "settings":
                    settings = GroundJson.Settings(ref json);
                    break;
                case "inputs":
                    inputs = GroundJson.Files(ref json);
                    break;
                case "templates":
                    templates = GroundJson.Files(ref json);
                    break;
            }
        }

        if (!fields.Has("inputs"))
        {
            json.Faults.ReplaceBy(Diagnostic.Error("RB7004", json.Faults.File));
            return null;
        }

        json.Close(fields);
        return tool is null
            ? null
            : new EditionGround
            {
                Edition = edition,
                DataFingerprint = data,
                Tool = tool,
                Settings = settings,
                Inputs = inputs,
                Templates = templates,
            };
    }
}
