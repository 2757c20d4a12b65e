using CsCheck;
using ReportBuilder.Models.Contribution;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Contribution;

public class ContributionsTest
{
    private static readonly Gen<(double?[] P, bool?[] Y, int?[] Group)> Samples =
        from rows in Gen.Int[40, 200]
        from p in Gen.Double[0.02, 0.98].Select(v => (double?)v).Array[rows]
        from y in Gen.Bool.Select(v => (bool?)v).Array[rows]
        from g in Gen.Int[-1, 5].Select(v => v < 0 ? (int?)null : v).Array[rows]
        select (p, y, g);

    [Fact]
    public void Of_AnyRows_ShrinksTowardsNoughtAndIntervalsAgreeWithTests() =>
        Samples.Sample(
            sample =>
            {
                var table = Contributions.Of(sample.P, sample.Y, Groups(sample.Group), new ContributionOptions { RankDraws = 50 });
                Assert.Equal(sample.P.Length, table.RowCount + table.RowsWithoutGroup);
                foreach (var group in table.Estimated)
                {
                    var (difference, shrunken) = (group.Difference!.Value, group.Shrunken!);
                    Assert.InRange(shrunken.Reliability, 0, 1);
                    Assert.InRange(Math.Abs(shrunken.Value), 0, Math.Abs(difference));
                    Assert.True(shrunken.Value * difference >= 0);
                    Assert.True(shrunken.StandardDeviation <= group.StandardError);
                    var interval = group.Interval!.Value;
                    Assert.InRange(difference, interval.Low - 1e-12, interval.High + 1e-12);
                    Assert.InRange(interval.Low, -group.Expected!.Value - 1e-12, 0 + difference + 1e-12);
                    Assert.InRange(interval.High, difference - 1e-12, 1 - group.Expected.Value + 1e-12);
                    Assert.Equal(group.P <= 0.05, interval.Low > 0 || interval.High < 0);
                    if (table.Ranks == RankStatus.Simulated)
                    {
                        Assert.InRange(shrunken.Rank!.Mean, shrunken.Rank.Low - 1, shrunken.Rank.High + 1);
                        Assert.InRange(shrunken.Rank.Low, 1, shrunken.Rank.High);
                    }
                }

                if (table.Ranks == RankStatus.Simulated)
                {
                    var count = table.Estimated.Count();
                    Close.To(count * (count + 1) / 2.0, table.Estimated.Sum(g => g.Shrunken!.Rank!.Mean), 1e-12);
                }
            },
            seed: "000000000001",
            iter: 60
        );

    [Fact]
    public void Of_OwnSample_WeightedDifferencesSumToNought()
    {
        var random = new Random(5);
        double?[] x = [.. Enumerable.Range(0, 300).Select(_ => (double?)random.NextDouble())];
        bool?[] y = [.. x.Select(v => (bool?)(random.NextDouble() < v))];
        int?[] g = [.. x.Select(_ => (int?)random.Next(6))];
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x)]));
        var table = Contributions.Of(fit, Groups(g));
        Assert.Equal(0, table.Groups.Sum(group => group.Count * group.Difference!.Value), 10);
        Assert.Equal(y.Count(v => v == true) / 300.0, table.NationalMean);

        // A dummy for every group: the model sees to it that nobody differs.
        var dummies = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new FactorTerm("g", Groups(g))]));
        Assert.All(Contributions.Of(dummies, Groups(g)).Groups, group => Assert.Equal(ContributionStatus.DeterminedByModel, group.Status));

        // All rows one group.
        var one = Contributions.Of(fit, Groups([.. g.Select(_ => (int?)0)])).Groups[0];
        Assert.Equal(ContributionStatus.DeterminedByModel, one.Status);
        Assert.Equal(0, one.Difference!.Value, 10);
    }

    [Fact]
    public void Of_GroupsBelowTheMinimum_GetACountOnly()
    {
        var table = Table([(4, 3, 0.5), (5, 5, 0.5), (6, 0, 0.5), (0, 0, 0.5)]);
        Assert.Equal(
            [ContributionStatus.TooFew, ContributionStatus.Estimated, ContributionStatus.Estimated, ContributionStatus.Empty],
            table.Groups.Select(g => g.Status)
        );
        var few = table.Groups[0];
        Assert.Equal((4, null, null, null), (few.Count, few.Expected, few.Actual, few.Shrunken));
        Assert.Equal((1, 1), (table.CountOf(ContributionStatus.TooFew), table.CountOf(ContributionStatus.Empty)));
        Assert.Equal(0.5, table.Groups[1].Interval!.Value.High, 12);
        Assert.Equal(-0.5, table.Groups[2].Interval!.Value.Low, 12);
        Assert.Equal(4, Table([(4, 3, 0.5)], new() { MinimumCount = 4 }).Estimated.Single().Count);
    }

    [Fact]
    public void Of_GroupsAsExpected_NoVarianceBetweenAndNoOrder()
    {
        var table = Table([(10, 5, 0.5), (10, 5, 0.5), (20, 10, 0.5)]);
        Assert.Equal(0, table.Between!.Variance);
        Assert.Equal(RankStatus.NoBetweenVariance, table.Ranks);
        Assert.All(
            table.Groups,
            g => Assert.Equal((0.0, null, null), (g.Shrunken!.Value, g.Shrunken.ProbabilityAboveMean, g.Shrunken.Rank))
        );
        Assert.All(table.Groups, g => Assert.Equal(ContributionClass.NotDistinguishable, g.Class));
        Assert.Equal(0, FunnelPlot.Of(table).AdditiveVariance);
    }

    [Fact]
    public void Of_CertainProbabilities_HaveNothingToBeJudgedBy()
    {
        var group = Table([(6, 6, 1), (8, 3, 0.5)]).Groups[0];
        Assert.Equal(
            (ContributionStatus.NoVariance, 0.0, null, null),
            (group.Status, group.Difference!.Value, group.Interval, group.Class)
        );
        Assert.Equal(RankStatus.NoGroups, Table([(6, 6, 1)]).Ranks);
        Assert.Null(FunnelPlot.Of(Table([(6, 6, 1)])).Phi);
    }

    [Theory]
    [InlineData(ClassificationRule.EachAlone)]
    [InlineData(ClassificationRule.BenjaminiHochberg)]
    [InlineData(ClassificationRule.Posterior)]
    public void Of_ClearDifferences_AreTold(ClassificationRule rule)
    {
        var table = Table([(200, 190, 0.5), (200, 10, 0.5), (200, 101, 0.5)], new() { Classification = rule });
        Assert.Equal(
            [ContributionClass.Above, ContributionClass.Below, ContributionClass.NotDistinguishable],
            table.Groups.Select(g => g.Class!.Value)
        );
        Assert.Equal([1, 3, 2], table.Groups.Select(g => g.Shrunken!.Rank!.Low));
        Assert.True(table.Groups[0].Shrunken!.ProbabilityAboveMean > 0.999);
    }

    /// <summary>Expected rank of i: 1 + Σ P(j above i) (Lin, Louis, Paddock and Ridgeway 2006).</summary>
    [Fact]
    public void Of_MeanRank_NearItsExpectation()
    {
        var table = Table([(30, 20, 0.5), (30, 15, 0.5), (40, 12, 0.5), (90, 50, 0.5)], new() { RankDraws = 40_000 });
        ShrunkenContribution[] s = [.. table.Groups.Select(g => g.Shrunken!)];
        foreach (var own in s)
        {
            var expected =
                1
                + s.Where(other => other != own)
                    .Sum(other =>
                        MathNet.Numerics.Distributions.Normal.CDF(
                            0,
                            Math.Sqrt(Math.Pow(own.StandardDeviation, 2) + Math.Pow(other.StandardDeviation, 2)),
                            other.Value - own.Value
                        )
                    );
            Close.To(expected, own.Rank!.Mean, 0, absolute: 0.02);
        }

        Assert.Equal(
            s.Select(g => g.Rank),
            Table([(30, 20, 0.5), (30, 15, 0.5), (40, 12, 0.5), (90, 50, 0.5)], new() { RankDraws = 40_000 })
                .Groups.Select(g => g.Shrunken!.Rank)
        );
    }

    /// <summary>
    /// Groups of 6 to 60 rows of unequal probabilities, whose true differences are drawn: intervals of the difference and of the shrunken one hold the truth, and
    /// with no differences at all 5 per cent are called different.
    /// </summary>
    [Fact]
    public void Of_SimulatedGroups_IntervalsHoldTheTruth()
    {
        const int GroupCount = 1500;
        var random = new Random(20172020);
        var (p, y, g, truth) = (new List<double?>(), new List<bool?>(), new List<int?>(), new double[GroupCount]);
        var asExpected = new List<bool?>();
        for (var group = 0; group < GroupCount; group++)
        {
            var shift = 0.5 * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
            var rows = random.Next(6, 61);
            for (var row = 0; row < rows; row++)
            {
                var probability = 0.3 + 0.4 * random.NextDouble();
                var shifted = 1 / (1 + Math.Exp(-shift) * (1 - probability) / probability);
                truth[group] += (shifted - probability) / rows;
                p.Add(probability);
                y.Add(random.NextDouble() < shifted);
                asExpected.Add(random.NextDouble() < probability);
                g.Add(group);
            }
        }

        var groups = Categorical.FromCodes([.. Enumerable.Range(0, GroupCount).Select(i => $"g{i}")], g);
        var table = Contributions.Of(p, y, groups, new ContributionOptions { RankDraws = 0 });
        Assert.InRange(Covered(table.Groups.Select(c => c.Interval!.Value), truth), 0.94, 0.96);
        Assert.InRange(Covered(table.Groups.Select(c => c.Shrunken!.Interval), truth), 0.94, 0.96);
        var none = Contributions.Of(p, asExpected, groups, new ContributionOptions { RankDraws = 0 });
        Assert.InRange(1 - none.CountOf(ContributionClass.NotDistinguishable) / (double)GroupCount, 0.04, 0.06);
        Assert.True(none.Between!.Variance < 0.02 * table.Between!.Variance);
        var discovered = Contributions.Of(
            p,
            asExpected,
            groups,
            new() { RankDraws = 0, Classification = ClassificationRule.BenjaminiHochberg }
        );
        Assert.InRange(GroupCount - discovered.CountOf(ContributionClass.NotDistinguishable), 0, 3);
    }

    private static double Covered(IEnumerable<ConfidenceInterval> intervals, double[] truth) =>
        intervals.Zip(truth).Count(i => i.First.Low <= i.Second && i.Second <= i.First.High) / (double)truth.Length;

    [Fact]
    public void Of_Schemes_DifferenceWithinIsLessTheSchemes()
    {
        var (p, y, groups) = Rows([(10, 8, 0.5), (10, 6, 0.5), (10, 2, 0.5)]);
        var schemes = Categorical.FromLabels(
            ["a", "b"],
            [
                .. Enumerable
                    .Range(0, 30)
                    .Select(i =>
                        i < 20 ? "a"
                        : i < 25 ? "b"
                        : null
                    ),
            ]
        );
        var table = Contributions.Of(p, y, groups, null, schemes);
        Assert.Equal(["a", "a", null], table.Groups.Select(g => g.Scheme));
        Assert.Equal(0.2, table.Schemes[0].Difference!.Value, 12);
        Assert.Equal(0.1, table.Groups[0].DifferenceWithinScheme!.Value, 12);
        Assert.Null(table.Groups[2].DifferenceWithinScheme);
    }

    [Fact]
    public void YearWeights_Equal_AverageTheYears()
    {
        var (p, y, groups) = Rows([(12, 6, 0.25)]);
        var years = Categorical.FromLabels(["1", "2"], [.. Enumerable.Range(0, 12).Select(i => i < 3 ? "1" : "2")]);
        var weights = YearWeights.Of(groups, years, [.. y.Select(_ => true)]);
        var group = Contributions.Of(p, y, groups, null, null, weights).Groups[0];
        Assert.Equal((3.0 / 3 + 3.0 / 9) / 2, group.Actual!.Value, 12);
        Assert.Equal(Math.Sqrt(0.25 * 0.75 * (0.25 / 3 + 0.25 / 9)), group.StandardError!.Value, 12);
        Assert.Equal(
            ContributionTest.Score,
            Contributions.Of(p, y, groups, new() { Test = ContributionTest.Exact }, null, weights).Groups[0].Test
        );

        var second = YearWeights.Of(groups, years, [.. y.Select(_ => true)], [0, 1]);
        Assert.Equal((9, 3), (Contributions.Of(p, y, groups, null, null, second).RowCount, second.Count(w => w == 0)));
    }

    [Fact]
    public void Of_BadNumbers_AreNamed()
    {
        var (p, y, groups) = Rows([(5, 2, 0.5)]);
        ContributionTableStatus Weighted(double weight) => Contributions.Of(p, y, groups, null, null, [1, 1, 1, 1, weight]).Status;
        Assert.Equal(ContributionTableStatus.InvalidWeight, Weighted(-1));
        Assert.Equal(ContributionTableStatus.InvalidWeight, Weighted(double.NaN));
        Assert.Equal(ContributionTableStatus.Estimated, Weighted(0));
        p[0] = double.NaN;
        Assert.Equal(ContributionTableStatus.InvalidProbability, Contributions.Of(p, y, groups).Status);
        Assert.Equal(ContributionTableStatus.NoRows, Contributions.Of([null], [true], Groups([0])).Status);
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", [true, true]), []));
        var refused = Contributions.Of(fit, Groups([0, 1]));
        Assert.Equal((ContributionTableStatus.NoEstimates, LogisticStatus.OneOutcomeClass), (refused.Status, refused.ModelStatus));
    }

    [Fact]
    public void MultilevelContributions_Modes_BecomeShares()
    {
        var (p, _, groups) = Rows([(10, 0, 0.5), (10, 0, 0.2), (3, 0, 0.5)]);
        GroupEffect[] effects = [new("g0", 0.8, 0.1), new("g1", -0.3, 0.4), new("g2", 1, 0.5)];
        var (result, ranks) = MultilevelContributions.Of(p, groups, effects, 0.25);
        Assert.Equal(RankStatus.Simulated, ranks);
        var first = result[0].Shrunken!;
        Assert.Equal(1 / (1 + Math.Exp(-0.8)) - 0.5, first.Value, 12);
        Assert.Equal(1 - 0.01 / 0.25, first.Reliability, 12);
        Assert.Equal(1 / (1 + Math.Exp(-0.8 + 0.1 * 1.959963984540054)) - 0.5, first.Interval.Low, 12);
        Assert.Equal(
            (ContributionClass.Above, ContributionClass.NotDistinguishable, null),
            (result[0].Class, result[1].Class, result[2].Class)
        );
        Assert.Equal(MathNet.Numerics.Distributions.Normal.CDF(0, 1, -0.75), result[1].Shrunken!.ProbabilityAboveMean!.Value, 12);
        Assert.Equal((1, 2), (first.Rank!.Low, result[1].Shrunken!.Rank!.High));
        Assert.Equal((3, null), (result[2].Count, result[2].Expected));
    }

    [Fact]
    public void Of_ManyGroups_HaveNoRanks()
    {
        (int, int, double)[] groups = [.. Enumerable.Range(0, 3001).Select(i => (5, i % 6, 0.4))];
        var table = Table(groups);
        Assert.Equal((RankStatus.TooManyGroups, 3001), (table.Ranks, table.CountOf(ContributionStatus.Estimated)));
        Assert.NotNull(table.Groups[0].Shrunken!.ProbabilityAboveMean);
        Assert.Equal((RankStatus.NoGroups, 3001), (Table(groups, new() { MinimumCount = 6 }).Ranks, table.Groups.Count));
    }

    [Fact]
    public void FalseDiscovery_None_IsEmpty() => Assert.Empty(FalseDiscovery.Adjust([]));

    private static ContributionTable Table((int Count, int Successes, double P)[] groups, ContributionOptions? options = null)
    {
        var (p, y, g) = Rows(groups);
        return Contributions.Of(p, y, g, options);
    }

    private static (double?[] P, bool?[] Y, Categorical Groups) Rows((int Count, int Successes, double P)[] groups)
    {
        var rows = groups
            .SelectMany((g, i) => Enumerable.Range(0, g.Count).Select(row => (g.P, Y: row < g.Successes, Group: (int?)i)))
            .ToArray();
        string[] names = [.. groups.Select((_, i) => $"g{i}")];
        return (
            [.. rows.Select(r => (double?)r.P)],
            [.. rows.Select(r => (bool?)r.Y)],
            Categorical.FromCodes(names, [.. rows.Select(r => r.Group)])
        );
    }

    private static Categorical Groups(int?[] codes) => Categorical.FromCodes(["a", "b", "c", "d", "e", "f"], codes);
}
