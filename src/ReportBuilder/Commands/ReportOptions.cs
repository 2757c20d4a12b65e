using ReportBuilder.Typesetting;

namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>report</c>.</summary>
/// <param name="ConfigFile">Settings, as the user named the file.</param>
/// <param name="OutputFolder">Folder for the results, or null for the one in the settings.</param>
/// <param name="Standard">PDF standard, or null for the usual one: both for a release, otherwise PDF/UA-1.</param>
/// <param name="IsRelease">True when warnings stop the run.</param>
public sealed record ReportOptions(string ConfigFile, string? OutputFolder, PdfStandard? Standard, bool IsRelease)
{
    /// <summary>The standard that the PDF must meet.</summary>
    public PdfStandard ChosenStandard => Standard ?? (IsRelease ? PdfStandard.Both : PdfStandard.Ua1);
}
