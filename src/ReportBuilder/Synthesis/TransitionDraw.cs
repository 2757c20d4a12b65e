using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis;

/// <summary>Divides those who reached the goal between work and education, by scheme and year as published; the young more to education.</summary>
internal static class TransitionDraw
{
    private const string Work = "arbeid";
    private const string Education = "utdanning";
    private const string Neither = "ingen";

    /// <summary>Fills in the outcome and the transition; a row without known outcome has no known transition.</summary>
    public static void Draw(
        SyntheticParameters parameters,
        Population population,
        LatentScores scores,
        bool[] reached,
        Dictionary<string, bool[]> missing
    )
    {
        var outcome = population.Schema.WithRole(ColumnRole.Outcome)!;
        var transition = population.Schema.WithRole(ColumnRole.Transition)!;
        var tokens = transition.Levels.Select(l => l.Token).ToList();
        for (var row = 0; row < reached.Length; row++)
        {
            population.Values(outcome.Name)[row] = reached[row] ? 1 : 0;
            population.Values(transition.Name)[row] = tokens.IndexOf(Neither);
        }

        var score = scores.Draw(transition.Name);
        foreach (var year in parameters.Years)
        {
            int[] rows =
            [
                .. Enumerable
                    .Range(0, reached.Length)
                    .Where(i => reached[i] && population.Schemes[i] == year.Scheme && population.Municipalities[i].Year == year.Year),
            ];
            var counts = Quotas.LargestRemainder([year.WorkShare, 1 - year.WorkShare], rows.Length);
            Quotas.AssignByRank(
                rows,
                [.. rows.Select(i => score[i])],
                [tokens.IndexOf(Work), tokens.IndexOf(Education)],
                counts,
                population.Values(transition.Name)
            );
        }

        if (missing.TryGetValue(outcome.Name, out var unknown))
        {
            missing[transition.Name] = unknown;
        }
    }
}
