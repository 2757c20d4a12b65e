using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison;

/// <summary>Single changes to an edition.</summary>
internal static class EditionChange
{
    /// <summary>The edition with one quantity put in or replaced.</summary>
    public static Edition With(this Edition edition, Quantity quantity) =>
        edition with
        {
            Quantities = edition.Quantities.SetItem(quantity.Id.Value, quantity),
        };

    /// <summary>The edition without a quantity.</summary>
    public static Edition Without(this Edition edition, string id) => edition with { Quantities = edition.Quantities.Remove(id) };

    /// <summary>The edition with one table changed.</summary>
    public static Edition WithTable(this Edition edition, string id, Func<TableContent, TableContent> change) =>
        edition with
        {
            Tables = [.. edition.Tables.Select(t => t.Id == id ? change(t) : t)],
        };

    /// <summary>The edition with one figure changed.</summary>
    public static Edition WithFigure(this Edition edition, string id, Func<FigureContent, FigureContent> change) =>
        edition with
        {
            Figures = [.. edition.Figures.Select(f => f.Id == id ? change(f) : f)],
        };

    /// <summary>A copy of a quantity with another value; unit, decimals, base and interval as before.</summary>
    public static Quantity Valued(this Quantity quantity, double value) =>
        Quantity.Of(quantity.Id.Value, value, quantity.Unit, quantity.Decimals) with
        {
            Base = quantity.Base,
            Interval = quantity.Interval,
        };

    /// <summary>A copy of a list with one item replaced.</summary>
    public static IReadOnlyList<T> Replaced<T>(this IReadOnlyList<T> items, int index, T item) =>
        [.. items.Select((x, i) => i == index ? item : x)];
}
