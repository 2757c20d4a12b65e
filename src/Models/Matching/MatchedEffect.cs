using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Models.Matching;

/// <summary>Whether an effect could be computed.</summary>
public enum MatchedEffectStatus
{
    /// <summary>It could.</summary>
    Estimated,

    /// <summary>There are no sets, or none with a known outcome on both sides.</summary>
    NoSets,

    /// <summary>One set only: there is a difference, but no standard error.</summary>
    OneSet,
}

/// <summary>McNemar's test: are sets in which only the treated succeeded as many as those in which only the control did? Pairs one to one only.</summary>
/// <param name="OnlyTreated">Pairs in which only the treated row succeeded.</param>
/// <param name="OnlyControl">Pairs in which only the control succeeded.</param>
/// <param name="ChiSquare">Statistic without continuity correction (R's <c>mcnemar.test(correct = FALSE)</c>); null without such pairs.</param>
/// <param name="P">Its p-value, one degree of freedom; null without such pairs.</param>
/// <param name="ExactP">The two-sided binomial p-value (R's <c>binom.test</c>, p = 0.5); 1 without such pairs.</param>
public sealed record McNemarTest(int OnlyTreated, int OnlyControl, double? ChiSquare, double? P, double ExactP)
{
    internal static McNemarTest Of(int onlyTreated, int onlyControl)
    {
        var (n, fewer) = (onlyTreated + onlyControl, Math.Min(onlyTreated, onlyControl));
        if (n == 0)
        {
            return new McNemarTest(0, 0, null, null, 1);
        }

        var z = (onlyTreated - onlyControl) / Math.Sqrt(n);
        var exact = onlyTreated == onlyControl ? 1 : Math.Min(1, 2 * MathNet.Numerics.Distributions.Binomial.CDF(0.5, n, fewer));
        return new McNemarTest(onlyTreated, onlyControl, z * z, Distributions.NormalTwoSided(z), exact);
    }
}

/// <summary>
/// The average effect on the treated that could be matched: the mean over sets of the outcome of the treated row less the mean outcome
/// of its controls. The standard error is that of a mean of independent differences, √(Σ(d − d̄)²/(n(n − 1))). Immutable.
/// </summary>
public sealed record MatchedEffect
{
    /// <summary>Whether it could be computed.</summary>
    public required MatchedEffectStatus Status { get; init; }

    /// <summary>Sets with a known outcome of the treated row and of a control.</summary>
    public int SetCount { get; init; }

    /// <summary>Sets left out because an outcome is unknown.</summary>
    public int SetsWithoutOutcome { get; init; }

    /// <summary>Share of the treated with success; null without sets.</summary>
    public double? TreatedShare { get; init; }

    /// <summary>Share of their controls with success, each set counting as one; null without sets.</summary>
    public double? ControlShare { get; init; }

    /// <summary>Difference of the shares; null without sets.</summary>
    public double? Difference { get; init; }

    /// <summary>Standard error; null with fewer than two sets.</summary>
    public double? StandardError { get; init; }

    /// <summary>Wald interval; null with fewer than two sets.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>McNemar's test; null unless every set is a pair.</summary>
    public McNemarTest? McNemar { get; init; }

    /// <summary>Computes the effect.</summary>
    /// <param name="matching">The matching.</param>
    /// <param name="outcome">The outcome of each row given, null where it is unknown.</param>
    /// <param name="level">Confidence level.</param>
    public static MatchedEffect Of(MatchingResult matching, IReadOnlyList<bool?> outcome, double level = ConfidenceInterval.DefaultLevel)
    {
        ConfidenceInterval.CheckLevel(level);
        var sets = matching.Pairs.GroupBy(pair => pair.Order).OrderBy(set => set.Key).ToArray();
        var known = new List<(double Treated, double Control)>(sets.Length);
        var isPaired = true;
        foreach (var set in sets)
        {
            bool[] controls = [.. set.Select(pair => outcome[pair.ControlRow]).OfType<bool>()];
            isPaired &= set.Count() == 1;
            if (outcome[set.First().TreatedRow] is { } treated && controls.Length > 0)
            {
                known.Add((treated ? 1 : 0, controls.Count(success => success) / (double)controls.Length));
            }
        }

        var without = sets.Length - known.Count;
        if (known.Count == 0)
        {
            return new MatchedEffect { Status = MatchedEffectStatus.NoSets, SetsWithoutOutcome = without };
        }

        var (treatedShare, controlShare) = (known.Average(s => s.Treated), known.Average(s => s.Control));
        var difference = treatedShare - controlShare;
        var spread = known.Sum(s => Math.Pow(s.Treated - s.Control - difference, 2));
        double? error = known.Count > 1 ? Math.Sqrt(spread / ((double)known.Count * (known.Count - 1))) : null;
        var reach = Distributions.NormalCritical(level) * error;
        return new MatchedEffect
        {
            Status = error is null ? MatchedEffectStatus.OneSet : MatchedEffectStatus.Estimated,
            SetCount = known.Count,
            SetsWithoutOutcome = without,
            TreatedShare = treatedShare,
            ControlShare = controlShare,
            Difference = difference,
            StandardError = error,
            Interval = reach is { } r ? new ConfidenceInterval(difference - r, difference + r, level) : null,
            McNemar = isPaired
                ? McNemarTest.Of(known.Count(s => s is { Treated: 1, Control: 0 }), known.Count(s => s is { Treated: 0, Control: 1 }))
                : null,
        };
    }
}
