using ReportBuilder.Editions;
using ReportBuilder.Models;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Stages;

/// <summary>Adds numbers to an edition, each with a status when it does not exist.</summary>
/// <param name="edition">Receives the quantities.</param>
internal sealed class NumberBook(EditionBuilder edition)
{
    /// <summary>The edition.</summary>
    public EditionBuilder Edition => edition;

    /// <summary>A number; not estimable when null.</summary>
    public void Add(string id, double? value, Unit unit, int decimals, int? rows = null, ConfidenceInterval? interval = null) =>
        edition.Add(
            value is { } number && double.IsFinite(number)
                ? Quantity.Of(id, number, unit, decimals) with
                {
                    Base = rows,
                    Interval = BreakdownQuantities.IntervalOf(interval),
                }
                : Quantity.Without(id, unit, decimals, QuantityStatus.NotEstimable)
        );

    /// <summary>A number known only as printed: beyond that it is the rounding of the machine.</summary>
    public void AddRounded(string id, double? value, Unit unit, int decimals) =>
        edition.Add(
            value is { } number && double.IsFinite(number)
                ? Quantity.Rounded(id, number, unit, decimals)
                : Quantity.Without(id, unit, decimals, QuantityStatus.NotEstimable)
        );

    /// <summary>A count.</summary>
    public void AddCount(string id, int count) => edition.Add(SampleStage.Count(id, count));

    /// <summary>A count that is hidden; its id stays.</summary>
    public void AddHidden(string id) => edition.Add(Quantity.Without(id, Unit.Count, 0, QuantityStatus.Suppressed));

    /// <summary>An odds ratio with its interval; not estimable when null.</summary>
    public void AddRatio(string id, OddsRatio? ratio, int rows) =>
        edition.Add(
            ratio is null
                ? Quantity.Without(id, Unit.OddsRatio, 2, QuantityStatus.NotEstimable)
                : ModelQuantities.OddsRatioOf(id, ratio, rows)
        );

    /// <summary>A coefficient as <c>.koeffisient</c>, <c>.standardfeil</c> and <c>.p</c>; not estimable when null.</summary>
    public void AddCoefficient(string name, CoefficientEstimate? estimate)
    {
        var decimals = estimate?.StandardError < 0.005 ? 3 : 2;
        Add($"{name}.koeffisient", estimate?.Value, Unit.LogOdds, decimals, null, estimate?.Interval);
        Add($"{name}.standardfeil", estimate?.StandardError, Unit.LogOdds, decimals);
        Add($"{name}.p", estimate?.P, Unit.PValue, 3);
    }
}
