using ReportBuilder.Editions;
using ReportBuilder.Models.Regression;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Stages;

/// <summary>The individual model with a product of two terms.</summary>
public class InteractionStageTest
{
    private static readonly Participants People = Participants.Make(1200);
    private static readonly EditionBuilder Edition = Run(People);

    [Fact]
    public void Run_EffectAtEachLevel_IsTheCoefficientOfARefitWithThatLevelAsReference()
    {
        // With the absences swapped, the coefficient of the scheme itself is the effect where absence was high.
        var swapped = Participants.Make(1200, change: (_, row) => row["fravaer"] = row["fravaer"] == "hoyt" ? "lavt" : "hoyt");
        var other = Run(swapped);

        foreach (var (level, asReference) in new[] { ("hoyt", "lavt"), ("lavt", "hoyt") })
        {
            AssertSame(Edition[$"samspill.fravaer.{level}.oddsrate"], other[$"samspill.fravaer.{asReference}.oddsrate"]);
            AssertSame(Edition[$"samspill.fravaer.{level}.forskjell"], other[$"samspill.fravaer.{asReference}.forskjell"]);
        }

        Assert.Equal(Edition["samspill.fravaer.p"].Value!.Value, other["samspill.fravaer.p"].Value!.Value, 1e-9);
    }

    [Fact]
    public void Run_SlopeOfIntroduksjonsprogrammet_IsTheCoefficientOfItsTermInTheModelWithTheProduct()
    {
        var fits = Fits(People);
        var terms = ModelTerm.OfIndividualModel;
        var (scheme, years) = (terms.Single(t => t.Token == "ordning"), terms.Single(t => t.Token == "botid"));
        var smaller = fits.Logistic(ReportModel.Individual);
        var fit = LogisticRegression.Fit(new ModelDesigns(People.Data).WithProduct(smaller.Design, terms, scheme, years));
        double Coefficient(string name) => fit.Estimates!.Coefficients.Single(c => c.Column.Name == name).Estimate!.Value;

        Assert.Equal(smaller.Design.UsedRows, fit.Design.UsedRows);
        Assert.Equal(Math.Exp(Coefficient("botid")), Value("samspill.botid.introduksjonsprogrammet.oddsrate"), 1e-10);
        Assert.Equal(
            Math.Exp(Coefficient("botid") + Coefficient(ModelDesigns.ProductName(scheme, years))),
            Value("samspill.botid.jobbsjansen.oddsrate"),
            1e-10
        );
        Assert.Equal(LikelihoodRatioTest.Compare(fit, smaller).P, Value("samspill.botid.p"));
    }

    [Fact]
    public void Run_Numbers_HaveUnitsIntervalsAndTheParticipantsTheyAreOf()
    {
        var model = Edition["samspill.fravaer.p"].Base;

        Assert.Equal(model, Edition["samspill.fravaer.lavt.forskjell"].Base + Edition["samspill.fravaer.hoyt.forskjell"].Base);
        Assert.Equal(
            model,
            Edition["samspill.botid.jobbsjansen.oddsrate"].Base + Edition["samspill.botid.introduksjonsprogrammet.oddsrate"].Base
        );
        Assert.Equal(Unit.PercentagePoints, Edition["samspill.fravaer.lavt.forskjell"].Unit);
        Assert.All(
            Edition.ToQuantities().Values.Where(q => q.Unit is Unit.OddsRatio or Unit.PercentagePoints),
            q => Assert.InRange(q.Value!.Value, q.Interval!.Value.Low, q.Interval.Value.High)
        );
    }

    [Fact]
    public void Run_NobodyOfASchemeAtALevel_IsNotEstimableThereButAtTheOther()
    {
        var edition = Run(
            Participants.Make(900, change: (_, row) => row["fravaer"] = row["ordning"] == "jobbsjansen" ? "lavt" : row["fravaer"])
        );

        Assert.Equal(QuantityStatus.Estimated, edition["samspill.fravaer.lavt.oddsrate"].Status);
        Assert.Equal(QuantityStatus.Estimated, edition["samspill.fravaer.lavt.forskjell"].Status);
        Assert.Equal(QuantityStatus.NotEstimable, edition["samspill.fravaer.hoyt.oddsrate"].Status);
        Assert.Equal(QuantityStatus.NotEstimable, edition["samspill.fravaer.hoyt.forskjell"].Status);
        Assert.Equal(QuantityStatus.NotEstimable, edition["samspill.fravaer.p"].Status);
        Assert.Equal(QuantityStatus.Estimated, edition["samspill.botid.p"].Status);
    }

    [Fact]
    public void Run_OutcomeOfOneKindOnly_IsNotEstimable()
    {
        var edition = Run(Participants.Make(300, change: (_, row) => row["maaloppnaaelse"] = "ja"));

        Assert.All(edition.ToQuantities().Values, q => Assert.Equal(QuantityStatus.NotEstimable, q.Status));
        Assert.Equal(8, edition.Count);
    }

    private static double Value(string id) => Edition[id].Value!.Value;

    private static void AssertSame(Quantity expected, Quantity actual)
    {
        Assert.Equal(expected.Value!.Value, actual.Value!.Value, 1e-8);
        Assert.Equal(expected.Interval!.Value.Low, actual.Interval!.Value.Low, 1e-8);
        Assert.Equal(expected.Interval.Value.High, actual.Interval.Value.High, 1e-8);
        Assert.Equal(expected.Base, actual.Base);
    }

    private static EditionBuilder Run(Participants people)
    {
        var edition = new EditionBuilder();
        InteractionStage.Run(people.Data, Fits(people), edition);
        return edition;
    }

    private static ModelFits Fits(Participants people) => new(people.Data, new ModelRows(people.Data, Sample.Complete(people.Data).Rows));
}
