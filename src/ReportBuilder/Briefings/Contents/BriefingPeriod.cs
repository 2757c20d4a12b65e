using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Contents;

/// <summary>The years that a briefing tells of, as words.</summary>
public static class BriefingPeriod
{
    /// <summary>The first year.</summary>
    public static string First => DescriptiveVariables.Years.Categories[0];

    /// <summary>The last year, whose borders all places have.</summary>
    public static string Last => DescriptiveVariables.Years.Categories[^1];

    /// <summary>«2017–2020».</summary>
    public static string Years => $"{First}–{Last}";
}
