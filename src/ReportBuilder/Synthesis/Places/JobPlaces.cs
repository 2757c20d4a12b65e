using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>
/// Where Jobbsjansen runs. Municipalities apply for projects, mostly large ones, and many keep theirs for years; Oslo's districts have
/// their own. Half of the municipality-years lie below the published median population and half above.
/// </summary>
internal sealed class JobPlaces(SyntheticParameters parameters, MunicipalityTable municipalities, AreaIndex areas, RandomSource random)
{
    private readonly PlaceParameters _places = parameters.Places;
    private readonly List<SchemeYear> _years = [.. parameters.Years.Where(y => y.Scheme == parameters.Places.Job).OrderBy(y => y.Year)];

    /// <summary>Makes the project-years, in order of year and project id.</summary>
    public List<ProjectYear> Draw()
    {
        var projects = Projects(Hosts()).ToList();
        var large = Large(projects);
        var sizes = Sizes(projects, large);
        var complete = Complete(projects, sizes, large);
        return
        [
            .. projects.Select(
                (p, i) =>
                    new ProjectYear(
                        _places.Job,
                        p.Host,
                        p.Area,
                        p.Id,
                        p.Text,
                        sizes[i],
                        complete[i],
                        !large[i].IsLarge || large[i].HasWages
                    )
            ),
        ];
    }

    /// <summary>The municipality-years with the scheme.</summary>
    private List<Municipality> Hosts()
    {
        var smallest = _places.Numbers[PlaceNumber.JobSmallest];
        var inclination = random.Normals(areas.Count);
        // Before a reform an area has several municipalities; the largest one applies.
        var candidates = _years
            .SelectMany(y => municipalities.InYear(y.Year).GroupBy(Area).Select(g => g.MaxBy(m => m.Population)!))
            .Where(m => m.Population >= smallest)
            .ToList();
        var pair = MedianPair.Find(candidates, _places.Numbers[PlaceNumber.JobMedianPopulation]);
        var always = _places.NamedProjects.Where(p => p.Place.Length > 0).Select(p => areas.Of(p.Code)).ToHashSet();
        var (areaSpread, yearSpread) = (_places.Numbers[PlaceNumber.JobAreaSpread], _places.Numbers[PlaceNumber.JobYearSpread]);
        var scores = new Dictionary<Municipality, double>(candidates.Count, ReferenceEqualityComparer.Instance);
        foreach (var m in candidates)
        {
            scores.Add(m, Math.Log(m.Population) + areaSpread * inclination[Area(m)] + yearSpread * random.Normal());
        }

        var forced = candidates
            .Where(m => pair.Contains(m) || always.Contains(Area(m)))
            .ToHashSet<Municipality>(ReferenceEqualityComparer.Instance);
        var total = _years.Sum(y => y.Municipalities);
        var hosts = new List<Municipality>();
        var (given, reached) = (0, 0);
        foreach (var year in _years)
        {
            reached += year.Municipalities;
            var above = reached / 2 - given;
            given += above;
            foreach (var (side, count) in new[] { (1, above), (-1, year.Municipalities - above) })
            {
                hosts.AddRange(
                    candidates
                        .Where(m => m.Year == year.Year && pair.Side(m) == side)
                        .OrderByDescending(forced.Contains)
                        .ThenByDescending(m => scores[m])
                        .ThenBy(m => m.Code, StringComparer.Ordinal)
                        .Take(count)
                );
            }
        }

        return hosts.Count == total
            ? hosts
            : throw new NoSuchPlacesException($"{hosts.Count} municipality-years can have Jobbsjansen, not {total}.");
    }

    private IEnumerable<(Municipality Host, int Area, string Id, PlaceText Text, bool IsMain)> Projects(List<Municipality> hosts)
    {
        var named = _places.NamedProjects.ToLookup(p => areas.Of(p.Code));
        var pause = _places.Numbers[PlaceNumber.DistrictPause];
        foreach (var host in hosts.OrderBy(h => h.Year).ThenBy(h => h.Code, StringComparer.Ordinal))
        {
            var code = areas.Code(Area(host));
            var own = named[Area(host)].ToList();
            // Where there are several projects, all are named: the first listed is the main one. Districts have none.
            var main = own.Find(p => p.Place.Length == 0);
            if (!own.Exists(p => p.Place.Length > 0 && p.Name.Length > 0))
            {
                var place = own.Find(p => p.Place.Length > 0)?.Place ?? host.Code;
                var id = ProjectId.Jobbsjansen(code, main?.Name ?? string.Empty);
                yield return (host, Area(host), id, new PlaceText(place, main?.Name), true);
            }

            foreach (var project in own.Where(p => p != main && p.Name.Length > 0))
            {
                if (random.Below(1000) >= 1000 * pause)
                {
                    var place = project.Place.Length > 0 ? project.Place : host.Code;
                    yield return (host, Area(host), ProjectId.Jobbsjansen(code, project.Name), new PlaceText(place, project.Name), false);
                }
            }
        }
    }

    /// <summary>Which project-years have enough complete participants for the model of projects, and which of these have accounts.</summary>
    private (bool IsLarge, bool HasWages, int Rank)[] Large(
        List<(Municipality Host, int Area, string Id, PlaceText Text, bool IsMain)> projects
    )
    {
        var large = new (bool IsLarge, bool HasWages, int Rank)[projects.Count];
        var perYear = Quotas.LargestRemainder([.. _years.Select(y => (double)y.Count)], _places.Count(PlaceNumber.JobLargeProjectYears));
        var lasting = projects.CountBy(p => p.Id).ToDictionary(StringComparer.Ordinal);
        var scores = projects.Select(p => lasting[p.Id] + random.Normal()).ToArray();
        var chosen = new List<int>();
        for (var y = 0; y < _years.Count; y++)
        {
            chosen.AddRange(
                Enumerable
                    .Range(0, projects.Count)
                    .Where(i => projects[i].Host.Year == _years[y].Year && projects[i].IsMain)
                    .OrderByDescending(i => scores[i])
                    .Take(perYear[y])
            );
        }

        var order = chosen.ToArray();
        random.Shuffle(order.AsSpan());
        var known = _places.Count(PlaceNumber.JobProjectYears);
        foreach (var (rank, i) in order[..known].OrderBy(i => Math.Log(projects[i].Host.Population) + random.Normal()).Index())
        {
            large[i] = (true, true, rank);
        }

        foreach (var i in order[known..])
        {
            large[i] = (true, false, known / 2);
        }

        return large;
    }

    /// <summary>
    /// Finished in each. The large ones lie evenly about their published median: as many standard deviations off as their rank among normals; the small ones
    /// share the rest of their year, those of few years more in each.
    /// </summary>
    private int[] Sizes(
        List<(Municipality Host, int Area, string Id, PlaceText Text, bool IsMain)> projects,
        (bool IsLarge, bool HasWages, int Rank)[] large
    )
    {
        var sizes = new int[projects.Count];
        var known = _places.Count(PlaceNumber.JobProjectYears);
        var normals = random.Normals(known);
        // Normals and their mirror images: a sample whose median is exactly 0.
        double[] spread = [.. normals[..(known / 2)].Select(z => -Math.Abs(z)).Order()];
        double[] both = [.. spread, .. spread.Reverse().Select(z => -z)];
        both[known / 2 - 1] = 0;
        both[known / 2] = 0;
        var (median, deviation) = (_places.Numbers[PlaceNumber.JobMedianSize], _places.Numbers[PlaceNumber.JobSizeSpread]);
        var (fewest, limit) = (_places.Count(PlaceNumber.FewestComplete), _places.Count(PlaceNumber.FewestComplete) - 1);
        var lasting = projects.CountBy(p => p.Id).ToDictionary(StringComparer.Ordinal);
        foreach (var year in _years)
        {
            var rows = Enumerable.Range(0, projects.Count).Where(i => projects[i].Host.Year == year.Year).ToList();
            foreach (var i in rows.Where(i => large[i].IsLarge))
            {
                sizes[i] = Math.Max(fewest + 2, (int)Math.Round(median + deviation * both[large[i].Rank]));
            }

            int[] small = [.. rows.Where(i => !large[i].IsLarge)];
            var counts = BoundedQuotas.Divide(
                [.. small.Select(i => (1.0 + 6.0 / lasting[projects[i].Id]) * Math.Exp(0.3 * random.Normal()))],
                [.. small.Select(_ => 1)],
                [.. small.Select(_ => limit)],
                year.Count - rows.Sum(i => sizes[i])
            );
            for (var k = 0; k < small.Length; k++)
            {
                sizes[small[k]] = counts[k];
            }
        }

        return sizes;
    }

    private int[] Complete(
        List<(Municipality Host, int Area, string Id, PlaceText Text, bool IsMain)> projects,
        int[] sizes,
        (bool IsLarge, bool HasWages, int Rank)[] large
    )
    {
        var total = parameters.Groups.Single(g => g.Scheme == _places.Job && g.Name == SyntheticParameters.Complete).Count;
        var spread = _places.Numbers[PlaceNumber.CompleteSpread];
        return BoundedQuotas.Divide(
            [.. projects.Select((_, i) => sizes[i] * Math.Exp(spread * random.Normal()))],
            [.. projects.Select((_, i) => large[i].IsLarge ? _places.Count(PlaceNumber.FewestComplete) : sizes[i] / 2)],
            sizes,
            total
        );
    }

    private int Area(Municipality municipality) => areas.Of(municipality);
}
