using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;
using Xunit;

namespace ReportBuilder.Tests.Conventions;

public class LabelFilesTest
{
    [Fact]
    public void Labels_OfTheRepository_HaveUniqueKeysAndTwoFieldsALine()
    {
        var bag = new DiagnosticBag();
        var labels = LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", bag);
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        Assert.NotEmpty(labels.Keys);
    }

    [Fact]
    public void Labels_OfTheRepository_HaveAsciiKeysAndTextWithoutLooseSpace()
    {
        var labels = LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", new DiagnosticBag());
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
}
