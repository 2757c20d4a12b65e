using ReportBuilder.Briefings.Batch;
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
    public string KeyOf(BriefingTarget target, string language) =>
        _material.Languages.TryGetValue(language, out var words) ? _keys.Of(_briefings[target.Code], words) : _keys.OfNothing;

    /// <inheritdoc/>
    public async Task<MadeBriefing> MakeAsync(BriefingTarget target, string language, CancellationToken cancellation)
    {
        if (!_material.Languages.TryGetValue(language, out var words))
        {
            return new MadeBriefing(null, 0, _material.Unusable[language]);
        }

        var bag = new DiagnosticBag();
        var briefing = _briefings[target.Code];
        var map = BriefingDocument.MapOf(briefing, _material.Borders, _material.Municipalities, words);
        if (
            BriefingDocument.Write(
                briefing,
                _material.Set,
                map is null ? null : new BriefingMap(map, _material.BorderSource),
                _material.Publication,
                words,
                bag
            )
            is not { } document
        )
        {
            return Failed(bag);
        }

        var files = document.Files(words, _fonts, bag);
        bag.AddRange(words.LabelFaults);
        if (bag.HasErrors)
        {
            return Failed(bag);
        }

        var created = new DateTimeOffset(_material.Publication.Date, TimeOnly.MinValue, TimeSpan.Zero);
        var result = await _typesetter.TypesetAsync(
            new TypesetRequest(files, TypstSource.MainPath, PdfStandard.Ua1, created),
            cancellation
        );
        bag.AddRange(result.Diagnostics.Select(document.Source.InTemplate));
        if (result.Pdf is not { } typeset || bag.HasErrors)
        {
            return Failed(bag);
        }

        var finish = new PdfFinish
        {
            IsBoth = false,
            Tables = [.. document.Source.Tables],
            DescribeNote = number => words.Labels.Get("dokument.fotnote", number),
        };
        return PdfFinisher.Finish(typeset, finish, bag) is { } pdf && !bag.HasErrors
            ? new MadeBriefing(pdf, result.Pages, bag.Sorted())
            : Failed(bag);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _typesetter.DisposeAsync();
        _fonts.Dispose();
    }

    private static MadeBriefing Failed(DiagnosticBag bag) => new(null, 0, bag.Sorted());
}
