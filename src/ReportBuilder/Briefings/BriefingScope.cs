namespace ReportBuilder.Briefings;

/// <summary>The places that a briefing tells about, as the first word of the ids: each is a fixed set of municipalities, by their borders in the last year.</summary>
public static class BriefingScope
{
    /// <summary>The municipality itself.</summary>
    public const string Own = "kommunen";

    /// <summary>The group of comparable municipalities that it belongs to, itself included.</summary>
    public const string Similar = "lignende";

    /// <summary>All municipalities of its county, itself included.</summary>
    public const string County = "fylket";

    /// <summary>All municipalities.</summary>
    public const string Nation = "landet";

    /// <summary>All of them, nearest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Own, Similar, County, Nation];
}
