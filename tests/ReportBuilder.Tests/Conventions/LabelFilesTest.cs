using System.Text.RegularExpressions;
using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;
using Xunit;

namespace ReportBuilder.Tests.Conventions;

public class LabelFilesTest
{
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public void Labels_OfTheRepository_HaveUniqueKeysAndTwoFieldsALine(string language)
    {
        var bag = new DiagnosticBag();
        var labels = LabelSet.Read(Repository.PathOf("templates/labels/" + language), "templates/labels/" + language, bag);
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        Assert.NotEmpty(labels.Keys);
    }

    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    public void Labels_OfTheRepository_HaveAsciiKeysAndTextWithoutLooseSpace(string language)
    {
        var labels = LabelSet.Read(Repository.PathOf("templates/labels/" + language), language, new DiagnosticBag());
        Assert.All(
            labels.Keys,
            key =>
            {
                Assert.Matches(@"^[a-z0-9_]+(\.[a-z0-9_]+)*$", key);
                Assert.NotEmpty(labels.Get(key));
                Assert.Equal(labels.Get(key).Trim(), labels.Get(key));
            }
        );
    }

    [Fact]
    public void Labels_InNynorsk_HaveTheKeysAndPlacesOfBokmal()
    {
        var (nb, nn) = (Read("nb"), Read("nn"));

        Assert.Empty(nn.Keys.Except(nb.Keys));
        Assert.All(nn.Keys, key => Assert.Equal(Places(nb.Get(key)), Places(nn.Get(key))));
        // What only briefings say is said in both.
        Assert.Empty(nb.Keys.Where(k => k.StartsWith("notat.", StringComparison.Ordinal)).Except(nn.Keys));

        static LabelSet Read(string language) =>
            LabelSet.Read(Repository.PathOf("templates/labels/" + language), language, new DiagnosticBag());

        static IEnumerable<string> Places(string text) =>
            Regex.Matches(text, @"\{\d\}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
    }
}
