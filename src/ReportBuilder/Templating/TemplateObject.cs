namespace ReportBuilder.Templating;

/// <summary>A thing that the templates of one book can ask about, such as the municipality of a briefing: words to print and answers to choose by.</summary>
public sealed record TemplateObject
{
    /// <summary>Words by name of member: plain text, printed as it is whatever signs it has.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Yes or no by name of member. No name is both here and among the <see cref="Words"/>.</summary>
    public IReadOnlyDictionary<string, bool> Answers { get; init; } = new Dictionary<string, bool>(StringComparer.Ordinal);
}
