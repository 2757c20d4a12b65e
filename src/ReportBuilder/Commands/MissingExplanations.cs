using ReportBuilder.Comparison;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Commands;

/// <summary>What is told of a file of explanations that the settings name and that is not there. Before the first draft that is as it should be.</summary>
internal static class MissingExplanations
{
    /// <summary>A line for the user, with the nearest file that is there.</summary>
    public static string Line(EditionReference file)
    {
        var line = ToolTexts.Get("explain.missing", file.ShownAs);
        return Nearest(file) is { } nearest ? line + " " + ToolTexts.Get("diagnostic.nearest", nearest) : line;
    }

    /// <summary>What a release refuses when there are differences to explain (RB7074).</summary>
    /// <param name="file">The file.</param>
    /// <param name="unexplained">Number of differences.</param>
    public static Diagnostic Fault(EditionReference file, int unexplained) =>
        Diagnostic.Error("RB7074", file.Place, unexplained.ToText()) with
        {
            Found = file.ShownAs,
            Nearest = Nearest(file),
        };

    private static string? Nearest(EditionReference file) => NearestPath.File(file.Path, file.ShownAs);
}
