using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class ContributionQuadrantsTest
{
    [Fact]
    public void Add_EveryScope_EachProjectIsInOneQuadrant()
    {
        var edition = StageRun.Of(Participants.Make(900)).Edition;
        foreach (var scope in ContributionIds.Scopes)
        {
            double Count(bool isAbove, bool isPositive) =>
                edition[$"bidrag.kvadrant.{ContributionQuadrants.Token(isAbove, isPositive)}.{scope}"].Value!.Value;

            var positive = Count(true, true) + Count(false, true);
            Assert.Equal(edition[$"bidrag.prosjekter.{scope}"].Value, positive + Count(true, false) + Count(false, false));
            Assert.Equal(edition[$"bidrag.kvadrant.samsvar.{scope}"].Value, Count(true, true) + Count(false, false));
            var share = edition[$"bidrag.positivt.{scope}"];
            Assert.Equal(share.Value * share.Base ?? 0, positive, 6);
        }
    }
}
