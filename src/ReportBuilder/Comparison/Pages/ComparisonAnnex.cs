using ReportBuilder.Commands;
using ReportBuilder.Comparison.Accounts;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Tables;
using ReportBuilder.Templating;
using ReportBuilder.Typesetting;
using ReportBuilder.Typesetting.Archive;
using ReportBuilder.TypstWriting;

namespace ReportBuilder.Comparison.Pages;

/// <summary>
/// Makes <c>sammenligning.pdf</c>, the annex for those who sign and for the archive: a short book by the same chain as the report, from the templates in <c>templates/sammenligning</c>. PDF/UA-1.
/// </summary>
public static class ComparisonAnnex
{
    /// <summary>Makes the annex.</summary>
    /// <param name="comparison">The comparison and its explanations.</param>
    /// <param name="content">Words, look, drawings and what the editions were made from.</param>
    /// <param name="publication">Publisher, authors and date of the report that the newer edition is of; null when not known: then it has the date of the edition, or of the last signature.</param>
    /// <param name="typesetter">Sets it.</param>
    /// <param name="diagnostics">Receives what is wrong with templates, words or typesetting. RB7084 (warning) when there is no date to give it.</param>
    /// <param name="cancellation">Stops the typesetter.</param>
    /// <returns>The PDF; null when it could not be made.</returns>
    public static async Task<byte[]?> MakeAsync(
        ExplainedComparison comparison,
        ComparisonPageContent content,
        BookMetadata? publication,
        ITypesetter typesetter,
        DiagnosticBag diagnostics,
        CancellationToken cancellation = default
    )
    {
        if (MetadataOf(comparison, content, publication) is not { } metadata)
        {
            diagnostics.Add(Diagnostic.Warning("RB7084", null));
            return null;
        }

        var figures = AnnexFigures.Build(comparison.Result, content, diagnostics);
        if (BookBuilder.Build(Request(comparison, content, metadata, figures), diagnostics) is not { } book || diagnostics.HasErrors)
        {
            return null;
        }

        var source = TypstBook.Write(book, content.Labels);
        var files = source.With(figures.Drawings, TypstStyle.Read(content.Templates.StyleFolder));
        var request = new TypesetRequest(files, TypstSource.MainPath, PdfStandard.Ua1, metadata.Created);
        var result = await typesetter.TypesetAsync(request, cancellation);
        diagnostics.AddRange(result.Diagnostics.Select(source.InTemplate));
        return result.Pdf is { } pdf && !diagnostics.HasErrors
            ? PdfFinisher.Finish(pdf, PdfFinish.Of(source, content.Labels, isBoth: false), diagnostics)
            : null;
    }

    private static BookRequest Request(
        ExplainedComparison comparison,
        ComparisonPageContent content,
        BookMetadata metadata,
        AnnexFigures figures
    )
    {
        var labels = content.Labels;
        var account = RevisionAccount.Of(comparison, ExplanationsOf(comparison));
        var builder = new EditionBuilder();
        builder.AddRange(RevisionQuantities.Of(account));
        builder.AddRange(AnnexQuantities.Of(comparison));
        IReadOnlyList<Table> tables = [.. AnnexTables.Build(comparison, labels), .. RevisionTables.Build(account, builder, labels)];
        var lists = new[]
        {
            AnnexTables.Numbers,
            AnnexTables.Structure,
            AnnexTables.Ground,
            AnnexTables.Sentences,
            AnnexTables.Faults,
            RevisionTables.Reasons,
            RevisionTables.Sizes,
        }.ToDictionary(id => ListOf(id), id => Items(tables.Where(t => t.Id == id)), StringComparer.Ordinal);
        lists["figurer"] = figures.Items;
        foreach (var (name, sentences) in AnnexSentences.Of(comparison.Result, content, figures))
        {
            lists[name] = sentences;
        }

        return new BookRequest
        {
            TemplateFolder = content.Templates.Folder,
            ShownAs = ShownPath.Of(content.Templates.Folder),
            Edition = new Edition
            {
                Quantities = builder.ToQuantities(),
                Tables = [],
                Figures = [],
                Origin = comparison.Result.New.Origin,
            },
            Figures = figures.Figures,
            Tables = tables,
            Lists = lists,
            Labels = labels,
            Metadata = metadata,
            DescribeFigure = _ => labels.Get("sammenligning.vedlegg.alt"),
        };
    }

    /// <summary>A table in a list of its own, so that a template can ask whether it is there: <c>tbl-grunnlag</c> as <c>grunnlag</c>.</summary>
    private static string ListOf(string table) => table["tbl-".Length..].Replace('-', '_');

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Items(IEnumerable<Table> tables) =>
        [.. tables.Select(t => new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = t.Id })];

    private static IReadOnlyList<Explanation> ExplanationsOf(ExplainedComparison comparison) =>
        [
            .. comparison
                .Explained.Select(e => e.Explanation)
                .Concat(comparison.Misfits.Select(m => m.Explanation))
                .Concat(comparison.Idle)
                .Distinct(ReferenceEqualityComparer.Instance)
                .Cast<Explanation>()
                .OrderBy(e => e.Place.Line)
                .ThenBy(e => e.Pattern, StringComparer.Ordinal),
        ];

    private static BookMetadata? MetadataOf(ExplainedComparison comparison, ComparisonPageContent content, BookMetadata? publication)
    {
        var signed = ExplanationsOf(comparison).Select(e => (DateOnly?)e.Date).Max();
        if ((content.NewGround?.Date ?? publication?.Date ?? signed) is not { } date)
        {
            return null;
        }

        var result = comparison.Result;
        return new BookMetadata
        {
            Title = ComparisonPage.TitleOf(result, content.Labels),
            Subtitle = content.Labels.Get("sammenligning.vedlegg.undertittel"),
            Authors = publication?.Authors ?? [],
            Publisher = publication?.Publisher ?? string.Empty,
            Series = publication?.Series ?? string.Empty,
            Date = date,
            Description = SummarySection.Verdict(comparison, content.Labels),
        };
    }
}
