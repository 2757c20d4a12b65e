using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis.Places;

/// <summary>
/// Two municipality-years whose populations have a published median between them: of an even number of municipality-years, they are to be the
/// middle two. Populations are real, so the pair is found, not made.
/// </summary>
internal sealed class MedianPair
{
    private readonly Dictionary<Municipality, int> _rank;
    private readonly int _low;
    private readonly int _high;

    private MedianPair(Dictionary<Municipality, int> rank, int low, int high) => (_rank, _low, _high) = (rank, low, high);

    /// <summary>The pair with the fewest others between, within one inhabitant of the median.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static MedianPair Find(IEnumerable<Municipality> candidates, double median)
    {
        var order = candidates.OrderBy(m => m.Population).ThenBy(m => m.Year).ThenBy(m => m.Code, StringComparer.Ordinal).ToArray();
        var (low, high, best) = (-1, -1, (Between: int.MaxValue, Miss: 0.0));
        // Two pointers: as the smaller one grows, the larger one that fits shrinks.
        for (var (i, j) = (0, order.Length - 1); i < j; )
        {
            var miss = (order[i].Population + order[j].Population) / 2.0 - median;
            if (Math.Abs(miss) < 1 && (j - i, Math.Abs(miss)).CompareTo(best) < 0)
            {
                (low, high, best) = (i, j, (j - i, Math.Abs(miss)));
            }

            (i, j) = miss < 0 ? (i + 1, j) : (i, j - 1);
        }

        return low < 0
            ? throw new InvalidOperationException($"No two municipality-years have {median} inhabitants between them.")
            : new MedianPair(Ranks(order), low, high);
    }

    private static Dictionary<Municipality, int> Ranks(Municipality[] order)
    {
        var ranks = new Dictionary<Municipality, int>(order.Length, ReferenceEqualityComparer.Instance);
        foreach (var (i, municipality) in order.Index())
        {
            ranks.Add(municipality, i);
        }

        return ranks;
    }

    /// <summary>−1 for one at or below the lower, 1 for one at or above the higher, 0 for one between, which must not be included.</summary>
    public int Side(Municipality municipality) =>
        _rank[municipality] is var rank && rank <= _low ? -1
        : rank >= _high ? 1
        : 0;

    /// <summary>True for the two themselves, which must be included.</summary>
    public bool Contains(Municipality municipality) => _rank[municipality] is var rank && (rank == _low || rank == _high);
}
