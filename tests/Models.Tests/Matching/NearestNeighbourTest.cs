using CsCheck;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Matching;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Models.Tests.Matching;

public class NearestNeighbourTest
{
    private static readonly Gen<(double[] Scores, bool[] Treated, double? Caliper)> Samples =
        from rows in Gen.Int[2, 60]
        from scores in Gen.Int[0, 40].Select(i => i / 40.0).Array[rows] // few values, so that ties are common
        from treated in Gen.Bool.Array[rows]
        from caliper in Gen.Int[-3, 8]
        select (scores, treated, caliper < 0 ? (double?)null : caliper / 40.0);

    /// <summary>Against looking through every control for every treated row.</summary>
    [Fact]
    public void Match_AnyScores_AsExhaustiveSearch() =>
        Samples.Sample(
            sample =>
            {
                var options = new MatchingOptions { Caliper = sample.Caliper, CaliperUnit = CaliperUnit.Score };
                var result = NearestNeighbour.Match(sample.Scores, sample.Treated, options);
                Assert.Equal(
                    Exhaustive(sample.Scores, sample.Treated, sample.Caliper),
                    result.Pairs.Select(p => (p.TreatedRow, p.ControlRow))
                );
                Assert.Equal(sample.Treated.All(t => t) ? 0 : result.TreatedCount, result.Pairs.Count + result.Unmatched.Count);
            },
            seed: "000000000001",
            iter: 400
        );

    [Fact]
    public void Match_TiesOnBothSides_LowerSideWins()
    {
        var result = NearestNeighbour.Match([0.5, 0.75, 0.25, 0.25], [true, false, false, false]);
        Assert.Equal(3, Assert.Single(result.Pairs).ControlRow);
    }

    [Theory]
    [InlineData(MatchingOrder.Largest, new[] { 2, 0, 1 })]
    [InlineData(MatchingOrder.Smallest, new[] { 1, 0, 2 })]
    [InlineData(MatchingOrder.AsGiven, new[] { 0, 1, 2 })]
    public void Match_Orders_ChooseInTheirOrder(MatchingOrder order, int[] expected)
    {
        var result = NearestNeighbour.Match(
            [0.5, 0.2, 0.9, 0.1, 0.3, 0.4],
            [true, true, true, false, false, false],
            new() { Order = order }
        );
        Assert.Equal(expected, result.Pairs.Select(p => p.TreatedRow));
    }

    [Fact]
    public void Match_FewerControlsThanTreated_SaysSoAndNamesThoseLeft()
    {
        var result = NearestNeighbour.Match([0.5, 0.6, 0.7, 0.4], [true, true, true, false]);
        Assert.Equal(MatchingStatus.Matched, result.Status);
        Assert.True(result.FewerControlsThanAsked);
        Assert.Equal([new UnmatchedRow(1, UnmatchedReason.NoControlLeft), new(0, UnmatchedReason.NoControlLeft)], result.Unmatched);
    }

    [Fact]
    public void Match_CaliperThatLeavesNone_IsNamed()
    {
        var result = NearestNeighbour.Match([0.9, 0.1], [true, false], new() { Caliper = 0.1, CaliperUnit = CaliperUnit.Score });
        Assert.Equal(MatchingStatus.NothingMatched, result.Status);
        Assert.Equal(UnmatchedReason.OutsideCaliper, Assert.Single(result.Unmatched).Reason);
        Assert.Equal(MatchedEffectStatus.NoSets, MatchedEffect.Of(result, [true, false]).Status);
        Assert.Empty(result.Sample().Rows);
    }

    [Fact]
    public void Match_ExactKinds_AreKeptApart()
    {
        var kinds = Categorical.FromLabels(["a", "b"], ["a", "b", null, "a", "b"]);
        var result = NearestNeighbour.Match([0.5, 0.5, 0.5, 0.9, 0.5], [true, true, true, false, false], null, kinds);
        Assert.Equal([(0, 3), (1, 4)], result.Pairs.Select(p => (p.TreatedRow, p.ControlRow)));
        Assert.Equal(new UnmatchedRow(2, UnmatchedReason.NoExactValue), Assert.Single(result.Unmatched));
    }

    [Theory]
    [InlineData(true, MatchingStatus.NoControls)]
    [InlineData(false, MatchingStatus.NoTreated)]
    public void Match_OneGroupEmpty_IsNamed(bool treated, MatchingStatus expected)
    {
        Assert.Equal(expected, NearestNeighbour.Match([0.5, 0.6], [treated, treated]).Status);
        var design = ModelDesign.Build(new DummyTerm("t", [treated, treated]), [new NumericTerm("x", [1, 2])]);
        Assert.Equal(expected, PropensityMatching.Match(design).Status);
    }

    [Fact]
    public void Match_ScoreNotFinite_IsNamed() =>
        Assert.Equal(MatchingStatus.ScoreNotFinite, NearestNeighbour.Match([double.NaN, 0.6], [true, false]).Status);

    [Fact]
    public void PropensityMatching_Separation_IsNamed()
    {
        var design = ModelDesign.Build(
            new DummyTerm("t", [false, false, false, true, true, true]),
            [new NumericTerm("x", [1, 2, 3, 4, 5, 6])]
        );
        var result = PropensityMatching.Match(design);
        Assert.Equal((MatchingStatus.PropensityNotFitted, LogisticStatus.Separated), (result.Status, result.Propensity!.Status));
        Assert.Empty(CovariateBalance.Of(result));
    }

    [Fact]
    public void PropensityMatching_DroppedRows_RowsAreThoseGiven()
    {
        double?[] x = [null, 2, 1, 3, 1, 2, 3];
        var design = ModelDesign.Build(new DummyTerm("t", [true, true, false, true, false, false, false]), [new NumericTerm("x", x)]);
        var result = PropensityMatching.Match(design, new() { Scale = MatchingScale.LogOdds });
        Assert.Equal((2, 4), (result.TreatedCount, result.ControlCount));
        Assert.Equal(2, result.Pairs.Count);
        Assert.All(result.Pairs, pair => Assert.Equal(x[pair.TreatedRow], x[pair.ControlRow]));
    }

    /// <summary>A treated row far beyond the others has a probability of 1 to the last digit, but a finite score all the same.</summary>
    [Fact]
    public void PropensityMatching_ProbabilityOfOne_OthersFindTheirPairs()
    {
        double?[] x = [1, 2, 3, 4, 1.1, 2.1, 3.1, 4.1, 400];
        bool?[] treated = [true, false, true, true, false, true, false, false, true];
        var design = ModelDesign.Build(new DummyTerm("t", treated), [new NumericTerm("x", x)]);
        var options = new MatchingOptions { Scale = MatchingScale.LogOdds, Caliper = 0.2 };
        var result = PropensityMatching.Match(design, options);
        Assert.Equal(MatchingStatus.Matched, result.Status);
        Assert.NotEmpty(result.Pairs);
        Assert.Contains(result.Unmatched, row => row.Row == 8);
        Assert.All(CovariateBalance.Of(result), row => Assert.True(double.IsFinite(row.Before.TreatedMean)));
    }

    [Fact]
    public void Sample_SeveralControls_WeightsSumToTheirNumber()
    {
        var result = NearestNeighbour.Match([0.5, 0.6, 0.5, 0.6, 0.4], [true, true, false, false, false], new() { Ratio = 2 });
        var sample = result.Sample();
        Assert.Equal([0, 1, 2, 3, 4], sample.Rows);
        Assert.Equal([1, 0, 1, 0, 0], sample.Sets);
        Assert.Equal([1.0, 1.0, 1.5, 0.75, 0.75], sample.Weights);
        Assert.Equal(["1", "2"], sample.SetsAsGroups().Levels);
        Assert.Equal(["a", "b", "c", "d", "e"], sample.Take(["a", "b", "c", "d", "e"]));
    }

    private static List<(int Treated, int Control)> Exhaustive(double[] scores, bool[] treated, double? caliper)
    {
        int[] sorted = [.. Enumerable.Range(0, scores.Length).OrderBy(r => scores[r]).ThenBy(r => r)];
        var place = new int[scores.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            place[sorted[i]] = i;
        }

        var free = sorted.Where(r => !treated[r]).ToList();
        var pairs = new List<(int, int)>();
        foreach (var t in Enumerable.Range(0, scores.Length).Where(r => treated[r]).OrderByDescending(r => scores[r]))
        {
            int[] found =
            [
                .. free.Where(c => !(Math.Abs(scores[c] - scores[t]) > caliper))
                    .OrderBy(c => Math.Abs(scores[c] - scores[t]))
                    .ThenBy(c => place[c] > place[t])
                    .ThenBy(c => Math.Abs(place[c] - place[t]))
                    .Take(1),
            ];
            free.RemoveAll(found.Contains);
            pairs.AddRange(found.Select(c => (t, c)));
        }

        return pairs;
    }
}
