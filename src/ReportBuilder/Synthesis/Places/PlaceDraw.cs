using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>Decides who finished where and when: every published number of places and participants holds exactly, for any seed.</summary>
internal static class PlaceDraw
{
    private const int Attempts = 50;

    /// <summary>Makes the rows, in order of scheme, year and project. A draw that does not allow the published numbers is drawn again.</summary>
    /// <exception cref="InvalidOperationException">The parameters contradict each other.</exception>
    public static Population Draw(
        SyntheticParameters parameters,
        MunicipalityTable municipalities,
        DatasetSchema schema,
        RandomSource random
    )
    {
        var areas = new AreaIndex(municipalities);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var job = new JobPlaces(parameters, municipalities, areas, random).Draw();
                var intro = new IntroPlaces(parameters, municipalities, areas, random).Draw(job);
                intro = new WageGaps(parameters.Places, random).Mark(intro, job);
                var population = new Population(schema, [.. intro, .. job], areas);
                CheckCentrality(parameters, population);
                return population;
            }
            catch (NoSuchPlacesException) when (attempt < Attempts) { }
        }
    }

    /// <summary>Classes are real, so their medians follow from where the schemes are; nearly always they are the published ones.</summary>
    private static void CheckCentrality(SyntheticParameters parameters, Population population)
    {
        var listed = new ListedPlaces(population, parameters.Places);
        foreach (var series in parameters.Series.Where(s => s.Form == SeriesForm.Centrality))
        {
            double[] classes = [.. population.Index.All.Select(m => (double)m.Centrality)];
            var (intro, job) = (ListedPlaces.Median(classes, listed.All), ListedPlaces.Median(classes, listed.Job));
            if (intro != series.IntroMedian || job != series.JobMedian)
            {
                throw new NoSuchPlacesException($"Median centrality {intro} and {job}.");
            }
        }
    }
}
