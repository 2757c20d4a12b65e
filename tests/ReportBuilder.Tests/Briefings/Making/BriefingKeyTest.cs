using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Making;

public class BriefingKeyTest
{
    [Fact]
    public async Task KeyOf_OtherDataWithTheSameNumbers_IsTheSame()
    {
        var twin = await BriefingTwin.GetAsync();
        var briefing = twin.Set.Briefings[0];
        var elsewhere = briefing with
        {
            Edition = briefing.Edition with
            {
                Origin = briefing.Edition.Origin with { DataFile = "annen.csv", DataFingerprint = "0123", Rows = 7 },
            },
        };

        Assert.Equal(await KeyAsync(twin, briefing), await KeyAsync(twin, elsewhere));
    }

    [Fact]
    public async Task KeyOf_AnotherNumber_IsAnother()
    {
        var twin = await BriefingTwin.GetAsync();
        var briefing = twin.Set.Briefings[0];
        var id = BriefingIds.Participants(BriefingScope.Nation, Scheme.Introduksjonsprogrammet);
        var changed = briefing with
        {
            Edition = briefing.Edition with { Quantities = briefing.Edition.Quantities.SetItem(id, Quantity.Of(id, 17, Unit.Count, 0)) },
        };

        Assert.NotEqual(await KeyAsync(twin, briefing), await KeyAsync(twin, changed));
    }

    private static async Task<string> KeyAsync(BriefingTwin twin, Briefing briefing)
    {
        await using var maker = twin.MakerOf(twin.Set with { Briefings = [briefing] });
        return maker.KeyOf(new BriefingTarget(briefing.Municipality.Code, briefing.Municipality.Name), "nb");
    }
}
