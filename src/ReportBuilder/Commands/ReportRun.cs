using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Typesetting;
using ReportBuilder.Typesetting.Archive;
using ReportBuilder.TypstWriting;

namespace ReportBuilder.Commands;

/// <summary>
/// The main job: settings → data → models → edition → tables, figures and text → PDF. The typesetter starts while data are read, and charts
/// are drawn while text is made. Nothing is written before everything is whole.
/// </summary>
public sealed class ReportRun
{
    private readonly RunConsole _console;
    private readonly ReportOptions _options;
    private readonly DiagnosticBag _bag = new();
    private readonly RunClock _clock = RunClock.Start();
    private IReadOnlyList<string> _comparison = [];

    /// <summary>Makes a run.</summary>
    public ReportRun(RunConsole console, ReportOptions options)
    {
        _console = console;
        _options = options;
    }

    /// <summary>Runs to the end. Exit code 0, or 2 when there are errors (or warnings in a release run).</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (SettingsReader.Read(Path.GetFullPath(_options.ConfigFile), _options.ConfigFile, _bag) is not { } settings || _bag.HasErrors)
        {
            return Refuse();
        }

        var earlier = EarlierEditions.Read(settings, OutputFolder(settings), _options.IsRelease, _bag);
        if (_bag.HasErrors)
        {
            return Refuse();
        }

        await using var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions { TimeLimit = settings.TypesettingLimit });
        await using var warmUp = WarmUp.Start(typesetter, settings);
        if (await AnalyseAsync(settings, earlier) is not var (analysis, ground))
        {
            return Refuse();
        }

        if (await ComposeAsync(settings, analysis) is not { } composition)
        {
            return Refuse();
        }

        if (!IsExplained(earlier, composition.Edition))
        {
            var code = Refuse();
            ShowComparison();
            return code;
        }

        var request = new TypesetRequest(composition.Files, TypstSource.MainPath, _options.ChosenStandard, settings.Publication.Created);
        var result = await _console.StageAsync("run.stage.typesetting", () => typesetter.TypesetAsync(request, cancellation));
        _bag.AddRange(result.Diagnostics.Select(composition.Source.InTemplate));
        if (result.Pdf is not { } typeset || _bag.HasErrors)
        {
            return Refuse();
        }

        if (await FinishAsync(typeset, analysis, composition) is not { } pdf || _bag.HasErrors)
        {
            return Refuse();
        }

        if (_options.IsRelease && _bag.WarningCount > 0)
        {
            _console.Show(_bag);
            ShowClaims(composition.Edition.Claims);
            _console.Line(ToolTexts.Get("run.release.refused", _bag.WarningCount));
            return ExitCodes.BadInput;
        }

        return Write(settings, ground, composition, pdf, result);
    }

    private async Task<(Analysis Analysis, EditionGround Ground)?> AnalyseAsync(ReportSettings settings, EarlierEditions? earlier)
    {
        var data = await DatasetSource.ReadAsync(settings, OutputFolder(settings), _console, _bag);
        if (data is null || _bag.HasErrors)
        {
            return null;
        }

        // Fingerprints of all that was read are taken while the models are fitted: nothing waits for them.
        var ground = Task.Run(() => EditionGroundBuilder.Gather(settings, data.Dataset.Schema, _bag));
        var analysis = await _console.StageAsync(
            "run.stage.models",
            () => Analysis.Run(data.Dataset, data.Municipalities, settings, _bag, data.Harmonised)
        );
        await data.Writing;
        return (EarlierEditions.Account(earlier, analysis), await ground);
    }

    /// <summary>Compares the whole edition with the last one; false when something stands unexplained in a release.</summary>
    private bool IsExplained(EarlierEditions? earlier, Edition edition)
    {
        if (earlier is null)
        {
            _comparison = [ToolTexts.Get("run.compared.none")];
            return true;
        }

        var explained = earlier.Compare(edition);
        _comparison = [.. earlier.Summary(explained)];
        if (_options.IsRelease)
        {
            _bag.AddRange(earlier.Faults(explained));
        }

        return !_bag.HasErrors;
    }

    private async Task<Composition?> ComposeAsync(ReportSettings settings, Analysis analysis)
    {
        var composition = await Composition.MakeAsync(settings, analysis, _console, _bag);
        return _bag.HasErrors ? null : composition;
    }

    private Task<byte[]?> FinishAsync(ReadOnlyMemory<byte> pdf, Analysis analysis, Composition composition)
    {
        var finish = PdfFinish.Of(composition.Source, analysis.Labels, _options.ChosenStandard == PdfStandard.Both);
        return _console.StageAsync("run.stage.finishing", () => PdfFinisher.Finish(pdf, finish, _bag));
    }

    private int Write(ReportSettings settings, EditionGround ground, Composition composition, byte[] pdf, TypesetResult result)
    {
        var folder = OutputFolder(settings);
        var edition = composition.Edition;
        // The drawings come first: an edition that is in place never names a drawing that is not.
        (string Name, byte[] Content)[] files =
        [
            .. edition.Figures.Where(f => f.Drawing is not null).Select(f => (EditionFolder.DrawingOf(f.Id), composition.Drawings[f.Id])),
            (
                EditionFolder.GroundFile,
                EditionGroundWriter.Write(ground with { Edition = edition.Origin.Name, DataFingerprint = edition.Origin.DataFingerprint })
            ),
            (EditionFolder.EditionFile, EditionWriter.Write(edition)),
            (EditionFolder.ReportFile, pdf),
        ];
        try
        {
            AtomicOutput.Write(folder, files, EditionFolder.DrawingOf("fig-*"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(Diagnostic.Error("RB1101", new SourcePlace(folder), exception.Message));
            return Refuse();
        }

        _console.Show(_bag);
        foreach (
            var name in (string[])
                [EditionFolder.ReportFile, EditionFolder.EditionFile, EditionFolder.GroundFile, EditionFolder.DrawingFolder]
        )
        {
            _console.Line(ToolTexts.Get("run.wrote", Path.Combine(_options.OutputFolder ?? ShownPath.Of(folder), name)));
        }

        ShowClaims(composition.Edition.Claims);
        ShowComparison();
        _console.Line(
            ToolTexts.Get(
                "run.summary",
                result.Pages,
                edition.Tables.Count,
                edition.Figures.Count,
                NorwegianNumberText.Number(edition.Quantities.Count, 0),
                _bag.WarningCount,
                RunConsole.Seconds(_clock.Elapsed),
                RunClock.PeakMegabytes,
                result.PeakMemory / 1_048_576,
                ToolTexts.Get("run.standard." + _options.ChosenStandard)
            )
        );
        return ExitCodes.Done;
    }

    /// <summary>How many claims the text makes, and each of those that do not hold: also where a file has more warnings than are shown.</summary>
    private void ShowClaims(IReadOnlyList<Claim> claims)
    {
        var wrong = claims.Where(c => c.Outcome != ClaimOutcome.Holds).ToList();
        _console.Line(ToolTexts.Get("run.claims", claims.Count, wrong.Count));
        foreach (var claim in wrong)
        {
            var named = string.Join(", ", claim.QuantityIds.Select(id => id.Value).Concat(claim.Limits));
            _console.Line(ToolTexts.Get("run.claims.wrong", claim.Place.File, claim.Place.Line, claim.Kind, named));
        }
    }

    private void ShowComparison()
    {
        foreach (var line in _comparison)
        {
            _console.Line(line);
        }
    }

    private int Refuse()
    {
        _console.Show(_bag);
        _console.Line(ToolTexts.Get("run.failed", _bag.ErrorCount, _bag.WarningCount));
        return ExitCodes.BadInput;
    }

    private string OutputFolder(ReportSettings settings) =>
        _options.OutputFolder is { } folder ? Path.GetFullPath(folder) : settings.OutputFolder;
}
