namespace ReportBuilder.Synthesis.Places;

/// <summary>
/// Chooses which project-years of introduksjonsprogrammet lack wage costs, as KOSTRA has gaps, so that those left in the model of
/// projects are as many, with as many participants and the same median size, as published. Municipalities that have merged since are one project.
/// </summary>
internal sealed class WageGaps(PlaceParameters places, RandomSource random)
{
    /// <summary>The project-years with the gaps marked.</summary>
    /// <exception cref="NoSuchPlacesException">There is no such choice.</exception>
    public List<ProjectYear> Mark(IReadOnlyList<ProjectYear> intro, IReadOnlyList<ProjectYear> job)
    {
        var fewest = places.Count(PlaceNumber.FewestComplete);
        var median = places.Count(PlaceNumber.IntroMedianSize);
        var target =
            places.Count(PlaceNumber.ProjectModelParticipants) - job.Where(p => p.HasWages && p.Complete >= fewest).Sum(p => p.Complete);
        // An accounting practice lasts: the same municipalities lack their costs year after year, mostly.
        var habit = random.Normals(intro.Max(p => p.Area) + 1);
        List<Unit> units =
        [
            .. intro
                .GroupBy(p => (p.Year, p.Project))
                .Select(g => new Unit(g.Key, g.Sum(p => p.Finished), g.Sum(p => p.Complete), habit[g.First().Area] + 0.5 * random.Normal()))
                .OrderBy(u => u.Gap),
        ];
        var modelled = units.FindAll(u => u.Complete >= fewest);
        var total = places.Count(PlaceNumber.IntroProjectYears);
        var middle = modelled.FindAll(u => u.Finished == median);
        var under = (total - middle.Count) / 2;
        var below = new Side(modelled.FindAll(u => u.Finished < median), under);
        var above = new Side(modelled.FindAll(u => u.Finished > median), total - middle.Count - under);
        var left = target - middle.Sum(u => u.Complete);
        while (left - below.Sum - above.Sum is var missing && missing != 0)
        {
            if (!above.Move(missing) && !below.Move(missing))
            {
                throw new NoSuchPlacesException($"The model of projects would have {missing} participants too few.");
            }
        }

        var small = units.Where(u => u.Complete < fewest && u.Gap < 1);
        var known = middle.Concat(below.Chosen).Concat(above.Chosen).Concat(small).Select(u => u.Key).ToHashSet();
        return [.. intro.Select(p => p with { HasWages = known.Contains((p.Year, p.Project)) })];
    }

    /// <summary>A project-year of all municipalities that are one now.</summary>
    private sealed record Unit((int Year, string Project) Key, int Finished, int Complete, double Gap);

    /// <summary>The project-years on one side of the median: so many of them are chosen, those with the smallest inclination to gaps first.</summary>
    private sealed class Side
    {
        private readonly List<Unit> _others;

        public Side(List<Unit> units, int count)
        {
            if (units.Count < count)
            {
                throw new NoSuchPlacesException($"{units.Count} project-years on one side of the median, {count} needed.");
            }

            (Chosen, _others) = (units[..count], units[count..]);
            Sum = Chosen.Sum(u => u.Complete);
        }

        public List<Unit> Chosen { get; }

        public int Sum { get; private set; }

        /// <summary>Exchanges the two whose difference in participants comes nearest to what is missing, not beyond. False when none helps.</summary>
        public bool Move(int missing)
        {
            var (best, at) = (0, (Chosen: -1, Other: -1));
            for (var i = 0; i < Chosen.Count; i++)
            {
                for (var j = 0; j < _others.Count; j++)
                {
                    var gain = _others[j].Complete - Chosen[i].Complete;
                    if (Math.Sign(gain) == Math.Sign(missing) && Math.Abs(gain) <= Math.Abs(missing) && Math.Abs(gain) > Math.Abs(best))
                    {
                        (best, at) = (gain, (i, j));
                    }
                }
            }

            if (best == 0)
            {
                return false;
            }

            (Chosen[at.Chosen], _others[at.Other]) = (_others[at.Other], Chosen[at.Chosen]);
            Sum += best;
            return true;
        }
    }
}
