using ReportBuilder.Diagnostics;

namespace ReportBuilder.Editions.Published;

/// <summary>Holds the mapping together with the printed numbers, and with the quantities of an edition of ours when there is one.</summary>
internal static class MappingCheck
{
    /// <summary>
    /// The line of each number. Reports a number without a line (RB7028), a line without a number (RB7029), two lines for one (RB7030), a unit that the printed one cannot be (RB7031),
    /// a mapped number that is none (RB7032), an id in two units (RB7033).
    /// </summary>
    public static IReadOnlyDictionary<CellKey, MappingLine> Join(
        IReadOnlyList<PublishedCell> cells,
        IReadOnlyList<MappingLine> lines,
        DiagnosticBag bag
    )
    {
        var byKey = new Dictionary<CellKey, MappingLine>();
        foreach (var line in lines.Where(line => !byKey.TryAdd(line.Key, line)))
        {
            bag.Add(Diagnostic.Error("RB7030", line.Place, line.Key.ToString()));
        }

        var keys = cells.Select(c => c.Key).ToHashSet();
        foreach (var line in byKey.Values.Where(line => !keys.Contains(line.Key)))
        {
            var nearest = NearestName.Find(line.Key.ToString(), keys.Where(k => !byKey.ContainsKey(k)).Select(k => k.ToString()));
            bag.Add(Diagnostic.Error("RB7029", line.Place) with { Found = line.Key.ToString(), Nearest = nearest });
        }

        foreach (var cell in cells)
        {
            if (!byKey.TryGetValue(cell.Key, out var line))
            {
                bag.Add(Diagnostic.Error("RB7028", cell.Place, cell.Key.ToString()));
            }
            else if (line.IsMapped)
            {
                CheckValue(cell, line, bag);
            }
        }

        CheckUnits(lines, bag);
        return byKey;
    }

    /// <summary>Reports ids that an edition of ours does not have (RB7034), and those it has in another unit (RB7035).</summary>
    public static void AgainstKnown(IReadOnlyList<MappingLine> lines, IReadOnlyDictionary<string, Unit> known, DiagnosticBag bag)
    {
        foreach (var line in lines)
        {
            foreach (var id in line.Minus is null ? line.Ids : [.. line.Ids, line.Minus])
            {
                if (!known.TryGetValue(id, out var unit))
                {
                    bag.Add(Diagnostic.Error("RB7034", line.Place) with { Found = id, Nearest = NearestName.Find(id, known.Keys) });
                }
                else if (unit != line.Unit && !(line.Minus is not null && IsDifferenceOf(line.Unit, unit)))
                {
                    bag.Add(
                        Diagnostic.Error("RB7035", line.Place, id) with
                        {
                            Found = EditionWriter.NameOf(line.Unit),
                            Expected = EditionWriter.NameOf(unit),
                        }
                    );
                }
            }
        }
    }

    private static bool IsDifferenceOf(Unit difference, Unit unit) =>
        difference == Unit.PercentagePoints && unit is Unit.Share or Unit.Probability;

    private static void CheckValue(PublishedCell cell, MappingLine line, DiagnosticBag bag)
    {
        var units = PrintedUnit.UnitsOf(cell.Key.Unit);
        if (!units.Contains(line.Unit) || line.Reading == PrintedReading.Stars != (cell.Key.Unit == PrintedUnit.Stars))
        {
            bag.Add(
                Diagnostic.Error("RB7031", line.Place, cell.Key.Unit) with
                {
                    Found = EditionWriter.NameOf(line.Unit),
                    Expected = units.Count == 0 ? null : string.Join(", ", units.Select(EditionWriter.NameOf)),
                }
            );
        }

        if (cell.Value is null && line.Reading != PrintedReading.Stars)
        {
            bag.Add(Diagnostic.Error("RB7032", cell.Place) with { Found = cell.Printed });
        }
    }

    private static void CheckUnits(IReadOnlyList<MappingLine> lines, DiagnosticBag bag)
    {
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Minus is null))
        {
            foreach (var id in line.Ids.Where(id => !units.TryAdd(id, line.Unit) && units[id] != line.Unit))
            {
                bag.Add(
                    Diagnostic.Error("RB7033", line.Place, id) with
                    {
                        Found = EditionWriter.NameOf(line.Unit),
                        Expected = EditionWriter.NameOf(units[id]),
                    }
                );
            }
        }
    }
}
