using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Contents;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Contents;

public class ClaimComparerTest
{
    private static readonly Claim One = ExampleEdition.Claim("over", "Over halvparten (…).", 3, ["a.andel"], "50");

    [Fact]
    public void Compare_ClaimsOnOtherLines_AreTheSame() =>
        Assert.Empty(ClaimComparer.Compare([One], [One with { Place = new SourcePlace("annen/kapittel.md", 90, 4) }]));

    [Fact]
    public void Compare_AnOutcomeThatTurned_TellsBothAndTheSentence()
    {
        var difference = Assert.Single(ClaimComparer.Compare([One], [One with { Outcome = ClaimOutcome.Fails }]));
        Assert.Equal(("paastand:kapittel.md:over:a.andel,50", "holds", "fails"), (difference.Key, difference.Old, difference.New));
        Assert.Equal((DifferenceSubject.Claim, "Over halvparten (…)."), (difference.Subject, difference.Context));
    }

    [Fact]
    public void Compare_TheSameClaimInTwoSentences_PairsThemBySentence()
    {
        var two = One with { Sentence = "Flertallet (…) når målet." };
        var changed = two with { Sentence = "De fleste (…) når målet." };
        var difference = Assert.Single(ClaimComparer.Compare([One, two], [changed, One]));
        Assert.Equal(("Flertallet (…) når målet.", "De fleste (…) når målet."), (difference.Old, difference.New));
    }

    [Fact]
    public void Compare_OneOfTwoLikeClaimsGone_IsTold()
    {
        var difference = Assert.Single(ClaimComparer.Compare([One, One], [One]));
        Assert.Equal(("paastand:kapittel.md:over:a.andel,50 (2)", DifferenceKind.Gone), (difference.Key, difference.Kind));
    }

    [Fact]
    public void Compare_ASentenceWithSeveralClaims_IsToldOnce()
    {
        var other = One with { Limits = ["40"] };
        Assert.Single(ClaimComparer.Compare([One, other], [One with { Sentence = "Ny." }, other with { Sentence = "Ny." }]));
    }

    [Fact]
    public void Compare_ClaimsInAnotherOrder_AreTheSame()
    {
        var other = One with { Limits = ["40"] };
        Assert.Empty(ClaimComparer.Compare([One, other], [other, One]));
    }
}
