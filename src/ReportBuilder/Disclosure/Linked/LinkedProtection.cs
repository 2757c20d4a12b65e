namespace ReportBuilder.Disclosure.Linked;

/// <summary>Decides for linked counts together which may be shown: the small ones are hidden, and others so that no hidden one follows. The method is told in <c>docs/privacy.md</c>.</summary>
public static class LinkedProtection
{
    /// <summary>Decides what may be shown. The same cells in the same order give the same decision.</summary>
    public static LinkedDecision Decide(LinkedCells cells)
    {
        var reasons = PrimaryRules.Apply(cells);
        var isChanged = true;
        while (isChanged)
        {
            isChanged = false;
            foreach (var relation in cells.Relations)
            {
                isChanged |= HideComplement(cells, relation, reasons);
            }
        }

        return new LinkedDecision(reasons, []);
    }

    private static bool HideComplement(LinkedCells cells, Relation relation, HidingReason[] reasons)
    {
        int[] all = [relation.Total, .. relation.Parts];
        if (all.Count(i => reasons[i] != HidingReason.None) != 1 || all.Any(i => reasons[i] == HidingReason.Untold))
        {
            return false;
        }

        int[] open = [.. all.Where(i => reasons[i] == HidingReason.None && cells.StateOf(new CellRef(i)) == CellState.Open)];
        var chosen = open.OrderBy(i => cells.CountOf(new CellRef(i)) == 0).ThenBy(i => cells.CountOf(new CellRef(i))).Take(1).ToList();
        chosen.ForEach(i => reasons[i] = HidingReason.Complement);
        return chosen.Count > 0;
    }
}
