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
        var schema = DatasetSchema.Read(_settings.SchemaFile, Shown(_settings.SchemaFile), _bag);
        var municipalities = MunicipalityTable.Read(
            Path.Combine(_settings.MunicipalityFolder, "kommuner.csv"),
            Shown(_settings.MunicipalityFolder) + "/kommuner.csv",
            Path.Combine(_settings.MunicipalityFolder, "kommuneendringer.csv"),
            Shown(_settings.MunicipalityFolder) + "/kommuneendringer.csv",
            _bag
        );
        if (schema is null || municipalities is null)
        {
            return null;
        }

        StageColumns.Check(schema, Shown(_settings.SchemaFile), _bag);
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

        var data = await _console.StageAsync("run.stage.data", () => DatasetReader.Read(file, Shown(file), schema, municipalities, _bag));
        if (data is { IsSynthetic: true } && _settings.ParticipantFile is not null)
        {
            _console.Line(ToolTexts.Get("run.synthetic"));
            RefuseMixture(data, Shown(file));
        }

        return data;
    }

    /// <summary>Invented persons among real ones (RB2022): neither a real dataset nor one that may be called invented.</summary>
    private void RefuseMixture(Dataset data, string shownAs)
    {
        var provenance = data.Codes(data.Schema.WithRole(ColumnRole.Provenance)!.Name);
        var invented = provenance.Indices.Count((sbyte)provenance.IndexOf(Dataset.SyntheticToken));
        if (invented < data.RowCount)
        {
            _bag.Add(Diagnostic.Error("RB2022", new SourcePlace(shownAs), invented.ToText(), data.RowCount.ToText()));
        }
    }

    private string? Synthesize(DatasetSchema schema, MunicipalityTable municipalities, string outputFolder)
    {
        var folder = _settings.SynthesisFolder;
        if (SyntheticParameters.Read(folder, Shown(folder), schema, _bag) is not { } parameters)
        {
            return null;
        }

        var data = SyntheticDataset.Generate((ulong)_settings.Seed, parameters, municipalities, schema);
        try
        {
            var target = Path.Combine(outputFolder, "data");
            AtomicOutput.Write(target, [(SyntheticDataset.FileName, DatasetWriter.ToBytes(data))]);
            var file = Path.Combine(target, SyntheticDataset.FileName);
            _console.Line(ToolTexts.Get("run.wrote", Shown(file)));
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(Diagnostic.Error("RB1101", new SourcePlace(outputFolder), exception.Message));
            return null;
        }
    }

    /// <summary>A path as the user would write it from where he stands.</summary>
    internal static string Shown(string path) => Path.GetRelativePath(".", path).Replace('\\', '/');
}
