using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;

namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>harmonise</c>.</summary>
/// <param name="ConfigFile">Settings, as the user named the file.</param>
/// <param name="OutputFolder">Folder for the dataset, or null for <c>data</c> in the one of the settings.</param>
public sealed record HarmoniseOptions(string ConfigFile, string? OutputFolder);

/// <summary>Harmonises the registers that the settings name, writes the dataset as CSV and Parquet, and accounts for every rule.</summary>
public sealed class HarmoniseRun
{
    private readonly RunConsole _console;
    private readonly HarmoniseOptions _options;
    private readonly DiagnosticBag _bag = new();
    private readonly RunClock _clock = RunClock.Start();

    /// <summary>Makes a run.</summary>
    public HarmoniseRun(RunConsole console, HarmoniseOptions options)
    {
        _console = console;
        _options = options;
    }

    /// <summary>Runs to the end. Exit code 0, or 2 when something is wrong; nothing is written then.</summary>
    public async Task<int> RunAsync()
    {
        if (
            SettingsReader.Read(Path.GetFullPath(_options.ConfigFile), _options.ConfigFile, _bag) is not { } settings
            || _bag.HasErrors
            || await HarmoniseAsync(settings) is not { } data
        )
        {
            _console.Show(_bag);
            _console.Line(ToolTexts.Get("harmonise.failed", _bag.ErrorCount, _bag.WarningCount));
            return ExitCodes.BadInput;
        }

        _console.Show(_bag);
        foreach (var line in HarmonisedSummary.Lines(data, settings.MinimumCount))
        {
            _console.Line(line);
        }

        _console.Line(ToolTexts.Get("harmonise.done", RunConsole.Seconds(_clock.Elapsed), RunClock.PeakMegabytes, _bag.WarningCount));
        return ExitCodes.Done;
    }

    private async Task<HarmonisedData?> HarmoniseAsync(ReportSettings settings)
    {
        if (settings.Registers.AreNone)
        {
            _bag.Add(Diagnostic.Error("RB1010", new SourcePlace(_options.ConfigFile)));
            return null;
        }

        if (DataGround.Read(settings.SchemaFile, settings.MunicipalityFolder, _bag) is not { } ground)
        {
            return null;
        }

        var data = await _console.StageAsync(
            "run.stage.harmonise",
            () => RegisterHarmonisation.Run(settings, ground, settings.Registers, _bag)
        );
        return data is not null && await WriteAsync(settings, data) ? data : null;
    }

    private async Task<bool> WriteAsync(ReportSettings settings, HarmonisedData data)
    {
        var folder = _options.OutputFolder is { } named ? Path.GetFullPath(named) : Path.Combine(settings.OutputFolder, "data");
        try
        {
            var parquet = Path.ChangeExtension(data.Participants.FileName, DatasetFile.ParquetExtension);
            (string Name, byte[] Content)[] files =
            [
                .. HarmonisedFiles.Of(data),
                (parquet, await DatasetFile.ToBytesAsync(data.Participants, parquet)),
            ];
            AtomicOutput.Write(folder, files);
            foreach (var (name, _) in files)
            {
                _console.Line(ToolTexts.Get("run.wrote", ShownPath.Of(Path.Combine(folder, name))));
            }

            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(Diagnostic.Error("RB1101", new SourcePlace(ShownPath.Of(folder)), exception.Message));
            return false;
        }
    }
}
