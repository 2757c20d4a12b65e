using ReportBuilder.Datasets;

namespace ReportBuilder.Editions;

/// <summary>
/// All that an edition was made from; saved beside it as <c>opphav.json</c>. When numbers change, what changed here is the first place to look for the reason.
/// </summary>
public sealed record EditionGround
{
    /// <summary>Name of the setting with the date on the edition.</summary>
    public const string DateSetting = "dato";

    /// <summary>Name of the edition; null when a file of an older form does not tell.</summary>
    public string? Edition { get; init; }

    /// <summary>Fingerprint of its data, as in <c>utgave.json</c>; null when a file of an older form does not tell.</summary>
    public string? DataFingerprint { get; init; }

    /// <summary>Version and fingerprint of the tool. The fingerprint changes with its code, also when no number does.</summary>
    public required ToolMark Tool { get; init; }

    /// <summary>Settings that decide numbers, or what counts as a difference between them (readings, thresholds, seed, tolerances), by name in ordinal order.</summary>
    public required IReadOnlyList<GroundSetting> Settings { get; init; }

    /// <summary>Data and rule files read, by role and path in ordinal order.</summary>
    public required IReadOnlyList<GroundFile> Inputs { get; init; }

    /// <summary>Templates, labels and style, by path in ordinal order.</summary>
    public required IReadOnlyList<GroundFile> Templates { get; init; }

    /// <summary>The date on the edition; null when its settings tell none.</summary>
    public DateOnly? Date => Invariant.TryReadDate(Settings.FirstOrDefault(s => s.Name == DateSetting)?.Value, out var date) ? date : null;
}

/// <summary>A tool, told from others.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Fingerprint">Fingerprint of its code, lower-case hexadecimal.</param>
public sealed record ToolMark(string Version, string Fingerprint);

/// <summary>A setting.</summary>
/// <param name="Name">Its name as in <c>report.yaml</c>, sections joined by dots.</param>
/// <param name="Value">Its value as text, invariant.</param>
public sealed record GroundSetting(string Name, string Value);

/// <summary>A file that an edition was made from.</summary>
/// <param name="Role">What it is: <c>nir</c>, <c>jobbsjansen</c>, <c>kostra</c>, <c>regnskap</c>, <c>ssb</c>, <c>deltakere</c>, <c>omkoding</c>, <c>kommuner</c>, <c>skjema</c>, <c>mal</c>, <c>etiketter</c>, <c>stil</c> …</param>
/// <param name="Path">Path within the folder of its role, with <c>/</c>; never a path of the machine.</param>
/// <param name="Fingerprint">SHA-256 of its bytes, lower-case hexadecimal.</param>
public sealed record GroundFile(string Role, string Path, string Fingerprint);
