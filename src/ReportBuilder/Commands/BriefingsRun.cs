using ReportBuilder.Briefings.Batch;
using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Commands;

/// <summary>Makes the briefings of all municipalities, of some, or of a slice of them; or merges slices.</summary>
public sealed class BriefingsRun
{
    private const int LineEvery = 50;
    private readonly RunConsole _console;
    private readonly BriefingsOptions _options;
    private readonly BriefingMakerFactory _factory;
    private readonly BatchMachine _machine;
    private readonly DiagnosticBag _bag = new();
    private readonly RunClock _clock = RunClock.Start();

    /// <summary>Makes a run.</summary>
    public BriefingsRun(RunConsole console, BriefingsOptions options, BriefingMakerFactory factory, BatchMachine machine)
    {
        _console = console;
        _options = options;
        _factory = factory;
        _machine = machine;
    }

    /// <summary>Runs to the end. Exit code 0 when all is there; 2 when something the user gave is wrong, and no briefing was touched; 3 when some could not be made.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return _options.Words.Merge is { } folders ? await MergeAsync(folders, cancellation) : await MakeAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _console.Show(_bag);
            _console.Line(ToolTexts.Get("briefings.broken"));
            return ExitCodes.Incomplete;
        }
    }

    private async Task<int> MakeAsync(CancellationToken cancellation)
    {
        // Models cannot be stopped in the middle, and nothing is written before they are done: a run that is stopped does not wait for them.
        var preparing = Task.Run(() => PrepareAsync(cancellation), CancellationToken.None);
        var prepared = await _console.LiveAsync(() => preparing.WaitAsync(cancellation));
        if (prepared is not var (maker, request, output))
        {
            return Refuse();
        }

        try
        {
            var folder = new BatchFolder(output, Shown(output));
            var batch = new BriefingBatch(maker, request, folder, _machine.Disk, _machine.Time, _bag);
            var outcome = await _console.CountAsync<BatchOutcome>(
                "run.stage.briefings",
                LineEvery,
                tell => batch.RunAsync(p => tell(p.Done, p.Total, WordsOf(p)), cancellation)
            );
            return BriefingsSummary.Show(_console, _bag, batch.Faults, outcome, folder, _clock);
        }
        finally
        {
            if (maker is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    private async Task<(IBriefingMaker Maker, BatchRequest Request, string Output)?> PrepareAsync(CancellationToken cancellation)
    {
        if (ReadSettings() is not { } settings || ReadMunicipalities(settings) is not { } municipalities || _bag.HasErrors)
        {
            return null;
        }

        // What can be said of the options is said before data are read, which takes a while.
        var request = BatchRequestReader.Read(_options.Words, municipalities, _machine.Processors, _machine.Variable, _bag);
        if (request is null)
        {
            return null;
        }

        var output = _options.OutputFolder is { } named ? Path.GetFullPath(named) : settings.OutputFolder;
        var preparation = new BriefingPreparation
        {
            Settings = settings,
            OutputFolder = output,
            Languages = request.Languages,
            Workers = request.Workers,
            Console = _console,
            Bag = _bag,
        };
        if (await _factory(preparation, cancellation) is not { } maker)
        {
            return null;
        }

        BatchRequestReader.CheckTargets(request, maker.Targets, municipalities, _bag);
        if (!_bag.HasErrors)
        {
            return (maker, request, output);
        }

        if (maker is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        return null;
    }

    private Task<int> MergeAsync(IReadOnlyList<string> named, CancellationToken cancellation)
    {
        BatchRequestReader.CheckMerge(_options.Words, _bag);
        // Where the slices are to be merged there need be no settings, as long as the folder is named.
        if (
            (_options.OutputFolder is { } folder ? Path.GetFullPath(folder) : ReadSettings()?.OutputFolder) is not { } output
            || _bag.HasErrors
        )
        {
            return Task.FromResult(Refuse());
        }

        var paths = named.Count > 0 ? named : [output];
        foreach (var missing in paths.Where(p => !Directory.Exists(p)))
        {
            _bag.Add(Diagnostic.Error("RB8067", new SourcePlace(missing)));
        }

        var target = new BatchFolder(output, Shown(output));
        List<BatchFolder> sources = [];
        foreach (
            var source in paths.Select(p => new BatchFolder(p, Shown(p))).Where(s => !sources.Exists(o => RealPath.AreSame(o.Path, s.Path)))
        )
        {
            sources.Add(source);
        }

        var outcome = _bag.HasErrors ? null : new BriefingMerge(target, _machine.Disk, _bag).Run(sources, cancellation);
        return Task.FromResult(outcome is null ? Refuse() : BriefingsSummary.ShowMerged(_console, _bag, outcome, target, _clock));
    }

    private ReportSettings? ReadSettings() =>
        SettingsReader.Read(Path.GetFullPath(_options.ConfigFile), _options.ConfigFile, _bag) is { } settings && !_bag.HasErrors
            ? settings
            : null;

    private MunicipalityTable? ReadMunicipalities(ReportSettings settings)
    {
        var list = Path.Combine(settings.MunicipalityFolder, DataGround.MunicipalityFile);
        var changes = Path.Combine(settings.MunicipalityFolder, DataGround.ChangeFile);
        return MunicipalityTable.Read(list, ShownPath.Of(list), changes, ShownPath.Of(changes), _bag);
    }

    /// <summary>A folder as the user named it, or would.</summary>
    private static string Shown(string path) => Path.IsPathFullyQualified(path) ? ShownPath.Of(path) : path;

    private static string WordsOf(BatchProgress progress) =>
        progress is { PerSecond: { } rate, Left: { } left }
            ? ToolTexts.Get(
                "briefings.progress",
                progress.Done,
                progress.Total,
                NorwegianNumberText.Number(rate, 1),
                NorwegianNumberText.Number(Math.Ceiling(left.TotalSeconds), 0)
            )
            : ToolTexts.Get("briefings.progress.first", progress.Done, progress.Total);

    private int Refuse()
    {
        _console.Show(_bag);
        _console.Line(ToolTexts.Get("briefings.failed", _bag.ErrorCount, _bag.WarningCount));
        return ExitCodes.BadInput;
    }
}
