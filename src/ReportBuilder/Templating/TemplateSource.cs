using System.Text;

namespace ReportBuilder.Templating;

/// <summary>One template as text. Line endings are LF and there is no byte order mark, so that offsets are the same everywhere.</summary>
public sealed record TemplateSource
{
    private TemplateSource(string shownAs, string text)
    {
        ShownAs = shownAs;
        Text = text;
        Lines = new LineIndex(text);
    }

    /// <summary>Path as shown to the user in diagnostics.</summary>
    public string ShownAs { get; }

    /// <summary>The template.</summary>
    public string Text { get; }

    /// <summary>Where its lines begin.</summary>
    public LineIndex Lines { get; }

    /// <summary>Makes a template from text.</summary>
    public static TemplateSource Of(string shownAs, string text) =>
        new(shownAs, text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>Reads a template file as UTF-8.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TemplateSource Read(string path, string shownAs) => Of(shownAs, File.ReadAllText(path, Encoding.UTF8));

    /// <summary>Line and column of an offset.</summary>
    public Diagnostics.SourcePlace PlaceOf(int offset)
    {
        var (line, column) = Lines.PositionOf(offset);
        return new Diagnostics.SourcePlace(ShownAs, line, column);
    }
}
