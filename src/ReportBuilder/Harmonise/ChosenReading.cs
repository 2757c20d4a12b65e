using ReportBuilder.Diagnostics;

namespace ReportBuilder.Harmonise;

/// <summary>A reading of an ambiguous rule, as chosen in the settings (<c>data.lesninger</c>).</summary>
/// <param name="Ambiguity">The ambiguity, as «A1».</param>
/// <param name="Reading">Name of the reading, as «tekst».</param>
/// <param name="Place">Where it stands.</param>
public sealed record ChosenReading(string Ambiguity, string Reading, SourcePlace Place);
