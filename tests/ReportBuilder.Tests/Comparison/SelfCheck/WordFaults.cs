using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>Words and numbers that both tables and figures carry.</summary>
internal static class WordFaults
{
    /// <summary>The text with one letter doubled: what a slip of the hand leaves.</summary>
    public static string Misspelt(string text, Random random)
    {
        var place = random.Next(text.Length);
        return text.Insert(place, text[place].ToString());
    }

    /// <summary>A year in a label of a table or figure is the next one.</summary>
    public static EditionFault YearLabelChanged(SavedEdition saved, Random random)
    {
        var edition = saved.Edition;
        var fault = random.Pick(
            edition
                .Tables.SelectMany(t => WithYear(t).Select(x => (t.Id, After: edition.With(x))))
                .Concat(edition.Figures.SelectMany(f => WithYear(f).Select(x => (f.Id, After: edition.With(x)))))
        );
        return EditionFault.Of(
            EditionFaultKind.YearLabelChanged,
            $"{fault.Id}: a year in its labels is one later",
            [fault.Id],
            saved,
            fault.After
        );
    }

    public static EditionFault CaptionChanged(SavedEdition saved, Random random) =>
        Placed(
            EditionFaultKind.CaptionChanged,
            saved,
            random,
            t => t.Caption,
            f => f.Caption,
            c => c is null ? "Lagt til" : Misspelt(c, random)
        );

    public static EditionFault NumberInBookChanged(SavedEdition saved, Random random) =>
        Placed(EditionFaultKind.NumberInBookChanged, saved, random, t => t.Number, f => f.Number, n => n + "1");

    private static IEnumerable<TableContent> WithYear(TableContent table)
    {
        var columns = Indexed(table.Columns).Select(c => table with { Columns = table.Columns.With(c.Index, c.Next) });
        var labels =
            from row in Enumerable.Range(0, table.Rows.Count)
            let cells = table.Rows[row].Cells
            where cells is [{ QuantityIds: [] }, ..]
            let next = FaultDraw.WithNextYear(cells[0].Text)
            where next is not null
            select table with
            {
                Rows = table.Rows.With(row, table.Rows[row] with { Cells = cells.With(0, cells[0] with { Text = next }) }),
            };
        return columns.Concat(labels);
    }

    private static IEnumerable<FigureContent> WithYear(FigureContent figure) =>
        Indexed(figure.Categories)
            .Select(c => figure with { Categories = figure.Categories.With(c.Index, c.Next) })
            .Concat(
                Indexed([.. figure.Series.Select(s => s.Name)])
                    .Select(s => figure with { Series = figure.Series.With(s.Index, figure.Series[s.Index] with { Name = s.Next }) })
            );

    private static IEnumerable<(int Index, string Next)> Indexed(IReadOnlyList<string> texts) =>
        texts.Select((t, i) => (i, FaultDraw.WithNextYear(t)!)).Where(p => p.Item2 is not null);

    private static EditionFault Placed(
        EditionFaultKind kind,
        SavedEdition saved,
        Random random,
        Func<TableContent, string?> ofTable,
        Func<FigureContent, string?> ofFigure,
        Func<string?, string> change
    )
    {
        var edition = saved.Edition;
        var id = random.Pick(edition.Tables.Select(t => t.Id).Concat(edition.Figures.Select(f => f.Id)));
        var table = edition.Tables.SingleOrDefault(t => t.Id == id);
        var figure = edition.Figures.SingleOrDefault(f => f.Id == id);
        var old = table is not null ? ofTable(table) : ofFigure(figure!);
        var now = change(old);
        var isCaption = kind == EditionFaultKind.CaptionChanged;
        var after = table is not null
            ? edition.With(isCaption ? table with { Caption = now } : table with { Number = now })
            : edition.With(isCaption ? figure! with { Caption = now } : figure! with { Number = now });
        return EditionFault.Of(kind, $"{id}: «{old}» → «{now}»", [id], saved, after);
    }
}
