using ReportBuilder.Formulas;
using Xunit;

namespace ReportBuilder.Tests.Formulas;

/// <summary>Expected values are those of <c>as.character</c> in R 4.2.2.</summary>
public class RNumberTextTest
{
    [Theory]
    [InlineData(100000, "1e+05")]
    [InlineData(123456.7, "123456.7")]
    [InlineData(0.0001, "1e-04")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(1e15, "1e+15")]
    [InlineData(100000.1, "100000.1")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(1.0 / 3, "0.333333333333333")]
    [InlineData(1e-15, "1e-15")]
    [InlineData(2, "2")]
    [InlineData(1e22, "1e+22")]
    [InlineData(-100000, "-1e+05")]
    [InlineData(0, "0")]
    [InlineData(10, "10")]
    public void Of_Number_IsWrittenAsR(double value, string expected) => Assert.Equal(expected, RNumberText.Of(value));
}
