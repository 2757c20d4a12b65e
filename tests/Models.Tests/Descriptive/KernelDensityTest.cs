using ReportBuilder.Models.Descriptive;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Descriptive;

public class KernelDensityTest
{
    /// <summary>Against direct sums of dnorm at R's points, and R's own binned density to the digits it has (descriptive.R).</summary>
    [Fact]
    public void Of_Samples_AsR()
    {
        foreach (var row in ReferenceFiles.Json("descriptive.json").Rows("densities"))
        {
            var density = KernelDensity.Of(row.Numbers("values"), 9);
            Assert.Equal(DensityStatus.Estimated, density.Status);
            Close.To(row.Number("bw"), density.Bandwidth, 1e-12);
            var (x, direct, binned) = (row.Numbers("x"), row.Numbers("direct"), row.Numbers("binned"));
            var highest = density.Points.Max(p => p.Density);
            for (var i = 0; i < 9; i++)
            {
                Close.To(x[i]!.Value, density.Points[i].X, 1e-12);
                Close.To(direct[i]!.Value, density.Points[i].Density, 1e-10, absolute: 1e-15);
                Close.To(binned[i]!.Value, density.Points[i].Density, 0, absolute: 0.02 * highest);
            }
        }
    }

    [Fact]
    public void Of_ManyPoints_IntegratesToOne()
    {
        var density = KernelDensity.Of([1, 2, 2.5, 7, null, double.NaN], 2000);
        var step = density.Points[1].X - density.Points[0].X;
        Close.To(1, density.Points.Sum(p => p.Density) * step, 2e-3);
        Assert.Equal((4, 2), (density.Count, density.Missing));
    }

    [Fact]
    public void Of_OneValue_IsNamed() => Assert.Equal(DensityStatus.TooFewValues, KernelDensity.Of([3, null]).Status);

    [Fact]
    public void Of_OneValueOften_HasABandwidth() => Assert.Equal(0.9 * Math.Pow(3, -0.2), KernelDensity.Of([0, 0, 0]).Bandwidth!.Value, 12);
}
