using ReportBuilder.Editions;

namespace ReportBuilder.Comparison;

/// <summary>Compares what two editions were made from.</summary>
public static class GroundComparer
{
    /// <summary>Role of the tool.</summary>
    public const string Tool = "tool";

    /// <summary>Role of the data as a whole.</summary>
    public const string Data = "data";

    /// <summary>Role of a setting.</summary>
    public const string Setting = "setting";

    /// <summary>Name of the tool's version.</summary>
    public const string Version = "versjon";

    /// <summary>Name of the fingerprint of its code.</summary>
    public const string Code = "kode";

    /// <summary>Name of the fingerprint of the data.</summary>
    public const string Fingerprint = "fingeravtrykk";

    /// <summary>Name of whether the persons are invented.</summary>
    public const string Synthetic = "syntetiske";

    /// <summary>The changes of the data as the editions themselves tell them: their fingerprint, and whether their persons are invented.</summary>
    public static IReadOnlyList<GroundChange> Compare(EditionOrigin older, EditionOrigin newer) => [.. Changed(Tell(older), Tell(newer))];

    /// <summary>The changes: the tool, then settings, data and templates, each by role and name in ordinal order. Empty when one of the two does not tell.</summary>
    public static IReadOnlyList<GroundChange> Compare(EditionGround? older, EditionGround? newer) =>
        older is null || newer is null
            ? []
            :
            [
                .. Changed(Tell(older.Tool), Tell(newer.Tool)),
                .. Changed(older.Settings.Select(Tell), newer.Settings.Select(Tell)),
                .. Changed(older.Inputs.Select(Tell), newer.Inputs.Select(Tell)),
                .. Changed(older.Templates.Select(Tell), newer.Templates.Select(Tell)),
            ];

    private static Piece[] Tell(ToolMark tool) => [new(Tool, Version, tool.Version), new(Tool, Code, tool.Fingerprint)];

    private static Piece[] Tell(EditionOrigin origin) =>
        [new(Data, Fingerprint, origin.DataFingerprint), new(Data, Synthetic, origin.IsSynthetic ? "true" : "false")];

    private static Piece Tell(GroundSetting setting) => new(Setting, setting.Name, setting.Value);

    private static Piece Tell(GroundFile file) => new(file.Role, file.Path, file.Fingerprint);

    private static IEnumerable<GroundChange> Changed(IEnumerable<Piece> older, IEnumerable<Piece> newer)
    {
        var before = older.ToDictionary(p => (p.Role, p.Name), p => p.Value);
        var after = newer.ToDictionary(p => (p.Role, p.Name), p => p.Value);
        return before
            .Keys.Union(after.Keys)
            .OrderBy(k => k.Role, StringComparer.Ordinal)
            .ThenBy(k => k.Name, StringComparer.Ordinal)
            .Select(k => new GroundChange(k.Role, k.Name, before.GetValueOrDefault(k), after.GetValueOrDefault(k)))
            .Where(c => !string.Equals(c.Old, c.New, StringComparison.Ordinal));
    }

    private readonly record struct Piece(string Role, string Name, string Value);
}
