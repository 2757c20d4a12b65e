namespace ReportBuilder.Disclosure.Linked;

/// <summary>Which counts are hidden because of what they tell themselves, before anything is hidden to protect another.</summary>
internal static class PrimaryRules
{
    /// <summary>The reason for each cell; the first that applies, in the order of <see cref="HidingReason"/>.</summary>
    public static HidingReason[] Apply(LinkedCells cells)
    {
        var reasons = new HidingReason[cells.Count];
        for (var i = 0; i < reasons.Length; i++)
        {
            reasons[i] = OfCell(cells, new CellRef(i));
        }

        foreach (var relation in cells.Relations.Where(r => r.Kind != RelationKind.Sum))
        {
            var reason = OfRelation(cells, relation);
            foreach (var part in relation.Parts.Where(_ => reason != HidingReason.None))
            {
                if (cells.StateOf(new CellRef(part)) == CellState.Open && (reasons[part] == HidingReason.None || reason < reasons[part]))
                {
                    reasons[part] = reason;
                }
            }
        }

        return reasons;
    }

    private static HidingReason OfCell(LinkedCells cells, CellRef cell)
    {
        var (count, rule) = (cells.CountOf(cell), cells.RuleOf(cell));
        return cells.StateOf(cell) switch
        {
            CellState.HiddenElsewhere => HidingReason.Elsewhere,
            CellState.Untold => HidingReason.Untold,
            CellState.Open when rule.HidesSmall && count > 0 && count < rule.Threshold => HidingReason.Small,
            _ => HidingReason.None,
        };
    }

    private static HidingReason OfRelation(LinkedCells cells, Relation relation)
    {
        var persons = cells.CountOf(new CellRef(relation.Total));
        var threshold = cells.RuleOf(new CellRef(relation.Parts[0])).Threshold;
        var counts = relation.Parts.Select(p => cells.CountOf(new CellRef(p)));
        return persons switch
        {
            0 => HidingReason.None,
            _ when persons < threshold => HidingReason.SmallBase,
            _ when relation.Kind == RelationKind.Outcome && counts.Min() < threshold => HidingReason.OneSided,
            _ when relation.Kind == RelationKind.Composition && counts.Max() == persons => HidingReason.AllInOne,
            _ => HidingReason.None,
        };
    }
}
