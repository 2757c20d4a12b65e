using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ReportBuilder.Charts;

/// <summary>
/// Mends the shapes that Skia's SVG writer gives, so that the bytes do not depend on what was drawn before or beside:
/// <list type="bullet">
/// <item>clip paths are numbered from 1 in each document, and equal ones are one: Skia counts through the whole process;</item>
/// <item>coordinates have at most two decimals, opacities three;</item>
/// <item>the document has a <c>viewBox</c>, so that it can be scaled.</item>
/// </list>
/// Words are not among the shapes: see <see cref="SvgTexts"/>.
/// </summary>
public static partial class SvgMender
{
    /// <summary>Namespace of SVG.</summary>
    internal static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Mends a document.</summary>
    /// <param name="svg">SVG as Skia writes it, without text.</param>
    /// <returns>Its mended root.</returns>
    /// <exception cref="XmlException">The text is not XML.</exception>
    /// <exception cref="InvalidOperationException">Text was drawn through Skia.</exception>
    public static XElement Mend(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        if (root.Descendants(Svg + "text").FirstOrDefault() is { } text)
        {
            throw new InvalidOperationException($"'{text.Value.Trim()}' was drawn through Skia; words go on the sheet.");
        }

        MendClips(root);
        foreach (var element in root.DescendantsAndSelf())
        {
            MendNumbers(element);
        }

        root.SetAttributeValue(XNamespace.Xmlns + "xlink", null);
        root.SetAttributeValue("viewBox", $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}");
        return root;
    }

    /// <summary>A number as it stands in the documents: so many decimals at most, no superfluous zeros, no minus before 0.</summary>
    internal static string Number(double value, int decimals) => Round(value, decimals).ToString(CultureInfo.InvariantCulture);

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
                attribute.Value = Rounded(attribute.Value, decimals);
            }
        }
    }

    /// <summary>A path has thousands of numbers: no object is made for each.</summary>
    private static string Rounded(string text, int decimals)
    {
        var rounded = new StringBuilder(text.Length);
        Span<char> digits = stackalloc char[32];
        var end = 0;
        foreach (var match in Numbers().EnumerateMatches(text))
        {
            var value = double.Parse(text.AsSpan(match.Index, match.Length), NumberStyles.Float, CultureInfo.InvariantCulture);
            Round(value, decimals).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
            rounded.Append(text.AsSpan(end, match.Index - end)).Append(digits[..length]);
            end = match.Index + match.Length;
        }

        return rounded.Append(text.AsSpan(end)).ToString();
    }

    /// <summary>Adding 0 turns −0 into 0.</summary>
    private static double Round(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0;

    [GeneratedRegex(@"-?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbers();
}
