using System.Security.Cryptography;
using ReportBuilder.Comparison;
using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;

namespace ReportBuilder.Commands;

/// <summary>Gathers what an edition is made from: the settings that decide numbers, and the fingerprint of every file that a run reads. No path of the machine comes with them.</summary>
internal sealed class EditionGroundBuilder
{
    private readonly ReportSettings _settings;
    private readonly DiagnosticBag _bag;
    private readonly List<GroundFile> _files = [];

    private EditionGroundBuilder(ReportSettings settings, DiagnosticBag bag)
    {
        _settings = settings;
        _bag = bag;
    }

    /// <summary>Gathers it all. A file that cannot be read is a fault (RB2002).</summary>
    /// <param name="settings">Settings of the run.</param>
    /// <param name="schema">Columns of the dataset: Jobbsjansen has a file for each of its years.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static EditionGround Gather(ReportSettings settings, DatasetSchema schema, DiagnosticBag bag)
    {
        var inputs = new EditionGroundBuilder(settings, bag);
        inputs.AddInputs(schema);
        var templates = new EditionGroundBuilder(settings, bag);
        templates.AddTemplates();
        return new EditionGround
        {
            Tool = ToolIdentity.Mark,
            Settings = [.. inputs.Settings().OrderBy(s => s.Name, StringComparer.Ordinal)],
            Inputs = inputs.Sorted(),
            Templates = templates.Sorted(),
        };
    }

    private bool IsHarmonised => _settings.ParticipantFile is not null;

    private bool IsInvented => !IsHarmonised && _settings.Registers.AreNone;

    private IEnumerable<GroundSetting> Settings()
    {
        // Decides no number, but tells one edition from another.
        yield return new GroundSetting(EditionGround.DateSetting, _settings.Publication.Date.ToText());
        yield return new GroundSetting("personvern.minste_antall", _settings.MinimumCount.ToText());
        yield return new GroundSetting("bidrag.minste_antall", _settings.ContributionMinimum.ToText());
        foreach (var of in Enum.GetValues<ToleranceClass>())
        {
            yield return new GroundSetting("sammenligning.toleranse." + of.Token(), _settings.Comparison.Tolerances.Of(of).ToText());
        }

        yield return new GroundSetting(
            "sammenligning.signifikans",
            string.Join(' ', _settings.Comparison.SignificanceLevels.Select(l => l.ToText()))
        );
        if (IsHarmonised)
        {
            yield break;
        }

        foreach (var reading in _settings.Readings)
        {
            yield return new GroundSetting("data.lesninger." + reading.Ambiguity, reading.Reading);
        }

        if (IsInvented)
        {
            yield return new GroundSetting("syntetisk.fro", _settings.Seed.ToText());
        }
    }

    private void AddInputs(DatasetSchema schema)
    {
        AddFile("skjema", _settings.SchemaFile);
        AddFile("kommuner", Path.Combine(_settings.MunicipalityFolder, DataGround.MunicipalityFile));
        AddFile("kommuner", Path.Combine(_settings.MunicipalityFolder, DataGround.ChangeFile));
        if (IsHarmonised)
        {
            AddFile("deltakere", _settings.ParticipantFile);
            return;
        }

        AddFolder("omkoding", _settings.RecodingFolder, "*.csv");
        AddFolder("registerskjema", _settings.RegisterSchemaFolder, "*.csv");
        if (IsInvented)
        {
            AddFolder("syntetisk", _settings.SynthesisFolder, "*.csv", SearchOption.AllDirectories);
            return;
        }

        var registers = _settings.Registers;
        AddFile("nir", registers.NirFile);
        foreach (var file in schema.Years.Select(registers.JobbsjansenFile).Where(File.Exists))
        {
            AddFile("jobbsjansen", file);
        }

        AddFile("kostra", registers.KostraFile);
        AddFile("regnskap", registers.AccountsFile);
        AddFolder("ssb", registers.StatBankFolder, "*.json");
    }

    private void AddTemplates()
    {
        foreach (var pattern in (string[])["*.md", "*.yaml", "*.csv"])
        {
            AddFolder("mal", _settings.TemplateFolder, pattern, SearchOption.AllDirectories);
        }

        AddFolder("litteratur", _settings.TemplateFolder, "*.bib");
        AddFolder("etiketter", _settings.LabelFolder, "*.csv");
        AddFolder("stil", _settings.StyleFolder, "*.typ");
    }

    private void AddFolder(string role, string? folder, string pattern, SearchOption depth = SearchOption.TopDirectoryOnly)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder, pattern, depth))
        {
            Add(role, path, Path.GetRelativePath(folder, path).Replace('\\', '/'));
        }
    }

    private void AddFile(string role, string? path)
    {
        if (path is not null)
        {
            Add(role, path, Path.GetFileName(path));
        }
    }

    private void Add(string role, string path, string name)
    {
        try
        {
            using var stream = File.OpenRead(path);
            _files.Add(new GroundFile(role, name, Convert.ToHexStringLower(SHA256.HashData(stream))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _bag.Add(Diagnostic.Error("RB2002", new SourcePlace(ShownPath.Of(path)), exception.Message));
        }
    }

    private IReadOnlyList<GroundFile> Sorted() =>
        [.. _files.OrderBy(f => f.Role, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)];
}
