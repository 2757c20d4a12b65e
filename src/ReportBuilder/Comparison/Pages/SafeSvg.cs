using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ReportBuilder.Comparison.Pages;

/// <summary>
/// Makes a drawing from a file safe to stand in a page beside others: only shapes and words are let through (no script, style sheet, picture, link or handler), and every id gets a prefix,
/// so that two drawings of one figure do not take each other's clip paths.
/// </summary>
internal static partial class SafeSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "svg",
        "g",
        "defs",
        "clipPath",
        "linearGradient",
        "stop",
        "pattern",
        "use",
        "path",
        "rect",
        "line",
        "circle",
        "ellipse",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "title",
        "desc",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "id",
        "viewBox",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "dx",
        "dy",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "width",
        "height",
        "transform",
        "offset",
        "href",
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-opacity",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-dasharray",
        "stroke-dashoffset",
        "opacity",
        "clip-path",
        "clip-rule",
        "clipPathUnits",
        "gradientUnits",
        "gradientTransform",
        "patternUnits",
        "patternTransform",
        "stop-color",
        "stop-opacity",
        "font-family",
        "font-size",
        "font-weight",
        "font-style",
        "text-anchor",
        "letter-spacing",
    };

    /// <summary>The drawing, safe; null when the file is no SVG.</summary>
    /// <param name="drawing">Bytes of the file.</param>
    /// <param name="prefix">Put before every id: letters, digits and hyphens.</param>
    public static XElement? Read(byte[] drawing, string prefix)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(drawing), settings);
            return XDocument.Load(reader).Root is { } root && root.Name == Svg + "svg" ? Copy(root, prefix) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Width and height of the drawing in its own units.</summary>
    public static (double Width, double Height) SizeOf(XElement svg)
    {
        double[] box =
        [
            .. (svg.Attribute("viewBox")?.Value ?? string.Empty)
                .Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0),
        ];
        return box is [_, _, > 0, > 0] ? (box[2], box[3]) : (Length(svg, "width"), Length(svg, "height"));
    }

    private static double Length(XElement svg, string name) =>
        double.TryParse(svg.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : 100;

    private static XElement Copy(XElement source, string prefix)
    {
        var copy = new XElement(source.Name);
        foreach (var attribute in source.Attributes().Where(a => Attributes.Contains(a.Name.LocalName) && !a.IsNamespaceDeclaration))
        {
            // Older drawings name what they use by xlink:href; SVG 2 has the plain name.
            if (Safe(attribute.Name.LocalName, attribute.Value, prefix) is { } value)
            {
                copy.SetAttributeValue(attribute.Name.LocalName, value);
            }
        }

        foreach (var node in source.Nodes())
        {
            if (node is XText text)
            {
                copy.Add(new XText(text.Value));
            }
            else if (node is XElement child && child.Name.Namespace == Svg && Elements.Contains(child.Name.LocalName))
            {
                copy.Add(Copy(child, prefix));
            }
        }

        return copy;
    }

    private static string? Safe(string name, string value, string prefix) =>
        name switch
        {
            "id" => prefix + value,
            "href" => value.StartsWith('#') ? "#" + prefix + value[1..] : null,
            _ when LocalReference().Match(value) is { Success: true } match => $"url(#{prefix}{match.Groups["id"].Value})",
            // A reference out of the drawing, however it is written.
            _ when value.Contains("url", StringComparison.OrdinalIgnoreCase) || value.Contains('\\', StringComparison.Ordinal) => null,
            _ => value,
        };

    [GeneratedRegex("""^url\(["']?#(?<id>[\w-]+)["']?\)\z""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LocalReference();
}
