using ReportBuilder.Editions;
using ReportBuilder.Models.Contribution;

namespace ReportBuilder.Stages;

/// <summary>
/// The projects by the four quadrants of Figur 1: result above the mean of all participants or not, contribution positive or not. Numbers of projects only; which projects, and by how much, is
/// not told.
/// </summary>
public static class ContributionQuadrants
{
    private static readonly bool[] Sides = [true, false];

    /// <summary>A quadrant as part of ids and label keys.</summary>
    public static string Token(bool isAbove, bool isPositive) => $"{(isAbove ? "over" : "under")}_{(isPositive ? "positivt" : "negativt")}";

    /// <summary>
    /// Adds <c>bidrag.kvadrant.{quadrant}.{scope}</c>, and where result and contribution point the same way (<c>samsvar</c>) and where not (<c>avvik</c>), each with its share (<c>.andel</c>).
    /// </summary>
    public static void Add(ContributionTable table, EditionBuilder edition)
    {
        foreach (var scope in ContributionIds.Scopes)
        {
            bool[][] judged =
            [
                .. table
                    .Groups.Where(g => g.Difference is not null && (scope == ContributionIds.All || g.Scheme == scope))
                    .Select(g => (bool[])[g.Actual > table.NationalMean, g.Difference > 0]),
            ];
            foreach (var (isAbove, isPositive) in Sides.SelectMany(above => Sides.Select(positive => (above, positive))))
            {
                Add(Token(isAbove, isPositive), judged.Count(p => p[0] == isAbove && p[1] == isPositive));
            }

            Add("samsvar", judged.Count(p => p[0] == p[1]));
            Add("avvik", judged.Count(p => p[0] != p[1]));

            void Add(string token, int count)
            {
                var id = $"bidrag.kvadrant.{token}.{scope}";
                edition.Add(SampleStage.Count(id, count));
                edition.Add(ContributionStage.ShareOf($"{id}.andel", count, judged.Length));
            }
        }
    }
}
