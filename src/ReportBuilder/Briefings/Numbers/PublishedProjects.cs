using ReportBuilder.Datasets;
using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>The part of a project that lies in one municipality.</summary>
/// <param name="Project">Number of the project, for parts of the same to be known by.</param>
/// <param name="Place">The municipality.</param>
/// <param name="Scheme">The scheme.</param>
/// <param name="Persons">Participants of the net sample.</param>
/// <param name="Reached">Those who reached the goal.</param>
/// <param name="IsPublished">True when the report may show the whole project.</param>
/// <param name="IsWhole">True when the whole project lies here.</param>
internal sealed record ProjectPart(int Project, int Place, Scheme Scheme, int Persons, int Reached, bool IsPublished, bool IsWhole)
{
    /// <summary>True when what the report shows is the numbers of this part.</summary>
    public bool IsTold => IsPublished && IsWhole;
}

/// <summary>
/// The results of projects that the national report shows as dots without names (<see cref="ContributionStage"/>). Who knows how many finished in a project finds its dot, so they are
/// as good as published, and what a briefing hides must not follow from them.
/// </summary>
internal static class PublishedProjects
{
    /// <summary>Finds all projects with participants in the net sample, in the order they first occur.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="complete">The net sample.</param>
    /// <param name="places">Where each participant belongs.</param>
    /// <param name="fewest">Fewest participants of a project with an indicator.</param>
    /// <param name="minimum">The threshold of the report.</param>
    public static IReadOnlyList<ProjectPart> Of(Dataset data, Sample complete, ParticipantPlaces places, int fewest, int minimum)
    {
        var column = ModelRows.Groups(data, ModelGrouping.Project);
        var counts = new Dictionary<(int Project, int Place, Scheme Scheme), CellCount>();
        foreach (var row in complete.Rows.Where(row => !column.IsMissing(row)))
        {
            var key = (column.Indices[row], places.OfRow[row], complete.SchemeOf(row));
            var count = counts.GetValueOrDefault(key);
            counts[key] = new CellCount(count.Persons + 1, count.Successes + (complete.Succeeded(row) ? 1 : 0));
        }

        var published = new HashSet<(int, Scheme)>();
        foreach (var scheme in Breakdown.Schemes)
        {
            var projects = counts
                .Where(c => c.Key.Scheme == scheme)
                .GroupBy(c => c.Key.Project)
                .OrderBy(p => column.Distinct[p.Key], StringComparer.Ordinal)
                .Select(p => (p.Key, Count: new CellCount(p.Sum(c => c.Value.Persons), p.Sum(c => c.Value.Successes))))
                .ToList();
            published.UnionWith(Shown(projects, fewest, minimum).Select(project => (project, scheme)));
        }

        var parts = counts.Keys.CountBy(key => (key.Project, key.Scheme)).ToDictionary();
        return
        [
            .. counts
                .Select(c => new ProjectPart(
                    c.Key.Project,
                    c.Key.Place,
                    c.Key.Scheme,
                    c.Value.Persons,
                    c.Value.Successes,
                    published.Contains((c.Key.Project, c.Key.Scheme)),
                    parts[(c.Key.Project, c.Key.Scheme)] == 1
                ))
                .OrderBy(p => p.Place)
                .ThenBy(p => p.Scheme)
                .ThenBy(p => column.Distinct[p.Project], StringComparer.Ordinal),
        ];
    }

    /// <summary>The projects drawn; where none are, those large enough to be an example.</summary>
    private static IEnumerable<int> Shown(List<(int Project, CellCount Count)> projects, int fewest, int minimum)
    {
        var protection = UnitProtection.Of([.. projects.Select(p => p.Count)], minimum);
        var judged = projects.Count(p => p.Count.Persons >= fewest);
        var shown = projects.Where((p, i) => protection[i] is Protection.Exact or Protection.Rounded && p.Count.Persons >= fewest).ToList();
        return shown.Where(p => 2 * shown.Count >= judged || p.Count.Persons >= ContributionIds.ExampleSize).Select(p => p.Project);
    }
}
