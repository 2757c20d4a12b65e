using ReportBuilder.Templating.Words;
using Xunit;

namespace ReportBuilder.Tests.Templating.Words;

public class FractionPhraseTest
{
    private static readonly IReadOnlyList<decimal> Fractions = [.. SimpleFraction.Named.Select(f => f.Percent)];

    [Theory]
    [InlineData(0, "None 1_1")]
    [InlineData(1, "Under 1_10")]
    [InlineData(8, "Under 1_10")]
    [InlineData(9, "Nearly 1_10")]
    [InlineData(10, "Exactly 1_10")]
    [InlineData(11, "SlightlyOver 1_10")]
    [InlineData(12, "WellOver 1_10")]
    [InlineData(17, "Nearly 1_5")]
    [InlineData(25, "Exactly 1_4")]
    [InlineData(29, "WellOver 1_4")]
    [InlineData(33, "Exactly 1_3")]
    [InlineData(34, "About 1_3")]
    [InlineData(35, "SlightlyOver 1_3")]
    [InlineData(45, "WellOver 2_5")]
    [InlineData(48, "Nearly 1_2")]
    [InlineData(50, "Exactly 1_2")]
    [InlineData(51, "SlightlyOver 1_2")]
    [InlineData(55, "WellOver 1_2")]
    [InlineData(66, "About 2_3")]
    [InlineData(67, "Exactly 2_3")]
    [InlineData(73, "Nearly 3_4")]
    [InlineData(85, "WellOver 4_5")]
    [InlineData(95, "WellOver 9_10")]
    [InlineData(97, "Nearly 1_1")]
    [InlineData(100, "Exactly 1_1")]
    public void Of_WholePercent_IsThePhrase(int percent, string expected) => Assert.Equal(expected, Text(Of(percent, 0)));

    [Theory]
    [InlineData(0.2, "NearlyNone 1_1")]
    [InlineData(33.3, "Exactly 1_3")]
    [InlineData(33.4, "About 1_3")]
    [InlineData(50.4, "About 1_2")]
    [InlineData(99.9, "Nearly 1_1")]
    public void Of_OneDecimal_IsThePhrase(double percent, string expected) => Assert.Equal(expected, Text(Of((decimal)percent, 1)));

    [Fact]
    public void Of_EveryShare_SaysWhatIsTrueOfIt()
    {
        for (var percent = 0m; percent <= 100; percent += 0.1m)
        {
            var phrase = Of(percent, 1);
            var named = phrase.Fraction.Percent;
            var isTrue = phrase.Hedge switch
            {
                Hedge.Exactly => Math.Abs(percent - named) < 0.05m,
                Hedge.About => Math.Abs(percent - named) < 1,
                Hedge.Nearly => percent < named && named - percent <= 3,
                Hedge.SlightlyOver => percent > named && percent - named <= 3,
                Hedge.WellOver => percent - named > 1 && Fractions.All(f => f <= named || f > percent),
                Hedge.Under => percent is >= 1 and < 10,
                Hedge.None => percent == 0,
                _ => percent is > 0 and < 1,
            };
            Assert.True(isTrue, $"{percent}: {Text(phrase)}");
        }
    }

    private static FractionPhrase Of(decimal percent, int decimals) => FractionPhrase.Of((double)percent / 100, percent, decimals);

    private static string Text(FractionPhrase phrase) => $"{phrase.Hedge} {phrase.Fraction.Token}";
}
