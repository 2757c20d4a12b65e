namespace ReportBuilder.Disclosure.Linked;

/// <summary>Decides for linked counts together which may be shown: the small ones are hidden, and others so that no hidden one follows. The method is told in <c>docs/privacy.md</c>.</summary>
public sealed class LinkedProtection
{
    private readonly LinkedSystem _system;
    private readonly HidingReason[] _reasons;

    // What is left to an outsider when everything is hidden but what is published; null when nothing is.
    private readonly LinkedAttack? _best;

    private LinkedProtection(LinkedCells cells)
    {
        _system = new LinkedSystem(cells);
        _reasons = PrimaryRules.Apply(cells);
        for (var i = 0; i < _reasons.Length; i++)
        {
            if (_reasons[i] != HidingReason.None)
            {
                _system.Hide(i);
            }
        }

        _best = cells.HasPublished ? LinkedAttack.On(cells, cell => cells.StateOf(cell) != CellState.Published) : null;
    }

    /// <summary>Decides what may be shown. The same cells in the same order give the same decision.</summary>
    public static LinkedDecision Decide(LinkedCells cells)
    {
        var protection = new LinkedProtection(cells);
        var exposed = protection.HideUntilSafe();
        return new LinkedDecision(protection._reasons, exposed);
    }

    /// <summary>
    /// Decides by what follows from sums and differences, one after another, and leaves out the proof that nothing else does: for sets so linked that the proof takes long.
    /// </summary>
    public static LinkedDecision DecideByBounds(LinkedCells cells)
    {
        var protection = new LinkedProtection(cells);
        protection.HideWhatFollows();
        return new LinkedDecision(protection._reasons, []);
    }

    /// <summary>Hides until every hidden cell is proved safe; those for which nothing near is left to hide are exposed.</summary>
    private IReadOnlyList<ExposedCell> HideUntilSafe()
    {
        var witnesses = new Witnesses(_system);
        List<int> unproved;
        do
        {
            HideWhatFollows();
            unproved = witnesses.Search(PromiseOf);
        } while (HideOneEach(unproved, cell => Helper.Nearest(_system, cell)));

        var less = Enumerable
            .Range(0, _system.CellCount)
            .Where(i => _system.IsPromised(i) && !Promise.Full(_system, i).IsProved(witnesses.Counts, i));
        return [.. less.Select(cell => LinkedAudit.Exposed(_system, witnesses.Counts, cell))];
    }

    /// <summary>Hides until sums and differences, one after another, give nothing away.</summary>
    private void HideWhatFollows()
    {
        LinkedAttack attack;
        List<int> broken;
        do
        {
            attack = LinkedAttack.On(_system);
            broken = [.. Enumerable.Range(0, _system.CellCount).Where(i => _system.IsPromised(i) && IsBroken(attack, i))];
        } while (HideOneEach(broken, cell => Helper.Cheapest(_system, attack.Binding(cell, PromiseOf(cell)))));
    }

    private bool IsBroken(LinkedAttack attack, int cell) =>
        PromiseOf(cell).IsBrokenBy(attack.LowOf(new CellRef(cell)), attack.HighOf(new CellRef(cell)));

    /// <summary>
    /// Hides a helper for each cell, but at most one in each sum, so that two cells do not each get one where one helps both. False when nothing could be hidden.
    /// </summary>
    private bool HideOneEach(List<int> cells, Func<int, IReadOnlyList<int>> helperOf)
    {
        var isTouched = new bool[_system.RelationCount];
        var isChanged = false;
        foreach (var cell in cells.Where(c => !IsNearTouched(c, isTouched)))
        {
            foreach (var helper in helperOf(cell))
            {
                isChanged = true;
                _reasons[helper] = HidingReason.Complement;
                _system.Hide(helper);
                foreach (var link in _system.RelationsOf(helper))
                {
                    isTouched[link.Index] = true;
                }
            }
        }

        return isChanged;
    }

    private bool IsNearTouched(int cell, bool[] isTouched)
    {
        foreach (var link in _system.RelationsOf(cell))
        {
            if (isTouched[link.Index])
            {
                return true;
            }
        }

        return false;
    }

    private Promise PromiseOf(int cell)
    {
        var promise = Promise.Full(_system, cell);
        return _best is null ? promise : promise.Within(_best.LowOf(new CellRef(cell)), _best.HighOf(new CellRef(cell)));
    }
}
