using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

public class MissingModelStageTest
{
    [Fact]
    public void Run_Rows_AreAllWithKnownCharacteristicsWhateverTheOutcome()
    {
        var people = Participants.Make(900, change: (i, row) => row["maaloppnaaelse"] = i % 3 == 0 ? null : row["maaloppnaaelse"]);
        var edition = Run(people, new DiagnosticBag());
        var known = people.With(ModelTerm.OfMissingModel.Select(t => t.Column)).Count();
        Assert.Equal(known, edition["modell.mangler.observasjoner"].Value);
        Assert.True(known > people.With(StageColumns.OfIndividualModel).Count());
    }

    [Fact]
    public void Run_SchemeThatLacksMore_HasTheHigherOdds()
    {
        var people = Participants.Make(
            1200,
            change: (i, row) => row["norsknivaa"] = row["ordning"] == "jobbsjansen" && i % 2 == 0 ? null : row["norsknivaa"]
        );
        var ratio = Run(people, new DiagnosticBag())["modell.mangler.ordning.oddsrate"];
        Assert.True(ratio.Interval!.Value.Low > 2);
    }

    [Fact]
    public void Run_NobodyLacksAnything_WarnsRB6002AndIsNotEstimable()
    {
        var bag = new DiagnosticBag();
        var people = Participants.Make(
            300,
            change: (_, row) =>
            {
                row["norsknivaa"] ??= "2";
                row["utdanningsnivaa"] ??= "en_del";
            }
        );
        var edition = Run(people, bag);
        Assert.Equal([ToolTexts.Get("model.mangler"), ToolTexts.Get("fit.oneOutcomeClass")], Assert.Single(bag.Sorted()).Arguments);
        Assert.Equal(QuantityStatus.NotEstimable, edition["modell.mangler.ordning.oddsrate"].Status);
    }

    private static EditionBuilder Run(Participants people, DiagnosticBag bag)
    {
        var edition = new EditionBuilder();
        MissingModelStage.Run(people.Data, edition, bag);
        return edition;
    }
}
