using ReportBuilder.Editions;
using ReportBuilder.Tables;

namespace ReportBuilder.Documents;

/// <summary>The text of a table cell; the same for every output format.</summary>
public static class TableCellText
{
    private const char NoBreakSpace = '\u00A0';

    // The levels of the stars, as explained under the tables of regression results.
    private const double OneStar = 0.1;
    private const double TwoStars = 0.05;
    private const double ThreeStars = 0.01;

    /// <summary>«73 %», «1 420», «0,20–0,71», «0,46*** (0,13)», or SSB's sign for a number that does not exist.</summary>
    public static string Of(TableCell cell) =>
        cell switch
        {
            TextCell text => text.Text,
            WordedCell worded => worded.Words,
            QuantityCell number => Number(number.Quantity),
            CountCell count => count.Quantity.Status == QuantityStatus.Nil ? "0" : Number(count.Quantity),
            IntervalCell interval => Interval(interval.Quantity),
            EstimateCell estimate => Estimate(estimate),
            PValueCell { Quantity: { Value: { } p, Status: not QuantityStatus.Nil } } => NorwegianNumberText.PValue(p),
            PValueCell p => NorwegianNumberText.Sign(p.Quantity.Status),
            _ => throw new ArgumentOutOfRangeException(nameof(cell), cell, "Unknown kind of cell."),
        };

    /// <summary>Stars of a p-value: * below 0.1, ** below 0.05, *** below 0.01; none when it does not exist.</summary>
    public static string Stars(Quantity pValue) =>
        pValue.Value switch
        {
            < ThreeStars => "***",
            < TwoStars => "**",
            < OneStar => "*",
            _ => string.Empty,
        };

    private static string Number(Quantity quantity) =>
        quantity is { Unit: Unit.PValue, Value: { } p }
            ? NorwegianNumberText.PValue(p)
            : NorwegianNumberText.Number(quantity) + PerCent(quantity);

    private static string Interval(Quantity quantity) =>
        NorwegianNumberText.Limits(quantity) is { } limits
            ? $"{limits.Low}–{limits.High}{PerCent(quantity)}"
            : NorwegianNumberText.Sign(quantity.HasValue ? QuantityStatus.NotApplicable : quantity.Status);

    private static string Estimate(EstimateCell cell)
    {
        var estimate = NorwegianNumberText.Number(cell.Estimate);
        return cell.Estimate.HasValue
            ? $"{estimate}{Stars(cell.PValue)}{NoBreakSpace}({NorwegianNumberText.Number(cell.StandardError)})"
            : estimate;
    }

    private static string PerCent(Quantity quantity) =>
        quantity is { Status: QuantityStatus.Estimated or QuantityStatus.Rounded, Unit: Unit.Share or Unit.Probability }
            ? NoBreakSpace + "%"
            : string.Empty;
}
