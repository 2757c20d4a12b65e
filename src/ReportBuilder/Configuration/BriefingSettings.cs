namespace ReportBuilder.Configuration;

/// <summary>What <c>report.yaml</c> says of the briefings (<c>kommunenotat</c>). Paths are absolute.</summary>
public sealed record BriefingSettings
{
    /// <summary>Folder with a folder of templates for each language, <c>nb</c> and <c>nn</c> (<c>maler</c>).</summary>
    public required string TemplateFolder { get; init; }

    /// <summary>Folder with a folder of label files for each language (<c>etiketter</c>).</summary>
    public required string LabelFolder { get; init; }

    /// <summary>GeoJSON file of municipal borders, each feature with <c>kommunenummer</c> (<c>kart.grenser</c>); null for briefings without maps.</summary>
    public string? BorderFile { get; init; }

    /// <summary>Who has made the borders, as told under the map (<c>kart.kilde</c>).</summary>
    public string BorderSource { get; init; } = string.Empty;
}
