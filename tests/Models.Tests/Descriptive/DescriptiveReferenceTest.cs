using System.Text.Json;
using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Descriptive;

/// <summary>Against base R (descriptive.R).</summary>
public class DescriptiveReferenceTest
{
    private const double Tolerance = 1e-10;
    private const double NearZero = 1e-12;
    private static readonly JsonElement Expected = ReferenceFiles.Json("descriptive.json");

    public static TheoryData<string> SampleNames => [.. Expected.GetProperty("samples").EnumerateObject().Select(s => s.Name)];

    [Fact]
    public void Share_Interval_AsPropTest()
    {
        foreach (var row in Expected.Rows("wilson"))
        {
            var share = Share.Of(row.GetProperty("x").GetInt32(), row.GetProperty("n").GetInt32(), row.Number("level"));
            Close.To(row.Number("low"), share.Interval!.Value.Low, Tolerance, "low", NearZero);
            Close.To(row.Number("high"), share.Interval!.Value.High, Tolerance, "high", NearZero);
        }
    }

    [Fact]
    public void ShareDifference_Interval_AsNewcombeMethod10()
    {
        foreach (var row in Expected.Rows("newcombe"))
        {
            int Count(string name) => row.GetProperty(name).GetInt32();
            var difference = ShareDifference.Of(Count("x1"), Count("n1"), Count("x2"), Count("n2"));
            Close.To(row.Number("low"), difference.Interval!.Value.Low, Tolerance, "low", NearZero);
            Close.To(row.Number("high"), difference.Interval!.Value.High, Tolerance, "high", NearZero);
        }
    }

    /// <summary>Newcombe (1998), table II, method 10, as printed.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void ShareDifference_Interval_AsPublished(int x1, int n1, int x2, int n2, double low, double high)
    {
        var interval = ShareDifference.Of(x1, n1, x2, n2).Interval!.Value;
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void MeanSummary_Sample_AsTTest(string name)
    {
        var sample = Expected.GetProperty("samples").GetProperty(name);
        var summary = MeanSummary.Of(sample.Numbers("values"));
        Close.To(sample.Number("mean"), summary.Mean, 1e-15);
        if (summary.Count < 2)
        {
            Assert.Null(summary.StandardDeviation);
            Assert.Null(summary.Interval);
            return;
        }

        Close.To(sample.Number("sd"), summary.StandardDeviation, Tolerance);
        foreach (var (level, limits) in new[] { (0.9, "t90"), (0.95, "t95"), (0.999, "t999") })
        {
            var expected = sample.Numbers(limits);
            var interval = MeanSummary.Of(sample.Numbers("values"), level).Interval!.Value;
            Close.To(expected[0]!.Value, interval.Low, Tolerance);
            Close.To(expected[1]!.Value, interval.High, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void QuantileSummary_Sample_AsType7(string name)
    {
        var sample = Expected.GetProperty("samples").GetProperty(name);
        double[] probabilities = [.. sample.Numbers("probs").OfType<double>()];
        var summary = QuantileSummary.Of(sample.Numbers("values"), probabilities);
        Assert.Equal(QuantileType.Type7, summary.Type);
        foreach (var (expected, quantile) in sample.Numbers("type7").Zip(summary.Quantiles))
        {
            Close.To(expected!.Value, quantile.Value, 1e-14);
        }
    }

    [Fact]
    public void Histogram_Sample_AsCut()
    {
        var values = Expected.GetProperty("samples").GetProperty("months").Numbers("values");
        var histogram = Histogram.Of(values, start: 5, width: 5, closedClasses: 4);
        var expected = Expected.GetProperty("classes");
        Assert.Equal(expected.GetProperty("below5").GetInt32(), histogram.Below);
        Assert.Equal(expected.Numbers("counts").Select(v => (int)v!.Value), histogram.Classes.Select(c => c.Count));
    }
}
