using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Old words struck and new ones after them; said aloud as «før» and «nå», since few readers of screens tell what is struck.</summary>
internal static class OldNew
{
    public static void Write(HtmlOutput html, string? old, string? @new, LabelSet labels)
    {
        if (old == @new)
        {
            html.Text(@new ?? string.Empty);
            return;
        }

        if (!string.IsNullOrEmpty(old))
        {
            html.Markup("<del>")
                .Element("span class=\"skjult\"", labels.Get("sammenligning.les.for"))
                .Markup(" ")
                .Text(old)
                .Markup("</del> ");
        }

        if (!string.IsNullOrEmpty(@new))
        {
            html.Markup("<ins>")
                .Element("span class=\"skjult\"", labels.Get("sammenligning.les.naa"))
                .Markup(" ")
                .Text(@new)
                .Markup("</ins>");
        }
    }
}
