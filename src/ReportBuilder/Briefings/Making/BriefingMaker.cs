using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Briefings.Maps;
using ReportBuilder.Charts;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Templating;
using ReportBuilder.Typesetting;
using ReportBuilder.Typesetting.Archive;
using ReportBuilder.TypstWriting;

namespace ReportBuilder.Briefings.Making;

/// <summary>What a maker of briefings needs. All of it is shared by all briefings, and none of it changes.</summary>
public sealed record BriefingMaterial
{
    /// <summary>The briefings.</summary>
    public required BriefingSet Set { get; init; }

    /// <summary>The languages, by code.</summary>
    public required IReadOnlyDictionary<string, BriefingLanguage> Languages { get; init; }

    /// <summary>What is wrong with the languages that cannot be used, by code: the others are made all the same.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> Unusable { get; init; } =
        new Dictionary<string, IReadOnlyList<Diagnostic>>(StringComparer.Ordinal);

    /// <summary>The municipalities, for the maps.</summary>
    public required MunicipalityTable Municipalities { get; init; }

    /// <summary>The borders; null for briefings without maps.</summary>
    public Borders? Borders { get; init; }

    /// <summary>Who has made the borders, in words; empty when it is not told.</summary>
    public string BorderSource { get; init; } = string.Empty;

    /// <summary>Publisher, series, date: what briefings take over from the report.</summary>
    public required BookMetadata Publication { get; init; }

    /// <summary>The map of a briefing: the municipality in its county. Null without borders, and for a municipality that is its county, which has nothing to be seen among.</summary>
    internal BriefingMap? MapOf(Briefing briefing, BriefingLanguage language)
    {
        var municipality = briefing.Municipality;
        return
            !BriefingShows.IsCounty(briefing.Edition)
            && Borders?.MapOf(
                municipality,
                Municipalities.InYear(municipality.Year).Where(m => m.CountyCode == municipality.CountyCode),
                language.Labels.Get("notat.figur.kart", municipality.CountyName, municipality.Name)
            )
                is { } chart
            ? new BriefingMap(chart, BorderSource)
            : null;
    }
}

/// <summary>Makes briefings: text and charts here, pages in the typesetter, finished as PDF/UA-1.</summary>
public sealed class BriefingMaker : IBriefingMaker, IAsyncDisposable
{
    private readonly BriefingMaterial _material;
    private readonly ITypesetter _typesetter;
    private readonly ChartFonts _fonts;
    private readonly BriefingKeys _keys;
    private readonly Dictionary<string, Briefing> _briefings;

    /// <summary>Makes a maker.</summary>
    /// <param name="material">What briefings are made of.</param>
    /// <param name="typesetter">The typesetter; stopped with the maker.</param>
    /// <param name="fonts">The chart typeface; let go with the maker.</param>
    public BriefingMaker(BriefingMaterial material, ITypesetter typesetter, ChartFonts fonts)
    {
        _material = material;
        _typesetter = typesetter;
        _fonts = fonts;
        _keys = new BriefingKeys(material);
        _briefings = material.Set.Briefings.ToDictionary(b => b.Municipality.Code, StringComparer.Ordinal);
        Targets = [.. material.Set.Briefings.Select(b => new BriefingTarget(b.Municipality.Code, b.Municipality.Name))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<BriefingTarget> Targets { get; }

    /// <inheritdoc/>
    public string KeyOf(BriefingTarget target, string language)
    {
        if (
            !_material.Languages.TryGetValue(language, out var words)
            || Write(_briefings[target.Code], words, new DiagnosticBag()) is not { } document
        )
        {
            return _keys.OfNothing;
        }

        return _keys.Of(document, words);
    }

    /// <inheritdoc/>
    public async Task<MadeBriefing> MakeAsync(BriefingTarget target, string language, CancellationToken cancellation)
    {
        if (!_material.Languages.TryGetValue(language, out var words))
        {
            return new MadeBriefing(null, 0, _material.Unusable[language]);
        }

        var bag = new DiagnosticBag();
        if (Write(_briefings[target.Code], words, bag) is not { } document)
        {
            return Failed(bag);
        }

        var files = document.Files(words, _fonts, bag);
        bag.AddRange(words.LabelFaults);
        if (bag.HasErrors)
        {
            return Failed(bag);
        }

        var request = new TypesetRequest(files, TypstSource.MainPath, PdfStandard.Ua1, _material.Publication.Created);
        var result = await _typesetter.TypesetAsync(request, cancellation);
        bag.AddRange(result.Diagnostics.Select(document.Source.InTemplate));
        if (result.Pdf is not { } typeset || bag.HasErrors)
        {
            return Failed(bag);
        }

        return PdfFinisher.Finish(typeset, PdfFinish.Of(document.Source, words.Labels, isBoth: false), bag) is { } pdf && !bag.HasErrors
            ? new MadeBriefing(pdf, result.Pages, bag.Sorted())
            : Failed(bag);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _typesetter.DisposeAsync();
        _fonts.Dispose();
    }

    private BriefingDocument? Write(Briefing briefing, BriefingLanguage words, DiagnosticBag bag) =>
        BriefingDocument.Write(briefing, _material.Set, _material.MapOf(briefing, words), _material.Publication, words, bag);

    private static MadeBriefing Failed(DiagnosticBag bag) => new(null, 0, bag.Sorted());
}
