using System.Text;
using System.Xml.Linq;
using ReportBuilder.Comparison.Pages;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class SafeSvgTest
{
    private const string Open =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 720 300\">";

    [Fact]
    public void Read_IdsAndWhatUsesThem_GetThePrefix()
    {
        var svg = Read(
            "<clipPath id=\"cl_1\"><rect width=\"1\" height=\"2\"/></clipPath><g clip-path=\"url(#cl_1)\"><use xlink:href=\"#cl_1\"/></g>"
        );
        Assert.Equal("for-cl_1", svg.Descendants().Single(e => e.Name.LocalName == "clipPath").Attribute("id")!.Value);
        Assert.Equal("url(#for-cl_1)", svg.Descendants().Single(e => e.Name.LocalName == "g").Attribute("clip-path")!.Value);
        Assert.Equal("#for-cl_1", svg.Descendants().Single(e => e.Name.LocalName == "use").Attribute("href")!.Value);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\">alert</body></foreignObject>")]
    [InlineData("<style>@import 'alert'</style>")]
    [InlineData("<image href=\"https://alert\"/>")]
    [InlineData("<a href=\"javascript:alert(1)\"/>")]
    [InlineData("<rect onload=\"alert(1)\"/>")]
    [InlineData("<rect style=\"fill:url(https://alert)\"/>")]
    [InlineData("<rect fill=\"URL(https://alert)\"/>")]
    [InlineData("<rect fill=\"u\\72l(alert)\"/>")]
    [InlineData("<use xlink:href=\"https://alert\"/>")]
    [InlineData("<animate attributeName=\"href\" to=\"alert\"/>")]
    [InlineData("<!-- alert -->")]
    public void Read_WhatIsNoShape_IsLeftOut(string content) =>
        Assert.DoesNotContain("alert", Read(content).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Read_Words_StayWords()
    {
        var svg = Read("<text x=\"1\" font-weight=\"600\">a &lt; b &amp; c</text>");
        Assert.Contains(
            "<text x=\"1\" font-weight=\"600\">a &lt; b &amp; c</text>",
            svg.ToString(SaveOptions.DisableFormatting),
            StringComparison.Ordinal
        );
        Assert.Equal((720, 300), SafeSvg.SizeOf(svg));
    }

    [Fact]
    public void Read_BothKindsOfLink_KeepsThePlainOne() =>
        Assert.Equal("#for-a", Read("<use xlink:href=\"#b\" href=\"#a\"/>").Elements().Single().Attribute("href")!.Value);

    [Fact]
    public void Read_WhatIsLeftOut_TakesNothingBesideItAlong()
    {
        var svg = Read("<g><image><rect id=\"x\"/></image><rect id=\"a\"/></g><script/><rect id=\"b\"/>");
        Assert.Equal(["for-a", "for-b"], svg.Descendants().Attributes("id").Select(a => a.Value));
    }

    [Fact]
    public void Read_Labelled_IsAnImageToThoseWhoDoNotSeeIt()
    {
        var svg = XElement.Parse(SafeSvg.Read(Encoding.UTF8.GetBytes(Open + "<g/></svg>"), "for-", "Før: \"a\" < b")!);
        Assert.Equal(("img", "Før: \"a\" < b"), (svg.Attribute("role")!.Value, svg.Attribute("aria-label")!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ikke xml")]
    [InlineData("<html/>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\">&a;</svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\">")]
    public void Read_WhatIsNoDrawing_IsNull(string file) => Assert.Null(SafeSvg.Read(Encoding.UTF8.GetBytes(file), "for-"));

    private static XElement Read(string content)
    {
        var svg = SafeSvg.Read(Encoding.UTF8.GetBytes(Open + content + "</svg>"), "for-");
        Assert.NotNull(svg);
        return XElement.Parse(svg, LoadOptions.PreserveWhitespace);
    }
}
