using ReportBuilder.Editions;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

/// <summary>The schemes compared among women.</summary>
public class WomenStageTest
{
    [Theory]
    [InlineData("lavt")]
    [InlineData("hoyt")]
    public void Run_ManyOfBothSexes_IsTheDifferenceAmongWomenWithItsInterval(string absence)
    {
        var people = Participants.Make(2000, change: (i, row) => row["kjonn"] = i % 2 == 0 ? "kvinne" : "mann");
        var quantity = Run(people)[$"kvinner.forskjell.fravaer.{absence}"];

        AssertIsDifference(Expected(people, absence, isWomenOfJobbsjansen: true), quantity);
    }

    [Fact]
    public void Run_FewMenInAScheme_CountsThemWithTheWomenThere()
    {
        var people = WithMenOfJobbsjansen(4);
        var quantity = Run(people)["kvinner.forskjell.fravaer.lavt"];

        var exact = Expected(people, "lavt", isWomenOfJobbsjansen: true);
        AssertIsDifference(Expected(people, "lavt", isWomenOfJobbsjansen: false), quantity);
        Assert.NotEqual(exact.Value, quantity.Value);
    }

    [Fact]
    public void Run_MenTooFewToBeToldApartButNotFewAmongAll_IsSuppressed()
    {
        // Every man of Jobbsjansen reaches the goal, so they cannot be shown; and there are too many to stand for women.
        var people = WithMenOfJobbsjansen(60);

        Assert.Equal(QuantityStatus.Suppressed, Run(people)["kvinner.forskjell.fravaer.lavt"].Status);
    }

    [Theory]
    [InlineData(12, QuantityStatus.Suppressed)]
    [InlineData(0, QuantityStatus.NotApplicable)]
    public void Run_CategoryOfFewOrNone_HasNoDifference(int count, QuantityStatus expected)
    {
        var kept = 0;
        var people = Participants.Make(
            1500,
            change: (_, row) => row["norsknivaa"] = row["norsknivaa"] == "0" && kept++ >= count ? "3" : row["norsknivaa"]
        );
        var edition = Run(people);

        Assert.Equal(expected, edition["kvinner.forskjell.norsknivaa.under_a1"].Status);
        Assert.Equal(7, edition.Count);
    }

    private static Participants WithMenOfJobbsjansen(int count)
    {
        var men = 0;
        return Participants.Make(
            2000,
            change: (i, row) =>
            {
                var isMan = row["ordning"] == "jobbsjansen" ? row["fravaer"] == "lavt" && men++ < count : i % 2 == 0;
                row["kjonn"] = isMan ? "mann" : "kvinne";
                if (isMan && row["ordning"] == "jobbsjansen")
                {
                    (row["maaloppnaaelse"], row["norsknivaa"], row["utdanningsnivaa"], row["alder"]) = ("ja", "2", "en_del", "30");
                    row["t_amo_kurs"] = "nei";
                }
            }
        );
    }

    /// <summary>Counted by hand: the women of introduksjonsprogrammet, and the women or everyone of Jobbsjansen.</summary>
    private static ShareDifference Expected(Participants people, string absence, bool isWomenOfJobbsjansen)
    {
        (int Successes, int Persons) Of(string scheme, bool isWomen)
        {
            var rows = people
                .With(StageColumns.OfIndividualModel)
                .Where(r => r["ordning"] == scheme && r["fravaer"] == absence && (!isWomen || r["kjonn"] == "kvinne"))
                .ToList();
            return (rows.Count(r => r["maaloppnaaelse"] == "ja"), rows.Count);
        }

        var first = Of("jobbsjansen", isWomenOfJobbsjansen);
        var second = Of("introduksjonsprogrammet", isWomen: true);
        return ShareDifference.Of(first.Successes, first.Persons, second.Successes, second.Persons);
    }

    private static void AssertIsDifference(ShareDifference expected, Quantity quantity)
    {
        Assert.Equal(expected.Value!.Value, quantity.Value!.Value, 1e-12);
        Assert.Equal(expected.Interval!.Value.Low, quantity.Interval!.Value.Low, 1e-12);
        Assert.Equal(expected.Interval.Value.High, quantity.Interval.Value.High, 1e-12);
        Assert.Equal(Unit.PercentagePoints, quantity.Unit);
    }

    private static EditionBuilder Run(Participants people)
    {
        var edition = new EditionBuilder();
        WomenStage.Run(people.Data, Sample.Complete(people.Data), edition, 5);
        return edition;
    }
}
