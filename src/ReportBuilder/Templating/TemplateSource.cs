using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Templating;

/// <summary>One template as text. Line endings are LF and there is no byte order mark, so that offsets are the same everywhere.</summary>
public sealed record TemplateSource
{
    private readonly Lazy<ParsedTemplate> _parsed;

    private TemplateSource(string shownAs, string text)
    {
        ShownAs = shownAs;
        Text = text;
        Lines = new LineIndex(text);
        _parsed = new Lazy<ParsedTemplate>(() => new ParsedTemplate(text, shownAs));
    }

    /// <summary>The template parsed, when first asked for.</summary>
    internal ParsedTemplate Parsed => _parsed.Value;

    /// <summary>Path as shown to the user in diagnostics.</summary>
    public string ShownAs { get; }

    /// <summary>The template.</summary>
    public string Text { get; }

    /// <summary>Where its lines begin.</summary>
    public LineIndex Lines { get; }

    /// <summary>Makes a template from text.</summary>
    public static TemplateSource Of(string shownAs, string text) =>
        new(shownAs, text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal));

    /// <summary>Reads a template file; null when it cannot be read (RB2002), is not UTF-8 (RB2003, with the place of the first bad byte) or is empty (RB2004).</summary>
    public static TemplateSource? Read(string path, string shownAs, DiagnosticBag diagnostics) =>
        InputFile.Read(path, shownAs, diagnostics) is { } file ? Of(shownAs, Encoding.UTF8.GetString(file.Bytes)) : null;

    /// <summary>Line and column of an offset.</summary>
    public SourcePlace PlaceOf(int offset)
    {
        var (line, column) = Lines.PositionOf(offset);
        return new SourcePlace(ShownAs, line, column);
    }
}
