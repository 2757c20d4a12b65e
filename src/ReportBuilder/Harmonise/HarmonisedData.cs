using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Harmonise;

/// <summary>What harmonising gives: the dataset, and an account of every record and rule on the way.</summary>
/// <param name="Participants">Those who finished in the period.</param>
/// <param name="Rules">All rules of the chosen readings in the order of the files, with the number of records that passed through each.</param>
/// <param name="Flow">From records in the registers to participants who finished.</param>
/// <param name="SetAside">Records set aside because they contradict themselves or each other.</param>
/// <param name="Alternatives">What other readings of the published rules would have given.</param>
public sealed record HarmonisedData(
    Dataset Participants,
    IReadOnlyList<RuleCount> Rules,
    IReadOnlyList<FlowStep> Flow,
    IReadOnlyList<SetAsideRecord> SetAside,
    IReadOnlyList<AlternativeReading> Alternatives
)
{
    /// <summary>The register files that were read, in order.</summary>
    public IReadOnlyList<HarmonisedFile> Files { get; init; } = [];
}

/// <summary>A register file that was read.</summary>
/// <param name="File">The file as shown to the user.</param>
/// <param name="Records">Whole records in it.</param>
/// <param name="Fingerprint">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record HarmonisedFile(string File, int Records, string Fingerprint);

/// <summary>A rule and the number of records (of those who finished) that passed through it, by scheme.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Records">Records that the rule decided.</param>
public sealed record RuleCount(RecodingRule Rule, int Records);

/// <summary>One step of the flow from records to participants, for one scheme.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="Step">
/// Token of the step: <c>linjer</c> (records read), <c>deltar_fortsatt</c>, <c>utenfor_perioden</c>, <c>satt_til_side</c> (each: records that leave), <c>brutto</c>
/// (participants who finished).
/// </param>
/// <param name="Count">Number of records.</param>
public sealed record FlowStep(int Scheme, string Step, int Count);

/// <summary>A record that was set aside.</summary>
/// <param name="Place">File, line and column.</param>
/// <param name="Code">Diagnostic code that says why.</param>
/// <param name="Arguments">Facts of its text: names of variables, above all.</param>
public sealed record SetAsideRecord(SourcePlace Place, string Code, IReadOnlyList<string> Arguments);

/// <summary>A column of the dataset as another reading of an ambiguous rule would have given it.</summary>
/// <param name="Ambiguity">The ambiguity, as «A1».</param>
/// <param name="Reading">Name of the reading, as «trykt».</param>
/// <param name="Column">The column as it would have been; same rows as the dataset.</param>
public sealed record AlternativeReading(string Ambiguity, string Reading, DatasetColumn Column);
