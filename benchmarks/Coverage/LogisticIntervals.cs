using System.Globalization;
using ReportBuilder.Models.Tests.Support;

namespace ReportBuilder.Benchmarks.Coverage;

/// <summary>How often the intervals of a logistic model hold the truth.</summary>
internal static class LogisticIntervals
{
    /// <summary>Draws 2 000 times and prints the shares; the bar is 94–96 per cent.</summary>
    public static void Measure()
    {
        foreach (var share in CoverageShare.Draw(2000, seed: 20172020))
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{share.Interval, -8} {share.Coefficient, -12} {100 * share.Share, 6:F2} per cent"
                )
            );
        }
    }
}
