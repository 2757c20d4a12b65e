namespace ReportBuilder.Disclosure.Linked;

/// <summary>
/// What an outsider can work out of hidden counts with sums and differences: he knows all shown counts and all sums, and that a hidden count is at least its floor, and narrows every
/// hidden one down by every sum again and again until nothing more follows. What he excludes is impossible for certain; what he leaves need not all be possible (see <see cref="LinkedAudit"/> for that).
/// </summary>
public sealed class LinkedAttack
{
    // Far above any count, and far enough from the largest integer for sums of many.
    internal const long Unlimited = int.MaxValue;

    // Bounds that creep by one a round are left after this many rounds: a bound not yet narrowed is still true.
    private const int LargestVisits = 60;

    private readonly LinkedSystem _system;
    private readonly long[] _low;
    private readonly long[] _high;

    private LinkedAttack(LinkedSystem system)
    {
        _system = system;
        _low = new long[system.CellCount];
        _high = new long[system.CellCount];
    }

    /// <summary>Attacks a pattern of hidden cells.</summary>
    /// <param name="cells">The cells and sums.</param>
    /// <param name="isHidden">What is hidden; whatever else is decided of it. Untold cells are hidden always.</param>
    public static LinkedAttack On(LinkedCells cells, Func<CellRef, bool> isHidden)
    {
        return On(LinkedSystem.With(cells, isHidden));
    }

    /// <summary>The lowest number that a cell can have; the count of a shown one.</summary>
    public int LowOf(CellRef cell) => (int)_low[cell.Index];

    /// <summary>The highest number that a cell can have; the count of a shown one, and <see cref="int.MaxValue"/> when nothing limits it.</summary>
    public int HighOf(CellRef cell) => (int)_high[cell.Index];

    /// <summary>How many numbers he leaves.</summary>
    public long NumbersOf(CellRef cell) => _high[cell.Index] - _low[cell.Index] + 1;

    internal static LinkedAttack On(LinkedSystem system)
    {
        var attack = new LinkedAttack(system);
        attack.Propagate();
        return attack;
    }

    /// <summary>The sums that narrow a cell down more than a promise allows.</summary>
    internal IReadOnlyList<int> Binding(int cell, Promise promise)
    {
        var isNarrow = _high[cell] - _low[cell] + 1 < promise.Numbers;
        List<int> binding = [];
        foreach (var link in _system.RelationsOf(cell))
        {
            var (low, high) = Reach.Of(this, _system.CellsOf(link.Index)).LeftFor(link, _low[cell], _high[cell]);
            if ((low >= _low[cell] && low > promise.Low) || (high <= _high[cell] && (isNarrow || high < promise.High)))
            {
                binding.Add(link.Index);
            }
        }

        return binding;
    }

    private void Propagate()
    {
        for (var i = 0; i < _low.Length; i++)
        {
            (_low[i], _high[i]) = _system.IsHidden(i) ? (_system.FloorOf(i), Unlimited) : (_system.Counts[i], _system.Counts[i]);
        }

        var visits = new int[_system.RelationCount];
        var isWaiting = new bool[_system.RelationCount];
        var waiting = new Queue<int>();
        for (var r = 0; r < isWaiting.Length; r++)
        {
            if (_system.HiddenIn(r) > 0)
            {
                waiting.Enqueue(r);
                isWaiting[r] = true;
            }
        }

        while (waiting.TryDequeue(out var relation))
        {
            isWaiting[relation] = false;
            if (++visits[relation] > LargestVisits)
            {
                continue;
            }

            var reach = Reach.Of(this, _system.CellsOf(relation));
            foreach (var link in _system.CellsOf(relation))
            {
                if (_system.IsHidden(link.Index) && Narrow(link, reach))
                {
                    foreach (var other in _system.RelationsOf(link.Index))
                    {
                        if (!isWaiting[other.Index])
                        {
                            isWaiting[other.Index] = true;
                            waiting.Enqueue(other.Index);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Narrows a cell down by a sum of which the reach of all terms together is known; true when that changed it.</summary>
    private bool Narrow(Link link, Reach reach)
    {
        var (low, high) = reach.LeftFor(link, _low[link.Index], _high[link.Index]);
        var isNarrower = low > _low[link.Index] || high < _high[link.Index];
        _low[link.Index] = Math.Max(_low[link.Index], low);
        _high[link.Index] = Math.Min(_high[link.Index], high);
        return isNarrower;
    }

    /// <summary>The lowest and highest value of the signed terms of a sum: finite parts, and how many terms have no limit.</summary>
    private readonly record struct Reach(long Low, int LowUnlimited, long High, int HighUnlimited)
    {
        public static Reach Of(LinkedAttack attack, ReadOnlySpan<Link> links)
        {
            var (low, lowUnlimited, high, highUnlimited) = (0L, 0, 0L, 0);
            foreach (var link in links)
            {
                var isUnlimited = attack._high[link.Index] >= Unlimited;
                var top = isUnlimited ? 0 : attack._high[link.Index];
                if (link.Sign > 0)
                {
                    low += attack._low[link.Index];
                    high += top;
                    highUnlimited += isUnlimited ? 1 : 0;
                }
                else
                {
                    high -= attack._low[link.Index];
                    low -= top;
                    lowUnlimited += isUnlimited ? 1 : 0;
                }
            }

            return new Reach(low, lowUnlimited, high, highUnlimited);
        }

        /// <summary>The limits of one cell, given that all terms together are 0 and the others within their reach.</summary>
        public (long Low, long High) LeftFor(Link link, long low, long high)
        {
            var isUnlimited = high >= Unlimited;
            var top = isUnlimited ? 0 : high;
            // The reach of the others: that of all, less the cell's own.
            var (othersLow, lowOpen) = link.Sign > 0 ? (Low - low, LowUnlimited) : (Low + top, LowUnlimited - (isUnlimited ? 1 : 0));
            var (othersHigh, highOpen) = link.Sign > 0 ? (High - top, HighUnlimited - (isUnlimited ? 1 : 0)) : (High + low, HighUnlimited);
            return link.Sign > 0
                ? (highOpen > 0 ? 0 : -othersHigh, lowOpen > 0 ? Unlimited : -othersLow)
                : (lowOpen > 0 ? 0 : othersLow, highOpen > 0 ? Unlimited : othersHigh);
        }
    }
}
