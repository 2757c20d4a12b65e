using ReportBuilder.Editions;
using ReportBuilder.Models.Contribution;

namespace ReportBuilder.Stages;

/// <summary>
/// The four quadrants of the contribution indicator: result above or below the mean of all participants, contribution positive or not. Counts of
/// projects of both schemes together, which tell nothing of any one project.
/// </summary>
public static class ContributionQuadrants
{
    /// <summary>A quadrant as part of ids and label keys.</summary>
    public static string Token(bool isAbove, bool isPositive) => $"{(isAbove ? "over" : "under")}_{(isPositive ? "positivt" : "negativt")}";

    /// <summary>Adds <c>bidrag.kvadrant.*</c>: the number of projects with an indicator in each quadrant.</summary>
    public static void Add(ContributionTable table, EditionBuilder edition)
    {
        var judged = table.Groups.Where(g => g is { Difference: not null, Actual: not null }).ToList();
        foreach (var isAbove in new[] { true, false })
        {
            foreach (var isPositive in new[] { true, false })
            {
                var count = judged.Count(g => g.Actual > table.NationalMean == isAbove && g.Difference > 0 == isPositive);
                edition.Add(SampleStage.Count($"bidrag.kvadrant.{Token(isAbove, isPositive)}", count));
            }
        }
    }
}
