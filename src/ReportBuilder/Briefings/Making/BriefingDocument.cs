using System.Text;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Charts;
using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Templating;
using ReportBuilder.TypstWriting;

namespace ReportBuilder.Briefings.Making;

/// <summary>The map of a briefing.</summary>
/// <param name="Chart">What is drawn.</param>
/// <param name="Source">Who has made the borders, in words.</param>
public sealed record BriefingMap(MapChart Chart, string Source);

/// <summary>The text and the charts of one briefing, before it is typeset.</summary>
/// <param name="Book">The text.</param>
/// <param name="Source">The same as Typst, able to lead Typst's places back to the templates.</param>
/// <param name="Figures">The figures.</param>
public sealed record BriefingDocument(Book Book, TypstSource Source, IReadOnlyList<Figure> Figures)
{
    /// <summary>Style file of briefings.</summary>
    public const string StyleFile = "notat.typ";

    /// <summary>
    /// The numbers of a briefing without the name, size and fingerprint of the data: those change with any participant in the country, and a briefing only when its own numbers do.
    /// </summary>
    public static Edition EditionOf(Briefing briefing) =>
        briefing.Edition with
        {
            Origin = briefing.Edition.Origin with { DataFile = string.Empty, DataFingerprint = string.Empty, Rows = 0 },
        };

    /// <summary>What the briefing's title and properties say: nothing but what is public.</summary>
    public static BookMetadata MetadataOf(Briefing briefing, BookMetadata publication, BriefingLanguage language)
    {
        var labels = language.Labels;
        return publication with
        {
            Title = labels.Get("notat.tittel", briefing.Municipality.Name),
            Subtitle = labels.Get("notat.undertittel", BriefingWords.SchemesOf(briefing, labels), BriefingPeriod.Years),
            Series = labels.Get("notat.slag"),
            Description = labels.Get("notat.beskrivelse", briefing.Municipality.Name, BriefingWords.SchemesOf(briefing, labels)),
            Language = language.Code,
        };
    }

    /// <summary>Writes a briefing. Null when there is an error; the bag says which.</summary>
    /// <param name="briefing">The briefing.</param>
    /// <param name="set">What all briefings share.</param>
    /// <param name="map">Its map; null for none.</param>
    /// <param name="publication">Publisher, date and the like.</param>
    /// <param name="language">Templates and words.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="checksProse">True to check the sentences of the templates too, which are the same for all briefings.</param>
    public static BriefingDocument? Write(
        Briefing briefing,
        BriefingSet set,
        BriefingMap? map,
        BookMetadata publication,
        BriefingLanguage language,
        DiagnosticBag bag,
        bool checksProse = false
    )
    {
        var labels = language.Labels;
        IReadOnlyList<Figure> figures =
        [
            .. BriefingFigures.Build(briefing, set, labels),
            .. map is null ? Array.Empty<Figure>() : [new Figure("fig-kart", map.Chart)],
        ];
        var request = new BookRequest
        {
            TemplateFolder = language.TemplateFolder,
            Templates = language.Templates,
            ChecksProse = checksProse,
            ShownAs = ShownPath.Of(language.TemplateFolder),
            Edition = EditionOf(briefing),
            Figures = figures,
            Tables = BriefingTables.Build(briefing.Edition, labels, briefing.Schemes),
            Objects = new Dictionary<string, TemplateObject>(StringComparer.Ordinal)
            {
                [BriefingWords.Name] = BriefingWords.Of(briefing, map?.Source, labels),
                [BriefingWords.PeriodName] = BriefingWords.Period,
                [BriefingWords.MeasuresName] = BriefingWords.Measures(briefing.Edition, labels),
            },
            Lists = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal)
            {
                [BriefingWords.SchemesName] = BriefingWords.Schemes(briefing, labels),
            },
            Labels = labels,
            Metadata = MetadataOf(briefing, publication, language),
            DescribeFigure = figure => AltText.Describe(figure.Chart, labels),
        };
        return BookBuilder.Build(request, bag) is { } book && !bag.HasErrors
            ? new BriefingDocument(book, TypstBook.Write(book, labels, StyleFile), figures)
            : null;
    }

    /// <summary>The files that the typesetter needs, charts drawn.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files(BriefingLanguage language, ChartFonts fonts, DiagnosticBag bag)
    {
        var renderer = new ChartRenderer(fonts, ChartStyle.Default, language.Labels, bag);
        var maps = new ChartRenderer(fonts, ChartStyle.Map, language.Labels, bag);
        return Source.With(Figures.Select(Draw), language.Style);

        KeyValuePair<string, byte[]> Draw(Figure figure) =>
            KeyValuePair.Create(figure.Id, Encoding.UTF8.GetBytes((figure.Chart is MapChart ? maps : renderer).RenderSvg(figure.Chart)));
    }
}
