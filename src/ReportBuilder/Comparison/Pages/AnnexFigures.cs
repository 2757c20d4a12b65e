using System.Text;
using System.Xml.Linq;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The figures of the annex: those with the greatest differences, each as a pair of drawings, with the numbers that changed most in words. One that lacks a drawing in either edition has no pair.</summary>
/// <param name="Figures">To place.</param>
/// <param name="Drawings">The drawing of each, by id.</param>
/// <param name="Items">For a loop in a template: <c>id</c>, <c>tittel</c>, <c>tekst</c>.</param>
/// <param name="LeftOut">Changed figures with a pair that the page shows and the annex does not.</param>
/// <param name="WithoutPair">Changed figures without a drawing in one of the editions.</param>
internal sealed record AnnexFigures(
    IReadOnlyList<Figure> Figures,
    IReadOnlyDictionary<string, byte[]> Drawings,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Items,
    int LeftOut,
    int WithoutPair
)
{
    private const int Most = 12;
    private const int MostNumbers = 2;

    /// <summary>Builds them.</summary>
    public static AnnexFigures Build(ComparisonResult result, ComparisonPageContent content, DiagnosticBag diagnostics)
    {
        var old = result.Old.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var @new = result.New.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var differences = new ContentDifferences(result);
        var told = new FigureNumbers(result, differences, content.Labels, MostNumbers);
        var drawings = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var items = new List<IReadOnlyDictionary<string, string>>();
        var pages = new List<DrawnFigure>();
        var (pairs, withoutPair) = (0, 0);
        foreach (var id in differences.Ids.Where(id => old.ContainsKey(id) || @new.ContainsKey(id)))
        {
            var before = Svg(old.GetValueOrDefault(id), content.OldDrawings, "for-", diagnostics);
            var after = Svg(@new.GetValueOrDefault(id), content.NewDrawings, "naa-", diagnostics);
            if (before is null || after is null)
            {
                withoutPair++;
                continue;
            }

            if (++pairs > Most)
            {
                continue;
            }

            pages.AddRange(Drawn(@new[id], before, after, result, content.Labels));
        }

        foreach (var drawn in Packed(pages))
        {
            drawings[drawn.Id] = Encoding.UTF8.GetBytes(drawn.Drawing);
            items.Add(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["id"] = drawn.Id,
                    ["tittel"] = drawn.Title,
                    ["tekst"] = @new.ContainsKey(drawn.Id) ? told.Of(drawn.Id) : string.Empty,
                }
            );
        }

        return new AnnexFigures(
            [.. drawings.Keys.Select(id => new Figure(id, new DrawnPair()))],
            drawings,
            items,
            Math.Max(0, pairs - Most),
            withoutPair
        );
    }

    /// <summary>The pair as one drawing, or as two where it would be too small.</summary>
    private static IEnumerable<DrawnFigure> Drawn(
        FigureContent figure,
        XElement before,
        XElement after,
        ComparisonResult result,
        LabelSet labels
    )
    {
        var title = TitleOf(figure, labels);
        if (!DrawingPair.NeedsTwoPages(before, after))
        {
            var height = DrawingPair.HeightOf(before, after);
            yield return new DrawnFigure(figure.Id, title, DrawingPair.Compose(before, after, result, labels), height);
            yield break;
        }

        var (old, now) = (
            labels.Get("sammenligning.figurer.for", result.Old.Origin.Name),
            labels.Get("sammenligning.figurer.naa", result.New.Origin.Name)
        );
        // Nothing else has room on their pages.
        yield return new DrawnFigure(
            figure.Id,
            title + labels.Get("sammenligning.vedlegg.side.for"),
            DrawingPair.Alone(before, old, labels),
            DrawingPair.PageHeight
        );
        yield return new DrawnFigure(
            figure.Id + "-naa",
            title + labels.Get("sammenligning.vedlegg.side.naa"),
            DrawingPair.Alone(after, now, labels),
            DrawingPair.PageHeight
        );
    }

    /// <summary>The greatest differences first, but where a page has room for one more, the next that fits stands there: else half the pages would be half empty.</summary>
    private static IEnumerable<DrawnFigure> Packed(IEnumerable<DrawnFigure> figures)
    {
        var left = figures.ToList();
        while (left.Count > 0)
        {
            var room = DrawingPair.PageHeight;
            var at = 0;
            while (at >= 0)
            {
                room -= left[at].Height;
                yield return left[at];
                left.RemoveAt(at);
                at = left.FindIndex(f => f.Height <= room);
            }
        }
    }

    private sealed record DrawnFigure(string Id, string Title, string Drawing, double Height);

    private static string TitleOf(FigureContent figure, LabelSet labels)
    {
        var name = ShownPlaces.NameOf(figure, labels);
        return figure.Caption is { Length: > 0 } caption ? $"{caption} ({name})" : name;
    }

    private static XElement? Svg(FigureContent? figure, EditionDrawings drawings, string prefix, DiagnosticBag diagnostics) =>
        figure is not null && drawings.Find(figure, diagnostics) is { } bytes && SafeSvg.Read(bytes, prefix + figure.Id + "-") is { } svg
            ? XElement.Parse(svg, LoadOptions.PreserveWhitespace)
            : null;
}
