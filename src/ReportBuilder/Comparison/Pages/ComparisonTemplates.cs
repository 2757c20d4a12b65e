using ReportBuilder.Configuration;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Where the words and the look of a comparison are found.</summary>
/// <param name="Folder">Folder of the comparison: the annex as a book (<c>bok.yaml</c>), the page in <c>side/</c>.</param>
/// <param name="LabelFolder">Folder of label files.</param>
/// <param name="StyleFolder">Folder of the Typst style.</param>
public sealed record ComparisonTemplates(string Folder, string LabelFolder, string StyleFolder)
{
    private const string FolderName = "sammenligning";

    /// <summary>Those that follow the program; used where there is no <c>report.yaml</c>.</summary>
    public static ComparisonTemplates OfTool { get; } = Under(Path.Combine(AppContext.BaseDirectory, "templates"));

    /// <summary>Subfolder with the skeleton, look and script of the page.</summary>
    public string PageFolder => Path.Combine(Folder, "side");

    /// <summary>Those of a report: its labels and style, and the folder <c>sammenligning</c> beside its templates when there is one.</summary>
    public static ComparisonTemplates Of(ReportSettings settings)
    {
        var own = Path.Combine(Path.GetDirectoryName(settings.TemplateFolder)!, FolderName);
        return new ComparisonTemplates(Directory.Exists(own) ? own : OfTool.Folder, settings.LabelFolder, settings.StyleFolder);
    }

    private static ComparisonTemplates Under(string templates) =>
        new(Path.Combine(templates, FolderName), Path.Combine(templates, "labels", "nb"), Path.Combine(templates, "typst"));
}
