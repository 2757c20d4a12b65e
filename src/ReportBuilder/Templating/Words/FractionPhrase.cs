namespace ReportBuilder.Templating.Words;

/// <summary>How far a share is from the fraction that names it.</summary>
internal enum Hedge
{
    /// <summary>The fraction is printed as the share is: «en tredel» for 33 per cent.</summary>
    Exactly,

    /// <summary>Less than one percentage point away.</summary>
    About,

    /// <summary>A little below.</summary>
    Nearly,

    /// <summary>A little above.</summary>
    SlightlyOver,

    /// <summary>Clearly above, and not near the next one.</summary>
    WellOver,

    /// <summary>Clearly below the smallest of them.</summary>
    Under,

    /// <summary>Nothing at all.</summary>
    None,

    /// <summary>Less than one per cent.</summary>
    NearlyNone,
}

/// <summary>
/// A share in words that are true of it. The nearest fraction decides. Less than one percentage point away is «about»; within 3 points, though
/// never more than 15 per cent of the fraction itself, is «nearly» or «slightly over»; any other share is «well over» the fraction below it.
/// Under 8.5 per cent is «under a tenth», 97 and more «nearly all». Judged on the share as printed.
/// </summary>
/// <param name="Hedge">The word before.</param>
/// <param name="Fraction">The fraction.</param>
internal readonly record struct FractionPhrase(Hedge Hedge, SimpleFraction Fraction)
{
    private const decimal AboutPoints = 1;
    private const decimal NearPoints = 3;
    private const decimal NearPart = 0.15m;
    private const decimal NearlyAllFrom = 97;
    private const decimal NearlyNoneBelow = 1;

    /// <summary>The phrase for a share.</summary>
    /// <param name="share">The share, 0–1.</param>
    /// <param name="printed">The same in per cent as printed.</param>
    /// <param name="decimals">Decimals printed.</param>
    public static FractionPhrase Of(double share, decimal printed, int decimals) =>
        share switch
        {
            <= 0 => new(Hedge.None, SimpleFraction.Whole),
            >= 1 => new(Hedge.Exactly, SimpleFraction.Whole),
            _ when printed < NearlyNoneBelow => new(Hedge.NearlyNone, SimpleFraction.Whole),
            _ when printed >= NearlyAllFrom => new(Hedge.Nearly, SimpleFraction.Whole),
            _ => Between(printed, decimals),
        };

    private static FractionPhrase Between(decimal printed, int decimals)
    {
        var nearest = SimpleFraction.Named.MinBy(f => Math.Abs(printed - f.Percent));
        var distance = printed - nearest.Percent;
        if (Math.Round(nearest.Percent, decimals, MidpointRounding.AwayFromZero) == printed)
        {
            return new(Hedge.Exactly, nearest);
        }

        if (Math.Abs(distance) < AboutPoints)
        {
            return new(Hedge.About, nearest);
        }

        if (Math.Abs(distance) <= Math.Min(NearPoints, nearest.Percent * NearPart))
        {
            return new(distance < 0 ? Hedge.Nearly : Hedge.SlightlyOver, nearest);
        }

        var below = SimpleFraction.Named.LastOrDefault(f => f.Percent < printed);
        return below == default ? new(Hedge.Under, SimpleFraction.Named[0]) : new(Hedge.WellOver, below);
    }
}
