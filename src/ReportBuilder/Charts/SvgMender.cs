using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ReportBuilder.Charts;

/// <summary>
/// Mends what Skia's SVG writer gives, so that Typst and browsers set it as meant and the bytes do not depend on what was drawn before:
/// <list type="bullet">
/// <item>the font family is quoted: a CSS name cannot have a word that starts with a digit («Source Sans 3»);</item>
/// <item>the weight is one step too light (600 is written for bold, 500 for semi-bold);</item>
/// <item>text has one x and y, not one for each glyph, so that it is set with kerning and extracted as words, and no white space around it;</item>
/// <item>clip paths are numbered from 1 in each document, and equal ones are one: Skia counts through the whole process;</item>
/// <item>coordinates have at most two decimals, opacities three;</item>
/// <item>the document has a <c>viewBox</c>, so that it can be scaled.</item>
/// </list>
/// </summary>
public static partial class SvgMender
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Mends a document.</summary>
    /// <param name="svg">SVG as Skia writes it.</param>
    /// <param name="fontFamily">Name of the one typeface used.</param>
    /// <exception cref="XmlException">The text is not XML.</exception>
    public static string Mend(string svg, string fontFamily)
    {
        var root = XDocument.Parse(svg).Root!;
        MendClips(root);
        foreach (var element in root.DescendantsAndSelf())
        {
            MendNumbers(element);
        }

        foreach (var text in root.Descendants(Svg + "text"))
        {
            MendText(text, fontFamily);
        }

        root.SetAttributeValue(XNamespace.Xmlns + "xlink", null);
        root.SetAttributeValue("viewBox", $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}");
        return Write(root);
    }

    private static void MendText(XElement text, string fontFamily)
    {
        text.Value = text.Value.Trim(' ', '\n', '\r', '\t');
        text.SetAttributeValue("x", First(text.Attribute("x")));
        text.SetAttributeValue("y", First(text.Attribute("y")));
        text.SetAttributeValue("font-family", $"'{fontFamily}'");
        text.SetAttributeValue(
            "font-weight",
            text.Attribute("font-weight")?.Value switch
            {
                "500" => "600",
                "600" => "700",
                var other => other,
            }
        );
    }

    private static string? First(XAttribute? places) => places?.Value.Split(',', 2)[0].Trim();

    private static void MendClips(XElement root)
    {
        var newIdByShape = new Dictionary<string, string>(StringComparer.Ordinal);
        var newIdByOld = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in root.Descendants().ToList())
        {
            if (element.Name == Svg + "clipPath")
            {
                var shape = string.Concat(element.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting)));
                var isNew = newIdByShape.TryAdd(shape, "clip" + (newIdByShape.Count + 1).ToString(CultureInfo.InvariantCulture));
                newIdByOld["url(#" + element.Attribute("id")!.Value + ")"] = "url(#" + newIdByShape[shape] + ")";
                element.SetAttributeValue("id", newIdByShape[shape]);
                if (!isNew)
                {
                    element.Remove();
                }
            }
            else if (element.Attribute("clip-path") is { } use)
            {
                use.Value = newIdByOld[use.Value];
            }
        }
    }

    private static void MendNumbers(XElement element)
    {
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            var decimals = attribute.Name.LocalName switch
            {
                "x" or "y" or "width" or "height" or "cx" or "cy" or "rx" or "ry" or "d" or "transform" or "stroke-width" => 2,
                "fill-opacity" or "stroke-opacity" or "opacity" => 3,
                _ => -1,
            };
            if (decimals >= 0)
            {
                attribute.Value = Number().Replace(attribute.Value, match => Rounded(match.ValueSpan, decimals));
            }
        }
    }

    private static string Rounded(ReadOnlySpan<char> number, int decimals)
    {
        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        // Adding 0 turns −0 into 0.
        return (Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>One element a line, so that a difference between two charts can be read; text elements stay whole.</summary>
    private static string Write(XElement root)
    {
        var settings = new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
        };
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = XmlWriter.Create(text, settings))
        {
            root.WriteTo(writer);
        }

        text.Write("\n");
        return text.ToString();
    }

    [GeneratedRegex(@"-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
