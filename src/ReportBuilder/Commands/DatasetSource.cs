using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Stages;
using ReportBuilder.Synthesis;

namespace ReportBuilder.Commands;

/// <summary>Where the participants come from: the file that the settings name, or synthetic data made for the run.</summary>
public sealed class DatasetSource
{
    private readonly ReportSettings _settings;
    private readonly RunConsole _console;
    private readonly DiagnosticBag _bag;

    private DatasetSource(ReportSettings settings, RunConsole console, DiagnosticBag bag)
    {
        _settings = settings;
        _console = console;
        _bag = bag;
    }

    /// <summary>
    /// Reads the participants; null when something is wrong. Synthetic data are written to <c>data/</c> in the output folder first and read back from
    /// there, so that they pass through the same checks as real ones and can be looked at.
    /// </summary>
    public static Task<Dataset?> ReadAsync(ReportSettings settings, string outputFolder, RunConsole console, DiagnosticBag bag) =>
        new DatasetSource(settings, console, bag).ReadAsync(outputFolder);

    private async Task<Dataset?> ReadAsync(string outputFolder)
    {
        var schema = DatasetSchema.Read(_settings.SchemaFile, ShownPath.Of(_settings.SchemaFile), _bag);
        var municipalities = MunicipalityTable.Read(
            Path.Combine(_settings.MunicipalityFolder, "kommuner.csv"),
            ShownPath.Of(_settings.MunicipalityFolder) + "/kommuner.csv",
            Path.Combine(_settings.MunicipalityFolder, "kommuneendringer.csv"),
            ShownPath.Of(_settings.MunicipalityFolder) + "/kommuneendringer.csv",
            _bag
        );
        if (schema is null || municipalities is null)
        {
            return null;
        }

        StageColumns.Check(schema, ShownPath.Of(_settings.SchemaFile), _bag);
        var file = _settings.ParticipantFile;
        if (file is null && !_bag.HasErrors)
        {
            _console.Line(ToolTexts.Get("run.synthetic"));
            file = await _console.StageAsync("run.stage.synthesis", () => Synthesize(schema, municipalities, outputFolder));
        }

        if (file is null || _bag.HasErrors)
        {
            return null;
        }

        var data = await _console.StageAsync(
            "run.stage.data",
            () => DatasetReader.Read(file, ShownPath.Of(file), schema, municipalities, _bag)
        );
        if (data is { IsSynthetic: true } && _settings.ParticipantFile is not null)
        {
            _console.Line(ToolTexts.Get("run.synthetic"));
            if (data.SyntheticCount < data.RowCount)
            {
                // Invented persons among real ones: neither a real dataset nor one that may be called invented.
                _bag.Add(
                    Diagnostic.Error("RB2022", new SourcePlace(ShownPath.Of(file)), data.SyntheticCount.ToText(), data.RowCount.ToText())
                );
            }
        }

        return data;
    }

    private string? Synthesize(DatasetSchema schema, MunicipalityTable municipalities, string outputFolder)
    {
        var folder = _settings.SynthesisFolder;
        if (SyntheticParameters.Read(folder, ShownPath.Of(folder), schema, _bag) is not { } parameters)
        {
            return null;
        }

        var data = SyntheticDataset.Generate((ulong)_settings.Seed, parameters, municipalities, schema).Participants;
        try
        {
            var target = Path.Combine(outputFolder, "data");
            AtomicOutput.Write(target, [(SyntheticDataset.FileName, DatasetWriter.ToBytes(data))]);
            var file = Path.Combine(target, SyntheticDataset.FileName);
            _console.Line(ToolTexts.Get("run.wrote", ShownPath.Of(file)));
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(Diagnostic.Error("RB1101", new SourcePlace(outputFolder), exception.Message));
            return null;
        }
    }
}
