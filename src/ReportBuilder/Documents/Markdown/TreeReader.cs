using Markdig.Syntax;
using ReportBuilder.Diagnostics;
using ReportBuilder.Figures;
using ReportBuilder.Tables;
using ReportBuilder.Templating;

namespace ReportBuilder.Documents.Markdown;

/// <summary>What the templates may place.</summary>
/// <param name="Figures">Figures by id.</param>
/// <param name="Tables">Tables by id.</param>
/// <param name="DescribeFigure">The data of a figure in words.</param>
internal sealed record Placeable(
    IReadOnlyDictionary<string, Figure> Figures,
    IReadOnlyDictionary<string, Table> Tables,
    Func<Figure, string> DescribeFigure
);

/// <summary>Turns the Markdown of one template into the document tree. Reports what is not part of this project's Markdown, with its place.</summary>
internal sealed partial class TreeReader
{
    private readonly RenderedTemplate _template;
    private readonly Placeable _placeable;
    private readonly DiagnosticBag _diagnostics;
    private readonly List<Target> _targets = [];
    private readonly List<CrossReference> _crossReferences = [];
    private readonly List<PageReference> _pageReferences = [];
    private readonly List<Citation> _citations = [];

    private TreeReader(RenderedTemplate template, Placeable placeable, DiagnosticBag diagnostics)
    {
        _template = template;
        _placeable = placeable;
        _diagnostics = diagnostics;
    }

    /// <summary>Reads one template.</summary>
    public static TemplateTree Read(RenderedTemplate template, ManifestEntry entry, Placeable placeable, DiagnosticBag diagnostics)
    {
        var reader = new TreeReader(template, placeable, diagnostics);
        var document = BookMarkdown.Parse(template.Markdown);
        reader.CollectFootnotes(document);
        var blocks = reader.ReadBlocks(document);
        reader.ReportUnusedFootnotes();
        reader.CheckHeadings(blocks, entry);
        return new TemplateTree(
            new TextPart(entry.Matter, entry.File!.Name, template.Source.ShownAs, blocks),
            reader._targets,
            reader._crossReferences,
            reader._pageReferences,
            reader._citations
        );
    }

    private SourcePlace PlaceOf(MarkdownObject node) => PlaceOf(node.Span.Start);

    private SourcePlace PlaceOf(int offset) => _template.Map.PlaceOf(offset);

    private void Report(string code, SourcePlace place, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.Error(code, place, arguments));

    private void ReportFound(string code, SourcePlace place, string found, IEnumerable<string>? candidates = null) =>
        _diagnostics.Add(
            Diagnostic.Error(code, place) with
            {
                Found = found,
                Nearest = candidates is null ? null : NearestName.Find(found, candidates),
            }
        );

    /// <summary>
    /// The first heading of a file is a chapter, and no level is skipped; a chapter begins with its heading. A file that goes on with a chapter
    /// begins with a section and has no chapter in it.
    /// </summary>
    private void CheckHeadings(List<Block> blocks, ManifestEntry entry)
    {
        if (entry.Matter != Matter.Front && blocks.Count > 0 && blocks[0] is not Heading)
        {
            Report(entry.IsContinuation ? "RB4015" : "RB4001", blocks[0].Place);
        }

        var level = entry.IsContinuation ? 1 : 0;
        foreach (var heading in _targets.Select(t => t.Block).OfType<Heading>())
        {
            if (entry.IsContinuation && heading.Level == 1)
            {
                Report("RB4015", heading.Place);
            }
            else if (level == 0 && heading.Level != 1)
            {
                Report("RB4002", heading.Place);
            }
            else if (heading.Level > level + 1)
            {
                Report("RB4003", heading.Place, ToolTexts.Get("heading.level", level), ToolTexts.Get("heading.level", heading.Level));
            }

            level = heading.Level;
        }
    }
}
