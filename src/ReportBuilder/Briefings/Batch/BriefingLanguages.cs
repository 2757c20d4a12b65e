namespace ReportBuilder.Briefings.Batch;

/// <summary>The languages that briefings are made in, as ISO 639-1 codes.</summary>
public static class BriefingLanguages
{
    /// <summary>Bokmål: the one made unless told otherwise.</summary>
    public const string Bokmaal = "nb";

    /// <summary>Nynorsk.</summary>
    public const string Nynorsk = "nn";

    /// <summary>All of them, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } = [Bokmaal, Nynorsk];
}
