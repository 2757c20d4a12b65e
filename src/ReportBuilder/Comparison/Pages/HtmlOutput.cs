using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ReportBuilder.Comparison.Pages;

/// <summary>A piece of HTML being written. Markup comes from this code only; all that comes from an edition, a label or an explanation goes through <see cref="Text"/> or an attribute.</summary>
internal sealed class HtmlOutput
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new();

    /// <summary>Markup, as it is: constants of the code, or a drawing that has been made safe.</summary>
    public HtmlOutput Markup(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Words.</summary>
    public HtmlOutput Text(string text)
    {
        _html.Append(Encoder.Encode(text));
        return this;
    }

    /// <summary>Opens an element with one attribute, whose value is any text.</summary>
    public HtmlOutput Open(string name, string attribute, string value) =>
        Markup("<").Markup(name).Markup(" ").Markup(attribute).Markup("=\"").Text(value).Markup("\">");

    /// <summary>An element with words.</summary>
    /// <param name="name">Its name, with attributes that are constants of the code.</param>
    /// <param name="text">The words.</param>
    public HtmlOutput Element(string name, string text)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return Markup("<").Markup(name).Markup(">").Text(text).Markup("</").Markup(space < 0 ? name : name[..space]).Markup(">");
    }

    /// <summary>Opens a table whose rows are cards on a narrow screen, with its heads, up to its first row.</summary>
    /// <param name="look">Class of the table beside <c>kort</c>; empty for none.</param>
    /// <param name="caption">Caption for those who do not see the heading above it.</param>
    /// <param name="heads">Heads of the columns.</param>
    public HtmlOutput OpenCards(string look, string caption, IReadOnlyList<string> heads)
    {
        Markup("<div class=\"rulle\"><table class=\"")
            .Markup(look.Length == 0 ? "kort" : "kort " + look)
            .Markup("\"><caption class=\"skjult\">")
            .Text(caption)
            .Markup("</caption>\n<thead><tr>");
        foreach (var head in heads)
        {
            Element("th scope=\"col\"", head);
        }

        return Markup("</tr></thead>\n<tbody>");
    }

    /// <summary>Closes it.</summary>
    public HtmlOutput CloseCards() => Markup("</tbody></table></div>");

    /// <summary>A cell with words that also tells the head of its column: on a narrow screen a row is a card, and each cell a line of it.</summary>
    /// <param name="name">Its name, with attributes that are constants of the code.</param>
    /// <param name="head">Head of the column.</param>
    /// <param name="text">The words.</param>
    public HtmlOutput Cell(string name, string head, string text) => OpenCell(name, head).Text(text).CloseCell(name);

    /// <summary>Opens such a cell.</summary>
    public HtmlOutput OpenCell(string name, string head) => Open(name, "data-navn", head);

    /// <summary>Closes it.</summary>
    public HtmlOutput CloseCell(string name) => Markup("</").Markup(name.Split(' ')[0]).Markup(">");

    /// <summary>All that has been written.</summary>
    public override string ToString() => _html.ToString();
}
