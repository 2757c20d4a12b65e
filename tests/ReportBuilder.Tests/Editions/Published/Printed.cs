using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;

namespace ReportBuilder.Tests.Editions.Published;

/// <summary>Printed numbers and what they say, made by hand.</summary>
internal static class Printed
{
    public static PublishedCell Cell(
        double? value,
        string unit,
        int decimals = 0,
        bool isInTable = true,
        string printed = "",
        string source = "t"
    ) =>
        new()
        {
            Key = new CellKey(source, "rad", "kolonne", unit),
            Where = "Tabell 1",
            What = "rad | kolonne",
            Printed = printed,
            Value = value,
            Decimals = decimals,
            IsInTable = isInTable,
        };

    public static MappingLine Line(
        PublishedCell cell,
        string id,
        Unit unit,
        PrintedReading reading = PrintedReading.Rounded,
        double? slack = null,
        string? minus = null
    ) =>
        new()
        {
            Key = cell.Key,
            Ids = [id],
            Minus = minus,
            Unit = unit,
            Reading = reading,
            Slack = slack,
        };

    public static Statement Statement(
        string id,
        double value,
        string printedUnit,
        Unit unit,
        int decimals = 0,
        bool isInTable = true,
        PrintedReading reading = PrintedReading.Rounded,
        double? slack = null,
        string? minus = null
    )
    {
        var cell = Cell(value, printedUnit, decimals, isInTable);
        return ReportBuilder.Editions.Published.Statement.Of(cell, Line(cell, id, unit, reading, slack, minus), stars: null)!.Single();
    }
}
