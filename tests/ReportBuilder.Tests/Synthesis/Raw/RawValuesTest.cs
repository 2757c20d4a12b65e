using CsCheck;
using ReportBuilder.Synthesis;
using ReportBuilder.Synthesis.Raw;
using Xunit;

namespace ReportBuilder.Tests.Synthesis.Raw;

public class RawValuesTest
{
    [Fact]
    public void Dates_AnyResidenceAndDuration_ComeBackInCompletedYearsAndMonths() =>
        Gen.Int[0, 40]
            .Select(Gen.Int[0, 72], Gen.Int[0, 1460], Gen.ULong, (residence, duration, day, seed) => (residence, duration, day, seed))
            .Sample(
                t =>
                {
                    var exit = new DateOnly(2017, 1, 1).AddDays(t.day);
                    var (decision, start) = NirDates.Draw(exit, t.residence, t.duration, lead: 4, new RandomSource(t.seed));
                    var canComeFirst = t.duration <= 12 * t.residence + 11;
                    return start!.Value.AddMonths(t.duration) <= exit
                        && start.Value.AddMonths(t.duration + 1) > exit
                        && decision!.Value.AddYears(t.residence) <= exit
                        && decision.Value.AddYears(t.residence + 1) > exit
                        && (decision <= start || !canComeFirst);
                },
                seed: "0N0XIzNsQ0O2",
                iter: 5000
            );

    [Fact]
    public void Dates_NothingKnown_AreEmpty() =>
        Assert.Equal((null, null), NirDates.Draw(new DateOnly(2018, 2, 28), -1, -1, 4, new RandomSource(1)));

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2.75)]
    [InlineData(10.0 / 3)]
    [InlineData(4)]
    public void Tests_AMeanTheyCanHave_HaveIt(double mean)
    {
        var (tests, levels) = (new NorwegianTests(TwinDraw.Tables, 4), new int[4]);
        var random = new RandomSource(5);
        for (var i = 0; i < 300; i++)
        {
            Assert.True(tests.Draw(mean, levels, random));
            Assert.Equal(mean, levels.Where(l => l >= 0).Average(), 1e-12);
            Assert.All(levels, l => Assert.InRange(l, -1, 4));
        }
    }

    [Fact]
    public void Tests_AMeanTheyCannotHave_AreTheNearestAndSaySo()
    {
        var levels = new int[4];

        Assert.False(new NorwegianTests(TwinDraw.Tables, 4).Draw(2.1, levels, new RandomSource(5)));
        Assert.Equal(2.0, levels.Average());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Absence_AnyDraw_IsOnItsSideOfATenth(bool isHigh)
    {
        var random = new RandomSource(9);
        var exact = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var hours = AbsenceHours.Draw(isHigh, TwinDraw.Tables, random);
            var absent = hours.AbsentHours + 15 * hours.AbsentDays;
            var attended = hours.Norwegian + hours.Social + hours.Other;
            Assert.Equal(isHigh, absent * 10 >= attended);
            Assert.True(hours is { AbsentHours: >= 0, AbsentDays: >= 0, Social: > 0 });
            exact += absent * 10 == attended ? 1 : 0;
        }

        Assert.Equal(isHigh, exact > 0);
    }
}
