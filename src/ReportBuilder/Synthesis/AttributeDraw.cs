using ReportBuilder.Datasets;

namespace ReportBuilder.Synthesis;

/// <summary>Gives every row its group and its properties, by quotas on ranked latent scores (a Gaussian copula with exact margins).</summary>
internal sealed class AttributeDraw(SyntheticParameters parameters, Population population, LatentScores scores, RandomSource random)
{
    /// <summary>
    /// Decides which rows will lack something. How many are complete is given for each project-year; there, those with the highest score lack
    /// something, most of them a level and a few of them something else.
    /// </summary>
    public void DrawGroups()
    {
        var score = scores.Draw(SyntheticParameters.LacksLevel);
        var at = 0;
        foreach (var project in population.ProjectYears)
        {
            int[] rows = [.. Enumerable.Range(at, project.Finished)];
            Array.Sort(score[at..(at + rows.Length)], rows);
            var complete = parameters.Groups.Single(g => g.Scheme == project.Scheme && g.Name == SyntheticParameters.Complete);
            foreach (var row in rows.AsSpan(0, project.Complete))
            {
                population.Groups[row] = complete;
            }

            at += rows.Length;
        }

        foreach (var groups in parameters.Groups.GroupBy(g => g.Scheme))
        {
            int[] rows =
            [
                .. Enumerable.Range(0, population.Count).Where(i => population.Schemes[i] == groups.Key && population.Groups[i] is null),
            ];
            random.Shuffle(rows.AsSpan());
            var first = 0;
            foreach (var group in groups.Where(g => g.Name != SyntheticParameters.Complete))
            {
                foreach (var row in rows.AsSpan(first, group.Count))
                {
                    population.Groups[row] = group;
                }

                first += group.Count;
            }
        }
    }

    /// <summary>Draws every variable that has weights, in the order of the schema, then the measures that go in pairs.</summary>
    public void DrawVariables()
    {
        var rows = parameters.Groups.ToDictionary(g => g, population.RowsOf);
        foreach (var variable in population.Schema.Names.Where(n => parameters.Weights.Any(w => w.Variable == n)))
        {
            var score = scores.Draw(variable);
            foreach (var group in parameters.Groups)
            {
                Fill(variable, group, rows[group], score);
            }
        }

        foreach (var (first, second) in parameters.Pairs.Select(p => (p.First, p.Second)).Distinct())
        {
            var score = scores.Draw(first);
            var secondScore = scores.Draw(second);
            foreach (var group in parameters.Groups)
            {
                FillPair(
                    parameters.Pairs.Single(p => p.First == first && p.Scheme == group.Scheme),
                    group,
                    rows[group],
                    score,
                    secondScore
                );
            }
        }
    }

    private void Fill(string variable, RowGroup group, int[] rows, double[] score)
    {
        var weights = parameters.Weights.Where(w => w.Scheme == group.Scheme && w.Variable == variable).ToList();
        var own = weights.Where(w => w.Group == group.Name).ToList();
        var used = own.Count > 0 ? own : weights.FindAll(w => w.Group == SyntheticParameters.Complete);
        double[] values = [.. used.Select(w => w.Value)];
        double[] shares = [.. used.Select(w => w.Weight)];
        var means = parameters.Means.Where(m => m.Scheme == group.Scheme && m.Variable == variable).ToList();
        if ((means.Find(m => m.Group == group.Name) ?? means.Find(m => m.Group == SyntheticParameters.Complete)) is { } mean)
        {
            shares = Quotas.Tilt(values, shares, mean.Mean);
        }

        var isCode = population.Schema.Find(variable) is { Kind: ValueKind.Code };
        var counts = isCode ? Quotas.LargestRemainder(shares, rows.Length) : Quotas.RunningTotal(shares, rows.Length);
        Quotas.AssignByRank(rows, [.. rows.Select(i => score[i])], values, counts, population.Values(variable));
    }

    private void FillPair(MeasurePair pair, RowGroup group, int[] rows, double[] score, double[] secondScore)
    {
        var size = parameters.Groups.Single(g => g.Scheme == group.Scheme && g.Name == SyntheticParameters.Complete).Count;
        var neither = size - pair.Both - pair.OnlyFirst - pair.OnlySecond;
        var counts = Quotas.LargestRemainder([neither, pair.OnlyFirst, pair.Both, pair.OnlySecond], rows.Length);
        var order = (int[])rows.Clone();
        Array.Sort([.. rows.Select(i => score[i])], order);
        var some = order[counts[0]..];
        Array.Sort([.. some.Select(i => secondScore[i])], some);
        var first = population.Values(pair.First);
        var second = population.Values(pair.Second);
        for (var i = 0; i < some.Length; i++)
        {
            first[some[i]] = i < counts[1] + counts[2] ? 1 : 0;
            second[some[i]] = i < counts[1] ? 0 : 1;
        }
    }
}
