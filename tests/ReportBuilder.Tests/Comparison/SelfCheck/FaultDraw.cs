using System.Text.RegularExpressions;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>What all makers of faults need: a place drawn from all that fit, and copies with one thing changed.</summary>
internal static partial class FaultDraw
{
    /// <summary>One of the items.</summary>
    /// <exception cref="InvalidOperationException">There is none: the edition has no place for this fault.</exception>
    public static T Pick<T>(this Random random, IEnumerable<T> items)
    {
        var all = items.ToArray();
        return all.Length > 0
            ? all[random.Next(all.Length)]
            : throw new InvalidOperationException($"No place for a fault among {typeof(T).Name}.");
    }

    /// <summary>The list with one item replaced.</summary>
    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> items, int index, T item) =>
        [.. items.Select((x, i) => i == index ? item : x)];

    /// <summary>The list without one item.</summary>
    public static IReadOnlyList<T> Without<T>(this IReadOnlyList<T> items, int index) => [.. items.Where((_, i) => i != index)];

    /// <summary>The list with two items in each other's place.</summary>
    public static IReadOnlyList<T> Swapped<T>(this IReadOnlyList<T> items, int a, int b) =>
        [
            .. items.Select(
                (x, i) =>
                    items[
                        i == a ? b
                        : i == b ? a
                        : i
                    ]
            ),
        ];

    /// <summary>The edition with some tables changed.</summary>
    public static Edition With(this Edition edition, TableContent table) =>
        edition with
        {
            Tables = [.. edition.Tables.Select(t => t.Id == table.Id ? table : t)],
        };

    /// <summary>The edition with a figure changed.</summary>
    public static Edition With(this Edition edition, FigureContent figure) =>
        edition with
        {
            Figures = [.. edition.Figures.Select(f => f.Id == figure.Id ? figure : f)],
        };

    /// <summary>The edition with a number changed.</summary>
    public static Edition With(this Edition edition, Quantity quantity) =>
        edition with
        {
            Quantities = edition.Quantities.SetItem(quantity.Id.Value, quantity),
        };

    /// <summary>The number with another value, and all else as it was.</summary>
    public static Quantity At(this Quantity quantity, double value) =>
        Again(quantity, quantity.Id.Value, value, quantity.Unit, quantity.Decimals);

    /// <summary>The number in another unit.</summary>
    public static Quantity In(this Quantity quantity, Unit unit) =>
        Again(quantity, quantity.Id.Value, quantity.Value, unit, quantity.Decimals);

    /// <summary>The number with another number of decimals.</summary>
    public static Quantity Printed(this Quantity quantity, int decimals) =>
        Again(quantity, quantity.Id.Value, quantity.Value, quantity.Unit, decimals);

    /// <summary>The number under another name.</summary>
    public static Quantity Named(this Quantity quantity, string id) =>
        Again(quantity, id, quantity.Value, quantity.Unit, quantity.Decimals);

    /// <summary>One step of the last decimal printed, in the number's own unit.</summary>
    public static double Step(this Quantity quantity) => Math.Pow(10, -quantity.Decimals) / NorwegianNumberText.PrintScale(quantity.Unit);

    /// <summary>A number that has digits, and whose last printed one the saved text can tell.</summary>
    public static bool HasDigits(this Quantity quantity) =>
        quantity is { Value: { } value, Status: not QuantityStatus.Nil } && Math.Abs(value) * 1e-8 < quantity.Step();

    /// <summary>True when a number in this unit can have this value.</summary>
    public static bool Allows(this Unit unit, double value) =>
        unit switch
        {
            Unit.Count or Unit.Years or Unit.Months or Unit.Variance => value >= 0,
            Unit.Share or Unit.Probability or Unit.PValue => value is >= 0 and <= 1,
            Unit.PercentagePoints => value is >= -1 and <= 1,
            Unit.OddsRatio or Unit.VarianceInflation => value > 0,
            _ => true,
        };

    /// <summary>The text with its first year one later, or null when it tells no year.</summary>
    public static string? WithNextYear(string text)
    {
        var year = Year().Match(text);
        return year.Success
            ? $"{text[..year.Index]}{int.Parse(year.Value, System.Globalization.CultureInfo.InvariantCulture) + 1}{text[(year.Index + 4)..]}"
            : null;
    }

    [GeneratedRegex(@"(?<!\d)20[0-3]\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    private static Quantity Again(Quantity quantity, string id, double? value, Unit unit, int decimals)
    {
        var made = quantity.Status switch
        {
            QuantityStatus.Estimated => Quantity.Of(id, value!.Value, unit, decimals),
            QuantityStatus.Rounded => Quantity.Rounded(id, value!.Value, unit, decimals) with { Slack = quantity.Slack },
            _ => Quantity.Without(id, unit, decimals, quantity.Status),
        };
        return made with { Base = quantity.Base, Interval = quantity.Interval };
    }
}
