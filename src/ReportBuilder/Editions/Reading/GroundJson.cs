namespace ReportBuilder.Editions.Reading;

/// <summary>Reads the parts of what an edition was made from.</summary>
internal static class GroundJson
{
    private static readonly JsonFieldNames ToolNames = new(["version", "sha256"]);
    private static readonly JsonFieldNames SettingNames = new(["name", "value"]);
    private static readonly JsonFieldNames FileNames = new(["role", "path", "sha256"]);

    /// <summary>The tool.</summary>
    public static ToolMark? Tool(ref JsonText json)
    {
        if (json.Object(ToolNames) is not { } fields)
        {
            return null;
        }

        var tool = new ToolMark(string.Empty, string.Empty);
        while (json.Next(ref fields) is { } field)
        {
            tool = field switch
            {
                "version" => tool with { Version = json.Text() ?? string.Empty },
                _ => tool with { Fingerprint = json.Fingerprint() ?? string.Empty },
            };
        }

        json.Close(fields);
        return tool;
    }

    /// <summary>Settings; RB7010 for one that is there twice.</summary>
    public static List<GroundSetting> Settings(ref JsonText json)
    {
        var settings = new List<GroundSetting>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (!json.List())
        {
            return settings;
        }

        while (json.Item())
        {
            var at = json.At;
            if (json.Object(SettingNames) is not { } fields)
            {
                continue;
            }

            var setting = new GroundSetting(string.Empty, string.Empty);
            while (json.Next(ref fields) is { } field)
            {
                setting = field switch
                {
                    "name" => setting with { Name = json.Text() ?? string.Empty },
                    _ => setting with { Value = json.Text() ?? string.Empty },
                };
            }

            json.Close(fields);
            json.Faults.Once(seen.Add(setting.Name), setting.Name, at);
            settings.Add(setting);
        }

        return settings;
    }

    /// <summary>Files; RB7010 for one that is there twice in its role.</summary>
    public static List<GroundFile> Files(ref JsonText json)
    {
        var files = new List<GroundFile>();
        var seen = new HashSet<(string Role, string Path)>();
        if (!json.List())
        {
            return files;
        }

        while (json.Item())
        {
            var at = json.At;
            if (json.Object(FileNames) is not { } fields)
            {
                continue;
            }

            var file = new GroundFile(string.Empty, string.Empty, string.Empty);
            while (json.Next(ref fields) is { } field)
            {
                file = field switch
                {
                    "role" => file with { Role = json.Text() ?? string.Empty },
                    "path" => file with { Path = json.Text() ?? string.Empty },
                    _ => file with { Fingerprint = json.Fingerprint() ?? string.Empty },
                };
            }

            json.Close(fields);
            json.Faults.Once(seen.Add((file.Role, file.Path)), file.Path, at);
            files.Add(file);
        }

        return files;
    }
}
