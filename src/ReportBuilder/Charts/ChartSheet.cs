using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace ReportBuilder.Charts;

/// <summary>Which point of a text stands at its x.</summary>
internal enum TextAnchor
{
    /// <summary>Its left end.</summary>
    Left,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its right end.</summary>
    Right,
}

/// <summary>A line of text at a place on the sheet.</summary>
internal sealed record SheetText(string Text, double X, double Baseline, TextFace Face, double Size, Color Color, TextAnchor Anchor);

/// <summary>A filled box (key of a series), with an outline when it has a colour for one.</summary>
internal sealed record SheetBox(PixelRect Box, Color Fill, Color? Line, LinePattern Pattern);

/// <summary>A marker in the key of a series of dots.</summary>
internal sealed record SheetMarker(Pixel Place, MarkerShape Shape, float Size, Color Fill, Color Line);

/// <summary>A straight line.</summary>
internal sealed record SheetLine(Pixel From, Pixel To, float Width, Color Color, LinePattern Pattern);

/// <summary>
/// One chart being drawn: ScottPlot's plot for all that stands for data, and beside it what stands in pixels: words, keys, rules.
/// Used by one thread.
/// </summary>
internal sealed class ChartSheet(ChartStyle style, ChartFonts fonts) : IDisposable
{
    // Half the height of capitals and figures in Source Sans 3 (660 of 1000 units).
    private const double HalfCapHeight = 0.33;

    /// <summary>Words on the sheet.</summary>
    public List<SheetText> Texts { get; } = [];

    /// <summary>Keys on the sheet.</summary>
    public List<SheetBox> Boxes { get; } = [];

    /// <summary>Markers on the sheet.</summary>
    public List<SheetMarker> Markers { get; } = [];

    /// <summary>Rules on the sheet.</summary>
    public List<SheetLine> Lines { get; } = [];

    /// <summary>The plot.</summary>
    public Plot Plot { get; } = new();

    /// <summary>The look.</summary>
    public ChartStyle Style => style;

    /// <summary>Colour of text.</summary>
    public Color Ink { get; } = Color.FromHex(style.Ink);

    /// <summary>Colour of axis titles and tick labels.</summary>
    public Color MutedInk { get; } = Color.FromHex(style.MutedInk);

    /// <summary>Colour of axes.</summary>
    public Color Rule { get; } = Color.FromHex(style.Rule);

    /// <summary>Colour of grid lines.</summary>
    public Color Grid { get; } = Color.FromHex(style.Grid);

    /// <summary>Height that the chart turned out to need.</summary>
    public double Height { get; set; }

    /// <summary>Width of a text.</summary>
    public double Width(string text, double size, TextFace face = TextFace.Regular) => fonts.Width(text, face, size);

    /// <summary>Breaks a label into lines.</summary>
    public IReadOnlyList<string> Wrap(string text, double maxWidth, double size, TextFace face = TextFace.Regular) =>
        TextWrap.Lines(text, maxWidth, t => Width(t, size, face));

    /// <summary>Baseline of a text whose capitals are centred on a height.</summary>
    public static double Centred(double middle, double size) => middle + HalfCapHeight * size;

    /// <summary>Sets a line of text.</summary>
    public void Write(
        string text,
        double x,
        double baseline,
        double size,
        Color color,
        TextAnchor anchor = TextAnchor.Left,
        TextFace face = TextFace.Regular
    ) => Texts.Add(new SheetText(text, x, baseline, face, size, color, anchor));

    /// <summary>Sets several lines of text centred on a height.</summary>
    public void WriteCentred(IReadOnlyList<string> lines, double x, double middle, double size, Color color, TextAnchor anchor)
    {
        var first = middle - (lines.Count - 1) * style.LineHeight / 2;
        for (var i = 0; i < lines.Count; i++)
        {
            Write(lines[i], x, Centred(first + i * style.LineHeight, size), size, color, anchor);
        }
    }

    /// <summary>Draws a line between two points in pixels.</summary>
    public void Line(double x1, double y1, double x2, double y2, double width, Color color, LinePattern? pattern = null) =>
        Lines.Add(
            new SheetLine(
                new Pixel((float)x1, (float)y1),
                new Pixel((float)x2, (float)y2),
                (float)width,
                color,
                pattern ?? LinePattern.Solid
            )
        );

    /// <summary>The document: ScottPlot's shapes, mended, and the words.</summary>
    public string ToSvg()
    {
        Plot.HideAxesAndGrid();
        // Hidden axes look for ticks all the same, and measure their labels.
        foreach (var axis in Plot.Axes.GetAxes())
        {
            axis.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
        }

        Plot.Axes.AddPanel(new SheetPanel(this));
        // The page shows through: nothing is cleared or painted behind the chart.
        Plot.RenderManager.RenderActions.RemoveAll(a => a is ClearCanvas or RenderFigureBackground);
        var root = SvgMender.Mend(ShapesAsSvg((int)Math.Ceiling(Height)));
        root.Add(SvgTexts.Group(this));
        return Write(root);
    }

    /// <summary>
    /// ScottPlot's shapes as Skia writes them. As <c>Plot.GetSvgXml</c>, but into Skia's own memory: there each of some thousand small writes
    /// is a call from native code back to a .NET stream, which takes longer than the drawing.
    /// </summary>
    private string ShapesAsSvg(int height)
    {
        // A plot is drawn a second time, over the first, when its limits are new; ours are set beforehand, so once is right.
        Plot.RenderManager.RenderFinished += (_, _) => Plot.RenderManager.EnableRendering = false;
        using var memory = new SKDynamicMemoryWStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, style.Width, height), memory))
        {
            Plot.RenderManager.Render(canvas, new PixelRect(0, style.Width, height, 0));
        }

        using var data = memory.DetachAsData();
        return Encoding.UTF8.GetString(data.AsSpan());
    }

    /// <summary>One element a line, so that the difference between two charts can be read.</summary>
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

        text.Write('\n');
        return text.ToString();
    }

    /// <inheritdoc/>
    public void Dispose() => Plot.Dispose();
}
