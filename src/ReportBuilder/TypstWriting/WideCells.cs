namespace ReportBuilder.TypstWriting;

/// <summary>
/// Which cells of a column can be its widest. Judged by kinds of characters, far more coarsely than the typesetter measures, and therefore with a margin wide enough to hold
/// the true one; measuring every cell would be a fourth of the time that a book of tables takes.
/// </summary>
internal static class WideCells
{
    // Sans faces differ from this by a tenth at most over a cell of some length.
    private const double Margin = 0.8;
    private const double Narrow = 0.3;
    private const double Ordinary = 0.5;
    private const double Wide = 0.7;

    /// <summary>Indices, in order, of the cells that may be the widest; the same text only once. None when all are empty.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<string> cells)
    {
        var widths = cells.Select(Estimate).ToArray();
        var least = widths.DefaultIfEmpty().Max() * Margin;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, cells.Count).Where(i => widths[i] > 0 && widths[i] >= least && seen.Add(cells[i]))];
    }

    private static double Estimate(string text) => text.Sum(WidthOf);

    private static double WidthOf(char character) =>
        character switch
        {
            'i'
            or 'j'
            or 'l'
            or 'I'
            or 't'
            or 'f'
            or 'r'
            or ' '
            or '\u00A0'
            or '.'
            or ','
            or ':'
            or ';'
            or '|'
            or '\''
            or '('
            or ')'
            or '['
            or ']'
            or '-' => Narrow,
            'm' or 'w' or '%' or 'æ' or '—' => Wide,
            _ when char.IsUpper(character) => Wide,
            _ => Ordinary,
        };
}
