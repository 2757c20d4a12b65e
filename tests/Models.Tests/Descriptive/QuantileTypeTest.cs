using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Descriptive;

public class QuantileTypeTest
{
    /// <summary>Against R's quantile(type = 1:9) (descriptive.R).</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void QuantileSummary_EveryType_AsR(bool isSmall)
    {
        var file = ReferenceFiles.Json("descriptive.json");
        var sample = file.GetProperty("samples").GetProperty("months");
        var values = isSmall ? file.GetProperty("types6").Numbers("values") : sample.Numbers("values");
        var types = isSmall ? file.GetProperty("types6").GetProperty("quantiles") : file.GetProperty("types");
        double[] probabilities = [.. sample.Numbers("probs").OfType<double>()];
        foreach (var type in Enum.GetValues<QuantileType>())
        {
            var summary = QuantileSummary.Of(values, type, probabilities);
            var expected = types[(int)type - 1].EnumerateArray().Select(v => v.GetDouble());
            foreach (var (e, quantile) in expected.Zip(summary.Quantiles))
            {
                Close.To(e, quantile.Value, 1e-13, $"{type} {quantile.Probability}");
            }
        }
    }

    [Fact]
    public void QuantileSummary_OneValue_IsThatWhateverTheType() =>
        Assert.All(
            Enum.GetValues<QuantileType>(),
            type => Assert.Equal(4, QuantileSummary.Of([4], type, 0, 0.3, 1).Quantiles.Average(q => q.Value))
        );
}
