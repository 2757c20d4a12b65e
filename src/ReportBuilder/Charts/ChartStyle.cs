namespace ReportBuilder.Charts;

/// <summary>
/// Look of all charts: colours, sizes, room. Lengths are SVG pixels; printed over 155 mm of text width one pixel is 0.61 pt,
/// so 13.5 px prints as 8.2 pt.
/// </summary>
public sealed record ChartStyle
{
    /// <summary>The standard look.</summary>
    public static ChartStyle Default { get; } = new();

    /// <summary>The look of a small map: as wide as a third of a page, so that what is drawn fills it.</summary>
    public static ChartStyle Map { get; } = new() { Width = 300 };

    /// <summary>Width of every chart.</summary>
    public int Width { get; init; } = 720;

    /// <summary>Height that a chart keeps within, so that it stands on one page (213 mm), as long as its text can be read.</summary>
    public int MaxHeight { get; init; } = 988;

    /// <summary>Name of the typeface as the typesetter and browsers know it.</summary>
    public string FontFamily { get; init; } = "Source Sans 3";

    /// <summary>Size of names, headings and values.</summary>
    public double TextSize { get; init; } = 13.5;

    /// <summary>Size of axis titles and tick labels.</summary>
    public double SmallTextSize { get; init; } = 13;

    /// <summary>Distance between the baselines of a label on several lines.</summary>
    public double LineHeight { get; init; } = 15.5;

    /// <summary>Fill colour of Jobbsjansen, <c>#RRGGBB</c>. Dark, so that the schemes differ in grey too.</summary>
    public string Jobbsjansen { get; init; } = "#1F4E79";

    /// <summary>Fill colour of introduksjonsprogrammet, <c>#RRGGBB</c>. Light.</summary>
    public string Introduksjonsprogrammet { get; init; } = "#E0A030";

    /// <summary>Colour of text and markers.</summary>
    public string Ink { get; init; } = "#22272E";

    /// <summary>Colour of axis titles and tick labels.</summary>
    public string MutedInk { get; init; } = "#5A626B";

    /// <summary>Colour of baselines and axes.</summary>
    public string Rule { get; init; } = "#8F979F";

    /// <summary>Colour of grid lines.</summary>
    public string Grid { get; init; } = "#E3E6E9";
}
