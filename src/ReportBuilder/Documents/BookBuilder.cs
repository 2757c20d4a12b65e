using ReportBuilder.Diagnostics;
using ReportBuilder.Documents.Markdown;
using ReportBuilder.Editions;
using ReportBuilder.Models.Numerics;
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
        var rules = templates.Rules;
        var checks = request.ChecksProse ? new ProseChecks(rules, request.Edition, diagnostics) : null;
        var read = new EntryText?[manifest.Entries.Count];
        Workers.Run(
            read.Length,
            request.Threads,
            () => new TemplateEngine(request.Edition, request.Labels, request.Metadata, diagnostics, texts),
            (i, engine) => read[i] = Read(manifest.Entries[i], engine)
        );
        var written = read.OfType<EntryText>().ToList();
        var trees = written.Select(t => t.Tree).OfType<TemplateTree>().ToList();

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
            PromiseChecks.Run(manifest.Promises, [.. written.Select(t => t.Use).OfType<NumberUse>()], IdsShown(trees), diagnostics);
        }

        var citations = CitationStyle.For(trees.SelectMany(t => t.Citations), bibliography, request.Labels);
        var placed = trees.SelectMany(t => t.Targets).Select(t => t.Block).ToList();
        return new Book
        {
            Metadata = request.Metadata,
            Origin = request.Edition.Origin,
            Parts = [.. written.Select(t => t.Part)],
            Bibliography = citations.Items,
            Numbering = numbering,
            Citations = citations,
            PrintedQuantities = [.. written.SelectMany(t => t.Printed)],
            Claims = [.. written.SelectMany(t => t.Claims)],
            Figures = [.. placed.OfType<FigureBlock>().Select(f => f.Figure)],
            Tables = [.. placed.OfType<TableBlock>().Select(t => t.Table)],
            Placed = [.. placed.Select(b => Placed(b, numbering)).OfType<PlacedContent>()],
        };

        EntryText? Read(ManifestEntry entry, TemplateEngine engine)
        {
            if (entry.File is not { } file)
            {
                return new EntryText(new ContentsPart(entry.Matter));
            }

            if (templates.Find(file.Name) is not { } source)
            {
                return null;
            }

            var rendered = engine.Render(source);
            var tree = TreeReader.Read(rendered, entry, placeable, diagnostics);
            var prose = checks is null ? null : TemplateProse.Of(rendered, rules.Words);
            if (prose is not null && rendered.IsWhole)
            {
                checks!.Run(prose, rendered);
            }

            return new EntryText(tree.Part)
            {
                Tree = tree,
                Use = NumberUse.Of(entry, rendered),
                Printed = rendered.Printed,
                Claims = [.. rendered.Claims.Select(c => (prose?.WithSentence(c) ?? c) with { Template = file.Name })],
            };
        }
    }

    /// <summary>What came of one entry of the manifest.</summary>
    private sealed record EntryText(BookPart Part)
    {
        /// <summary>Its document tree; null for what is no template.</summary>
        public TemplateTree? Tree { get; init; }

        /// <summary>The numbers it uses; null for what is no template.</summary>
        public NumberUse? Use { get; init; }

        public IReadOnlyList<PrintedQuantity> Printed { get; init; } = [];

        public IReadOnlyList<Claim> Claims { get; init; } = [];
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
