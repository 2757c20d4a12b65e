namespace ReportBuilder.Briefings.Batch;

/// <summary>One briefing to be made, or found made.</summary>
/// <param name="Target">The municipality.</param>
/// <param name="Language">The language.</param>
/// <param name="Key">Fingerprint of what it is made of; null when the maker could not tell.</param>
public sealed record BriefingJob(BriefingTarget Target, string Language, string? Key)
{
    /// <summary>Name of its file, with <c>/</c> after the folder of the language.</summary>
    public string File { get; } = BriefingFile.NameOf(Target, Language);

    /// <summary>What tells it from every other.</summary>
    public (string Code, string Language) Id => (Target.Code, Language);
}
