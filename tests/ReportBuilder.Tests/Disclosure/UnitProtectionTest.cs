using ReportBuilder.Disclosure;
using Xunit;

namespace ReportBuilder.Tests.Disclosure;

public class UnitProtectionTest
{
    [Fact]
    public void Of_FewOfEitherOutcome_AreHidden()
    {
        CellCount[] units = [new(40, 20), new(40, 4), new(40, 36), new(4, 2), new(60, 30), new(9, 5)];

        var shown = UnitProtection.Of(units, 5);

        Assert.All(
            units.Zip(shown).Where(u => u.Second is Protection.Exact or Protection.Rounded),
            u => Assert.InRange(u.First.Successes, 5, u.First.Persons - 5)
        );
        Assert.Contains(Protection.Exact, shown);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_AnyUnits_AnAttackerWhoKnowsEverySizeLearnsNoCountBelowTheThreshold(int seed)
    {
        const int Minimum = 5;
        var random = new Random(seed);
        for (var trial = 0; trial < 25; trial++)
        {
            CellCount[] units =
            [
                .. Enumerable
                    .Range(0, random.Next(2, 12))
                    .Select(_ =>
                    {
                        var persons = random.Next(1, 40);
                        return new CellCount(persons, random.Next(0, persons + 1));
                    }),
            ];
            var shown = UnitProtection.Of(units, Minimum);
            for (var i = 0; i < units.Length; i++)
            {
                if (shown[i] == Protection.Hidden && shown.Any(p => p is Protection.Exact or Protection.Rounded))
                {
                    var possible = Attacker.PossibleSuccesses(units, shown, i, 0);
                    Assert.True(possible.Count > Math.Min(Minimum, units[i].Persons), $"{seed}/{trial}/{i}: {possible.Count} possible");
                }
            }
        }
    }

    [Theory]
    [InlineData(50, 0.1, true)]
    [InlineData(49, 0.1, false)]
    [InlineData(49, 0.9, false)]
    [InlineData(10, 0.5, true)]
    [InlineData(9, 0.5, false)]
    [InlineData(0, 0.5, false)]
    public void MayShowPercentile_NeedsTheThresholdAtEachSide(int units, double probability, bool expected) =>
        Assert.Equal(expected, UnitProtection.MayShowPercentile(units, probability, 5));
}
