using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>How near two numbers are.</summary>
public enum NumberMatch
{
    /// <summary>Saved alike.</summary>
    Same,

    /// <summary>As near as their class allows, or as the rounding of one of them can tell.</summary>
    WithinTolerance,

    /// <summary>Different numbers.</summary>
    Different,
}

/// <summary>Holds two values, or two limits of intervals, against each other.</summary>
/// <param name="Unit">Unit of both.</param>
/// <param name="Tolerance">Tolerance of their class, in the unit printed.</param>
/// <param name="Rounding">How far each may be from the number it stands for, in its unit; 0 when both are known exactly.</param>
/// <param name="Decimals">Decimals printed.</param>
public readonly record struct NumberMatcher(Unit Unit, double Tolerance, double Rounding, int Decimals)
{
    // Beyond the ten digits saved there is nothing to compare: for the limits of intervals that are in the millions.
    private const double Relative = 1e-9;

    /// <summary>
    /// For two quantities of one unit. The rounding is that of the coarser: two rounded numbers of equal precision lie a whole unit of their last decimal apart or not at all.
    /// </summary>
    public static NumberMatcher Of(Quantity old, Quantity now, Tolerances tolerances) =>
        new(
            now.Unit,
            tolerances.Of(ToleranceClasses.Of(now.Unit)),
            Math.Max(old.RoundingDistance, now.RoundingDistance),
            Math.Min(old.Decimals, now.Decimals)
        );

    /// <summary>How near two numbers are.</summary>
    public NumberMatch Compare(double old, double now)
    {
        if (SavedNumber.AreSame(old, now))
        {
            return NumberMatch.Same;
        }

        var scale = NorwegianNumberText.PrintScale(Unit);
        var noise = Math.Max(Tolerance, Unit == Unit.Count ? 0 : Relative * scale * Math.Max(Math.Abs(old), Math.Abs(now)));
        if (Math.Abs(now - old) * scale > (Rounding * scale * (1 + Relative)) + noise)
        {
            return NumberMatch.Different;
        }

        // What the reader sees is never within a tolerance, unless all that is known of one of them is how it was rounded, or no reader could see it.
        return Rounding > 0 || Math.Abs(now) * Relative * scale * Math.Pow(10, Decimals) > 1 || IsPrintedAlike(old * scale, now * scale)
            ? NumberMatch.WithinTolerance
            : NumberMatch.Different;
    }

    private bool IsPrintedAlike(double old, double now) =>
        string.Equals(NorwegianNumberText.Number(old, Decimals), NorwegianNumberText.Number(now, Decimals), StringComparison.Ordinal);
}
