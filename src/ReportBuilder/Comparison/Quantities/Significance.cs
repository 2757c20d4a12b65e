using ReportBuilder.Editions;

namespace ReportBuilder.Comparison.Quantities;

/// <summary>Whether a number became, or ceased to be, statistically significant.</summary>
public static class Significance
{
    /// <summary>How many of the levels a p-value is below.</summary>
    public static int LevelsPassed(double p, IReadOnlyList<double> levels)
    {
        var passed = 0;
        foreach (var level in levels)
        {
            passed += p < level ? 1 : 0;
        }

        return passed;
    }

    /// <summary>True when one of two p-values is below a level and the other is not.</summary>
    public static bool Crosses(double old, double now, IReadOnlyList<double> levels) =>
        LevelsPassed(old, levels) != LevelsPassed(now, levels);

    /// <summary>True when one of two intervals holds «no difference» and the other does not.</summary>
    public static bool Crosses(Interval old, Interval now, Unit unit) => NoDifference.IsIn(old, unit) != NoDifference.IsIn(now, unit);
}
