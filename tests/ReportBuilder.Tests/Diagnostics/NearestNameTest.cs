using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Diagnostics;

public class NearestNameTest
{
    private static readonly Gen<string> Word = Gen.Char["abcd"].Array[0, 8].Select(letters => new string(letters));

    [Theory]
    [InlineData("titel", "tittel")]
    [InlineData("mlaer", "maler")]
    [InlineData("UTGAVE", "utgave")]
    [InlineData("utgaven", "utgave")]
    [InlineData("etikter", "etiketter")]
    public void Find_OneSlip_IsTheNameMeant(string found, string meant) =>
        Assert.Equal(meant, NearestName.Find(found, ["utgave", "tittel", "maler", "etiketter", "serie", "dato"]));

    [Theory]
    [InlineData("fargevalg")]
    [InlineData("")]
    [InlineData("xyz")]
    public void Find_NothingNear_IsNull(string found) => Assert.Null(NearestName.Find(found, ["utgave", "tittel", "maler"]));

    [Fact]
    public void Find_NoCandidates_IsNull() => Assert.Null(NearestName.Find("tittel", []));

    [Fact]
    public void Find_Tie_IsTheOrdinallyFirstInAnyOrder()
    {
        Assert.Equal("aab", NearestName.Find("aax", ["aac", "aab"]));
        Assert.Equal("aab", NearestName.Find("aax", ["aab", "aac"]));
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void Distance_KnownPairs_IsOptimalStringAlignment(string a, string b, int distance) =>
        Assert.Equal(distance, NearestName.Distance(a, b));

    [Fact]
    public void Distance_AnyTwoWords_IsSymmetricAndBounded() =>
        Property.Holds(
            Gen.Select(Word, Word),
            pair =>
            {
                var (a, b) = pair;
                var distance = NearestName.Distance(a, b);
                Assert.Equal(distance, NearestName.Distance(b, a));
                Assert.InRange(distance, Math.Abs(a.Length - b.Length), Math.Max(a.Length, b.Length));
                Assert.Equal(a == b, distance == 0);
            }
        );

    [Fact]
    public void Distance_OneEdit_IsAtMostOne() =>
        Property.Holds(
            Gen.Select(Word, Gen.Int[0, 7], Gen.Char["abcd"], Gen.Int[0, 3]),
            edit =>
            {
                var (word, at, letter, kind) = edit;
                at = Math.Min(at, word.Length);
                var edited = kind switch
                {
                    0 => word.Insert(at, letter.ToString()),
                    1 when at < word.Length => word.Remove(at, 1),
                    2 when at < word.Length => word.Remove(at, 1).Insert(at, letter.ToString()),
                    3 when at < word.Length - 1 => word.Remove(at, 2).Insert(at, $"{word[at + 1]}{word[at]}"),
                    _ => word,
                };
                Assert.InRange(NearestName.Distance(word, edited), 0, 1);
            }
        );

    [Fact]
    public void Find_AnyWord_IsWithinAThirdOfItsLengthAndNoneIsNearer() =>
        Property.Holds(
            Gen.Select(Word, Word.Array[0, 6]),
            example =>
            {
                var (word, candidates) = example;
                var limit = Math.Max(1, word.Length / 3);
                var nearest = candidates.Select(c => NearestName.Distance(word, c)).Append(int.MaxValue).Min();
                var found = NearestName.Find(word, candidates);
                Assert.Equal(nearest <= limit, found is not null);
                Assert.True(found is null || NearestName.Distance(word, found) == nearest);
            }
        );

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Find_CaseOfI_DoesNotFollowTurkish(string culture) =>
        Assert.Equal("tittel", Cultures.Under(culture, () => NearestName.Find("TITTEL", ["tittel"])));
}
