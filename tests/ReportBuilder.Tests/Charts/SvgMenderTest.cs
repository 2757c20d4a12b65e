using System.Xml;
using System.Xml.Linq;
using ReportBuilder.Charts;
using Xunit;

namespace ReportBuilder.Tests.Charts;

public class SvgMenderTest
{
    [Fact]
    public void Mend_ClipPaths_AreNumberedFromOneAndEqualOnesAreOne()
    {
        var mended = Mend(
            """
            <clipPath id="cl_41"><rect x="1" y="2" width="3" height="4"/></clipPath><g clip-path="url(#cl_41)"><path d="M0 0"/></g>
            <clipPath id="cl_4a"><rect x="1" y="2" width="3" height="4"/></clipPath><g clip-path="url(#cl_4a)"/>
            <clipPath id="cl_4b"><rect x="5" y="2" width="3" height="4"/></clipPath><g clip-path="url(#cl_4b)"/>
            """
        );

        Assert.Equal(["clip1", "clip2"], mended.Elements(SvgMender.Svg + "clipPath").Select(c => c.Attribute("id")!.Value));
        Assert.Equal(
            ["url(#clip1)", "url(#clip1)", "url(#clip2)"],
            mended.Elements(SvgMender.Svg + "g").Select(g => g.Attribute("clip-path")!.Value)
        );
    }

    [Fact]
    public void Mend_SameIdUsedAgain_BelongsToTheLatestClip()
    {
        // Skia's counter is not kept apart between threads: an id may come twice in one document.
        var mended = Mend(
            """
            <clipPath id="cl_1"><rect x="1"/></clipPath><g clip-path="url(#cl_1)"/>
            <clipPath id="cl_1"><rect x="2"/></clipPath><g clip-path="url(#cl_1)"/>
            """
        );

        Assert.Equal(["url(#clip1)", "url(#clip2)"], mended.Elements(SvgMender.Svg + "g").Select(g => g.Attribute("clip-path")!.Value));
    }

    [Theory]
    [InlineData("d", "M34.916092 150.287L-0.001 15e-1ZM.5 7", "M34.92 150.29L0 1.5ZM0.5 7")]
    [InlineData("x", "12.345", "12.35")]
    [InlineData("fill-opacity", "0.098039217", "0.098")]
    [InlineData("fill", "#010101", "#010101")]
    public void Mend_Number_IsRoundedWhereItIsALength(string attribute, string found, string expected)
    {
        var mended = Mend($"<path {attribute}=\"{found}\"/>");

        Assert.Equal(expected, mended.Elements().Single().Attribute(attribute)!.Value);
    }

    [Fact]
    public void Mend_Root_HasViewBoxAndNoUnusedNamespace()
    {
        var mended = Mend("");

        Assert.Equal("0 0 300 200.5", mended.Attribute("viewBox")!.Value);
        Assert.Null(mended.Attribute(XNamespace.Xmlns + "xlink"));
    }

    [Fact]
    public void Mend_TextDrawnThroughSkia_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Mend("<text x=\"1, 2\" y=\"3, \">AB</text>"));

    [Fact]
    public void Mend_NotXml_Throws() => Assert.Throws<XmlException>(() => SvgMender.Mend("<svg"));

    private static XElement Mend(string content) =>
        SvgMender.Mend(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"300\" height=\"200.5\">"
                + content
                + "</svg>"
        );
}
