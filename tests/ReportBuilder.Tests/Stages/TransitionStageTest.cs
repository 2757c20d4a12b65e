using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class TransitionStageTest
{
    [Fact]
    public void Run_Shares_AreOfAllWhoFinishedInTheYearUnknownOutcomeIncluded()
    {
        var people = Participants.Make(2000, change: (i, row) => Forget(row, i % 10 == 0));
        var edition = Run(people);
        var rows = people.Rows.Where(r => r["aar"] == "2019" && r["ordning"] == "introduksjonsprogrammet").ToList();

        Assert.Equal(Share(rows, "overgang", "arbeid"), edition["overgang.arbeid.2019.introduksjonsprogrammet"].Value!.Value, 12);
        Assert.Equal(Share(rows, "overgang", "utdanning"), edition["overgang.utdanning.2019.introduksjonsprogrammet"].Value!.Value, 12);
        Assert.Equal(Share(rows, "maaloppnaaelse", "ja"), edition["overgang.i_alt.2019.introduksjonsprogrammet"].Value!.Value, 12);
        Assert.Equal(rows.Count, edition["overgang.i_alt.2019.introduksjonsprogrammet"].Base);
    }

    [Fact]
    public void Run_FewWentToWork_NothingThatTellsIsShown()
    {
        var work = 0;
        var people = Participants.Make(
            600,
            change: (_, row) =>
                row["overgang"] = row["overgang"] == "arbeid" && row["aar"] == "2018" && work++ >= 2 ? "utdanning" : row["overgang"]
        );
        var edition = Run(people);

        Assert.Contains(
            Breakdown.Schemes.Select(s => edition[$"overgang.arbeid.2018.{Breakdown.Token(s)}"].Status),
            status => status == QuantityStatus.Suppressed
        );
        foreach (
            var scheme in Breakdown
                .Schemes.Select(Breakdown.Token)
                .Where(s => edition[$"overgang.arbeid.2018.{s}"].Status == QuantityStatus.Suppressed)
        )
        {
            var isTold =
                edition[$"overgang.utdanning.2018.{scheme}"].Status == QuantityStatus.Estimated
                && edition[$"overgang.i_alt.2018.{scheme}"].Status == QuantityStatus.Estimated;
            Assert.False(isTold);
        }
    }

    private static void Forget(Dictionary<string, string?> row, bool isUnknown)
    {
        row["maaloppnaaelse"] = isUnknown ? null : row["maaloppnaaelse"];
        row["overgang"] = isUnknown ? null : row["overgang"];
    }

    private static double Share(List<Dictionary<string, string?>> rows, string column, string token) =>
        rows.Count(r => r[column] == token) / (double)rows.Count;

    private static EditionBuilder Run(Participants people)
    {
        var edition = new EditionBuilder();
        TransitionStage.Run(people.Data, Sample.All(people.Data), edition, 5);
        return edition;
    }
}
