using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Models.Numerics;

namespace ReportBuilder.Comparison.Pages;

/// <summary>Each figure whose data or drawing changed, as it was and as it is, side by side. The figure with the greatest difference stands first.</summary>
internal sealed class FigureSection
{
    private readonly ComparisonResult _result;
    private readonly ComparisonPageContent _content;
    private readonly LabelSet _labels;
    private readonly ShownPlaces _places;
    private readonly DifferenceNames _names;
    private readonly ContentDifferences _differences;
    private readonly QuantityText _numbers;
    private readonly DiagnosticBag _diagnostics;
    private readonly HtmlOutput _html = new();

    private FigureSection(
        ComparisonResult result,
        ComparisonPageContent content,
        ShownPlaces places,
        DifferenceNames names,
        ContentDifferences differences,
        QuantityText numbers,
        DiagnosticBag diagnostics
    )
    {
        _result = result;
        _content = content;
        _labels = content.Labels;
        _places = places;
        _names = names;
        _differences = differences;
        _numbers = numbers;
        _diagnostics = diagnostics;
    }

    public static string Write(
        ComparisonResult result,
        ComparisonPageContent content,
        ShownPlaces places,
        DifferenceNames names,
        ContentDifferences differences,
        QuantityText numbers,
        DiagnosticBag diagnostics
    ) => new FigureSection(result, content, places, names, differences, numbers, diagnostics).Write();

    private string Write()
    {
        var old = _result.Old.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var @new = _result.New.Figures.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var changed = _differences.Ids.Where(id => old.ContainsKey(id) || @new.ContainsKey(id)).ToList();
        if (changed.Count == 0)
        {
            return _html.Element("p", _labels.Get("sammenligning.figurer.ingen")).ToString();
        }

        // Reading drawings is most of the work of a page: each figure is written by itself, on all processors.
        return string.Concat(Workers.Map(changed, id => Alone().Figure(id, old.GetValueOrDefault(id), @new.GetValueOrDefault(id))));
    }

    private FigureSection Alone() => new(_result, _content, _places, _names, _differences, _numbers, _diagnostics);

    private string Figure(string id, FigureContent? old, FigureContent? @new)
    {
        ContentHead.Write(_html, "endret-figur", id, _places, _names, _labels, _differences.StructureOf(id));
        _html.Element("p class=\"liten\"", CountedText.Of("sammenligning.figurer.tall", _differences.NumbersOf(id), _labels));
        _html.Markup("<div class=\"par\">\n");
        WriteSide(old, _result.Old, _content.OldDrawings, "for");
        WriteSide(@new, _result.New, _content.NewDrawings, "naa");
        _html.Markup("</div></div>\n");
        return _html.ToString();
    }

    private void WriteSide(FigureContent? figure, Edition edition, EditionDrawings drawings, string side)
    {
        _html.Markup("<figure>").Element("figcaption", _labels.Get("sammenligning.figurer." + side, edition.Origin.Name)).Markup("\n");
        if (figure is null)
        {
            _html.Element("p class=\"liten\"", _labels.Get("sammenligning.figurer.finnes_ikke"));
        }
        else if (SvgOf(figure, edition, drawings, side) is { } svg)
        {
            _html.Markup("<div class=\"tegning\">").Markup(svg).Markup("</div>");
        }
        else
        {
            _html.Element("p class=\"liten\"", _labels.Get("sammenligning.figurer.uten_tegning"));
            FigureData.Write(_html, figure, edition, _numbers, _labels);
        }

        _html.Markup("</figure>\n");
    }

    private string? SvgOf(FigureContent figure, Edition edition, EditionDrawings drawings, string side)
    {
        if (drawings.Find(figure, _diagnostics) is not { } bytes)
        {
            return null;
        }

        var label = _labels.Get("sammenligning.figurer." + side, edition.Origin.Name) + ": " + (figure.Caption ?? figure.Id);
        var svg = SafeSvg.Read(bytes, $"{side}-{figure.Id}-", label);
        if (svg is null)
        {
            _diagnostics.Add(Diagnostic.Warning("RB7083", null) with { Found = figure.Id + ".svg" });
        }

        return svg;
    }
}
