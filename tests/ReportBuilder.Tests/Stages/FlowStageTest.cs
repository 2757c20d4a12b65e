using ReportBuilder.Editions;
using ReportBuilder.Harmonise;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class FlowStageTest
{
    [Fact]
    public void Run_WithRegisters_StepsBeforeGrossAreThoseOfTheHarmoniser()
    {
        var people = Participants.Make(300);
        var jobbsjansen = people.Data.Codes("ordning").IndexOf("jobbsjansen");
        var edition = Run(
            people,
            HarmonisedExamples.Of(people, flow: [new FlowStep(jobbsjansen, "linjer", 12), new FlowStep(jobbsjansen, "deltar_fortsatt", 4)])
        );

        Assert.True(FlowStage.HasRegisters(edition));
        Assert.Equal(12, edition["flyt.linjer.jobbsjansen"].Value);
        Assert.Equal(QuantityStatus.Nil, edition["flyt.linjer.introduksjonsprogrammet"].Status);
        Assert.Equal(4, edition["flyt.deltar_fortsatt.alle"].Value);
    }

    [Fact]
    public void Run_WithoutRegisters_OnlyFromGross()
    {
        var edition = Run(Participants.Make(300), null);

        Assert.False(FlowStage.HasRegisters(edition));
        Assert.DoesNotContain("flyt.deltar_fortsatt.alle", edition.ToQuantities().Keys);
    }

    [Theory]
    [InlineData("jobbsjansen")]
    [InlineData("introduksjonsprogrammet")]
    [InlineData("alle")]
    public void Run_GrossLessSteps_IsNet(string who)
    {
        var edition = Run(Participants.Make(900), null);
        var steps = FlowStage.BeforeNet.Sum(s => edition[$"flyt.{s}.{who}"].Value ?? 0);

        Assert.Equal(edition[$"deltakere.netto.{who}"].Value, edition[$"deltakere.brutto.{who}"].Value - steps);
    }

    [Fact]
    public void Run_FewLackAVariable_TheirNumberAndTheTotalAreHidden()
    {
        var lacking = 0;
        var people = Participants.Make(
            900,
            change: (i, row) =>
            {
                var isIntro = row["ordning"] == "introduksjonsprogrammet";
                row["botid"] = (isIntro ? i % 9 == 0 : lacking++ < 3) ? null : row["botid"];
            }
        );
        var edition = Run(people, null);

        Assert.Equal(QuantityStatus.Suppressed, edition["mangler.botid.antall.jobbsjansen"].Status);
        Assert.Equal(QuantityStatus.Suppressed, edition["mangler.botid.antall.alle"].Status);
        Assert.Equal(
            people.Rows.Count(r => r["ordning"] == "introduksjonsprogrammet" && r["botid"] is null),
            edition["mangler.botid.antall.introduksjonsprogrammet"].Value
        );
    }

    private static EditionBuilder Run(Participants people, HarmonisedData? harmonised)
    {
        var edition = new EditionBuilder();
        var all = Sample.All(people.Data);
        SampleStage.Run(people.Data, all, Sample.Complete(people.Data), edition);
        FlowStage.Run(people.Data, all, harmonised, edition, 5);
        return edition;
    }
}
