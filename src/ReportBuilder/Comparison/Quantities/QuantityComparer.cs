using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>Compares a number of one edition with the same of another: value, unit, decimals, base, interval and status.</summary>
public sealed class QuantityComparer
{
    private readonly ComparisonSettings _settings;
    private readonly bool _isOldPartial;
    private readonly bool _isNewPartial;

    /// <summary>Makes a comparer.</summary>
    /// <param name="settings">Tolerances and levels of significance.</param>
    /// <param name="isOldPartial">True when only what a publication printed is known of the older: what it does not tell is not held against the newer.</param>
    /// <param name="isNewPartial">The same for the newer.</param>
    public QuantityComparer(ComparisonSettings settings, bool isOldPartial = false, bool isNewPartial = false)
    {
        _settings = settings;
        _isOldPartial = isOldPartial;
        _isNewPartial = isNewPartial;
    }

    private bool IsPartial => _isOldPartial || _isNewPartial;

    /// <summary>How near the two are, with what differs; null when nothing does.</summary>
    public (NumberMatch Match, Difference? Difference) Compare(Quantity old, Quantity now)
    {
        // Only a publication is vague; a slack put into an edition of the tool would hide a change.
        (old, now) = (_isOldPartial ? old : Exact(old), _isNewPartial ? now : Exact(now));
        if (old.Equals(now))
        {
            return (NumberMatch.Same, null);
        }

        var flags = new List<DifferenceFlag>();
        var match = CompareValues(old, now, flags);
        AddIf(flags, IsBaseChanged(old, now), DifferenceFlag.Base);
        var ofInterval = CompareIntervals(old, now, flags);
        AddIf(flags, IsStatusChanged(old, now), DifferenceFlag.Status);
        AddIf(flags, old.Unit != now.Unit, DifferenceFlag.Unit);
        // Of a publication only the decimals it chose are known, not those it could have.
        AddIf(flags, old.Decimals != now.Decimals && !IsPartial, DifferenceFlag.Decimals);
        flags.Sort();
        var whole = flags.Count > 0 ? NumberMatch.Different : (NumberMatch)Math.Max((int)match, (int)ofInterval);
        return whole == NumberMatch.Same ? (whole, null) : (whole, Make(old, now, flags));
    }

    /// <summary>A number that only one edition has.</summary>
    public static Difference OnlyIn(Quantity quantity, DifferenceKind kind)
    {
        var text = ExactText.Of(quantity, []);
        var isNew = kind == DifferenceKind.New;
        return new Difference(quantity.Id.Value, DifferenceSubject.Quantity, kind, isNew ? null : text, isNew ? text : null)
        {
            OldQuantity = isNew ? null : quantity,
            NewQuantity = isNew ? quantity : null,
            Size = DifferenceSize.Structural,
        };
    }

    private static Difference Make(Quantity old, Quantity now, List<DifferenceFlag> flags) =>
        new(now.Id.Value, DifferenceSubject.Quantity, DifferenceKind.Changed, ExactText.Of(old, flags), ExactText.Of(now, flags))
        {
            OldQuantity = old,
            NewQuantity = now,
            Flags = flags,
            Size = SizeOf(old, now, flags),
        };

    private static Quantity Exact(Quantity quantity) => quantity.Slack is null ? quantity : quantity with { Slack = null };

    private NumberMatch CompareValues(Quantity old, Quantity now, List<DifferenceFlag> flags)
    {
        if (old is not { Value: { } before } || now is not { Value: { } after } || old.Unit != now.Unit)
        {
            // Status or unit tells it.
            return NumberMatch.Same;
        }

        var matcher = NumberMatcher.Of(old, now, _settings.Tolerances);
        var match = matcher.Compare(before, after);
        if (match == NumberMatch.Same)
        {
            return match;
        }

        var isDifferent = match == NumberMatch.Different;
        AddIf(flags, isDifferent && NoDifference.IsBetween(before, after, now.Unit), DifferenceFlag.Sign);
        // A star more is a change however small the step, unless the step may be rounding only.
        var mayCross = now.Unit == Unit.PValue && (isDifferent || matcher.Rounding == 0);
        AddIf(flags, mayCross && Significance.Crosses(before, after, _settings.SignificanceLevels), DifferenceFlag.Significance);
        return match;
    }

    private NumberMatch CompareIntervals(Quantity old, Quantity now, List<DifferenceFlag> flags)
    {
        if (
            (old.Interval is null && (now.Interval is null || _isOldPartial))
            || (now.Interval is null && _isNewPartial)
            || old.Unit != now.Unit
            || old.HasValue != now.HasValue
        )
        {
            return NumberMatch.Same;
        }

        if (old.Interval is not { } before || now.Interval is not { } after || !SavedNumber.AreSame(before.Level, after.Level))
        {
            flags.Add(DifferenceFlag.Interval);
            return NumberMatch.Different;
        }

        var matcher = NumberMatcher.Of(old, now, _settings.Tolerances);
        var match = (NumberMatch)Math.Max((int)matcher.Compare(before.Low, after.Low), (int)matcher.Compare(before.High, after.High));
        if (match == NumberMatch.Same)
        {
            return match;
        }

        var isDifferent = match == NumberMatch.Different;
        AddIf(flags, isDifferent, DifferenceFlag.Interval);
        if (
            (isDifferent || matcher.Rounding == 0)
            && Significance.Crosses(before, after, now.Unit)
            && !flags.Contains(DifferenceFlag.Significance)
        )
        {
            flags.Add(DifferenceFlag.Significance);
        }

        return match;
    }

    // A number that ceases to exist takes its base and interval with it.
    private bool IsBaseChanged(Quantity old, Quantity now) =>
        old.HasValue == now.HasValue
        && old.Base != now.Base
        && !(old.Base is null && _isOldPartial)
        && !(now.Base is null && _isNewPartial);

    /// <summary>A published number is known as printed whatever it is now: only a sign in place of a number, or another sign, tells anything.</summary>
    private bool IsStatusChanged(Quantity old, Quantity now) =>
        old.Status != now.Status
        && !(
            IsPartial
            && (
                old.HasValue
                    ? now.HasValue
                    : !now.HasValue
                        && string.Equals(
                            NorwegianNumberText.Sign(old.Status),
                            NorwegianNumberText.Sign(now.Status),
                            StringComparison.Ordinal
                        )
            )
        );

    private static double SizeOf(Quantity old, Quantity now, List<DifferenceFlag> flags)
    {
        if (flags.Contains(DifferenceFlag.Unit) || flags.Contains(DifferenceFlag.Status))
        {
            return DifferenceSize.Structural;
        }

        var size = old.Value is { } before && now.Value is { } after ? DifferenceSize.Of(before, after, now.Unit) : 0;
        if (flags.Contains(DifferenceFlag.Base))
        {
            size = Math.Max(size, DifferenceSize.OfGreater(old.Base ?? 0, now.Base ?? 0));
        }

        if (flags.Contains(DifferenceFlag.Interval))
        {
            size = Math.Max(
                size,
                old.Interval is { } from && now.Interval is { } to
                    ? Math.Max(DifferenceSize.Of(from.Low, to.Low, now.Unit), DifferenceSize.Of(from.High, to.High, now.Unit))
                    : DifferenceSize.Structural
            );
        }

        return size;
    }

    private static void AddIf(List<DifferenceFlag> flags, bool isSo, DifferenceFlag flag)
    {
        if (isSo)
        {
            flags.Add(flag);
        }
    }
}
