using System.Text.Json;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Matching;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Matching;

/// <summary>Against the same rule in plain R, and MatchIt's balance table (matching.R).</summary>
public class MatchingReferenceTest
{
    private static readonly JsonElement Expected = ReferenceFiles.Json("matching.json");
    private static readonly Lazy<ModelDesign> Propensity = new(Build);
    private static readonly Lazy<MatchingResult> Matched = new(() => PropensityMatching.Match(Propensity.Value));

    [Fact]
    public void Match_NoCaliper_SamePairsInTheSameOrder()
    {
        var result = Matched.Value;
        Assert.Equal(MatchingStatus.Matched, result.Status);
        Assert.Equal((1374, 17942), (result.TreatedCount, result.ControlCount));
        Assert.Empty(result.Unmatched);
        SamePairs("treated", "control", result);
        foreach (var (expected, actual) in Expected.Numbers("score_first20").Zip(result.Propensity!.Estimates!.FittedProbabilities))
        {
            Close.To(expected!.Value, actual, 1e-10);
        }
    }

    [Fact]
    public void Match_CaliperInStandardDeviations_SameWidthAndPairs()
    {
        var result = PropensityMatching.Match(Propensity.Value, new MatchingOptions { Caliper = 0.2 });
        Close.To(Expected.Number("caliper_width"), result.CaliperWidth, 1e-10);
        SamePairs("caliper_treated", "caliper_control", result);
        Assert.Equal(1374, result.Pairs.Count + result.Unmatched.Count);
        Assert.All(result.Pairs, pair => Assert.True(pair.Distance <= result.CaliperWidth));
        Assert.All(result.Unmatched, row => Assert.Equal(UnmatchedReason.OutsideCaliper, row.Reason));
    }

    [Fact]
    public void Match_TwoForEachWithinExactKinds_SamePairs()
    {
        var case2 = Expected.GetProperty("two");
        double[] scores = [.. case2.Numbers("score").OfType<double>()];
        bool[] treated = [.. case2.Truths("treat").OfType<bool>()];
        var exact = Categorical.FromCodes(["0", "1"], [.. case2.Numbers("exact").Select(e => (int?)e)]);
        var result = NearestNeighbour.Match(scores, treated, new MatchingOptions { Ratio = 2 }, exact);
        var expected = case2.Rows("pairs").Select(p => (p[0].GetInt32(), p[1].GetInt32()));
        Assert.Equal(expected, result.Pairs.Select(p => (p.TreatedRow + 1, p.ControlRow + 1)));
    }

    [Fact]
    public void Balance_EveryColumn_AsMatchIt()
    {
        var balance = CovariateBalance.Of(Matched.Value);
        foreach (
            var (moment, select) in new (string, Func<ColumnBalance, GroupBalance?>)[]
            {
                ("before", b => b.Before),
                ("after", b => b.After),
            }
        )
        {
            foreach (var row in Expected.Rows(moment))
            {
                var name = row.GetProperty("term").GetString();
                var column = balance.Single(b => (b.Name ?? "distance") == name);
                var actual = select(column)!;
                Close.To(row.Number("treated"), actual.TreatedMean, 1e-10, name!, 1e-13);
                Close.To(row.Number("control"), actual.ControlMean, 1e-10, name!, 1e-13);
                var isBinary = row.GetProperty("ratio").ValueKind == JsonValueKind.Null;
                var factor = isBinary ? Math.Sqrt(1373.0 / 1374) : 1;
                Close.To(row.Number("std") * factor, actual.StandardisedDifference, 1e-8, name!, 1e-12);
                Assert.Equal(isBinary, actual.VarianceRatio is null);
                if (!isBinary)
                {
                    Close.To(row.Number("ratio"), actual.VarianceRatio, 1e-8, name!);
                }
            }
        }
    }

    [Fact]
    public void Effect_Pairs_AsPairedDifferenceAndMcNemar()
    {
        var expected = Expected.GetProperty("effect");
        var effect = MatchedEffect.Of(Matched.Value, Synth19k.Truths("maaloppnaaelse"));
        Close.To(expected.Number("difference"), effect.Difference, 1e-12);
        Close.To(expected.Number("se"), effect.StandardError, 1e-12);
        var test = effect.McNemar!;
        Assert.Equal((expected.Number("b"), expected.Number("c")), (test.OnlyTreated, test.OnlyControl));
        Close.To(expected.Number("chisq"), test.ChiSquare, 1e-12);
        Close.To(expected.Number("p"), test.P, 1e-9);
        Close.To(expected.Number("exact"), test.ExactP, 1e-9);
    }

    private static void SamePairs(string treated, string control, MatchingResult result) =>
        Assert.Equal(
            Expected.Numbers(treated).Zip(Expected.Numbers(control), (t, c) => ((int)t!.Value, (int)c!.Value)),
            result.Pairs.Select(p => (p.TreatedRow + 1, p.ControlRow + 1))
        );

    private static ModelDesign Build()
    {
        string[] terms = ["utdanningsnivaa", "kjonn", "alder", "norsknivaa", "fravaer", "landbakgrunn"];
        return ModelDesign.Build(
            new DummyTerm("ordning", Synth19k.Truths("ordning")),
            [.. terms.Select(name => Synth19k.Terms().Single(term => term.Name == name))]
        );
    }
}
