using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>
/// Invents the municipality series that are not real, for all municipalities of all years, and the wage costs. A series is smooth: an area keeps its
/// deviation through years and reforms. The published medians hold in the municipality-years and project-years they are of.
/// </summary>
internal sealed class FactDraw(SyntheticParameters parameters, Population population, RandomSource random)
{
    private readonly IReadOnlyList<Municipality> _all = population.Index.All;
    private readonly double[] _logPopulation =
    [
        .. population.Index.All.Select(m => Math.Round(Math.Log(Math.Max(1, m.Population) / 10_000.0), 9)),
    ];

    /// <summary>Makes all facts.</summary>
    public SyntheticFacts Draw()
    {
        int[] areas = [.. _all.Select(population.Index.Of)];
        var listed = new ListedPlaces(population, parameters.Places);
        var (intro, job) = (listed.All, listed.Job);
        var facts = new Dictionary<(string, int, string), double>();
        foreach (var series in parameters.Series)
        {
            var own = random.Normals(population.AreaCount);
            var values = series.Form switch
            {
                SeriesForm.Population => [.. _all.Select(m => (double)m.Population)],
                SeriesForm.Centrality => [.. _all.Select(m => (double)m.Centrality)],
                SeriesForm.ImmigrantShare => Share(series, own, areas, intro, job),
                _ => Level(series, own, areas, intro, job),
            };
            for (var i = 0; i < _all.Count; i++)
            {
                facts.Add(
                    (series.Column, _all[i].Year, _all[i].Code),
                    Math.Round(values[i], series.Decimals, MidpointRounding.AwayFromZero)
                );
            }
        }

        return new SyntheticFacts(facts, Wages(), population.ProjectYears);
    }

    /// <summary>The real share times a factor exp(b·log population + deviation), b and the level solved for the two medians.</summary>
    private double[] Share(MunicipalitySeries series, double[] own, int[] areas, int[] intro, int[] job)
    {
        double[] deviation = [.. areas.Select(a => series.Spread * own[a] + series.YearSpread * random.Normal())];
        double[] At(double slope) => [.. _all.Select((m, i) => m.ImmigrantPercentage * Math.Exp(slope * _logPopulation[i] + deviation[i]))];
        double[] Scaled(double slope)
        {
            var values = At(slope);
            var scale = series.IntroMedian / ListedPlaces.Median(values, intro);
            return [.. values.Select(v => v * scale)];
        }

        return Scaled(Solve(slope => ListedPlaces.Median(Scaled(slope), job) - series.JobMedian, -1, 1));
    }

    /// <summary>a + b·log population + deviation, a and b solved for the two medians; the deviation goes in part with the share of immigrants.</summary>
    private double[] Level(MunicipalitySeries series, double[] own, int[] areas, int[] intro, int[] job)
    {
        var (mean, spread) = (_all.Average(m => m.ImmigrantPercentage), 0.0);
        spread = Math.Sqrt(_all.Average(m => (m.ImmigrantPercentage - mean) * (m.ImmigrantPercentage - mean)));
        var rest = Math.Sqrt(1 - series.ImmigrantLoading * series.ImmigrantLoading);
        double[] deviation =
        [
            .. _all.Select(
                (m, i) =>
                    series.Spread * (rest * own[areas[i]] + series.ImmigrantLoading * (m.ImmigrantPercentage - mean) / spread)
                    + series.YearSpread * random.Normal()
            ),
        ];
        double[] At(double slope) => [.. _all.Select((m, i) => slope * _logPopulation[i] + deviation[i])];
        var wanted = series.JobMedian - series.IntroMedian;
        var values = At(
            Solve(slope => At(slope) is var v ? ListedPlaces.Median(v, job) - ListedPlaces.Median(v, intro) - wanted : 0, -10, 10)
        );
        var level = series.IntroMedian - ListedPlaces.Median(values, intro);
        return [.. values.Select(v => v + level)];
    }

    /// <summary>Wage costs per participant: lasting and yearly deviations, scaled to the median of the project-years in the model.</summary>
    private Dictionary<(int Year, string Project), double> Wages()
    {
        var wages = new Dictionary<(int Year, string Project), double>();
        var fewest = parameters.Places.Count(PlaceNumber.FewestComplete);
        foreach (var level in parameters.Wages)
        {
            // Municipalities that have merged since are one project.
            var known = population
                .ProjectYears.Where(p => p.Scheme == level.Scheme && p.HasWages)
                .GroupBy(p => (p.Year, p.Project))
                .Select(g => (g.Key, Complete: g.Sum(p => p.Complete)))
                .ToList();
            var projects = known.Select(p => p.Key.Project).Distinct().ToDictionary(p => p, _ => random.Normal(), StringComparer.Ordinal);
            double[] values = [.. known.Select(p => Math.Exp(level.Spread * projects[p.Key.Project] + level.YearSpread * random.Normal()))];
            int[] modelled = [.. Enumerable.Range(0, values.Length).Where(i => known[i].Complete >= fewest)];
            var scale = level.PerParticipant / ListedPlaces.Median(values, modelled);
            for (var i = 0; i < values.Length; i++)
            {
                wages.Add(known[i].Key, Math.Round(values[i] * scale, 3));
            }
        }

        return wages;
    }

    /// <summary>Where a function that grows is 0, by bisection.</summary>
    private static double Solve(Func<double, double> function, double low, double high)
    {
        for (var step = 0; step < 30; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = function(middle) < 0 ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
