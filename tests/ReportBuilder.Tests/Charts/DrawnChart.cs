using System.Globalization;
using System.Xml.Linq;
using ReportBuilder.Charts;
using ReportBuilder.Figures;

namespace ReportBuilder.Tests.Charts;

/// <summary>A drawn chart, read back.</summary>
internal sealed class DrawnChart
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private DrawnChart(string svg)
    {
        Source = svg;
        Root = XDocument.Parse(svg).Root!;
        Texts = [.. Root.Descendants(Svg + "text").Select(t => t.Value)];
    }

    public string Source { get; }

    public XElement Root { get; }

    public IReadOnlyList<string> Texts { get; }

    public double Width => Value(Root, "width");

    public double Height => Value(Root, "height");

    public static DrawnChart Of(Chart chart)
    {
        var (renderer, diagnostics) = ChartTestBed.Renderer();
        var drawn = new DrawnChart(renderer.RenderSvg(chart));
        Xunit.Assert.Empty(diagnostics.Sorted());
        return drawn;
    }

    /// <summary>Bars in a colour: boxes among the data, not the key.</summary>
    public IReadOnlyList<XElement> Bars(string color) =>
        [.. Root.Elements(Svg + "g").Elements(Svg + "rect").Where(r => r.Attribute("fill")?.Value == color)];

    public int Count(string element) => Root.Descendants(Svg + element).Count();

    /// <summary>Box around each text: left, right, top of capitals, baseline.</summary>
    public IReadOnlyList<(string Text, double Left, double Right, double Top, double Bottom)> TextBoxes(ChartFonts fonts) =>
        [.. Root.Descendants(Svg + "text").Select(t => Box(t, fonts))];

    private static (string Text, double Left, double Right, double Top, double Bottom) Box(XElement text, ChartFonts fonts)
    {
        var size = text.Attribute("font-size") is null ? Value(text.Parent!, "font-size") : Value(text, "font-size");
        var face = text.Attribute("font-weight")?.Value switch
        {
            "600" => TextFace.SemiBold,
            "700" => TextFace.Bold,
            _ => TextFace.Regular,
        };
        var width = fonts.Width(text.Value, face, size);
        var left =
            Value(text, "x")
            - text.Attribute("text-anchor")?.Value switch
            {
                "middle" => width / 2,
                "end" => width,
                _ => 0,
            };
        return (text.Value, left, left + width, Value(text, "y") - 0.66 * size, Value(text, "y"));
    }

    private static double Value(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, NumberStyles.Float, CultureInfo.InvariantCulture);
}
