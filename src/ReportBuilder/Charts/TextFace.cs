namespace ReportBuilder.Charts;

/// <summary>The four cuts of the chart typeface.</summary>
public enum TextFace
{
    /// <summary>Upright, weight 400.</summary>
    Regular,

    /// <summary>Italic, weight 400.</summary>
    Italic,

    /// <summary>Upright, weight 600: names of series.</summary>
    SemiBold,

    /// <summary>Upright, weight 700: headings of groups.</summary>
    Bold,
}
