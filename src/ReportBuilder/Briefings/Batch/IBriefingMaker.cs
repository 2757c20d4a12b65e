using ReportBuilder.Diagnostics;

namespace ReportBuilder.Briefings.Batch;

/// <summary>What makes briefings, one at a time, as asked by the batch. Safe to use from several threads.</summary>
public interface IBriefingMaker
{
    /// <summary>The municipalities that there are briefings for, by number.</summary>
    IReadOnlyList<BriefingTarget> Targets { get; }

    /// <summary>
    /// A fingerprint (SHA-256, lower-case hexadecimal) of everything that decides a briefing: its text, what its charts draw, labels, style and tool. The same fingerprint means the same
    /// bytes, so that nothing need be made again. Cheap beside making it: nothing is drawn or typeset for it.
    /// </summary>
    string KeyOf(BriefingTarget target, string language);

    /// <summary>Makes one briefing. What is wrong comes back as diagnostics, never as an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<MadeBriefing> MakeAsync(BriefingTarget target, string language, CancellationToken cancellation);
}

/// <summary>A municipality that gets a briefing.</summary>
/// <param name="Code">Its number, four digits.</param>
/// <param name="Name">Its official name.</param>
public sealed record BriefingTarget(string Code, string Name);

/// <summary>What came of making a briefing.</summary>
/// <param name="Pdf">The finished file; null when there is at least one error.</param>
/// <param name="Pages">Its pages; 0 without a file.</param>
/// <param name="Diagnostics">Errors and warnings.</param>
public sealed record MadeBriefing(ReadOnlyMemory<byte>? Pdf, int Pages, IReadOnlyList<Diagnostic> Diagnostics);
