using System.Xml.Linq;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class DrawingPairTest
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Compose_LowDrawings_StandOverEachOtherInFullSize()
    {
        var (first, second) = Places(Drawing(300), Drawing(320));
        Assert.Equal(("0", "720", "300"), (first.Attribute("x")!.Value, first.Attribute("width")!.Value, first.Attribute("height")!.Value));
        Assert.Equal("0", second.Attribute("x")!.Value);
        Assert.True((double)second.Attribute("y")! > 300);
    }

    [Fact]
    public void Compose_TallDrawings_StandBesideEachOther()
    {
        var (first, second) = Places(Drawing(1400), Drawing(1400));
        Assert.Equal(first.Attribute("y")!.Value, second.Attribute("y")!.Value);
        Assert.True((double)second.Attribute("x")! > 360);
    }

    [Theory]
    [InlineData(300, 320, false)]
    [InlineData(700, 700, false)]
    [InlineData(1400, 1400, true)]
    public void NeedsTwoPages_Drawings_AreThoseThatWouldBeTooSmall(int old, int now, bool expected) =>
        Assert.Equal(expected, DrawingPair.NeedsTwoPages(Drawing(old), Drawing(now)));

    [Fact]
    public void Alone_TallDrawing_FillsItsPage()
    {
        var labels = PageFixture.Content(new DiagnosticBag()).Labels;
        var alone = XElement.Parse(DrawingPair.Alone(Drawing(1400), "Før", labels));
        var drawing = Assert.Single(alone.Elements(Svg + "svg"));
        Assert.True((double)drawing.Attribute("width")! > 0.6 * 720);
        Assert.True((double)alone.Attribute("height")! < DrawingPair.PageHeight);
        Assert.Contains("Før", alone.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_NoOlderDrawing_SaysSo()
    {
        var pair = Compose(null, Drawing(300));
        Assert.Single(pair.Elements(Svg + "svg"));
        Assert.Contains("Utgaven har ingen tegning av figuren.", pair.Value, StringComparison.Ordinal);
    }

    private static (XElement First, XElement Second) Places(XElement old, XElement now)
    {
        var drawings = Compose(old, now).Elements(Svg + "svg").ToList();
        return (drawings[0], drawings[1]);
    }

    private static XElement Compose(XElement? old, XElement? now) =>
        XElement.Parse(DrawingPair.Compose(old, now, PageFixture.Compared().Result, PageFixture.Content(new DiagnosticBag()).Labels));

    private static XElement Drawing(int height) => new(Svg + "svg", new XAttribute("viewBox", $"0 0 720 {height}"));
}
