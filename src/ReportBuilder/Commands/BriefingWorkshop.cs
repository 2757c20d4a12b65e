using System.Text;
using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Briefings.Maps;
using ReportBuilder.Charts;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Commands;

/// <summary>All that is needed to make briefings: the numbers, the languages, the typesetters. The typesetters warm up while data are read.</summary>
public sealed class BriefingWorkshop : IAsyncDisposable
{
    private readonly NodeTypesetter _typesetter;
    private readonly ChartFonts _fonts;

    private BriefingWorkshop(NodeTypesetter typesetter, ChartFonts fonts, BriefingMaterial material)
    {
        _typesetter = typesetter;
        _fonts = fonts;
        Maker = new BriefingMaker(material, typesetter, fonts);
    }

    /// <summary>The maker.</summary>
    public BriefingMaker Maker { get; }

    /// <summary>Opens it; null when something is wrong, and the bag says what. A language that cannot be used is a fault like others.</summary>
    /// <param name="settings">Settings.</param>
    /// <param name="languages">The languages asked for, as in <see cref="BriefingLanguage.Codes"/>.</param>
    /// <param name="processes">Typesetters side by side.</param>
    /// <param name="console">Shows the stages.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <exception cref="IOException">A template or style file cannot be read.</exception>
    public static async Task<BriefingWorkshop?> OpenAsync(
        ReportSettings settings,
        IReadOnlyList<string> languages,
        int processes,
        RunConsole console,
        DiagnosticBag bag
    )
    {
        var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions { TimeLimit = settings.TypesettingLimit, Processes = processes });
        var fonts = ChartFonts.Load(ChartFontFiles.InPackage(TypesetterFolder.FontPackage), bag);
        var warmUp = WarmAsync(typesetter, settings, processes);
        var material = fonts is null ? null : await GatherAsync(settings, languages, console, bag);
        if (fonts is null || material is null || bag.HasErrors)
        {
            await typesetter.DisposeAsync();
            fonts?.Dispose();
            await Forget(warmUp);
            return null;
        }

        return new BriefingWorkshop(typesetter, fonts, material);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _typesetter.DisposeAsync();
        _fonts.Dispose();
    }

    private static async Task<BriefingMaterial?> GatherAsync(
        ReportSettings settings,
        IReadOnlyList<string> languages,
        RunConsole console,
        DiagnosticBag bag
    )
    {
        var faults = languages.ToDictionary(code => code, _ => new DiagnosticBag(), StringComparer.Ordinal);
        var read = languages.Select(code => BriefingLanguage.Read(code, settings, faults[code])).OfType<BriefingLanguage>().ToList();
        if (read.Count == 0)
        {
            bag.AddRange(faults.Values.SelectMany(f => f.Sorted()));
        }

        var borders = settings.Briefings.BorderFile is { } file ? BorderReader.Read(file, ShownPath.Of(file), bag) : null;
        if (bag.HasErrors || await DatasetSource.ReadOnlyAsync(settings, console, bag) is not { } data || bag.HasErrors)
        {
            return null;
        }

        var set = await console.StageAsync(
            "run.stage.briefings",
            () => BriefingAnalysis.Run(data.Dataset, data.Municipalities, settings, bag)
        );
        return new BriefingMaterial
        {
            Set = set,
            Languages = read.ToDictionary(l => l.Code, StringComparer.Ordinal),
            Unusable = faults
                .Where(f => f.Value.HasErrors)
                .ToDictionary(f => f.Key, f => (IReadOnlyList<Diagnostic>)f.Value.Sorted(), StringComparer.Ordinal),
            Municipalities = data.Municipalities,
            Borders = borders,
            Publication = settings.Publication,
        };
    }

    /// <summary>Has each typesetter read the style and the fonts.</summary>
    private static Task WarmAsync(NodeTypesetter typesetter, ReportSettings settings, int processes)
    {
        if (!Directory.Exists(settings.StyleFolder))
        {
            return Task.CompletedTask;
        }

        var files = TypstStyle.Read(settings.StyleFolder).ToDictionary(StringComparer.Ordinal);
        files["/main.typ"] = Encoding.UTF8.GetBytes($"#import \"/style/{BriefingDocument.StyleFile}\": *\n#lorem(40)\n");
        var request = new TypesetRequest(files, "/main.typ", PdfStandard.Ua1, DateTimeOffset.UnixEpoch);
        return Task.WhenAll(Enumerable.Range(0, processes).Select(_ => typesetter.TypesetAsync(request)));
    }

    private static async Task Forget(Task warmUp)
    {
        try
        {
            await warmUp;
        }
        catch (OperationCanceledException)
        {
            // It was stopped with the typesetters.
        }
    }
}
