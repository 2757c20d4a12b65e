using System.Text;
using System.Text.RegularExpressions;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Comparison.Pages;

/// <summary>
/// The page without its content: <c>side.html</c> with places such as <c>{{ tabeller }}</c>, <c>side.css</c>, and the scripts <c>rader.js</c> and <c>side.js</c>. Each place is filled once; what is
/// put in is not read again, so that no content can name a place.
/// </summary>
internal sealed partial class PageSkeleton
{
    private static readonly string[] FileNames = ["side.html", "side.css", "rader.js", "side.js"];
    private readonly string _html;
    private readonly string _shownAs;

    private PageSkeleton(string html, string style, string script, string shownAs)
    {
        _html = html;
        _shownAs = shownAs;
        Style = style;
        Script = script;
    }

    /// <summary>The look.</summary>
    public string Style { get; }

    /// <summary>The script.</summary>
    public string Script { get; }

    /// <summary>Reads the files; null, with their diagnostics, when one is missing or cannot be read.</summary>
    public static PageSkeleton? Read(string folder, string shownAs, DiagnosticBag diagnostics)
    {
        string?[] files =
        [
            .. FileNames.Select(name =>
                InputFile.Read(Path.Combine(folder, name), shownAs + "/" + name, diagnostics) is { } file
                    ? Encoding.UTF8.GetString(file.Bytes).ReplaceLineEndings("\n")
                    : null
            ),
        ];
        return files is [{ } html, { } style, { } rows, { } page] ? new(html, style, rows + page, shownAs + "/side.html") : null;
    }

    /// <summary>Fills the places; UTF-8. A place of another name is an error (RB7082) and left empty.</summary>
    public byte[] Fill(IReadOnlyDictionary<string, string> contents, DiagnosticBag diagnostics)
    {
        var pieces = new List<ReadOnlyMemory<char>>();
        var written = 0;
        foreach (Match place in Place().Matches(_html))
        {
            pieces.Add(_html.AsMemory(written, place.Index - written));
            written = place.Index + place.Length;
            var name = place.Groups["name"].Value;
            if (contents.TryGetValue(name, out var content))
            {
                pieces.Add(content.AsMemory());
                continue;
            }

            var line = 1 + _html.AsSpan(0, place.Index).Count('\n');
            diagnostics.Add(
                Diagnostic.Error("RB7082", new SourcePlace(_shownAs, line)) with
                {
                    Found = name,
                    Nearest = NearestName.Find(name, contents.Keys),
                }
            );
        }

        pieces.Add(_html.AsMemory(written));
        return Encoded(pieces);
    }

    /// <summary>Pages may be long: each piece is copied once.</summary>
    private static byte[] Encoded(List<ReadOnlyMemory<char>> pieces)
    {
        var page = new byte[pieces.Sum(p => Encoding.UTF8.GetByteCount(p.Span))];
        var written = 0;
        foreach (var piece in pieces)
        {
            written += Encoding.UTF8.GetBytes(piece.Span, page.AsSpan(written));
        }

        return page;
    }

    [GeneratedRegex(@"\{\{ *(?<name>[a-z_]+) *\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
