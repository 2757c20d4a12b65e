using CsCheck;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Explanations;

public sealed class ExplanationMatchTest
{
    private static readonly string[] Patterns = ["a.a.a", "b.c.a", "a.*.a", "a.**", "**.b", "b.b.*", "*.a.*", "c.**.c"];

    [Fact]
    public void Of_EntryWithTheSameNumbers_Explains()
    {
        var explained = Match([Differences.Changed("a.b", "1", "2")], Differences.Explanation("a.b", "1", "2"));
        Assert.Equal("a.b", Assert.Single(explained.Explained).Difference.Key);
        Assert.True(explained.IsSettled);
    }

    [Theory]
    [InlineData("1", "3")]
    [InlineData("1.01", "2")]
    [InlineData(null, "2")]
    [InlineData("1", null)]
    public void Of_EntryWithOtherNumbers_IsAMisfitAndTheDifferenceUnexplained(string? old, string? @new)
    {
        var explained = Match([Differences.Changed("a.b", "1", "2")], Differences.Explanation("a.b", old, @new));
        Assert.Empty(explained.Explained);
        Assert.Equal("a.b", Assert.Single(explained.Unexplained).Key);
        Assert.Equal("a.b", Assert.Single(Assert.Single(explained.Misfits).Differences).Key);
        Assert.False(explained.IsSettled);
    }

    [Fact]
    public void Of_EntryForWhatDoesNotDiffer_IsIdle()
    {
        var explained = Match([], Differences.Explanation("a.b", "1", "2"));
        Assert.Equal("a.b", Assert.Single(explained.Idle).Pattern);
        Assert.False(explained.IsSettled);
    }

    [Fact]
    public void Of_EntryAndRule_TheEntryGoesFirstAndTheRuleCoversTheRest()
    {
        var differences = Differences.Of("a.b.c", "a.b.d", "a.b.e");
        var explained = Match(
            differences,
            Differences.Rule("a.**", differences[1], differences[2]),
            Differences.Explanation("a.b.c", "1", "2")
        );
        Assert.True(explained.IsSettled);
        Assert.Equal(["a.b.c", "a.**", "a.**"], explained.Explained.Select(e => e.Explanation.Pattern));
    }

    [Fact]
    public void Of_TwoRules_TheMoreSpecialGoesFirstWhateverTheirOrder()
    {
        var differences = Differences.Of("a.b.c", "a.b.d", "a.x.c");
        Explanation[] rules = [Differences.Rule("a.**", differences[2]), Differences.Rule("a.b.*", differences[0], differences[1])];
        Assert.True(Match(differences, rules).IsSettled);
        Assert.True(Match(differences, [.. rules.Reverse()]).IsSettled);
    }

    [Fact]
    public void Of_MisfittingEntry_IsNotCoveredByARule()
    {
        // Otherwise the rule would swallow a number whose own explanation says another.
        var differences = Differences.Of("a.b", "a.c");
        var explained = Match(differences, Differences.Explanation("a.b", "1", "9"), Differences.Rule("a.*", differences[1]));
        Assert.Equal(["a.b"], explained.Unexplained.Select(d => d.Key));
        Assert.Equal(["a.c"], explained.Explained.Select(d => d.Difference.Key));
    }

    [Fact]
    public void Of_RuleWithoutNumbers_IsAMisfit() =>
        Assert.Single(Match(Differences.Of("a.b"), Differences.Explanation("a.*", null, null)).Misfits);

    [Fact]
    public void Of_RuleWhenADifferenceIsAddedLostOrTurned_NoLongerFits()
    {
        var signed = Differences.Of("a.b", "a.c", "a.d");
        var rule = Differences.Rule("a.*", signed);
        Assert.True(Match(signed, rule).IsSettled);
        Assert.Single(Match([.. signed, Differences.Changed("a.e", "1", "2")], rule).Misfits);
        Assert.Single(Match([.. signed.Skip(1)], rule).Misfits);
        Assert.Single(Match([.. signed.Skip(1), Differences.Changed("a.x", "1", "2")], rule).Misfits);
        Assert.Single(Match([.. signed.Skip(1), Differences.Changed("a.b", "2", "1")], rule).Misfits);
        Assert.Single(Match([.. signed.Skip(1), Differences.New("a.b", "2")], rule).Misfits);
    }

    [Fact]
    public void Of_OrderOfDifferences_DoesNotChangeAFingerprint()
    {
        var differences = Differences.Of("a.b", "a.c", "a.d");
        Assert.Equal(DifferenceFingerprint.Of(differences), DifferenceFingerprint.Of(differences.Reverse()));
        Assert.Matches("^[0-9a-f]{12}$", DifferenceFingerprint.Of(differences));
    }

    [Fact]
    public void Of_EmptyAndAbsentSide_HaveOtherFingerprints() =>
        Assert.NotEqual(
            DifferenceFingerprint.Of([Differences.New("a", "1")]),
            DifferenceFingerprint.Of([Differences.Changed("a", string.Empty, "1")])
        );

    [Fact]
    public void Of_AnyEntries_EveryDifferenceIsExplainedOrNotAndNeverTwice() =>
        Property.Holds(
            Gen.Select(
                Gen.Int[0, 2].Array[3].Select(p => $"{"abc"[p[0]]}.{"abc"[p[1]]}.{"abc"[p[2]]}").Array[0, 12],
                Gen.Int[0, Patterns.Length - 1].Select(i => Patterns[i]).Array[0, 6]
            ),
            example =>
            {
                var (keys, patterns) = example;
                var differences = Differences.Of(keys.Distinct(StringComparer.Ordinal));
                var result = Differences.Result(differences);
                Explanation[] unfit = [.. patterns.Distinct(StringComparer.Ordinal).Select(p => Differences.Explanation(p, "0", "0"))];
                // Whatever belongs to an entry now is what it is signed for; then all of it must be explained.
                Explanation[] signed =
                [
                    .. unfit
                        .Zip(ExplanationMatch.Group(differences, unfit))
                        .Select(g =>
                            g.First.IsRule
                                ? Differences.Rule(g.First.Pattern, g.Second)
                                : Differences.Explanation(g.First.Pattern, "1", "2")
                        ),
                ];
                var explained = ExplanationMatch.Of(result, signed);
                Assert.Empty(explained.Misfits);
                Assert.Equal(
                    differences.Select(d => d.Key).Order(StringComparer.Ordinal),
                    explained
                        .Explained.Select(e => e.Difference.Key)
                        .Concat(explained.Unexplained.Select(d => d.Key))
                        .Order(StringComparer.Ordinal)
                );
                Assert.Equal(
                    patterns.Distinct(StringComparer.Ordinal).Count(),
                    explained.Explained.Select(e => e.Explanation.Pattern).Distinct(StringComparer.Ordinal).Count() + explained.Idle.Count
                );
            }
        );

    private static ExplainedComparison Match(
        IReadOnlyList<ReportBuilder.Comparison.Difference> differences,
        params IReadOnlyList<Explanation> explanations
    ) => ExplanationMatch.Of(Differences.Result(differences), explanations);
}
