namespace ReportBuilder.Disclosure.Linked;

/// <summary>Drives a hidden cell to a number, one step at a time: where a move is blocked because another cell would fall below its floor, that cell is first raised by moves that leave the driven one alone.</summary>
internal sealed class Driver
{
    // More than this seldom finds what these do not; a cell left unproved is tried again with other moves.
    private const int LargestDepth = 2;
    private const int MovesTried = 4;
    private const int RaisesTried = 40;
    private const int DeepRaisesTried = 4;

    private readonly FittingCounts _counts;
    private readonly MoveSet _moves;
    private readonly int[] _driver;
    private int _run;

    public Driver(FittingCounts counts, MoveSet moves)
    {
        (_counts, _moves) = (counts, moves);
        _driver = new int[moves.All.Count];
    }

    /// <summary>Drives a cell towards the numbers that a promise of it still lacks.</summary>
    public void Drive(int cell, Promise promise)
    {
        if (!_counts.IsProved(cell, promise.Low, promise.High))
        {
            DriveTo(cell, promise.High);
            DriveTo(cell, promise.Low);
        }

        if (_counts.NumbersOf(cell) < promise.Numbers)
        {
            DriveTo(cell, _counts.LowOf(cell) + promise.Numbers - 1);
        }

        if (_counts.NumbersOf(cell) < promise.Numbers)
        {
            DriveTo(cell, _counts.HighOf(cell) - promise.Numbers + 1);
        }
    }

    private void DriveTo(int cell, int target)
    {
        _run++;
        foreach (var (move, _) in _moves.Of(cell))
        {
            _driver[move] = _run;
        }

        while (_counts[cell] != target && StepTowards(cell, target)) { }
    }

    private bool StepTowards(int cell, int target)
    {
        var tried = 0;
        foreach (var (move, amount) in _moves.Of(cell))
        {
            if (Math.Abs(amount) != 1)
            {
                continue;
            }

            if (TryMake(move, Math.Sign(target - _counts[cell]) * amount, cell, LargestDepth))
            {
                return true;
            }

            if (++tried == MovesTried)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Makes a move once, after others that give it room; false when none were found.</summary>
    private bool TryMake(int move, int direction, int driven, int depth)
    {
        while (true)
        {
            var (lacking, blocked) = _counts.Lacking(_moves[move], direction);
            if (lacking == 0)
            {
                _counts.Make(_moves[move], direction);
                return true;
            }

            if (
                depth == 0
                || blocked == driven
                || !(Raise(blocked, move, direction, lacking) || RaiseDeep(blocked, move, direction, driven, depth, lacking))
            )
            {
                return false;
            }
        }
    }

    /// <summary>Raises a blocked cell with the free move after which the blocked move lacks least; false when it would not lack less.</summary>
    private bool Raise(int blocked, int move, int direction, int lacking)
    {
        var (best, bestDirection, least) = (-1, 0, lacking);
        foreach (var (other, sign) in Raises(blocked, move, RaisesTried))
        {
            if (_counts.IsFree(_moves[other], sign))
            {
                _counts.Make(_moves[other], sign);
                var after = _counts.Lacking(_moves[move], direction).Persons;
                _counts.Make(_moves[other], -sign);
                if (after < least)
                {
                    (best, bestDirection, least) = (other, sign, after);
                }
            }
        }

        if (best >= 0)
        {
            _counts.Make(_moves[best], bestDirection);
        }

        return best >= 0;
    }

    /// <summary>Raises a blocked cell with a move that is itself blocked, after giving that one room.</summary>
    private bool RaiseDeep(int blocked, int move, int direction, int driven, int depth, int lacking)
    {
        foreach (var (other, sign) in depth > 1 ? Raises(blocked, move, DeepRaisesTried) : [])
        {
            if (TryMake(other, sign, driven, depth - 1) && _counts.Lacking(_moves[move], direction).Persons < lacking)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first moves that raise a cell and leave the driven one alone, with the direction that does.</summary>
    private IEnumerable<(int Move, int Direction)> Raises(int cell, int except, int most)
    {
        var given = 0;
        foreach (var (move, amount) in _moves.Of(cell))
        {
            if (move != except && _driver[move] != _run && given++ < most)
            {
                yield return (move, Math.Sign(amount));
            }
        }
    }
}
