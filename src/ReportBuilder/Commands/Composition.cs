using System.Collections.Immutable;
using System.Text;
using ReportBuilder.Charts;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Models.Numerics;
using ReportBuilder.Typesetting;
using ReportBuilder.TypstWriting;

namespace ReportBuilder.Commands;

/// <summary>All that the typesetter needs: text, charts and style as virtual files.</summary>
/// <param name="Files">Content by virtual path.</param>
/// <param name="Source">The text, able to lead Typst's places back to the templates.</param>
/// <param name="Edition">The numbers, with what the text claims of them, and tables and figures as the text places them.</param>
/// <param name="Drawings">The charts as SVG, by id of the figure.</param>
public sealed record Composition(
    IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files,
    TypstSource Source,
    Edition Edition,
    IReadOnlyDictionary<string, byte[]> Drawings
)
{
    /// <summary>Draws the charts and makes the text, side by side. Null when there is no book to make; faults are in the bag.</summary>
    public static async Task<Composition?> MakeAsync(ReportSettings settings, Analysis analysis, RunConsole console, DiagnosticBag bag)
    {
        var charts = console.StageAsync("run.stage.charts", () => Draw(analysis, bag));
        var text = console.StageAsync("run.stage.document", () => Write(settings, analysis, bag));
        if (await text is not var (source, book))
        {
            await charts;
            return null;
        }

        var drawings = await charts;
        var files = source.With(drawings, TypstStyle.Read(settings.StyleFolder));
        return new Composition(files, source, EditionContents.InBook(analysis.Edition, book, drawings), drawings);
    }

    private static IReadOnlyDictionary<string, byte[]> Draw(Analysis analysis, DiagnosticBag bag)
    {
        using var fonts = ChartFonts.Load(ChartFontFiles.InPackage(TypesetterFolder.FontPackage), bag);
        if (fonts is null)
        {
            return ImmutableDictionary<string, byte[]>.Empty;
        }

        var renderer = new ChartRenderer(fonts, ChartStyle.Default, analysis.Labels, bag);
        return Workers
            .Map(analysis.Figures, f => (f.Id, Svg: Encoding.UTF8.GetBytes(renderer.RenderSvg(f.Chart))))
            .ToDictionary(f => f.Id, f => f.Svg, StringComparer.Ordinal);
    }

    private static (TypstSource Source, Book Book)? Write(ReportSettings settings, Analysis analysis, DiagnosticBag bag)
    {
        var request = new BookRequest
        {
            TemplateFolder = settings.TemplateFolder,
            Threads = Workers.All,
            ShownAs = ShownPath.Of(settings.TemplateFolder),
            Edition = analysis.Edition,
            Figures = analysis.Figures,
            Tables = analysis.Tables,
            LeftOut = analysis.LeftOut,
            Labels = analysis.Labels,
            Metadata = settings.Publication,
            DescribeFigure = figure => AltText.Describe(figure.Chart, analysis.Labels),
        };
        return BookBuilder.Build(request, bag) is { } book && !bag.HasErrors ? (TypstBook.Write(book, analysis.Labels), book) : null;
    }
}
