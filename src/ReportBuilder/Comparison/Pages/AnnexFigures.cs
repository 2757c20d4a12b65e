using System.Text;
using System.Xml.Linq;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Figures;

namespace ReportBuilder.Comparison.Pages;

/// <summary>The figures of the annex: those with the greatest differences, each as a pair of drawings.</summary>
/// <param name="Figures">To place.</param>
/// <param name="Drawings">The drawing of each, by id.</param>
/// <param name="Items">For a loop in a template: <c>id</c>, <c>tittel</c>.</param>
/// <param name="LeftOut">Changed figures that the page shows and the annex does not.</param>
internal sealed record AnnexFigures(
    IReadOnlyList<Figure> Figures,
    IReadOnlyDictionary<string, byte[]> Drawings,
    IReadOnlyList<IReadOnlyDictionary<string, string>> Items,
    int LeftOut
)
{
    private const int Most = 12;

    public static AnnexFigures Build(ComparisonResult result, ComparisonPageContent content, DiagnosticBag diagnostics)
    {
        var old = result.Old.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var @new = result.New.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var places = new ShownPlaces(result, content.Labels);
        var drawings = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var items = new List<IReadOnlyDictionary<string, string>>();
        var changed = 0;
        foreach (var id in new ContentDifferences(result).Ids.Where(id => old.ContainsKey(id) || @new.ContainsKey(id)))
        {
            var before = Svg(old.GetValueOrDefault(id), content.OldDrawings, "for-", diagnostics);
            var after = Svg(@new.GetValueOrDefault(id), content.NewDrawings, "naa-", diagnostics);
            if ((before is null && after is null) || ++changed > Most)
            {
                continue;
            }

            drawings[id] = Encoding.UTF8.GetBytes(DrawingPair.Compose(before, after, result, content.Labels));
            var place = places.Find(id)!;
            var words = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = id,
                ["tittel"] = place.Caption.Length > 0 ? $"{place.Caption} ({place.Name})" : place.Name,
            };
            items.Add(words);
        }

        return new AnnexFigures(
            [.. drawings.Keys.Select(id => new Figure(id, new DrawnPair()))],
            drawings,
            items,
            Math.Max(0, changed - Most)
        );
    }

    private static XElement? Svg(FigureContent? figure, EditionDrawings drawings, string prefix, DiagnosticBag diagnostics) =>
        figure is not null && drawings.Find(figure, diagnostics) is { } bytes && SafeSvg.Read(bytes, prefix + figure.Id + "-") is { } svg
            ? XElement.Parse(svg, LoadOptions.PreserveWhitespace)
            : null;
}
