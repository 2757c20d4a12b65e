using System.Globalization;
using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>
/// Units that are told without names, under running numbers given by what is shown of them: the projects of the contribution figure, <c>bidrag.prosjekt.{scheme}.{number}.*</c>. When a model
/// changes they are numbered anew, and the same number is another project; then nothing can be said of the single one, and the whole cloud is one difference.
/// </summary>
internal sealed class UnnamedUnits
{
    private const string Prefix = "bidrag.prosjekt.";

    // What tells one unit from another and does not depend on any model.
    private const string Mark = "deltakere";
    private const string Fingerprint = " sha256:";
    private readonly HashSet<string> _renumbered;

    private UnnamedUnits(HashSet<string> renumbered, IReadOnlyList<Difference> differences) =>
        (_renumbered, Differences) = (renumbered, differences);

    /// <summary>One difference for each group of units that were numbered anew, by key.</summary>
    public IReadOnlyList<Difference> Differences { get; }

    /// <summary>True for a number of such a group, which is not compared by itself.</summary>
    public bool AreRenumbered(string id) => _renumbered.Count > 0 && GroupOf(id) is { } group && _renumbered.Contains(group);

    /// <summary>True for the number of a unit without a name: its number of an earlier edition is no history of it.</summary>
    public static bool IsOfUnit(string id) => GroupOf(id) is not null;

    /// <summary>How many units a side of such a difference tells of; null for the sides of other differences.</summary>
    public static int? CountIn(Difference difference, string? side) =>
        difference.Subject == DifferenceSubject.Fact
        && side?.Split(Fingerprint) is [var count, _]
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var units)
            ? units
            : null;

    /// <summary>Finds the groups. A unit counts as another when its number of participants is another; a group is numbered anew when most of the numbers that both editions use are of other units.</summary>
    public static UnnamedUnits Of(Edition older, Edition newer)
    {
        var renumbered = new HashSet<string>(StringComparer.Ordinal);
        var differences = new List<Difference>();
        var before = Groups(older);
        foreach (var (group, now) in Groups(newer))
        {
            if (!before.TryGetValue(group, out var old) || !IsRenumbered(old, now))
            {
                continue;
            }

            renumbered.Add(group);
            var difference = new Difference(group, DifferenceSubject.Fact, DifferenceKind.Changed, TextOf(old), TextOf(now))
            {
                Size = DifferenceSize.Structural,
                ShownIn = [.. newer.Figures.Where(f => f.QuantityIds.Any(id => GroupOf(id.Value) == group)).Select(f => f.Id)],
            };
            differences.Add(difference);
        }

        return new UnnamedUnits(renumbered, differences);
    }

    /// <summary>Number of units and a fingerprint of all that is told of them, so that an explanation of one cloud does not fit another.</summary>
    private static string TextOf(IReadOnlyList<Quantity> quantities)
    {
        var text = string.Join('\n', quantities.Select(q => q.Id.Value + '=' + ExactText.Of(q, [])));
        return string.Create(CultureInfo.InvariantCulture, $"{Marks(quantities).Count}{Fingerprint}{ShortFingerprint.Of(text)}");
    }

    private static bool IsRenumbered(IReadOnlyList<Quantity> old, IReadOnlyList<Quantity> now)
    {
        var before = Marks(old);
        var shared = Marks(now).Where(m => before.ContainsKey(m.Key)).ToList();
        return 2 * shared.Count(m => !m.Value.Equals(before[m.Key])) > shared.Count;
    }

    private static Dictionary<string, double> Marks(IReadOnlyList<Quantity> quantities) =>
        quantities
            .Where(q => q.HasValue && q.Id.Value.EndsWith('.' + Mark, StringComparison.Ordinal))
            .ToDictionary(q => q.Id.Value, q => q.Value!.Value, StringComparer.Ordinal);

    private static SortedDictionary<string, List<Quantity>> Groups(Edition edition)
    {
        var groups = new SortedDictionary<string, List<Quantity>>(StringComparer.Ordinal);
        foreach (var (id, quantity) in edition.Quantities)
        {
            if (GroupOf(id) is { } group)
            {
                (groups.TryGetValue(group, out var list) ? list : groups[group] = []).Add(quantity);
            }
        }

        return groups;
    }

    /// <summary><c>bidrag.prosjekt.{scheme}</c> of an id with a number and one part more; null for other ids.</summary>
    private static string? GroupOf(string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal) || id.IndexOf('.', Prefix.Length) is not (> 0 and var end))
        {
            return null;
        }

        var rest = id.AsSpan(end + 1);
        var dot = rest.IndexOf('.');
        return dot > 0 && rest[..dot].IndexOfAnyExceptInRange('0', '9') < 0 ? id[..end] : null;
    }
}
