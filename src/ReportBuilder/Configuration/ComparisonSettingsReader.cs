using ReportBuilder.Commands;
using ReportBuilder.Comparison;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Configuration;

/// <summary>Reads section <c>sammenligning</c> of <c>report.yaml</c>. Every key may be left out.</summary>
internal static class ComparisonSettingsReader
{
    // A tolerance is for noise; a wider one would be a difference that nobody sees.
    private const double WidestTolerance = 1;

    /// <summary>Reads it. RB7040: an earlier edition that is not there; RB7041: a level of significance that is none.</summary>
    /// <param name="section">The section; absent, all is default.</param>
    /// <param name="folder">Folder that relative paths start from.</param>
    public static ComparisonSettings Read(YamlSection section, string folder)
    {
        var tolerances = section.Section("toleranse");
        var outliers = section.Section("uteliggere");
        var fallback = ComparisonSettings.Default;
        var settings = new ComparisonSettings
        {
            Against = Editions(section, folder),
            Explanations = section.Text("forklaringer", string.Empty) is { Length: > 0 } file
                ? Named(file, folder, section.PlaceOf("forklaringer"))
                : null,
            Tolerances = new Tolerances
            {
                Count = Tolerance(ToleranceClass.Count),
                Share = Tolerance(ToleranceClass.Share),
                Mean = Tolerance(ToleranceClass.Mean),
                Coefficient = Tolerance(ToleranceClass.Coefficient),
                PValue = Tolerance(ToleranceClass.PValue),
                Fit = Tolerance(ToleranceClass.Fit),
            },
            SignificanceLevels = Levels(section) is { Count: > 0 } levels ? levels : fallback.SignificanceLevels,
            FewestEditions = outliers.Integer("minste_antall", fallback.FewestEditions, 3, 1000),
        };
        tolerances.Close();
        outliers.Close();
        return settings;

        double Tolerance(ToleranceClass of) => tolerances.Number(of.Token(), fallback.Tolerances.Of(of), 0, WidestTolerance);
    }

    private static List<EditionReference> Editions(YamlSection section, string folder)
    {
        var editions = new List<EditionReference>();
        foreach (var (written, place) in section.Items("mot"))
        {
            var edition = Named(written, folder, place);
            if (!Path.Exists(edition.Path))
            {
                var nearest = NearestPath.Folder(edition.Path, written, EditionFolder.EditionFile);
                section.Report(Diagnostic.Error("RB7040", place) with { Found = written, Nearest = nearest });
            }

            editions.Add(edition);
        }

        return editions;
    }

    private static EditionReference Named(string written, string folder, SourcePlace place)
    {
        var path = Path.GetFullPath(written, folder);
        // A path from the root is the same wherever the user stands.
        return new EditionReference(path, Path.IsPathRooted(written) ? written : ShownPath.Of(path)) { Place = place };
    }

    private static IReadOnlyList<double> Levels(YamlSection section)
    {
        var levels = new SortedSet<double>();
        foreach (var (written, place) in section.Items("signifikans"))
        {
            if (YamlSection.NumberOf(written) is > 0 and < 1 and { } level)
            {
                levels.Add(level);
            }
            else
            {
                section.Report(Diagnostic.Error("RB7041", place) with { Found = written });
            }
        }

        return [.. levels.Reverse()];
    }
}
