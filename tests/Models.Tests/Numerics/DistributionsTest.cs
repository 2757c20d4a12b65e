using ReportBuilder.Models.Numerics;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Numerics;

/// <summary>Expected values by R: qnorm(1 - a/2), 2 * pnorm(-|z|), qt(1 - a/2, df).</summary>
public class DistributionsTest
{
    [Theory]
    [InlineData(0.5, 0.67448975019608171)]
    [InlineData(0.8, 1.2815515655446008)]
    [InlineData(0.9, 1.6448536269514715)]
    [InlineData(0.95, 1.9599639845400536)]
    [InlineData(0.99, 2.5758293035488999)]
    [InlineData(0.999, 3.2905267314919255)]
    public void NormalCritical_Level_AsQnorm(double level, double expected) =>
        Close.To(expected, Distributions.NormalCritical(level), 1e-12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.10000000000000001, 0.92034432544594202)]
    [InlineData(-1.5, 0.13361440253771614)]
    [InlineData(1.959963984540054, 0.050000000000000024)]
    [InlineData(5, 5.7330314375838782e-07)]
    [InlineData(-12, 3.5529642241553581e-33)]
    [InlineData(30, 9.8134278542963744e-198)]
    public void NormalTwoSided_Z_AsPnorm(double z, double expected) => Close.To(expected, Distributions.NormalTwoSided(z), 1e-12);

    [Theory]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.95, 1, 12.706204736174694)]
    [InlineData(0.999, 1, 636.6192487687897)]
    [InlineData(0.5, 2, 0.81649658092772592)]
    [InlineData(0.95, 2, 4.3026527297494619)]
    [InlineData(0.999, 2, 31.599054576445365)]
    [InlineData(0.5, 5, 0.72668684380042292)]
    [InlineData(0.95, 5, 2.5705818356363137)]
    [InlineData(0.999, 5, 6.8688266258812734)]
    [InlineData(0.5, 29, 0.68304386082161339)]
    [InlineData(0.95, 29, 2.0452296421327034)]
    [InlineData(0.999, 29, 3.6594050194663734)]
    [InlineData(0.5, 1000, 0.67473516460700933)]
    [InlineData(0.95, 1000, 1.9623390808264076)]
    [InlineData(0.999, 1000, 3.3002826484239436)]
    [InlineData(0.5, 19315, 0.67450245219150462)]
    [InlineData(0.95, 19315, 1.9600868122577355)]
    [InlineData(0.999, 19315, 3.2910305411629976)]
    public void StudentCritical_Level_AsQt(double level, double degreesOfFreedom, double expected) =>
        Close.To(expected, Distributions.StudentCritical(level, degreesOfFreedom), 1e-10);
}
