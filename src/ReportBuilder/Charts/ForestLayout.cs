using ReportBuilder.Figures;

namespace ReportBuilder.Charts;

/// <summary>One line of a forest plot: the heading of a group (<paramref name="Row"/> null) or a term.</summary>
/// <param name="Lines">Name on one or more lines.</param>
/// <param name="Row">The term.</param>
/// <param name="Weight">Height as a part of an ordinary row's.</param>
internal sealed record ForestLayoutRow(IReadOnlyList<string> Lines, ForestRow? Row, double Weight);

/// <summary>The lines of a forest plot from the top.</summary>
internal static class ForestLayout
{
    private const double HeadingWeight = 1.4;
    private const double ExtraLineWeight = 0.75;

    /// <summary>Headings and terms in order. A group without heading has only its terms.</summary>
    public static IReadOnlyList<ForestLayoutRow> Rows(
        ForestChart chart,
        Func<string, IReadOnlyList<string>> wrapName,
        Func<string, IReadOnlyList<string>> wrapHeading
    )
    {
        var rows = new List<ForestLayoutRow>();
        foreach (var group in chart.Groups)
        {
            if (!string.IsNullOrWhiteSpace(group.Heading))
            {
                rows.Add(Of(wrapHeading(group.Heading), null, HeadingWeight));
            }

            rows.AddRange(group.Rows.Select(row => Of(wrapName(row.Label), row, 1)));
        }

        return rows;
    }

    private static ForestLayoutRow Of(IReadOnlyList<string> lines, ForestRow? row, double weight) =>
        new(lines, row, weight + (lines.Count - 1) * ExtraLineWeight);
}
