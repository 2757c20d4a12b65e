using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

/// <summary>What holds of all quantities together, whatever the data.</summary>
public class StageRunTest
{
    [Fact]
    public void Run_OrdinaryData_GivesNoDiagnosticsAndOnlyLabelsThatExist() =>
        Assert.Empty(StageRun.Of(Participants.Make(900)).Bag.Sorted());

    [Theory]
    [InlineData(60, 3)]
    [InlineData(250, 5)]
    [InlineData(900, 5)]
    [InlineData(250, 40)]
    public void Run_SmallSamples_TellNothingBelowTheThreshold(int count, int minimum)
    {
        var quantities = StageRun.Of(Participants.Make(count, seed: count), minimum).Edition.ToQuantities().Values.ToList();
        var hidden = quantities.Where(q => q.Status == QuantityStatus.Suppressed).ToList();
        Assert.NotEmpty(hidden);
        Assert.All(hidden, q => Assert.Equal((null, null, null), (q.Value, q.Base, q.Interval)));
        var shares = quantities.Where(q => q is { Unit: Unit.Share, Status: QuantityStatus.Estimated });
        Assert.All(shares, q => Assert.True(q.Base is null || q.Base >= minimum, q.Id.Value));
        // What a share counts, or leaves out, is nobody or at least the threshold.
        Assert.All(
            shares.Where(q => q is { Interval: not null, Base: not null }),
            q =>
            {
                var persons = q.Value!.Value * q.Base!.Value;
                Assert.True(
                    persons > minimum - 0.5 && (q.Base.Value - persons < 0.5 || q.Base.Value - persons > minimum - 0.5),
                    q.Id.Value
                );
            }
        );
    }

    [Fact]
    public void Run_SameDataTwice_GivesTheSameBytes()
    {
        static byte[] Bytes() =>
            EditionWriter.Write(
                new Edition
                {
                    Quantities = StageRun.Of(Participants.Make(400)).Edition.ToQuantities(),
                    Tables = [],
                    Figures = [],
                    Origin = new EditionOrigin("x", "0", "x.csv", string.Empty, true, 400),
                }
            );
        Assert.Equal(Bytes(), Bytes());
    }

    [Fact]
    public void Run_ModelThatCannotBeFitted_StillBuildsTablesAndFigures()
    {
        var run = StageRun.Of(Participants.Make(900, change: (_, row) => row["maaloppnaaelse"] = "ja"));
        Assert.Equal(
            ReportModel.All.Select(m => ToolTexts.Get("model." + m.Token)).Order(StringComparer.Ordinal),
            run.Bag.Sorted().Select(d => d.Arguments[0]).Order(StringComparer.Ordinal)
        );
        Assert.All(run.Bag.Sorted(), d => Assert.Equal("RB6002", d.Code));
        Assert.NotEmpty(run.Tables);
        Assert.NotEmpty(run.Figures);
        Assert.Equal(QuantityStatus.NotEstimable, run.Edition["modell.individ.ordning.oddsrate"].Status);
    }

    [Fact]
    public void Run_NoParticipantsAtAllInOneScheme_StillBuildsTablesAndFigures()
    {
        var run = StageRun.Of(Participants.Make(400, change: (_, row) => row["ordning"] = "jobbsjansen"));
        Assert.Equal(QuantityStatus.NotApplicable, run.Edition["maaloppnaaelse.introduksjonsprogrammet"].Status);
        Assert.NotEmpty(run.Figures);
    }
}
