using System.Xml.Linq;

namespace ReportBuilder.Charts;

/// <summary>
/// Writes the words of a chart as SVG text. Not through Skia, whose SVG writer places each glyph by itself (so that words fall
/// apart when the PDF is read and kerning is lost), gives bold the weight 600, leaves the family unquoted (a CSS name
/// cannot have a word that starts with a digit) and takes 60–90 µs a text.
/// </summary>
internal static class SvgTexts
{
    /// <summary>All words of a sheet, in order.</summary>
    public static XElement Group(ChartSheet sheet) =>
        new(
            SvgMender.Svg + "g",
            new XAttribute("font-family", $"'{sheet.Style.FontFamily}'"),
            new XAttribute("font-size", SvgMender.Number(sheet.Style.TextSize, 2)),
            sheet.Texts.Select(t => Element(t, sheet.Style))
        );

    private static XElement Element(SheetText text, ChartStyle style)
    {
        var element = new XElement(
            SvgMender.Svg + "text",
            new XAttribute("x", SvgMender.Number(text.X, 2)),
            new XAttribute("y", SvgMender.Number(text.Baseline, 2)),
            new XAttribute("fill", text.Color.ToStringRGB())
        );
        if (text.Size != style.TextSize)
        {
            element.SetAttributeValue("font-size", SvgMender.Number(text.Size, 2));
        }

        element.SetAttributeValue("font-weight", Weight(text.Face));
        element.SetAttributeValue("font-style", text.Face == TextFace.Italic ? "italic" : null);
        element.SetAttributeValue("text-anchor", Anchor(text.Anchor));
        element.Value = text.Text;
        return element;
    }

    private static string? Weight(TextFace face) =>
        face switch
        {
            TextFace.SemiBold => "600",
            TextFace.Bold => "700",
            _ => null,
        };

    private static string? Anchor(TextAnchor anchor) =>
        anchor switch
        {
            TextAnchor.Middle => "middle",
            TextAnchor.Right => "end",
            _ => null,
        };
}
