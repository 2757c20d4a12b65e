using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Explanations;

public class SignedTextTest
{
    [Theory]
    [InlineData("0.5712345678", "0.571235")]
    [InlineData("-1.234567891E-08 base=120", "-1.23457E-08 base=120")]
    [InlineData("0.5 interval=0.1234567..0.7654321@0.95", "0.5 interval=0.123457..0.765432@0.95")]
    [InlineData("1234567", "1234567")]
    [InlineData("suppressed", "suppressed")]
    public void Of_Number_HasSixDigitsUnlessWhole(string side, string expected) =>
        Assert.Equal(expected, SignedText.Of(DifferenceSubject.Quantity, side));

    [Fact]
    public void Of_Words_AreKept() => Assert.Equal("Versjon 1.23456789", SignedText.Of(DifferenceSubject.Table, "Versjon 1.23456789"));

    [Theory]
    [InlineData("0.5712345678", "0.5712345679", true)]
    [InlineData("0.5712345678", "0.57125", false)]
    [InlineData("1234567", "1234568", false)]
    [InlineData(null, "0.5", false)]
    public void AreSame_NoiseOfAProcessor_IsNoOtherNumber(string? signed, string side, bool expected) =>
        Assert.Equal(expected, SignedText.AreSame(DifferenceSubject.Quantity, signed, side));
}
