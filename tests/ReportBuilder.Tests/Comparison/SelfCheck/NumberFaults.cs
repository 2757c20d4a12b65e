using System.Globalization;
using ReportBuilder.Editions;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

/// <summary>Faults in one number. Tables and figures that show it are left as they were: the number must be found by itself.</summary>
internal static class NumberFaults
{
    public static EditionFault DigitsSwapped(SavedEdition saved, Random random)
    {
        var (quantity, value) = random.Pick(Numbers(saved).SelectMany(q => Swaps(q).Select(v => (q, v))));
        return Valued(EditionFaultKind.DigitsSwapped, saved, quantity, value);
    }

    public static EditionFault LastDigit(SavedEdition saved, Random random)
    {
        var (quantity, value) = random.Pick(
            Numbers(saved)
                .SelectMany(q =>
                    new[] { q.Value!.Value + q.Step(), q.Value!.Value - q.Step() }.Where(v => q.Unit.Allows(v)).Select(v => (q, v))
                )
        );
        return Valued(EditionFaultKind.LastDigit, saved, quantity, value);
    }

    public static EditionFault SignTurned(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(Numbers(saved).Where(q => Math.Abs(q.Value!.Value) >= q.Step() && q.Unit.Allows(-q.Value!.Value)));
        return Valued(EditionFaultKind.SignTurned, saved, quantity, -quantity.Value!.Value);
    }

    /// <summary>A fraction saved as per cent, or per cent as a fraction. It may be no possible share: then the reader may say so.</summary>
    public static EditionFault HundredTimes(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(Numbers(saved).Where(q => Math.Abs(q.Value!.Value) >= q.Step()));
        var factor = NorwegianNumberText.PrintScale(quantity.Unit) > 1 ? 100 : 0.01;
        return Valued(EditionFaultKind.HundredTimes, saved, quantity, quantity.Value!.Value * factor);
    }

    public static EditionFault UnitChanged(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(saved.Edition.Quantities.Values);
        var unit = random.Pick(Enum.GetValues<Unit>().Where(u => u != quantity.Unit));
        return Changed(EditionFaultKind.UnitChanged, saved, quantity.In(unit), $"{quantity.Unit} → {unit}");
    }

    public static EditionFault DecimalsChanged(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(saved.Edition.Quantities.Values);
        var decimals = quantity.Decimals == 0 || random.Next(2) == 0 ? quantity.Decimals + 1 : quantity.Decimals - 1;
        return Changed(EditionFaultKind.DecimalsChanged, saved, quantity.Printed(decimals), $"{quantity.Decimals} → {decimals} decimals");
    }

    public static EditionFault NumberHidden(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(Numbers(saved));
        var hidden = Quantity.Without(quantity.Id.Value, quantity.Unit, quantity.Decimals, QuantityStatus.Suppressed);
        return Changed(EditionFaultKind.NumberHidden, saved, hidden, "suppressed");
    }

    public static EditionFault HiddenTold(SavedEdition saved, Random random)
    {
        var hidden = random.Pick(saved.Edition.Quantities.Values.Where(q => q.Status == QuantityStatus.Suppressed));
        var told = Quantity.Of(hidden.Id.Value, 4 / NorwegianNumberText.PrintScale(hidden.Unit), hidden.Unit, hidden.Decimals);
        return Changed(EditionFaultKind.HiddenTold, saved, told, "told");
    }

    public static EditionFault OtherSign(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(
            saved.Edition.Quantities.Values.Where(q => q.Status is not (QuantityStatus.Estimated or QuantityStatus.Rounded))
        );
        var status = random.Pick(Enum.GetValues<QuantityStatus>().Where(s => s > QuantityStatus.Rounded && s != quantity.Status));
        var other = Quantity.Without(quantity.Id.Value, quantity.Unit, quantity.Decimals, status);
        return Changed(EditionFaultKind.OtherSign, saved, other, $"{quantity.Status} → {status}");
    }

    public static EditionFault BaseChanged(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(saved.Edition.Quantities.Values.Where(q => q.Base > 0));
        int? rows = random.Next(4) switch
        {
            0 => null,
            1 => quantity.Base + 1,
            2 => quantity.Base - 1,
            _ => quantity.Base * 10,
        };
        return Changed(
            EditionFaultKind.BaseChanged,
            saved,
            quantity with
            {
                Base = rows,
            },
            $"base {quantity.Base} → {rows?.ToString(CultureInfo.InvariantCulture) ?? "none"}"
        );
    }

    public static EditionFault IntervalMoved(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(
            saved.Edition.Quantities.Values.Where(q => q.Interval is { High: var high } && Math.Abs(high) * 1e-8 < q.Step())
        );
        var interval = quantity.Interval!.Value;
        var moved = random.Next(3) switch
        {
            0 => interval with { Low = interval.Low - quantity.Step() },
            1 => interval with { High = interval.High + quantity.Step() },
            _ => interval with { Level = interval.Level == 0.9 ? 0.95 : 0.9 },
        };
        return Changed(
            EditionFaultKind.IntervalMoved,
            saved,
            quantity with
            {
                Interval = moved,
            },
            string.Create(CultureInfo.InvariantCulture, $"{interval} → {moved}")
        );
    }

    public static EditionFault IntervalGone(SavedEdition saved, Random random)
    {
        var quantity = random.Pick(saved.Edition.Quantities.Values.Where(q => q.Interval is not null));
        return Changed(EditionFaultKind.IntervalGone, saved, quantity with { Interval = null }, "no interval");
    }

    public static EditionFault FactChanged(SavedEdition saved, Random random)
    {
        var facts = saved.Edition.Facts;
        var (fact, other) = random.Pick(facts.Values.Where(f => f.IsKnown).SelectMany(f => Others(f, facts.Values).Select(o => (f, o))));
        return EditionFault.Of(
            EditionFaultKind.FactChanged,
            $"{fact.Id}: {string.Join(", ", fact.Categories)} → {string.Join(", ", other.Categories)} ({other.Status})",
            [fact.Id.Value],
            saved,
            saved.Edition with
            {
                Facts = facts.SetItem(fact.Id.Value, other),
            }
        );
    }

    private static IEnumerable<Quantity> Numbers(SavedEdition saved) => saved.Edition.Quantities.Values.Where(q => q.HasDigits());

    /// <summary>Values with two neighbouring digits of the printed number swapped, of those that a number in this unit can have.</summary>
    private static IEnumerable<double> Swaps(Quantity quantity)
    {
        var value = quantity.Value!.Value;
        var digits = Math.Round((decimal)Math.Abs(value) / (decimal)quantity.Step(), MidpointRounding.AwayFromZero)
            .ToString("F0", CultureInfo.InvariantCulture);
        for (var i = 0; i + 1 < digits.Length; i++)
        {
            var place = Math.Pow(10, digits.Length - 2 - i) * quantity.Step();
            var more = (digits[i + 1] - digits[i]) * 9 * place * (value < 0 ? -1 : 1);
            if (more != 0 && quantity.Unit.Allows(value + more))
            {
                yield return value + more;
            }
        }
    }

    // What another fact on the same variable says, or that nothing is known.
    private static IEnumerable<CategoryFact> Others(CategoryFact fact, IEnumerable<CategoryFact> all) =>
        all.Where(o => o.Variable == fact.Variable && o.IsKnown && !o.Categories.SequenceEqual(fact.Categories))
            .Select(o => CategoryFact.Of(fact.Id.Value, fact.Variable, o.Categories))
            .Append(CategoryFact.Without(fact.Id.Value, fact.Variable, QuantityStatus.Suppressed));

    private static EditionFault Valued(EditionFaultKind kind, SavedEdition saved, Quantity quantity, double value) =>
        Changed(kind, saved, quantity.At(value), string.Create(CultureInfo.InvariantCulture, $"{quantity.Value} → {value}"));

    private static EditionFault Changed(EditionFaultKind kind, SavedEdition saved, Quantity changed, string what) =>
        EditionFault.Of(kind, $"{changed.Id}: {what}", [changed.Id.Value], saved, saved.Edition.With(changed));
}
