using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>
/// The municipality-years of the published table of municipalities (Tabell 3), as positions among all: those with enough finished. A municipality-year counts
/// once for each scheme it runs, which is how we read N = 930.
/// </summary>
internal sealed class ListedPlaces
{
    /// <summary>Finds them.</summary>
    public ListedPlaces(Population population, PlaceParameters places)
    {
        var finished = new Dictionary<Municipality, (int Count, int Schemes, bool HasJob)>(ReferenceEqualityComparer.Instance);
        foreach (var project in population.ProjectYears)
        {
            var (count, schemes, hasJob) = finished.GetValueOrDefault(project.Municipality);
            var isJob = project.Scheme == places.Job;
            // A municipality may have several projects of Jobbsjansen, but only one introduction programme.
            finished[project.Municipality] = (count + project.Finished, isJob && hasJob ? schemes : schemes + 1, hasJob || isJob);
        }

        var fewest = places.Count(PlaceNumber.FewestListed);
        var (all, job) = (new List<int>(), new List<int>());
        foreach (var (i, municipality) in population.Index.All.Index())
        {
            if (finished.TryGetValue(municipality, out var place) && place.Count >= fewest)
            {
                all.AddRange(Enumerable.Repeat(i, place.Schemes));
                if (place.HasJob)
                {
                    job.Add(i);
                }
            }
        }

        (All, Job) = ([.. all], [.. job]);
    }

    /// <summary>Positions of all, those with both schemes twice.</summary>
    public int[] All { get; }

    /// <summary>Positions of those with Jobbsjansen.</summary>
    public int[] Job { get; }

    /// <summary>Median of the values at the positions.</summary>
    public static double Median(double[] values, int[] rows)
    {
        var sorted = new double[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            sorted[i] = values[rows[i]];
        }

        Array.Sort(sorted);
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
