using ReportBuilder.Diagnostics;

namespace ReportBuilder.Registers;

/// <summary>A record that was passed over. Holds no property of the person.</summary>
/// <param name="Place">Where the first fault of the record stands.</param>
/// <param name="Code">Diagnostic code of that fault.</param>
public readonly record struct FaultyRecord(SourcePlace Place, string Code);
