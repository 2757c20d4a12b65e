using System.Text;
using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Briefings.Maps;
using ReportBuilder.Charts;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Commands;

/// <summary>Gets all that is needed to make briefings: the numbers, the languages, the typesetters. A typesetter warms up while data are read.</summary>
internal static class BriefingWorkshop
{
    /// <summary>
    /// Opens it; null when something is wrong, and the bag says what. Of several languages one that cannot be used stops only its own briefings.
    /// </summary>
    public static async Task<IBriefingMaker?> OpenAsync(BriefingPreparation preparation, CancellationToken cancellation)
    {
        var (settings, bag) = (preparation.Settings, preparation.Bag);
        var typesetter = NodeTypesetter.Start(
            new NodeTypesetterOptions { TimeLimit = settings.TypesettingLimit, Processes = preparation.Workers }
        );
        var warmUp = WarmAsync(typesetter, settings, cancellation);
        var loading = Task.Run(() => ChartFonts.Load(ChartFontFiles.InPackage(TypesetterFolder.FontPackage), bag), CancellationToken.None);
        var material = await GatherAsync(settings, preparation.Languages, preparation.Console, bag);
        var fonts = await loading;
        if (fonts is not null && material is not null && !bag.HasErrors)
        {
            return new BriefingMaker(material, typesetter, fonts);
        }

        await typesetter.DisposeAsync();
        fonts?.Dispose();
        await Forget(warmUp);
        return null;
    }

    private static async Task<BriefingMaterial?> GatherAsync(
        ReportSettings settings,
        IReadOnlyList<string> languages,
        RunConsole console,
        DiagnosticBag bag
    )
    {
        var faults = BriefingLanguages.All.ToDictionary(code => code, _ => new DiagnosticBag(), StringComparer.Ordinal);
        var reading = Task.Run(() => ReadLanguages(settings, faults));
        var borders = settings.Briefings.BorderFile is { } file ? BorderReader.Read(file, ShownPath.Of(file), bag) : null;
        var found = bag.HasErrors ? null : await DatasetSource.ReadOnlyAsync(settings, console, bag);
        var read = await reading;
        if (!read.Exists(l => languages.Contains(l.Code)))
        {
            bag.AddRange(languages.SelectMany(l => faults[l].Sorted()).DistinctBy(DiagnosticFormatter.Format));
        }

        if (found is not { } data || bag.HasErrors)
        {
            return null;
        }

        var set = await console.StageAsync(
            "run.stage.municipalities",
            () => BriefingAnalysis.Run(data.Dataset, data.Municipalities, settings, bag)
        );
        foreach (var language in read.Where(l => set.Briefings.Count > 0 && languages.Contains(l.Code)))
        {
            // The sentences of the templates are the same for all, so one is enough; errors are met again, and told, by those they stop.
            var said = new DiagnosticBag();
            BriefingDocument.Write(set.Briefings[0], set, null, settings.Publication, language, said, checksProse: true);
            bag.AddRange(said.Sorted().Where(d => d.Severity == Severity.Warning));
        }

        return new BriefingMaterial
        {
            Set = set,
            Languages = read.ToDictionary(l => l.Code, StringComparer.Ordinal),
            Unusable = faults
                .Where(f => f.Value.HasErrors)
                .ToDictionary(f => f.Key, f => (IReadOnlyList<Diagnostic>)f.Value.Sorted(), StringComparer.Ordinal),
            Municipalities = data.Municipalities,
            Borders = borders,
            BorderSource = settings.Briefings.BorderSource,
            Publication = settings.Publication,
        };
    }

    /// <summary>The languages that can be used, also those not asked for: the batch may want to know whether what lies in the folder is of today's templates.</summary>
    private static List<BriefingLanguage> ReadLanguages(ReportSettings settings, Dictionary<string, DiagnosticBag> faults) =>
        [.. BriefingLanguages.All.Select(code => ReadLanguage(code, settings, faults[code])).OfType<BriefingLanguage>()];

    private static BriefingLanguage? ReadLanguage(string code, ReportSettings settings, DiagnosticBag faults)
    {
        try
        {
            return BriefingLanguage.Read(code, settings, faults);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            faults.Add(Diagnostic.Error("RB8068", null, exception.Message));
            return null;
        }
    }

    /// <summary>Has a typesetter read the style and the fonts.</summary>
    private static async Task WarmAsync(NodeTypesetter typesetter, ReportSettings settings, CancellationToken cancellation)
    {
        if (!Directory.Exists(settings.StyleFolder))
        {
            return;
        }

        var files = TypstStyle.Read(settings.StyleFolder).ToDictionary(StringComparer.Ordinal);
        files["/main.typ"] = Encoding.UTF8.GetBytes($"#import \"/style/{BriefingDocument.StyleFile}\": *\n#lorem(40)\n");
        var request = new TypesetRequest(files, "/main.typ", PdfStandard.Ua1, DateTimeOffset.UnixEpoch);
        await typesetter.TypesetAsync(request, cancellation);
    }

    private static async Task Forget(Task warmUp)
    {
        try
        {
            await warmUp;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            // It was stopped with the typesetters, or could not read the style, which the languages have met too.
        }
    }
}
