namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>report</c>.</summary>
/// <param name="ConfigFile">Settings, as the user named the file.</param>
/// <param name="OutputFolder">Folder for the results, or null for the one in the settings.</param>
/// <param name="Standard">PDF standard.</param>
/// <param name="IsRelease">True when warnings stop the run.</param>
public sealed record ReportOptions(string ConfigFile, string? OutputFolder, Typesetting.PdfStandard Standard, bool IsRelease);
