using System.Globalization;
using System.Text;
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
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Links = "http://www.w3.org/1999/xlink";

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

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private static readonly XmlWriterSettings Writing = new() { OmitXmlDeclaration = true, CheckCharacters = false };

    /// <summary>The drawing, safe, as one <c>svg</c> element; null when the file is no SVG.</summary>
    /// <param name="drawing">Bytes of the file.</param>
    /// <param name="prefix">Put before every id: letters, digits and hyphens.</param>
    /// <param name="label">What it is, for those who do not see it; null when its surroundings say so.</param>
    public static string? Read(byte[] drawing, string prefix, string? label = null)
    {
        var safe = new StringBuilder(drawing.Length + 256);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(drawing), Reading);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg" || reader.NamespaceURI != Svg)
            {
                return null;
            }

            using var writer = XmlWriter.Create(safe, Writing);
            CopyStart(reader, writer, prefix, label);
            CopyContent(reader, writer, prefix);
        }
        catch (XmlException)
        {
            return null;
        }

        return safe.ToString();
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

    /// <summary>Copies all to the end of the file. What is not let through is left out with all that is in it.</summary>
    private static void CopyContent(XmlReader reader, XmlWriter writer, string prefix)
    {
        var goesOn = reader.Read();
        while (goesOn)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.NamespaceURI == Svg && Elements.Contains(reader.LocalName):
                    CopyStart(reader, writer, prefix, label: null);
                    break;
                case XmlNodeType.Element:
                    reader.Skip();
                    goesOn = !reader.EOF;
                    continue;
                case XmlNodeType.EndElement:
                    writer.WriteEndElement();
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace when reader.Depth > 0:
                    writer.WriteString(reader.Value);
                    break;
            }

            goesOn = reader.Read();
        }
    }

    private static void CopyStart(XmlReader reader, XmlWriter writer, string prefix, string? label)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.LocalName, Svg);
        while (reader.MoveToNextAttribute())
        {
            if (IsKnown(reader) && Safe(reader.LocalName, reader.Value, prefix) is { } value)
            {
                writer.WriteAttributeString(reader.LocalName, value);
            }
        }

        if (label is not null)
        {
            writer.WriteAttributeString("role", "img");
            writer.WriteAttributeString("aria-label", label);
        }

        if (isEmpty)
        {
            writer.WriteEndElement();
        }
    }

    /// <summary>Attributes of the list. Older drawings name what they use by xlink:href; SVG 2 has the plain name, which wins where both stand.</summary>
    private static bool IsKnown(XmlReader attribute) =>
        attribute.NamespaceURI.Length == 0
            ? Attributes.Contains(attribute.LocalName)
            : attribute is { LocalName: "href", NamespaceURI: Links } && attribute.GetAttribute("href") is null;

    private static string? Safe(string name, string value, string prefix) =>
        name switch
        {
            "id" => prefix + value,
            "href" => value.StartsWith('#') ? "#" + prefix + value[1..] : null,
            // Coordinates, most of a drawing, cannot name anything.
            _ when value.AsSpan().IndexOfAny('u', 'U', '\\') < 0 => value,
            _ when LocalReference().Match(value) is { Success: true } match => $"url(#{prefix}{match.Groups["id"].Value})",
            // A reference out of the drawing, however it is written.
            _ when value.Contains("url", StringComparison.OrdinalIgnoreCase) || value.Contains('\\', StringComparison.Ordinal) => null,
            _ => value,
        };

    [GeneratedRegex("""^url\(["']?#(?<id>[\w-]+)["']?\)\z""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LocalReference();
}
