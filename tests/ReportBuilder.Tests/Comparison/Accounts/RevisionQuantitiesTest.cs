using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Accounts;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Comparison.Explanations;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Accounts;

public sealed class RevisionQuantitiesTest
{
    [Fact]
    public void Of_Account_TellsHowManyAndHowMuchByClassAndExplanation()
    {
        var differences = Sample();
        var account = Account(
            differences,
            Differences.Rule("a.*", differences[0], differences[1]),
            Differences.Explanation("b.x", "1", "2") with
            {
                Class = RevisionClass.Serious,
            },
            Differences.Explanation("paastand:m.md:over:a.x", "x", "y") with
            {
                Class = RevisionClass.Cosmetic,
            }
        );
        var quantities = RevisionQuantities.Of(account).ToDictionary(q => q.Id.Value, StringComparer.Ordinal);

        // The serious error comes first whatever its place in the file; what explains only text is there with no numbers.
        Assert.Equal(["b.x", "paastand:m.md:over:a.x", "a.*"], account.Entries.Select(e => e.Explanation.Pattern));
        Assert.Equal(1, Value("forklaring.1.tall"));
        Assert.Equal(0, Value("forklaring.2.tall"));
        Assert.Equal(2, Value("forklaring.3.tall"));
        Assert.Equal(
            (14, 10, 4, 1, 0, 3),
            (Value("sammenlignet"), Value("uendret"), Value("endret"), Value("nye"), Value("borte"), Value("ukjent"))
        );
        Assert.Equal(4.0 / 14, quantities["revisjon.andel_endret"].Value);
        Assert.Equal((1, 2, 2), (Value("rettelser"), Value("planlagt"), Value("uforklart.tall")));
        Assert.Equal((1, 2, 0), (Value("klasse.alvorlig"), Value("klasse.nye_data"), Value("klasse.kosmetisk")));
        Assert.Equal((3, 1, 4), (Value("opp"), Value("ned"), Value("verdi")));
        Assert.Equal(
            (3, 2, 1, 1, 5),
            (
                Value("alle.antall.tall"),
                Value("alle.antall.opp"),
                Value("alle.antall.ned"),
                Value("alle.antall.median"),
                Value("alle.antall.storst")
            )
        );
        Assert.Equal(Unit.PercentagePoints, quantities["revisjon.alle.andel.median"].Unit);
        Assert.Equal(QuantityStatus.NotApplicable, quantities["revisjon.alle.p_verdi.median"].Status);
        Assert.Equal(QuantityStatus.Nil, quantities["revisjon.borte"].Status);
        Assert.Equal((1, 4), (Value("signifikans"), Value("linjer")));

        double Value(string name) => quantities["revisjon." + name].Value!.Value;
    }

    [Fact]
    public void Of_NoEarlierEdition_HasTheSameNamesWithoutValues()
    {
        var without = RevisionQuantities.Of(null);
        Assert.All(without, q => Assert.Equal(QuantityStatus.NotApplicable, q.Status));
        var nothingExplained = RevisionQuantities.Of(Account([]));
        Assert.Equal(nothingExplained.Select(q => q.Id.Value), without.Select(q => q.Id.Value));
        Assert.All(without, q => Assert.True(Revisions.IsOwnAccount(q.Id.Value)));
    }

    [Fact]
    public void Account_Misfit_IsNotPublishedAsAnExplanation()
    {
        var differences = Sample();
        var account = Account(differences, Differences.Explanation("b.x", "1", "9"));
        Assert.Empty(account.Entries);
        Assert.Equal(5, account.Unexplained.Count);
    }

    private static RevisionAccount Account(IReadOnlyList<Difference> differences, params IReadOnlyList<Explanation> explanations) =>
        RevisionAccount.Of(
            ExplanationMatch.Of(Differences.Result(differences) with { Unchanged = 10, Unknown = 3 }, explanations),
            explanations
        );

    /// <summary>Four numbers that changed, one that is new, and a claim that is no number.</summary>
    private static IReadOnlyList<Difference> Sample() =>
        [
            Number("a.x", 10, 11, Unit.Count),
            Number("a.y", 10, 9, Unit.Count),
            Number("b.x", 10, 15, Unit.Count),
            Number("c.x", 0.1, 0.2, Unit.Share) with
            {
                Flags = [DifferenceFlag.Significance],
            },
            Differences.New("c.y", "2"),
            Differences.Changed("paastand:m.md:over:a.x", "holds", "fails"),
        ];

    private static Difference Number(string id, double old, double now, Unit unit) =>
        Differences.Changed(id, "1", "2") with
        {
            OldQuantity = Quantity.Of(id, old, unit, 0),
            NewQuantity = Quantity.Of(id, now, unit, 0),
        };
}
