namespace ReportBuilder.Synthesis.Places;

/// <summary>
/// Puts the municipalities of each year into bands by how large a programme they incline to, then exchanges the fewest and nearest in rank until the published
/// median population and number of modelled municipalities hold.
/// </summary>
internal sealed class SiteRanking(IReadOnlyDictionary<int, List<Site>> byYear)
{
    /// <summary>The largest are modelled, the next counted, the next listed.</summary>
    public void Rank(SchemeYear year)
    {
        var sites = byYear[year.Year];
        sites.Sort(
            (a, b) =>
                b.Score.CompareTo(a.Score) is var order && order != 0
                    ? order
                    : string.CompareOrdinal(a.Municipality.Code, b.Municipality.Code)
        );
        for (var i = 0; i < sites.Count; i++)
        {
            sites[i].Band =
                i < year.Modelled ? SiteBand.Modelled
                : i < year.MoreThanLimit ? SiteBand.Counted
                : i < year.Municipalities ? SiteBand.Listed
                : SiteBand.Other;
        }

        foreach (var site in sites.Where(s => s.IsFixed && s.Band != SiteBand.Modelled).ToList())
        {
            site.Swap(sites.Where(s => s.Band == SiteBand.Modelled && !s.IsFixed && !s.MustBeListed).MinBy(s => s.Score)!);
        }

        foreach (var site in sites.Where(s => s.MustBeListed && s.Band == SiteBand.Other).ToList())
        {
            site.Swap(sites.Where(s => s.Band == SiteBand.Listed && !s.MustBeListed).MinBy(s => s.Score)!);
        }
    }

    /// <summary>
    /// Exchanges listed municipality-years for others of the same year until as many lie below the median population as above; those with both schemes count twice.
    /// </summary>
    public void Balance()
    {
        foreach (var site in All.Where(s => s.Band != SiteBand.Other && s.Side == 0).ToList())
        {
            site.Swap(byYear[site.Municipality.Year].Where(s => s.Band == SiteBand.Other && s.Side != 0).MaxBy(s => s.Score)!);
        }

        while (All.Where(s => s.Band != SiteBand.Other).Sum(s => (s.IsFixed ? 2 : 1) * s.Side) is var excess && excess != 0)
        {
            var side = Math.Sign(excess);
            Exchange(
                s => s.Band != SiteBand.Other && !s.IsFixed && !s.MustBeListed && s.Side == side,
                s => s.Band == SiteBand.Other && s.Side == -side
            );
        }
    }

    /// <summary>Exchanges modelled municipality-years for counted ones until the modelled have so many numbers between them.</summary>
    public void Spread(int numbers)
    {
        var count = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var site in All.Where(s => s.Band == SiteBand.Modelled))
        {
            count[site.Municipality.Code] = count.GetValueOrDefault(site.Municipality.Code) + 1;
        }

        while (count.Values.Count(c => c > 0) is var now && now != numbers)
        {
            var tooMany = now > numbers;
            var (left, joined) = Exchange(
                s => s.Band == SiteBand.Modelled && !s.IsFixed && (count[s.Municipality.Code] == 1) == tooMany,
                s => s.Band == SiteBand.Counted && (count.GetValueOrDefault(s.Municipality.Code) > 0) == tooMany
            );
            count[left.Municipality.Code]--;
            count[joined.Municipality.Code] = count.GetValueOrDefault(joined.Municipality.Code) + 1;
        }
    }

    private IEnumerable<Site> All => byYear.OrderBy(y => y.Key).SelectMany(y => y.Value);

    /// <summary>Exchanges the two of one year that are nearest in score.</summary>
    private (Site Left, Site Joined) Exchange(Func<Site, bool> mayLeave, Func<Site, bool> mayJoin)
    {
        (Site Left, Site Joined)? best = null;
        foreach (var (_, sites) in byYear.OrderBy(y => y.Key))
        {
            var left = sites.Where(mayLeave).MinBy(s => s.Score);
            var joined = sites.Where(mayJoin).MaxBy(s => s.Score);
            if (left is not null && joined is not null && (best is not { } b || left.Score - joined.Score < b.Left.Score - b.Joined.Score))
            {
                best = (left, joined);
            }
        }

        var (a, z) = best ?? throw new NoSuchPlacesException("No two municipality-years can be exchanged.");
        a.Swap(z);
        return (a, z);
    }
}
