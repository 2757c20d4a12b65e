using ReportBuilder.Disclosure;
using ReportBuilder.Editions;
using ReportBuilder.Models;
using ReportBuilder.Models.Descriptive;

namespace ReportBuilder.Stages;

/// <summary>Turns counts by category into the quantities that may be shown. What may be is decided by <see cref="CellProtection"/>.</summary>
public sealed class BreakdownQuantities
{
    private readonly EditionBuilder _edition;
    private readonly int _minimum;

    /// <summary>Makes quantities into an edition, with the privacy threshold <paramref name="minimum"/>.</summary>
    public BreakdownQuantities(EditionBuilder edition, int minimum)
    {
        _edition = edition;
        _minimum = minimum;
    }

    /// <summary>Adds <c>andel.{variable}.{category}.{scheme}</c>: the part of each scheme's participants in the category.</summary>
    public void AddComposition(Breakdown breakdown) => AddShares("andel", breakdown);

    /// <summary>
    /// Adds <c>{measure}.{variable}.{category}.{scheme}</c>, the part of each scheme's participants in the category, for categories that
    /// together make up the scheme.
    /// </summary>
    public void AddShares(string measure, Breakdown breakdown)
    {
        foreach (var scheme in Breakdown.Schemes)
        {
            int[] persons = [.. breakdown.Counts[scheme].Select(c => c.Persons)];
            var protection = CellProtection.OfComposition(persons, _minimum);
            for (var i = 0; i < persons.Length; i++)
            {
                var id = $"{measure}.{breakdown.Variable}.{breakdown.Categories[i]}.{Breakdown.Token(scheme)}";
                _edition.Add(Share(id, persons[i], persons.Sum(), protection[i]));
            }
        }
    }

    /// <summary>
    /// Adds <c>maaloppnaaelse.{variable}.{category}.{scheme}</c> with Wilson intervals, and the difference between the schemes,
    /// <c>forskjell.maaloppnaaelse.{variable}.{category}</c>.
    /// </summary>
    /// <param name="breakdown">Persons and successes by category.</param>
    /// <param name="measure">What the successes are, as the first part of the ids.</param>
    public void AddOutcome(Breakdown breakdown, string measure = "maaloppnaaelse")
    {
        var protection = Breakdown.Schemes.ToDictionary(s => s, s => CellProtection.OfOutcome(breakdown.Counts[s], _minimum));
        for (var i = 0; i < breakdown.Categories.Count; i++)
        {
            var name = $"{measure}.{breakdown.Variable}.{breakdown.Categories[i]}";
            foreach (var scheme in Breakdown.Schemes)
            {
                var count = breakdown.Counts[scheme][i];
                _edition.Add(Share($"{name}.{Breakdown.Token(scheme)}", count.Successes, count.Persons, protection[scheme][i]));
            }

            AddDifference(
                name,
                breakdown.Counts[Scheme.Jobbsjansen][i],
                breakdown.Counts[Scheme.Introduksjonsprogrammet][i],
                Breakdown.Schemes.All(s => protection[s][i] == Protection.Exact)
            );
        }
    }

    /// <summary>Adds <c>{name}.{scheme}</c> for the whole of each scheme, and the difference.</summary>
    /// <param name="name">Id without the scheme.</param>
    /// <param name="counts">Persons and successes of each scheme.</param>
    public void AddTotal(string name, IReadOnlyDictionary<Scheme, CellCount> counts)
    {
        foreach (var scheme in Breakdown.Schemes)
        {
            var count = counts[scheme];
            var protection = CellProtection.OfOutcome([count], _minimum)[0];
            _edition.Add(Share($"{name}.{Breakdown.Token(scheme)}", count.Successes, count.Persons, protection));
        }

        AddDifference(name, counts[Scheme.Jobbsjansen], counts[Scheme.Introduksjonsprogrammet], isExact: true);
    }

    /// <summary>Adds the part of each scheme that has a mark (a measure, an age), <c>{id}.{scheme}</c>.</summary>
    /// <param name="id">Id without the scheme.</param>
    /// <param name="counts">For each scheme its persons, and as successes those with the mark.</param>
    /// <param name="isSum">
    /// True when the mark is several categories of a breakdown taken together: it is then given rounded only, since an exact sum less the categories shown
    /// would be the one that is hidden.
    /// </param>
    public void AddMark(string id, IReadOnlyDictionary<Scheme, CellCount> counts, bool isSum = false)
    {
        foreach (var scheme in Breakdown.Schemes)
        {
            var count = counts[scheme];
            int[] parts = [count.Successes, count.Persons - count.Successes];
            var protection = CellProtection.OfComposition(parts, _minimum)[0];
            if (isSum && protection == Protection.Exact && count.Successes > 0)
            {
                protection = Protection.Rounded;
            }

            _edition.Add(Share($"{id}.{Breakdown.Token(scheme)}", count.Successes, count.Persons, protection));
        }
    }

    /// <summary>A share with its Wilson interval, as far as it may be shown.</summary>
    /// <param name="id">Id.</param>
    /// <param name="successes">Numerator.</param>
    /// <param name="persons">Denominator; becomes the base.</param>
    /// <param name="protection">What may be shown.</param>
    /// <param name="decimals">Decimals of the percentage.</param>
    public static Quantity Share(string id, int successes, int persons, Protection protection, int decimals = 0)
    {
        switch (protection)
        {
            case Protection.Hidden:
                return Quantity.Without(id, Unit.Share, decimals, QuantityStatus.Suppressed);
            case Protection.Empty:
                return Quantity.Without(id, Unit.Share, decimals, QuantityStatus.NotApplicable);
            case Protection.Exact when successes == 0:
                return Quantity.Without(id, Unit.Share, decimals, QuantityStatus.Nil) with { Base = persons };
            case Protection.Exact:
                return Quantity.Of(id, (double)successes / persons, Unit.Share, decimals) with
                {
                    Base = persons,
                    Interval = IntervalOf(Models.Descriptive.Share.Of(successes, persons).Interval),
                };
            default:
                return Quantity.Rounded(id, (double)successes / persons, Unit.Share, decimals) with { Base = persons };
        }
    }

    private void AddDifference(string name, CellCount first, CellCount second, bool isExact)
    {
        var a = _edition[$"{name}.{Breakdown.Token(Scheme.Jobbsjansen)}"];
        var b = _edition[$"{name}.{Breakdown.Token(Scheme.Introduksjonsprogrammet)}"];
        _edition.Add(Difference($"forskjell.{name}", a, b, isExact ? (first, second) : null));
    }

    /// <summary>
    /// A published share less another of other persons, worked out from the shares as published, so that a rounded one does not come back exact.
    /// </summary>
    /// <param name="id">Id of the difference.</param>
    /// <param name="first">The one share.</param>
    /// <param name="second">The other; if only one has a value, the difference has the status of the one that has none.</param>
    /// <param name="counts">The persons behind both, for Newcombe's interval; null when a share is known only as printed.</param>
    internal static Quantity Difference(string id, Quantity first, Quantity second, (CellCount First, CellCount Second)? counts)
    {
        if (first.Value is not { } high || second.Value is not { } low)
        {
            return Quantity.Without(id, Unit.PercentagePoints, 0, first.HasValue ? second.Status : first.Status);
        }

        return counts is var (one, other)
            ? Quantity.Of(id, high - low, Unit.PercentagePoints, 0) with
            {
                Interval = IntervalOf(ShareDifference.Of(one.Successes, one.Persons, other.Successes, other.Persons).Interval),
            }
            : Quantity.Rounded(id, high - low, Unit.PercentagePoints, 0);
    }

    /// <summary>An interval of the statistics library as the edition holds it.</summary>
    internal static Interval? IntervalOf(ConfidenceInterval? interval) => interval is { } i ? new Interval(i.Low, i.High, i.Level) : null;
}
