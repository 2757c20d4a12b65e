namespace ReportBuilder.Editions.Reading;

/// <summary>Reads where the data of an edition come from.</summary>
internal static class OriginJson
{
    private static readonly JsonFieldNames Names = new(["file", "sha256", "synthetic", "rows"]);

    /// <summary>The origin; its edition and tool stand elsewhere in the file.</summary>
    public static EditionOrigin Read(ref JsonText json)
    {
        var origin = new EditionOrigin(string.Empty, string.Empty, string.Empty, string.Empty, IsSynthetic: false, 0);
        if (json.Object(Names) is not { } fields)
        {
            return origin;
        }

        while (json.Next(ref fields) is { } field)
        {
            origin = field switch
            {
                "file" => origin with { DataFile = json.Text() ?? string.Empty },
                // A published edition was made of data that nobody can read again.
                "sha256" => origin with { DataFingerprint = json.Text() ?? string.Empty },
                "synthetic" => origin with { IsSynthetic = json.Boolean() },
                _ => origin with { Rows = json.Integer(0, int.MaxValue) },
            };
        }

        json.Close(fields);
        return origin;
    }
}
