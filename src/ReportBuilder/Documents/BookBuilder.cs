using ReportBuilder.Diagnostics;
using ReportBuilder.Documents.Markdown;
using ReportBuilder.Editions;
using ReportBuilder.Templating;
using ReportBuilder.Templating.Prose;

namespace ReportBuilder.Documents;

/// <summary>Builds a book: manifest, templates, document tree, numbering, references, bibliography.</summary>
public static class BookBuilder
{
    /// <summary>
    /// Builds the book of a template folder. Everything wrong in any template is gathered in <paramref name="diagnostics"/>; the book that comes
    /// back is then incomplete and meant for preview only. Null when there is no manifest to read.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Book? Build(BookRequest request, DiagnosticBag diagnostics)
    {
        var shownAs = request.ShownAs ?? request.TemplateFolder;
        if ((request.Templates ?? BookTemplates.Read(request.TemplateFolder, shownAs, diagnostics)) is not { } templates)
        {
            return null;
        }

        var manifest = templates.Manifest;

        var placeable = new Placeable(
            request.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal),
            request.Tables.ToDictionary(t => t.Id, StringComparer.Ordinal),
            request.DescribeFigure
        );
        var texts = new BookTexts(
            [.. manifest.Entries.Select(e => e.File?.Name).OfType<string>()],
            [.. request.LeftOut, .. manifest.LeftOut]
        )
        {
            Lists = request.Lists,
            Objects = request.Objects,
        };
        var engine = new TemplateEngine(request.Edition, request.Labels, request.Metadata, diagnostics, texts);
        var rules = templates.Rules;
        var checks = new ProseChecks(rules, request.Edition, diagnostics);
        var printed = new List<PrintedQuantity>();
        var claims = new List<Claim>();
        var uses = new List<NumberUse>();
        var trees = new List<TemplateTree>();
        var parts = new List<BookPart>();
        foreach (var entry in manifest.Entries)
        {
            if (entry.File is null)
            {
                parts.Add(new ContentsPart(entry.Matter));
                continue;
            }

            if (templates.Find(entry.File.Name) is not { } source)
            {
                continue;
            }

            var rendered = engine.Render(source);
            var tree = TreeReader.Read(rendered, entry, placeable, diagnostics);
            printed.AddRange(rendered.Printed);
            uses.Add(NumberUse.Of(entry, rendered));
            if (request.ChecksProse)
            {
                var prose = TemplateProse.Of(rendered, rules.Words);
                claims.AddRange(rendered.Claims.Select(c => prose.WithSentence(c) with { Template = entry.File.Name }));
                if (rendered.IsWhole)
                {
                    checks.Run(prose, rendered);
                }
            }
            else
            {
                claims.AddRange(rendered.Claims.Select(c => c with { Template = entry.File.Name }));
            }

            trees.Add(tree);
            parts.Add(tree.Part);
        }

        var bibliography =
            manifest.Bibliography is { } file && templates.Find(file.Name) is { } literature
                ? BibTexReader.Read(literature, diagnostics)
                : null;
        var numbering = Numbering.Of(trees, request.Labels, diagnostics);
        ReferenceChecks.CrossReferences(trees, numbering, placeable, manifest.LeftOut, diagnostics);
        ReferenceChecks.Citations(trees, bibliography, diagnostics);
        // Where a template could not be read, what it would have placed is not left out by the author.
        if (!diagnostics.HasErrors)
        {
            ReferenceChecks.Unplaced(trees, request, new SourcePlace(shownAs + "/" + BookManifest.FileName), diagnostics);
            PromiseChecks.Run(manifest.Promises, uses, IdsShown(trees), diagnostics);
        }

        var citations = CitationStyle.For(trees.SelectMany(t => t.Citations), bibliography, request.Labels);
        var placed = trees.SelectMany(t => t.Targets).Select(t => t.Block).ToList();
        return new Book
        {
            Metadata = request.Metadata,
            Origin = request.Edition.Origin,
            Parts = parts,
            Bibliography = citations.Items,
            Numbering = numbering,
            Citations = citations,
            PrintedQuantities = printed,
            Claims = claims,
            Figures = [.. placed.OfType<FigureBlock>().Select(f => f.Figure)],
            Tables = [.. placed.OfType<TableBlock>().Select(t => t.Table)],
            Placed = [.. placed.Select(b => Placed(b, numbering)).OfType<PlacedContent>()],
        };
    }

    private static PlacedContent? Placed(Block? block, Numbering numbering) =>
        block switch
        {
            FigureBlock figure => new PlacedContent(figure.Figure.Id, numbering.NumberOf(figure)!, InlineText.Of(figure.Caption)),
            TableBlock table => new PlacedContent(table.Table.Id, numbering.NumberOf(table)!, InlineText.Of(table.Caption)),
            _ => null,
        };

    private static HashSet<string> IdsShown(IEnumerable<TemplateTree> trees) =>
        trees
            .SelectMany(t => t.Targets)
            .SelectMany(t =>
                t.Block switch
                {
                    FigureBlock figure => figure.Figure.QuantityIds,
                    TableBlock table => table.Table.QuantityIds,
                    _ => [],
                }
            )
            .Select(id => id.Value)
            .ToHashSet(StringComparer.Ordinal);
}
