using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Editions;
using ReportBuilder.Models.Regression;
using ReportBuilder.Stages;
using ReportBuilder.Tests.Datasets;
using ReportBuilder.Tests.Stages;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Numbers;

public class MunicipalContributionsTest
{
    private const int Fewest = 5;
    private const Scheme Intro = Scheme.Introduksjonsprogrammet;

    // Sixty municipalities that differ, so that there is something to rank.
    private static readonly Participants People = Participants.Make(
        3000,
        change: (i, row) =>
        {
            var code = DataFolder.Municipalities.InYear(2020)[i % 60].Code;
            (row["kommune"], row["aar"]) = (code, "2020");
            row["maaloppnaaelse"] = i / 60 * 17 % 50 < 8 + i % 60 / 2 ? "ja" : "nei";
        }
    );

    private static readonly ParticipantPlaces Places = ParticipantPlaces.Of(People.Data, DataFolder.Municipalities);
    private static readonly Sample Complete = Sample.Complete(People.Data);
    private static readonly LogisticFit Fit = new ModelFits(People.Data, new ModelRows(People.Data, Complete.Rows)).Logistic(
        ReportModel.Individual
    );
    private static readonly MunicipalContributions Some = MunicipalContributions.Of(Intro, People.Data, Fit, Places, Fewest);

    [Fact]
    public void Of_Municipality_IsActualLessMeanExpected()
    {
        for (var place = 0; place < 60; place++)
        {
            var rows = Fit.Design.UsedRows.Index().Where(r => Places.OfRow[r.Item] == place && Complete.SchemeOf(r.Item) == Intro).ToList();
            var expected = rows.Average(r => Fit.Estimates!.FittedProbabilities[r.Index]);
            var actual = rows.Average(r => Fit.Design.Outcome[r.Index]);

            var numbers = Numbers(place);

            Assert.Equal(Quantity.Rounded("a", expected, Unit.Share, 0).Value!.Value, numbers["forventet"].Value!.Value, 12);
            Assert.Equal(
                Quantity.Rounded("a", actual - expected, Unit.PercentagePoints, 0).Value!.Value,
                numbers["avvik"].Value!.Value,
                12
            );
            Assert.Equal(rows.Count, numbers["avvik"].Base);
            Assert.Equal((rows.Count, (int)Math.Round(100 * numbers["avvik"].Value!.Value)), Some.DotOf(place));
        }
    }

    [Fact]
    public void Of_Ranks_AreInTensWithinThoseRanked()
    {
        var ranked = 0;
        for (var place = 0; place < 60; place++)
        {
            var numbers = Numbers(place);
            var (from, to, of) = ((int)numbers["plass_fra"].Value!, (int)numbers["plass_til"].Value!, (int)numbers["plass_av"].Value!);
            Assert.True(from == 1 || from % 10 == 0);
            Assert.True(to == of || to % 10 == 0);
            Assert.InRange(from, 1, to);
            Assert.Equal(60, of);
            Assert.True(to <= of);
            ranked++;
        }

        Assert.Equal(60, ranked);
        Assert.Equal((1, 60), (Numbers(59)["plass_fra"].Value, Numbers(0)["plass_til"].Value));
        Assert.True(Numbers(59)["plass_til"].Value < 60);
    }

    [Fact]
    public void Of_Chance_StaysWithinWhatCanBeTold()
    {
        var chances = Enumerable.Range(0, 60).Select(place => Numbers(place)["sjanse_over"].Value!.Value).ToList();

        Assert.Equal(0.01, chances.Min());
        Assert.Equal(0.99, chances.Max());
        Assert.All(
            Enumerable.Range(0, 60).Select(Numbers),
            n => Assert.Equal(1, n["sjanse_over"].Value!.Value + n["sjanse_under"].Value!.Value, 0.0101)
        );
    }

    [Fact]
    public void Of_Hidden_TellsNothing()
    {
        Assert.All(Some.Of(3, hasScheme: true, isHidden: true), q => Assert.Equal(QuantityStatus.Suppressed, q.Status));
        Assert.All(Some.Of(3, hasScheme: true, isHidden: true), q => Assert.Null(q.Base));
    }

    [Fact]
    public void Of_NoScheme_IsNotApplicable() =>
        Assert.All(Some.Of(100, hasScheme: false, isHidden: false), q => Assert.Equal(QuantityStatus.NotApplicable, q.Status));

    [Fact]
    public void Of_FewerThanTheMinimum_IsNotEstimable()
    {
        var none = MunicipalContributions.Of(Intro, People.Data, Fit, Places, 1000);

        Assert.All(none.Of(3, hasScheme: true, isHidden: false), q => Assert.Equal(QuantityStatus.NotEstimable, q.Status));
        Assert.Null(none.DotOf(3));
        Assert.All(none.Limits(), q => Assert.Equal(QuantityStatus.NotEstimable, q.Status));
    }

    [Fact]
    public void Of_SameSeed_GivesTheSame()
    {
        var again = MunicipalContributions.Of(Intro, People.Data, Fit, Places, Fewest);

        for (var place = 0; place < 60; place++)
        {
            Assert.Equal(Numbers(place).Values, again.Of(place, hasScheme: true, isHidden: false));
        }
    }

    [Fact]
    public void Limits_AreThoseOfEachMunicipality()
    {
        var limits = Some.Limits().ToDictionary(l => l.Id.Value, l => l.Value!.Value, StringComparer.Ordinal);
        var (chance, spread) = (limits[BriefingIds.FunnelLimit(Intro)], limits[BriefingIds.FunnelSpread(Intro)]);

        for (var place = 0; place < 60; place++)
        {
            var numbers = Numbers(place);
            var persons = numbers["forventet"].Base!.Value;
            Assert.Equal(Math.Sqrt((chance * chance / persons) + (spread * spread)), numbers["grense_over"].Value!.Value, 0.003);
            Assert.Equal(-numbers["grense_over"].Value!.Value, numbers["grense_under"].Value!.Value);
        }
    }

    // What the text under the figure says: about 95 of 100.
    [Fact]
    public void Limits_HaveAboutNineteenOfTwentyMunicipalitiesBetweenThem()
    {
        var inside = Enumerable.Range(0, 60).Select(Numbers).Count(n => Math.Abs(n["avvik"].Value!.Value) <= n["grense_over"].Value!.Value);

        Assert.InRange(inside, 54, 60);
    }

    private static Dictionary<string, Quantity> Numbers(int place) =>
        Some.Of(place, hasScheme: true, isHidden: false).ToDictionary(q => q.Id.Value.Split('.')[^1], StringComparer.Ordinal);
}
