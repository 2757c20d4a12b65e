namespace ReportBuilder.Editions.Published;

/// <summary>What a printed number says of one quantity.</summary>
/// <param name="Id">The quantity.</param>
/// <param name="Cell">The printed number.</param>
/// <param name="Line">How it is read.</param>
/// <param name="Range">What the quantity may be.</param>
/// <param name="Value">What the quantity is, as near as it is told; null when only its limits are.</param>
internal sealed record Statement(string Id, PublishedCell Cell, MappingLine Line, ValueRange Range, double? Value)
{
    // The p-value in the middle of the narrowest stars, 0.005, has three decimals.
    private const int StarDecimals = 3;

    // Further digits of a width are only what doubles leave.
    private const int WidthDigits = 9;

    /// <summary>Those that give a value, the one to trust first: tables before text, then the one that tells most, then the one without a vague word, then the first.</summary>
    public static IEnumerable<Statement> ByTrust(IEnumerable<Statement> statements) =>
        statements
            .Where(s => s.Value is not null)
            .OrderByDescending(s => s.Cell.IsInTable)
            .ThenBy(s => Math.Round(s.Range.Width, WidthDigits))
            .ThenBy(s => s.Line.Reading.NeedsSlack());

    /// <summary>The quantity as the publication has it.</summary>
    /// <exception cref="InvalidOperationException">The statement gives no value.</exception>
    public Quantity ToQuantity()
    {
        var value = Value ?? throw new InvalidOperationException($"{Cell.Key} gives '{Id}' no value.");
        var decimals = Line.Reading == PrintedReading.Stars ? StarDecimals : PrintedUnit.Decimals(Cell.Key.Unit, Line.Unit, Cell.Decimals);
        var rounded = Quantity.Rounded(Id, value, Line.Unit, decimals);
        var slack =
            Line.Reading == PrintedReading.Stars ? Range.Width / 2 : (Line.Slack ?? HalfUnit(Cell)) * PrintedUnit.Factor(Cell.Key.Unit);
        return Math.Abs(rounded.RoundingDistance - slack) < 1e-12 ? rounded : rounded with { Slack = slack };
    }

    /// <summary>What a printed number says of the quantities of its line; null when its stars have no key.</summary>
    public static IReadOnlyList<Statement>? Of(PublishedCell cell, MappingLine line, StarKey? stars)
    {
        if (line.Reading == PrintedReading.Stars)
        {
            return stars?.RangeOf(cell.Printed) is { } levels
                ? [.. line.Ids.Select(id => new Statement(id, cell, line, levels, levels.Middle))]
                : null;
        }

        var factor = PrintedUnit.Factor(cell.Key.Unit);
        var printed = cell.Value!.Value * factor;
        var value = line.Reading == PrintedReading.Rest ? 1 - printed : printed;
        var range = RangeOf(value, (line.Slack ?? HalfUnit(cell)) * factor, line);
        return [.. line.Ids.Select(id => new Statement(id, cell, line, range, line.Reading.GivesValue() ? value : null))];
    }

    private static ValueRange RangeOf(double value, double slack, MappingLine line)
    {
        // «Over 19 316 deltakere» is at least one more: half a person is the border between the two.
        var border = line.Unit == Unit.Count ? 0.5 : 0;
        return line.Reading switch
        {
            PrintedReading.Above => new ValueRange(value + border, value + slack + border),
            PrintedReading.Below => new ValueRange(value - slack - border, value - border),
            PrintedReading.AtLeast => new ValueRange(value - slack, double.PositiveInfinity),
            PrintedReading.AtMost => new ValueRange(double.NegativeInfinity, value + slack),
            _ => ValueRange.Around(value, slack),
        };
    }

    private static double HalfUnit(PublishedCell cell) => 0.5 * Math.Pow(10, -cell.Decimals);
}
