namespace ReportBuilder.Editions;

/// <summary>Names of the files of an edition, within its folder.</summary>
public static class EditionFolder
{
    /// <summary>The numbers.</summary>
    public const string EditionFile = "utgave.json";

    /// <summary>What they were made from.</summary>
    public const string GroundFile = "opphav.json";

    /// <summary>The publication.</summary>
    public const string ReportFile = "rapport.pdf";

    /// <summary>Folder of the drawings.</summary>
    public const string DrawingFolder = "figurer";

    /// <summary>The drawing of a figure, with <c>/</c>.</summary>
    public static string DrawingOf(string figureId) => $"{DrawingFolder}/{figureId}.svg";
}
