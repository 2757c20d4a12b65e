using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Reconciliation;
using ReportBuilder.Synthesis.Raw;

namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>synthesize</c>.</summary>
/// <param name="ConfigFile">Settings, as the user named the file.</param>
/// <param name="OutputFolder">Folder for the registers, or null for the one of the settings.</param>
/// <param name="Seed">Seed, or null for the one of the settings.</param>
/// <param name="Scale">How many times the real size.</param>
/// <param name="Check">True to harmonise what was written and hold it against the published edition.</param>
public sealed record SynthesizeOptions(string ConfigFile, string? OutputFolder, int? Seed, int Scale, bool Check);

/// <summary>Writes synthetic registers, and on request takes them through the chain and compares with the published edition, number by number.</summary>
public sealed class SynthesizeRun
{
    private readonly RunConsole _console;
    private readonly SynthesizeOptions _options;
    private readonly DiagnosticBag _bag = new();
    private readonly RunClock _clock = RunClock.Start();

    /// <summary>Makes a run.</summary>
    public SynthesizeRun(RunConsole console, SynthesizeOptions options)
    {
        _console = console;
        _options = options;
    }

    /// <summary>Runs to the end. Exit code 0; 1 when the comparison does not hold; 2 when something is wrong.</summary>
    public async Task<int> RunAsync()
    {
        if (
            SettingsReader.Read(Path.GetFullPath(_options.ConfigFile), _options.ConfigFile, _bag) is not { } settings
            || _bag.HasErrors
            || DataGround.Read(settings.SchemaFile, settings.MunicipalityFolder, _bag) is not { } ground
        )
        {
            return Refuse();
        }

        var folder = _options.OutputFolder is { } named
            ? Path.GetFullPath(named)
            : Path.Combine(settings.OutputFolder, "data", DatasetSource.RegisterFolder);
        var seed = (ulong)(_options.Seed ?? settings.Seed);
        var progress = _options.Scale > 1 ? new BlockProgress(_console) : null;
        var summary = await _console.StageAsync(
            "run.stage.synthesis",
            () => SyntheticRegisters.Write(settings, ground, folder, seed, _options.Scale, progress, _bag)
        );
        if (summary is null)
        {
            return Refuse();
        }

        Show(summary, folder);
        var code = _options.Check ? await CheckAsync(settings, ground, folder) : ExitCodes.Done;
        _console.Line(
            ToolTexts.Get(
                "synthesize.done",
                NorwegianNumberText.Number(summary.Persons, 0),
                RunConsole.Seconds(_clock.Elapsed),
                RunClock.PeakMegabytes
            )
        );
        return code;
    }

    private void Show(RawTwinSummary summary, string folder)
    {
        foreach (var file in summary.Files)
        {
            _console.Line(
                ToolTexts.Get(
                    "synthesize.file",
                    ShownPath.Of(Path.Combine(folder, file.Path)),
                    NorwegianNumberText.Number(file.Rows, 0),
                    NorwegianNumberText.Number(file.Bytes / 1024.0, 0)
                )
            );
        }
    }

    private async Task<int> CheckAsync(ReportSettings settings, DataGround ground, string folder)
    {
        var sources = RegisterSources.In(folder);
        var data = await _console.StageAsync("run.stage.harmonise", () => RegisterHarmonisation.Run(settings, ground, sources, _bag));
        var targets = TargetReader.Read(settings.SynthesisFolder, ShownPath.Of(settings.SynthesisFolder), ground.Schema, _bag);
        if (data is null || targets is null || _bag.HasErrors)
        {
            return Refuse();
        }

        var result = await _console.StageAsync("run.stage.check", () => ReconciliationRun.Run(data.Participants, targets));
        using var text = new StringWriter();
        ReconciliationPrinter.Write(result, text);
        _console.Show(_bag);
        _console.Line(text.ToString().TrimEnd());
        return result.Holds ? ExitCodes.Done : ExitCodes.Differs;
    }

    private int Refuse()
    {
        _console.Show(_bag);
        _console.Line(ToolTexts.Get("synthesize.failed", _bag.ErrorCount, _bag.WarningCount));
        return ExitCodes.BadInput;
    }

    /// <summary>A line for each block, at once and in order.</summary>
    private sealed class BlockProgress(RunConsole console) : IProgress<RawTwinProgress>
    {
        public void Report(RawTwinProgress value) =>
            console.Line(ToolTexts.Get("synthesize.block", value.Blocks, value.Scale, NorwegianNumberText.Number(value.Rows, 0)));
    }
}
