using System.Globalization;
using System.Xml.Linq;
using ReportBuilder.Charts;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Two drawings of one figure as one, for paper: the older above the newer where both are low, beside it where they are tall; whichever leaves the words largest.</summary>
internal static class DrawingPair
{
    private const double Gap = 22;
    private const double HeadHeight = 26;

    // What is left for a drawing on a page under a caption, of the drawing's own width.
    private const double MostHeight = 1.3;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly ChartStyle Style = ChartStyle.Default;

    // Smaller than this, the words of a drawing cannot be read.
    private const double LeastScale = 0.6;

    // Caption of two lines and a note of three, in the drawing's own units.
    private const double WordsHeight = 95;

    // Of a page that has figures only, to its width.
    private const double PageShape = 1.57;

    /// <summary>Height of a page in the units of a drawing.</summary>
    public static double PageHeight => Style.Width * PageShape;

    /// <summary>Height of a pair on one page with its caption and note.</summary>
    public static double HeightOf(XElement old, XElement @new)
    {
        var (before, after) = (SafeSvg.SizeOf(old).Height, SafeSvg.SizeOf(@new).Height);
        var (over, beside) = (OverScale(before, after), BesideScale(before, after));
        var drawn = over >= beside ? (over * (before + after)) + (2 * HeadHeight) + Gap : (beside * Math.Max(before, after)) + HeadHeight;
        return drawn + WordsHeight;
    }

    /// <summary>True when two drawings on one page would be too small to read: each needs a page of its own.</summary>
    public static bool NeedsTwoPages(XElement old, XElement @new) =>
        Math.Max(
            OverScale(SafeSvg.SizeOf(old).Height, SafeSvg.SizeOf(@new).Height),
            BesideScale(SafeSvg.SizeOf(old).Height, SafeSvg.SizeOf(@new).Height)
        ) < LeastScale;

    /// <summary>One drawing of a pair that needs two pages, as an SVG document.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="heading">Which of the two it is.</param>
    /// <param name="labels">Words.</param>
    public static string Alone(XElement drawing, string heading, LabelSet labels)
    {
        var part = new Part(drawing, heading);
        var scale = Math.Min(1, ((Style.Width * MostHeight) - HeadHeight) / part.Height);
        var root = new XElement(Svg + "svg");
        Close(root, Style.Width, Place(root, part, 0, 0, scale, labels));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>The pair as an SVG document.</summary>
    /// <param name="old">The older drawing; null when there is none.</param>
    /// <param name="new">The newer drawing; null when there is none.</param>
    /// <param name="result">Names of the editions.</param>
    /// <param name="labels">Words.</param>
    public static string Compose(XElement? old, XElement? @new, ComparisonResult result, LabelSet labels)
    {
        var before = new Part(old, labels.Get("sammenligning.figurer.for", result.Old.Origin.Name));
        var after = new Part(@new, labels.Get("sammenligning.figurer.naa", result.New.Origin.Name));
        double width = Style.Width;
        var over = OverScale(before.Height, after.Height);
        var beside = BesideScale(before.Height, after.Height);
        var isOver = over >= beside;
        var scale = isOver ? over : beside;
        var root = new XElement(Svg + "svg");
        if (isOver)
        {
            var next = Place(root, before, 0, 0, scale, labels) + Gap;
            Close(root, width, Place(root, after, 0, next, scale, labels));
        }
        else
        {
            var left = Place(root, before, 0, 0, scale, labels);
            Close(root, width, Math.Max(left, Place(root, after, (width + Gap) / 2, 0, scale, labels)));
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static double Room => (Style.Width * MostHeight) - (2 * HeadHeight) - Gap;

    private static double OverScale(double old, double now) => Math.Min(1, Room / (old + now));

    private static double BesideScale(double old, double now) =>
        Math.Min((Style.Width - Gap) / (2.0 * Style.Width), (Room + HeadHeight + Gap) / Math.Max(old, now));

    /// <summary>Puts a drawing with its heading at a place; returns where it ends.</summary>
    private static double Place(XElement root, Part part, double x, double y, double scale, LabelSet labels)
    {
        root.Add(Words(part.Heading, x, y + Style.TextSize, "600"));
        var top = y + HeadHeight;
        if (part.Svg is not { } svg)
        {
            root.Add(Words(labels.Get("sammenligning.figurer.mangler_tegning"), x, top + Style.TextSize, null));
            return top + HeadHeight;
        }

        var (width, height) = SafeSvg.SizeOf(svg);
        svg.SetAttributeValue("x", Number(x));
        svg.SetAttributeValue("y", Number(top));
        svg.SetAttributeValue("width", Number(width * scale));
        svg.SetAttributeValue("height", Number(height * scale));
        root.Add(svg);
        return top + (height * scale);
    }

    private static XElement Words(string text, double x, double baseline, string? weight)
    {
        var element = new XElement(
            Svg + "text",
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(baseline)),
            new XAttribute("font-family", $"'{Style.FontFamily}'"),
            new XAttribute("font-size", Number(Style.TextSize)),
            new XAttribute("fill", Style.Ink),
            text
        );
        element.SetAttributeValue("font-weight", weight);
        return element;
    }

    private static void Close(XElement root, double width, double height)
    {
        root.SetAttributeValue("width", Number(width));
        root.SetAttributeValue("height", Number(height));
        root.SetAttributeValue("viewBox", $"0 0 {Number(width)} {Number(height)}");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Part(XElement? Svg, string Heading)
    {
        public double Height => Svg is null ? HeadHeight : SafeSvg.SizeOf(Svg).Height;
    }
}

/// <summary>A figure that is drawn already: nothing in it is typed.</summary>
internal sealed record DrawnPair : Chart
{
    /// <inheritdoc/>
    public override IEnumerable<Quantity> Quantities => [];
}
