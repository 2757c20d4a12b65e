using ReportBuilder.Datasets;

namespace ReportBuilder.Briefings.Numbers;

/// <summary>Divides municipalities in groups of comparable ones; the rule is told at <see cref="ComparableGroup"/>.</summary>
internal sealed class ComparableGroups
{
    private ComparableGroups(IReadOnlyList<ComparableGroup> groups, IReadOnlyList<int> groupOf) => (Groups, GroupOf) = (groups, groupOf);

    /// <summary>The groups, by number.</summary>
    public IReadOnlyList<ComparableGroup> Groups { get; }

    /// <summary>For each municipality, its place in <see cref="Groups"/>.</summary>
    public IReadOnlyList<int> GroupOf { get; }

    /// <summary>Divides municipalities.</summary>
    /// <param name="municipalities">The municipalities, by number.</param>
    /// <param name="participants">How many participants each has in the net sample of introduksjonsprogrammet.</param>
    /// <param name="startingPoints">The mean share expected of them to reach the goal; used for those with enough participants only.</param>
    public static ComparableGroups Of(
        IReadOnlyList<Municipality> municipalities,
        IReadOnlyList<int> participants,
        IReadOnlyList<double?> startingPoints
    )
    {
        var members = new List<(ComparableGroup Group, IReadOnlyList<int> Members)>();
        var all = Enumerable.Range(0, municipalities.Count).ToList();
        var bySize = Bins(all, i => SizeOf(municipalities[i]), ComparableGroup.SizeClasses, participants);
        foreach (var (sizes, ofSize) in bySize)
        {
            foreach (
                var (centralities, ofClass) in Bins(
                    ofSize,
                    i => CentralityOf(municipalities[i]),
                    ComparableGroup.CentralityClasses,
                    participants
                )
            )
            {
                foreach (var (startingPoint, ofPart) in Parts(ofClass, participants, startingPoints))
                {
                    members.Add((new ComparableGroup(members.Count + 1, sizes, centralities, startingPoint), ofPart));
                }
            }
        }

        var groupOf = new int[municipalities.Count];
        foreach (var (group, own) in members)
        {
            foreach (var municipality in own)
            {
                groupOf[municipality] = group.Number - 1;
            }
        }

        return new ComparableGroups([.. members.Select(m => m.Group)], groupOf);
    }

    /// <summary>Class of inhabitants, from 0.</summary>
    private static int SizeOf(Municipality municipality) => ComparableGroup.SizeLimits.Count(limit => municipality.Population >= limit);

    /// <summary>Class of centrality, from 0: two of SSB's six classes each.</summary>
    private static int CentralityOf(Municipality municipality) => (municipality.Centrality - 1) / 2;

    /// <summary>Municipalities by class; a class that is too small is put together with the next, the last with the one before it.</summary>
    private static List<(List<string> Classes, List<int> Members)> Bins(
        IReadOnlyList<int> members,
        Func<int, int> classOf,
        IReadOnlyList<string> classes,
        IReadOnlyList<int> participants
    )
    {
        var bins = new List<(List<string> Classes, List<int> Members)>();
        foreach (var (index, token) in classes.Index())
        {
            var own = members.Where(m => classOf(m) == index).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            if (bins.Count > 0 && !IsLargeEnough(bins[^1].Members, participants))
            {
                bins[^1].Classes.Add(token);
                bins[^1].Members.AddRange(own);
            }
            else
            {
                bins.Add(([token], own));
            }
        }

        if (bins.Count > 1 && !IsLargeEnough(bins[^1].Members, participants))
        {
            bins[^2].Classes.AddRange(bins[^1].Classes);
            bins[^2].Members.AddRange(bins[^1].Members);
            bins.RemoveAt(bins.Count - 1);
        }

        return bins;
    }

    private static bool IsLargeEnough(List<int> members, IReadOnlyList<int> participants) =>
        members.Count >= ComparableGroup.FewestMunicipalities && members.Sum(m => participants[m]) >= ComparableGroup.FewestParticipants;

    private static IEnumerable<(string StartingPoint, IReadOnlyList<int> Members)> Parts(
        List<int> members,
        IReadOnlyList<int> participants,
        IReadOnlyList<double?> startingPoints
    )
    {
        // Municipalities stand by number, and the sort is stable: equal ones stay in that order.
        var told = members
            .Where(m => participants[m] >= ComparableGroup.FewestOfStartingPoint && startingPoints[m] is not null)
            .OrderBy(m => startingPoints[m])
            .ToList();
        const int Parts = 3;
        if (told.Count < Parts * ComparableGroup.FewestMunicipalities)
        {
            yield return (ComparableGroup.StartingPoints[Parts], members);
            yield break;
        }

        var (low, high) = (told.Count / Parts, told.Count - told.Count / Parts);
        yield return (ComparableGroup.StartingPoints[0], told[..low]);
        yield return (ComparableGroup.StartingPoints[1], [.. told[low..high], .. members.Except(told)]);
        yield return (ComparableGroup.StartingPoints[2], told[high..]);
    }
}
