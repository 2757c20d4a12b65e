namespace ReportBuilder.Editions.Published;

/// <summary>What tells a printed number from all others of a publication. Also the name under which the mapping finds it.</summary>
/// <param name="Source">The transcribed table (<c>tabell-17</c>) or the number of a statement (<c>F059</c>).</param>
/// <param name="Row">Row of the table; empty for a statement.</param>
/// <param name="Column">Column of the table; empty for a statement.</param>
/// <param name="Unit">Printed unit, as in the transcription.</param>
public readonly record struct CellKey(string Source, string Row, string Column, string Unit)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(" / ", new[] { Source, Row, Column, Unit }.Where(part => part.Length > 0));
}
