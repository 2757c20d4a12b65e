using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class TypicalParticipantTest
{
    private static readonly (string Age, string Sex, string Norwegian, string Region, string Practice)[] Rows =
    [
        ("20", "kvinne", "1", "europa", "ja"),
        ("30", "kvinne", "1", "vest_asia", "ja"),
        ("40", "mann", "2.5", "nord_amerika", "nei"),
        ("50", "mann", "3", "nord_amerika", "nei"),
    ];

    [Fact]
    public void Of_EqualWeights_IsMedianMostCommonAndMoreThanHalf()
    {
        var typical = TypicalParticipant.Of(People().Data, [0, 1, 2, 3], [1, 1, 1, 1])!;

        // The lower of the two in the middle, so that somebody has it.
        Assert.Equal(30, typical.Numbers["alder"]);
        // Two of each: the first in the order shown; 2.5 is counted as 3.
        Assert.Equal(new TypicalCategory("kvinne", 2), typical.Categories["kjonn"]);
        Assert.Equal(new TypicalCategory("a1", 2), typical.Categories["norsknivaa"]);
        Assert.Equal(new TypicalCategory("nord_amerika", 2), typical.Categories["landbakgrunn"]);
        // Half is not more than half.
        Assert.Empty(typical.Measures);
        Assert.Equal(4, typical.Persons);
    }

    [Fact]
    public void Of_Weights_DecideWhatIsMost()
    {
        var typical = TypicalParticipant.Of(People().Data, [0, 1, 2, 3], [1, 1, 0.5, 3])!;

        Assert.Equal(50, typical.Numbers["alder"]);
        Assert.Equal(new TypicalCategory("mann", 2), typical.Categories["kjonn"]);
        Assert.Equal(new TypicalCategory("b1", 2), typical.Categories["norsknivaa"]);
    }

    [Fact]
    public void Of_MoreThanHalfHadAMeasure_TheTypicalHasIt()
    {
        var typical = TypicalParticipant.Of(People().Data, [0, 1, 2], [1, 1, 1])!;

        Assert.Equal(["tiltak.praksis_ordinaer"], typical.Measures);
    }

    [Fact]
    public void Profile_RegionWithoutCoefficient_IsTheReference()
    {
        var people = People();
        var profile = TypicalParticipant
            .Of(people.Data, [0, 1, 2, 3], [1, 1, 1, 1])!
            .Profile(people.Data, ReportBuilder.Editions.Scheme.Jobbsjansen);

        Assert.Equal("europa", profile["landbakgrunn"].Level);
        Assert.Equal(1, profile["ordning"].Number);
        Assert.Equal(0, profile["kjonn"].Number);
        Assert.Equal(1, profile["norsknivaa"].Number);
        Assert.Equal(2, profile["utdanningsnivaa"].Number);
        Assert.Equal(0, profile["tiltak.praksis_ordinaer"].Number);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void MayShow_AsksForEnoughInEachCategoryAndOnEachSideOfMedians(int minimum, bool expected) =>
        Assert.Equal(expected, TypicalParticipant.Of(People().Data, [0, 1, 2, 3], [1, 1, 1, 1])!.MayShow(minimum));

    [Fact]
    public void Of_Nobody_IsNull() => Assert.Null(TypicalParticipant.Of(People().Data, [], []));

    private static Participants People() =>
        Participants.Make(
            Rows.Length,
            change: (i, row) =>
            {
                foreach (var measure in TypicalParticipant.MeasureTerms)
                {
                    row[measure.Column] = "nei";
                }

                (row["alder"], row["kjonn"], row["norsknivaa"], row["landbakgrunn"], row["t_praksis_ordinaer"]) = Rows[i];
                (row["utdanningsnivaa"], row["fravaer"]) = ("en_del", "lavt");
            }
        );
}
