using System.Text.RegularExpressions;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>Right numbers in the wrong place: another year's, or a neighbour's.</summary>
internal static partial class PlaceFaults
{
    public static EditionFault YearsSwapped(SavedEdition saved, Random random)
    {
        var quantities = saved.Edition.Quantities;
        var years = quantities
            .Values.Where(q => q.HasDigits())
            .GroupBy(q => YearPart().Replace(q.Id.Value, "{aar}"), StringComparer.Ordinal);
        var (a, b) = random.Pick(years.SelectMany(Pairs).Where(p => AreApart(p.A, p.B)));
        return EditionFault.Of(
            EditionFaultKind.YearsSwapped,
            $"{a.Id} and {b.Id} have each other's value",
            [a.Id.Value, b.Id.Value],
            saved,
            saved.Edition.With(a.At(b.Value!.Value)).With(b.At(a.Value!.Value))
        );
    }

    /// <summary>The numbers of a table's column are each its neighbour's below; the last is the first's.</summary>
    public static EditionFault ColumnShifted(SavedEdition saved, Random random)
    {
        var (table, ids) = random.Pick(
            saved.Edition.Tables.SelectMany(t => ColumnIds(t).Where(c => IsShiftable(saved, c)).Select(c => (t, c)))
        );
        return Shifted(EditionFaultKind.ColumnShifted, $"a column of {table.Id}", saved, ids);
    }

    /// <summary>The numbers of a figure's series are each its neighbour's.</summary>
    public static EditionFault SeriesShifted(SavedEdition saved, Random random)
    {
        var (figure, series) = random.Pick(
            saved.Edition.Figures.SelectMany(f => f.Series.Where(s => IsShiftable(saved, s.QuantityIds)).Select(s => (f, s)))
        );
        return Shifted(EditionFaultKind.SeriesShifted, $"«{series.Name}» in {figure.Id}", saved, series.QuantityIds);
    }

    /// <summary>The cells of a column slip one row down; the numbers behind them are right.</summary>
    public static EditionFault CellsShifted(SavedEdition saved, Random random)
    {
        var (table, column) = random.Pick(Columns(saved, c => c.Text));
        return Slipped(EditionFaultKind.CellsShifted, "texts", saved, table, column, (to, from) => to with { Text = from.Text });
    }

    /// <summary>The numbers behind the cells of a column slip one row down; what is printed is as it was.</summary>
    public static EditionFault CellIdsShifted(SavedEdition saved, Random random)
    {
        var (table, column) = random.Pick(Columns(saved, c => string.Join(' ', c.QuantityIds)));
        return Slipped(
            EditionFaultKind.CellIdsShifted,
            "ids",
            saved,
            table,
            column,
            (to, from) => to with { QuantityIds = from.QuantityIds }
        );
    }

    [GeneratedRegex(@"(?<=^|\.)20\d\d(?=\.|$)", RegexOptions.CultureInvariant)]
    private static partial Regex YearPart();

    private static IEnumerable<(Quantity A, Quantity B)> Pairs(IEnumerable<Quantity> quantities)
    {
        var all = quantities.ToArray();
        return all.SelectMany((a, i) => all.Skip(i + 1).Select(b => (a, b)));
    }

    // Numbers that the reader would tell from each other.
    private static bool AreApart(Quantity a, Quantity b) =>
        Math.Abs(a.Value!.Value - b.Value!.Value) >= Math.Max(a.Step(), b.Step())
        && a.Unit.Allows(b.Value.Value)
        && b.Unit.Allows(a.Value.Value);

    private static IEnumerable<IReadOnlyList<QuantityId>> ColumnIds(TableContent table) =>
        Enumerable
            .Range(0, table.Columns.Count)
            .Select(c =>
                (IReadOnlyList<QuantityId>)
                    [.. table.Rows.Where(r => r.Cells.Count > c && r.Cells[c].QuantityIds.Count > 0).Select(r => r.Cells[c].QuantityIds[0])]
            );

    private static bool IsShiftable(SavedEdition saved, IReadOnlyList<QuantityId> ids)
    {
        var numbers = Numbers(saved, ids);
        return numbers.Length >= 2 && numbers.Where((q, i) => AreApart(q, numbers[(i + 1) % numbers.Length])).Any();
    }

    // Each number once, and only numbers of one unit: what a shifted row of a file gives.
    private static Quantity[] Numbers(SavedEdition saved, IReadOnlyList<QuantityId> ids)
    {
        var numbers = ids.Distinct().Select(id => saved.Edition.Find(id.Value)!).Where(q => q.HasDigits()).ToArray();
        return [.. numbers.Where(q => q.Unit == numbers[0].Unit)];
    }

    private static EditionFault Shifted(EditionFaultKind kind, string where, SavedEdition saved, IReadOnlyList<QuantityId> ids)
    {
        var numbers = Numbers(saved, ids);
        var after = numbers.Select((q, i) => q.At(numbers[(i + 1) % numbers.Length].Value!.Value));
        return EditionFault.Of(
            kind,
            $"{where} shifted by one",
            [.. numbers.Select(q => q.Id.Value)],
            saved,
            after.Aggregate(saved.Edition, (e, q) => e.With(q))
        );
    }

    // Columns whose rows do not all have the same.
    private static IEnumerable<(TableContent Table, int Column)> Columns(SavedEdition saved, Func<CellContent, string> content) =>
        from table in saved.Edition.Tables
        from column in Enumerable.Range(0, table.Columns.Count)
        where
            table
                .Rows.Where(r => r.Cells.Count > column)
                .Select(r => content(r.Cells[column]))
                .Distinct(StringComparer.Ordinal)
                .Skip(1)
                .Any()
        select (table, column);

    private static EditionFault Slipped(
        EditionFaultKind kind,
        string what,
        SavedEdition saved,
        TableContent table,
        int column,
        Func<CellContent, CellContent, CellContent> take
    )
    {
        var rows = Enumerable.Range(0, table.Rows.Count).Where(r => table.Rows[r].Cells.Count > column).ToArray();
        var slipped = table.Rows;
        for (var i = 0; i < rows.Length; i++)
        {
            var (to, from) = (rows[i], rows[(i + rows.Length - 1) % rows.Length]);
            var cell = take(table.Rows[to].Cells[column], table.Rows[from].Cells[column]);
            slipped = slipped.With(to, table.Rows[to] with { Cells = table.Rows[to].Cells.With(column, cell) });
        }

        var ids = rows.SelectMany(r => table.Rows[r].Cells[column].QuantityIds).Select(id => id.Value);
        return EditionFault.Of(
            kind,
            $"{what} of column {column + 1} («{table.Columns[column]}») of {table.Id} one row down",
            [table.Id, .. ids.Distinct(StringComparer.Ordinal)],
            saved,
            saved.Edition.With(table with { Rows = slipped })
        );
    }
}
