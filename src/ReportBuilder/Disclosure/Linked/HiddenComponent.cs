namespace ReportBuilder.Disclosure.Linked;

/// <summary>Hidden cells that are linked with each other by sums, and with no other hidden cell.</summary>
/// <param name="Cells">The cells, in order.</param>
/// <param name="Relations">The sums they are in, in order.</param>
internal sealed record HiddenComponent(int[] Cells, int[] Relations)
{
    /// <summary>All components of a system, by their first cell.</summary>
    public static List<HiddenComponent> AllOf(LinkedSystem system)
    {
        var components = new List<HiddenComponent>();
        var isCellSeen = new bool[system.CellCount];
        var isRelationSeen = new bool[system.RelationCount];
        for (var first = 0; first < system.CellCount; first++)
        {
            if (!system.IsHidden(first) || isCellSeen[first])
            {
                continue;
            }

            isCellSeen[first] = true;
            List<int> cells = [first];
            List<int> relations = [];
            for (var at = 0; at < cells.Count; at++)
            {
                foreach (var link in system.RelationsOf(cells[at]))
                {
                    if (isRelationSeen[link.Index])
                    {
                        continue;
                    }

                    isRelationSeen[link.Index] = true;
                    relations.Add(link.Index);
                    foreach (var other in system.CellsOf(link.Index))
                    {
                        if (system.IsHidden(other.Index) && !isCellSeen[other.Index])
                        {
                            isCellSeen[other.Index] = true;
                            cells.Add(other.Index);
                        }
                    }
                }
            }

            cells.Sort();
            relations.Sort();
            components.Add(new HiddenComponent([.. cells], [.. relations]));
        }

        return components;
    }
}
