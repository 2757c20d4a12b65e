using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.Stages;

namespace ReportBuilder.Commands;

/// <summary>The participants of a run.</summary>
/// <param name="Dataset">One row a participant.</param>
/// <param name="Municipalities">The municipalities by year.</param>
/// <param name="Harmonised">How they came out of the registers; null when they were given harmonised.</param>
/// <param name="Writing">Done when what came of the registers is written; a fault is then in the bag.</param>
public sealed record ParticipantData(Dataset Dataset, MunicipalityTable Municipalities, HarmonisedData? Harmonised, Task Writing);

/// <summary>
/// Where the participants come from: the harmonised file that the settings name, the registers they name, or synthetic registers made for the run. What is
/// invented takes the same way as what is real.
/// </summary>
public sealed class DatasetSource
{
    /// <summary>Folder of synthetic registers inside <c>data</c> in the output folder.</summary>
    public const string RegisterFolder = "registre";

    private readonly ReportSettings _settings;
    private readonly RunConsole _console;
    private readonly DiagnosticBag _bag;

    private DatasetSource(ReportSettings settings, RunConsole console, DiagnosticBag bag)
    {
        _settings = settings;
        _console = console;
        _bag = bag;
    }

    /// <summary>False when what is made on the way is not left behind.</summary>
    private bool KeepsFiles { get; init; } = true;

    /// <summary>
    /// Reads the participants; null when something is wrong. Synthetic registers, and the dataset that comes of registers, are written to <c>data/</c> in the
    /// output folder, to be looked at, the latter while the caller goes on.
    /// </summary>
    public static Task<ParticipantData?> ReadAsync(ReportSettings settings, string outputFolder, RunConsole console, DiagnosticBag bag) =>
        new DatasetSource(settings, console, bag).ReadAsync(Path.Combine(outputFolder, "data"));

    /// <summary>Reads the participants and leaves no file behind: several runs may do so side by side. Null when something is wrong.</summary>
    public static async Task<ParticipantData?> ReadOnlyAsync(ReportSettings settings, RunConsole console, DiagnosticBag bag)
    {
        var source = new DatasetSource(settings, console, bag) { KeepsFiles = false };
        if (settings.ParticipantFile is not null || !settings.Registers.AreNone)
        {
            // Only synthetic registers need a place to be: real ones never lie in a folder for temporary files, nor is there need of one.
            return await source.ReadAsync(string.Empty);
        }

        if (MakeTemporary(bag) is not { } folder)
        {
            return null;
        }

        try
        {
            return await source.ReadAsync(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DirectoryInfo? MakeTemporary(DiagnosticBag bag)
    {
        try
        {
            return Directory.CreateTempSubdirectory("reportbuilder-");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            bag.Add(Diagnostic.Error("RB1101", new SourcePlace(Path.GetTempPath()), exception.Message));
            return null;
        }
    }

    private async Task<ParticipantData?> ReadAsync(string folder)
    {
        if (DataGround.Read(_settings.SchemaFile, _settings.MunicipalityFolder, _bag) is not { } ground)
        {
            return null;
        }

        StageColumns.Check(ground.Schema, ShownPath.Of(_settings.SchemaFile), _bag);
        if (_bag.HasErrors)
        {
            return null;
        }

        return _settings.ParticipantFile is { } file ? await ReadFileAsync(file, ground) : await HarmoniseAsync(ground, folder);
    }

    private async Task<ParticipantData?> ReadFileAsync(string file, DataGround ground)
    {
        var data = await _console.StageAsync(
            "run.stage.data",
            () => DatasetFile.ReadAsync(file, ShownPath.Of(file), ground.Schema, ground.Municipalities, _bag)
        );
        return data is not null && IsOfOneKind(data, ShownPath.Of(file))
            ? new ParticipantData(data, ground.Municipalities, null, Task.CompletedTask)
            : null;
    }

    private async Task<ParticipantData?> HarmoniseAsync(DataGround ground, string folder)
    {
        var sources = _settings.Registers;
        if (sources.AreNone)
        {
            _console.Line(ToolTexts.Get("run.synthetic"));
            sources = await _console.StageAsync("run.stage.synthesis", () => Synthesize(ground, Path.Combine(folder, RegisterFolder)));
        }

        if (sources is null)
        {
            return null;
        }

        var harmonised = await _console.StageAsync(
            "run.stage.harmonise",
            () => RegisterHarmonisation.Run(_settings, ground, sources, _bag)
        );
        if (harmonised is null || !IsOfOneKind(harmonised.Participants, ShownPath.Of(sources.NirFile!)))
        {
            return null;
        }

        // Nothing in the run reads the files again: they are written while the models are fitted.
        var writing = KeepsFiles ? Task.Run(() => Write(folder, harmonised)) : Task.CompletedTask;
        return new ParticipantData(harmonised.Participants, ground.Municipalities, harmonised, writing);
    }

    private RegisterSources? Synthesize(DataGround ground, string folder)
    {
        if (SyntheticRegisters.Write(_settings, ground, folder, (ulong)_settings.Seed, scale: 1, progress: null, _bag) is null)
        {
            return null;
        }

        if (KeepsFiles)
        {
            _console.Line(ToolTexts.Get("run.wrote", ShownPath.Of(folder)));
        }

        return RegisterSources.In(folder);
    }

    private void Write(string folder, HarmonisedData harmonised)
    {
        try
        {
            AtomicOutput.Write(folder, HarmonisedFiles.Of(harmonised));
            // A Parquet file of an earlier harmonising would no longer be the same dataset.
            File.Delete(Path.Combine(folder, Path.ChangeExtension(harmonised.Participants.FileName, DatasetFile.ParquetExtension)));
            _console.Line(ToolTexts.Get("run.wrote", ShownPath.Of(Path.Combine(folder, harmonised.Participants.FileName))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(Diagnostic.Error("RB1101", new SourcePlace(ShownPath.Of(folder)), exception.Message));
        }
    }

    /// <summary>Invented persons among real ones are neither a real dataset nor one that may be called invented (RB2022).</summary>
    private bool IsOfOneKind(Dataset data, string shownAs)
    {
        if (!data.IsSynthetic)
        {
            return true;
        }

        if (!_settings.Registers.AreNone || _settings.ParticipantFile is not null)
        {
            _console.Line(ToolTexts.Get("run.synthetic"));
        }

        if (data.SyntheticCount == data.RowCount)
        {
            return true;
        }

        _bag.Add(Diagnostic.Error("RB2022", new SourcePlace(shownAs), data.SyntheticCount.ToText(), data.RowCount.ToText()));
        return false;
    }
}
