using System.Numerics;

namespace ReportBuilder.Disclosure.Linked;

/// <summary>
/// Counts of the hidden cells that fit everything shown: first the true ones, then others as moves are made. Keeps of each cell the numbers it has been seen with, which are thereby proved possible.
/// </summary>
internal sealed class FittingCounts
{
    // A number further from the true one than half of this is not kept: promises are about fewer.
    private const int Window = 64;

    private readonly int[] _true;
    private readonly int[] _now;
    private readonly int[] _floor;
    private readonly ulong[] _seen;

    public FittingCounts(LinkedSystem system)
    {
        _true = system.Counts;
        _now = [.. _true];
        _floor = new int[_true.Length];
        _seen = new ulong[_true.Length];
        for (var cell = 0; cell < _seen.Length; cell++)
        {
            See(cell);
        }
    }

    public int this[int cell] => _now[cell];

    /// <summary>The lowest number proved.</summary>
    public int LowOf(int cell) => FirstOf(cell) + BitOperations.TrailingZeroCount(_seen[cell]);

    /// <summary>The highest number proved.</summary>
    public int HighOf(int cell) => FirstOf(cell) + Window - 1 - BitOperations.LeadingZeroCount(_seen[cell]);

    /// <summary>How many numbers are proved, the true one included.</summary>
    public int NumbersOf(int cell) => BitOperations.PopCount(_seen[cell]);

    /// <summary>True when every number between two limits is proved.</summary>
    public bool IsProved(int cell, int low, int high)
    {
        var first = FirstOf(cell);
        if (low < first || high >= first + Window)
        {
            return false;
        }

        var mask = Mask(low - first, high - first);
        return (_seen[cell] & mask) == mask;
    }

    /// <summary>The floors of the cells as they are now.</summary>
    public void TakeFloors(LinkedSystem system, HiddenComponent component)
    {
        foreach (var cell in component.Cells)
        {
            _floor[cell] = system.FloorOf(cell);
        }
    }

    /// <summary>How far a cell can be moved down.</summary>
    public int RoomOf(int cell) => _now[cell] - _floor[cell];

    /// <summary>Goes all the way that a move can go both ways, and stays in the middle, where there is room for other moves.</summary>
    public void Sweep(Step[] move)
    {
        var (back, forth) = (Window, Window);
        foreach (var (cell, amount) in move)
        {
            var steps = RoomOf(cell) / Math.Abs(amount);
            (back, forth) = amount > 0 ? (Math.Min(back, steps), forth) : (back, Math.Min(forth, steps));
        }

        if (back + forth == 0)
        {
            return;
        }

        var middle = (forth - back) / 2;
        foreach (var (cell, amount) in move)
        {
            See(cell, amount, -back, forth);
            _now[cell] += middle * amount;
        }
    }

    /// <summary>Makes a move once, in one of its two directions; it must be free.</summary>
    public void Make(Step[] move, int direction)
    {
        foreach (var (cell, amount) in move)
        {
            _now[cell] += direction * amount;
            See(cell);
        }
    }

    /// <summary>True when no cell would fall below its floor.</summary>
    public bool IsFree(Step[] move, int direction)
    {
        foreach (var (cell, amount) in move)
        {
            if (_now[cell] + (direction * amount) < _floor[cell])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many persons the cells of a move lack to make it, and the first of those cells.</summary>
    public (int Persons, int Cell) Lacking(Step[] move, int direction)
    {
        var (persons, first) = (0, -1);
        foreach (var (cell, amount) in move)
        {
            var lacking = _floor[cell] - _now[cell] - (direction * amount);
            if (lacking > 0)
            {
                persons += lacking;
                first = first < 0 ? cell : first;
            }
        }

        return (persons, first);
    }

    private static ulong Mask(int low, int high) => (ulong.MaxValue >> (Window - 1 - high)) & (ulong.MaxValue << low);

    private int FirstOf(int cell) => Math.Max(0, _true[cell] - (Window / 2));

    private void See(int cell)
    {
        var bit = _now[cell] - FirstOf(cell);
        if (bit is >= 0 and < Window)
        {
            _seen[cell] |= 1UL << bit;
        }
    }

    private void See(int cell, int amount, int from, int to)
    {
        var here = _now[cell] - FirstOf(cell);
        if (Math.Abs(amount) == 1)
        {
            var (low, high) = amount > 0 ? (here + from, here + to) : (here - to, here - from);
            (low, high) = (Math.Max(low, 0), Math.Min(high, Window - 1));
            _seen[cell] |= low <= high ? Mask(low, high) : 0;
            return;
        }

        for (var step = from; step <= to; step++)
        {
            var bit = here + (step * amount);
            _seen[cell] |= bit is >= 0 and < Window ? 1UL << bit : 0;
        }
    }
}
