namespace ReportBuilder.Templating;

/// <summary>What the cover and the properties of the document say. Comes from <c>report.yaml</c>; templates see it as <c>bok</c>.</summary>
public sealed record BookMetadata
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Subtitle; empty for none.</summary>
    public string Subtitle { get; init; } = string.Empty;

    /// <summary>Authors in order.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Publisher.</summary>
    public string Publisher { get; init; } = string.Empty;

    /// <summary>Series and number («Rapport 1:2026»).</summary>
    public string Series { get; init; } = string.Empty;

    /// <summary>Date of publication.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Time of creation told in the file: the date of publication and not of the run, so that the same input gives the same bytes.</summary>
    public DateTimeOffset Created => new(Date, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Language of the text, as in BCP 47.</summary>
    public string Language { get; init; } = "nb";

    /// <summary>Keywords.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>One sentence about the content.</summary>
    public string Description { get; init; } = string.Empty;
}
