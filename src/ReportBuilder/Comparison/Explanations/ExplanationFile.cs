namespace ReportBuilder.Comparison.Explanations;

/// <summary>What <c>avvik.yaml</c> holds.</summary>
/// <param name="Old">Name of the older edition (<c>fra</c>).</param>
/// <param name="New">Name of the newer edition (<c>til</c>).</param>
/// <param name="Explanations">Entries with class, reason, signature and date, in the order of the file.</param>
/// <param name="Unfinished">Entries that lack one of these, in the order of the file: nobody answers for them yet, so that they explain nothing.</param>
public sealed record ExplanationFile(
    string Old,
    string New,
    IReadOnlyList<Explanation> Explanations,
    IReadOnlyList<ExplanationTarget> Unfinished
)
{
    /// <summary>Usual name of the file.</summary>
    public const string FileName = "avvik.yaml";

    /// <summary>All entries, finished or not, in the order of the file.</summary>
    public IReadOnlyList<ExplanationTarget> Entries => [.. Explanations.Concat(Unfinished).OrderBy(e => e.Place.Line)];

    /// <summary>True when it was written for two editions of these names.</summary>
    public bool IsFor(string older, string newer) => Old == older && New == newer;
}
