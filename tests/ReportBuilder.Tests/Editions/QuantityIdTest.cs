using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Editions;

public class QuantityIdTest
{
    [Theory]
    [InlineData("andel")]
    [InlineData("maaloppnaaelse.kjonn.kvinne.jobbsjansen")]
    [InlineData("fordeling.botid.15_og_over.jobbsjansen")]
    [InlineData("maaloppnaaelse.aar.2017.introduksjonsprogrammet")]
    [InlineData("a.0._")]
    public void Constructor_ValidText_KeepsIt(string text)
    {
        Assert.True(QuantityId.IsValid(text));
        Assert.Equal(text, new QuantityId(text).Value);
        Assert.Equal(text, new QuantityId(text).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData(".andel")]
    [InlineData("andel.")]
    [InlineData("andel..kjonn")]
    [InlineData("Andel")]
    [InlineData("måloppnåelse")]
    [InlineData("andel-kjonn")]
    [InlineData("andel kjonn")]
    [InlineData("andel\n")]
    [InlineData("\nandel")]
    [InlineData("andel.\u0660")]
    public void Constructor_InvalidText_Throws(string text)
    {
        Assert.False(QuantityId.IsValid(text));
        Assert.Throws<ArgumentException>(() => new QuantityId(text));
    }

    [Fact]
    public void Equality_SameText_IsByValue()
    {
        Assert.Equal(new QuantityId("a.b"), new QuantityId("a.b"));
        Assert.NotEqual(new QuantityId("a.b"), new QuantityId("a.c"));
    }
}
