using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>
/// How many finish introduksjonsprogrammet in each municipality-year: more where more refugees live, with a lasting local deviation, and
/// with the published numbers of municipality-years, numbers and participants in each model's sample.
/// </summary>
internal sealed class IntroPlaces(SyntheticParameters parameters, MunicipalityTable municipalities, AreaIndex areas, RandomSource random)
{
    private readonly PlaceParameters _places = parameters.Places;
    private readonly List<SchemeYear> _years = [.. parameters.Years.Where(y => y.Scheme == parameters.Places.Intro).OrderBy(y => y.Year)];

    private readonly HashSet<int> _decided = [];

    /// <summary>Makes the project-years, in order of year and municipality number. Wage costs are all known yet.</summary>
    /// <param name="job">Project-years of Jobbsjansen: these municipalities run both.</param>
    public List<ProjectYear> Draw(IReadOnlyList<ProjectYear> job)
    {
        var deviation = random.Normals(areas.Count);
        var hosts = job.Select(p => p.Municipality).ToHashSet<Municipality>(ReferenceEqualityComparer.Instance);
        var pair = MedianPair.Find(
            _years.SelectMany(y => municipalities.InYear(y.Year)),
            _places.Numbers[PlaceNumber.IntroMedianPopulation]
        );
        var byYear = _years.ToDictionary(
            y => y.Year,
            y => municipalities.InYear(y.Year).Select(m => NewSite(m, y, deviation, hosts, pair)).ToList()
        );
        var ranking = new SiteRanking(byYear);
        foreach (var year in _years)
        {
            ranking.Rank(year);
        }

        ranking.Balance();
        ranking.Spread(_places.Count(PlaceNumber.ModelMunicipalities));
        List<Site> sites = [.. _years.SelectMany(y => byYear[y.Year].OrderBy(s => s.Municipality.Code, StringComparer.Ordinal))];
        CompleteOfOthers(sites, job);
        CompleteOfSmall(sites, job);
        Finished(byYear);
        CompleteOfModelled(sites, job);
        return
        [
            .. sites
                .Where(s => s.Finished > 0)
                .Select(s => new ProjectYear(
                    _places.Intro,
                    s.Municipality,
                    s.Area,
                    ProjectId.Introduction(areas.Code(s.Area)),
                    new PlaceText(s.Municipality.Code, null),
                    s.Finished,
                    s.Complete,
                    true
                )),
        ];
    }

    private Site NewSite(Municipality municipality, SchemeYear year, double[] deviation, HashSet<Municipality> hosts, MedianPair pair)
    {
        var area = areas.Of(municipality);
        var size = Math.Round(Math.Log(Math.Max(1, municipality.Refugees)), 6);
        var score =
            year.SizeExponent * size
            + _places.Numbers[PlaceNumber.AreaSpread] * deviation[area]
            + _places.Numbers[PlaceNumber.YearSpread] * random.Normal();
        return new Site(municipality, area, score, hosts.Contains(municipality), pair.Contains(municipality), pair.Side(municipality));
    }

    /// <summary>
    /// Complete in places with a handful: enough for the published number of projects with a contribution. A project whose municipalities are all
    /// small gets just enough or too few.
    /// </summary>
    private void CompleteOfOthers(List<Site> sites, IReadOnlyList<ProjectYear> job)
    {
        var fewest = _places.Count(PlaceNumber.FewestInProject);
        var jobProjects = job.GroupBy(p => p.Project).Count(g => g.Sum(p => p.Complete) >= fewest);
        var byArea = sites.GroupBy(s => s.Area).ToList();
        var lacking = byArea.Where(a => a.All(s => s.Band == SiteBand.Other)).OrderByDescending(a => a.Max(s => s.Score)).ToList();
        var needed = _places.Count(PlaceNumber.Projects) - jobProjects - (byArea.Count - lacking.Count);
        if (needed < 0 || needed > lacking.Count)
        {
            throw new NoSuchPlacesException($"{needed} of {lacking.Count} small programmes would need {fewest} complete participants.");
        }

        _decided.UnionWith(lacking.Select(a => a.Key));
        for (var a = 0; a < lacking.Count; a++)
        {
            var left = a < needed ? fewest + random.Below(2) : random.Below(fewest);
            foreach (var (i, site) in lacking[a].OrderByDescending(s => s.Score).Index())
            {
                var share = (left + lacking[a].Count() - 1 - i) / (lacking[a].Count() - i);
                site.Complete = Math.Min(left, share);
                left -= site.Complete;
            }
        }
    }

    /// <summary>Complete in the places that are counted or listed: what is left of those outside the model of municipalities.</summary>
    private void CompleteOfSmall(List<Site> sites, IReadOnlyList<ProjectYear> job)
    {
        var outside = CompleteTotal - (_places.Count(PlaceNumber.ModelParticipants) - job.Sum(p => p.Complete));
        var small = sites.FindAll(s => s.Band is SiteBand.Counted or SiteBand.Listed || (s.Band == SiteBand.Other && !IsDecided(s)));
        var (fewest, limit) = (_places.Count(PlaceNumber.FewestInProject), _places.Count(PlaceNumber.FewestComplete) - 1);
        var counts = BoundedQuotas.Divide(
            [.. small.Select(s => Math.Exp(3 * s.Score + 0.3 * random.Normal()))],
            [.. small.Select(s => s.Band == SiteBand.Other ? 0 : fewest)],
            [
                .. small.Select(s =>
                    s.Band == SiteBand.Counted ? limit
                    : s.Band == SiteBand.Listed ? limit - 1
                    : s.Municipality.Refugees > 0 ? limit - 3
                    : 0
                ),
            ],
            outside - sites.Where(IsDecided).Sum(s => s.Complete)
        );
        for (var i = 0; i < small.Count; i++)
        {
            small[i].Complete = counts[i];
        }
    }

    /// <summary>Finished: few in the small places, the rest of the year shared by the modelled.</summary>
    private void Finished(Dictionary<int, List<Site>> byYear)
    {
        var limit = _places.Count(PlaceNumber.MoreThan);
        foreach (var year in _years)
        {
            List<Site> sites = [.. byYear[year.Year].OrderBy(s => s.Municipality.Code, StringComparer.Ordinal)];
            foreach (var site in sites)
            {
                site.Finished = site.Band switch
                {
                    SiteBand.Counted => limit + 1 + random.Below(5),
                    SiteBand.Listed => limit,
                    SiteBand.Other => Math.Min(limit - 1, site.Complete + random.Below(2 + site.Complete / 2)),
                    _ => 0,
                };
            }

            Site[] modelled = [.. sites.Where(s => s.Band == SiteBand.Modelled)];
            var smallest = _places.Count(PlaceNumber.SmallestLarge);
            var counts = BoundedQuotas.Divide(
                [.. modelled.Select(s => Math.Exp(s.Score))],
                [.. modelled.Select(_ => smallest)],
                [.. modelled.Select(_ => year.Count)],
                year.Count - sites.Sum(s => s.Finished)
            );
            for (var i = 0; i < modelled.Length; i++)
            {
                modelled[i].Finished = counts[i];
            }
        }
    }

    private void CompleteOfModelled(List<Site> sites, IReadOnlyList<ProjectYear> job)
    {
        Site[] modelled = [.. sites.Where(s => s.Band == SiteBand.Modelled)];
        var habits = random.Normals(areas.Count);
        var counts = BoundedQuotas.Divide(
            [.. modelled.Select(s => s.Finished * Math.Exp(_places.Numbers[PlaceNumber.CompleteSpread] * habits[s.Area]))],
            [.. modelled.Select(_ => _places.Count(PlaceNumber.FewestComplete))],
            [.. modelled.Select(s => s.Finished)],
            _places.Count(PlaceNumber.ModelParticipants) - job.Sum(p => p.Complete)
        );
        for (var i = 0; i < modelled.Length; i++)
        {
            modelled[i].Complete = counts[i];
        }
    }

    /// <summary>True in an area whose programmes are all small.</summary>
    private bool IsDecided(Site site) => _decided.Contains(site.Area);

    private int CompleteTotal => parameters.Groups.Single(g => g.Scheme == _places.Intro && g.Name == SyntheticParameters.Complete).Count;
}
