using ReportBuilder.StatBank;
using Xunit;

namespace ReportBuilder.Tests.StatBank;

public class FactSelectionTest
{
    [Theory]
    [InlineData("ContentsCode=Folkemengde", "ContentsCode=Folkemengde", null)]
    [InlineData(" Kjonn = 0 ; Alder = 25-66 ", "Kjonn=0|Alder=25-66", null)]
    [InlineData("NACE2007=45-47,55-56", "NACE2007=45-47+55-56", null)]
    [InlineData("ContentsCode=«Netto; per 1 000, alle»", "ContentsCode=«Netto; per 1 000, alle»", null)]
    [InlineData("Kjonn=0;teller:N=1,2;nevner:N=00-99", "Kjonn=0|N=1+2", "Kjonn=0|N=00-99")]
    [InlineData("teller: N=1; K=0; nevner: N=00-99; K=0", "N=1|K=0", "N=00-99|K=0")]
    [InlineData("N=1;teller:C=a;nevner:C=b", "N=1|C=a", "N=1|C=b")]
    public void Parse_Selection_GivesItsParts(string text, string numerator, string? denominator)
    {
        var selection = FactSelection.Parse(text, out var wrong);

        Assert.Null(wrong);
        Assert.Equal(numerator, Show(selection!.Numerator));
        Assert.Equal(denominator, selection.Denominator is { } below ? Show(below) : null);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Folkemengde", "Folkemengde")]
    [InlineData("ContentsCode=", "ContentsCode=")]
    [InlineData("=Folkemengde", "=Folkemengde")]
    [InlineData("A=1;;B=2", "")]
    [InlineData("A=1,,2", "A=1,,2")]
    [InlineData("A=1,1", "A=1,1")]
    [InlineData("A=1;A=2", "A=2")]
    [InlineData("Region=0301;A=1", "Region=0301")]
    [InlineData("A=1;Tid=2020", "Tid=2020")]
    [InlineData("teller:A=1", "teller:A=1")]
    [InlineData("nevner:A=1", "nevner:A=1")]
    [InlineData("A=1;teller:A=2;nevner:B=3", "teller:A=2")]
    [InlineData("teller:A=1;nevner:A=2;nevner:A=3", "nevner:A=3")]
    public void Parse_Wrong_NamesThePart(string text, string part)
    {
        Assert.Null(FactSelection.Parse(text, out var wrong));
        Assert.Equal(part, wrong);
    }

    private static string Show(IReadOnlyList<FactChoice> choices) =>
        string.Join('|', choices.Select(c => c.Variable + "=" + string.Join('+', c.Codes)));
}
