using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.Registers;
using ReportBuilder.StatBank;

namespace ReportBuilder.Commands;

/// <summary>From raw registers, rule files and statistics to the harmonised dataset.</summary>
internal sealed class RegisterHarmonisation
{
    private readonly ReportSettings _settings;
    private readonly DataGround _ground;
    private readonly RegisterSources _sources;
    private readonly DiagnosticBag _bag;

    private RegisterHarmonisation(ReportSettings settings, DataGround ground, RegisterSources sources, DiagnosticBag bag)
    {
        _settings = settings;
        _ground = ground;
        _sources = sources;
        _bag = bag;
    }

    /// <summary>Harmonises; null when something is wrong, and the bag says what.</summary>
    /// <param name="settings">Settings: schemas, rules and readings.</param>
    /// <param name="ground">Schema and municipalities.</param>
    /// <param name="sources">The registers; NIR and Jobbsjansen are named.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static HarmonisedData? Run(ReportSettings settings, DataGround ground, RegisterSources sources, DiagnosticBag bag) =>
        new RegisterHarmonisation(settings, ground, sources, bag).Run();

    private HarmonisedData? Run()
    {
        if (Schema("nir") is not { } nir || Schema("jobbsjansen") is not { } jobs)
        {
            return null;
        }

        var folder = _settings.RecodingFolder;
        if (
            RuleBook.Read(folder, ShownPath.Of(folder), [nir, jobs], _ground.Schema, _bag) is not { } rules
            || rules.Choose(_settings.Readings, _bag) is not { } readings
        )
        {
            return null;
        }

        var years = _ground.Schema.Years;
        // Statistics and persons are read side by side: neither needs the other until rows are joined.
        var facts = Task.Run(() => Facts(rules, readings, years));
        var wages = Wages(rules, years);
        var input = new HarmoniserInput
        {
            Nir = [new HarmoniserFile(_sources.NirFile!, ShownPath.Of(_sources.NirFile!))],
            Jobbsjansen = [.. years.Select(JobbsjansenFile).OfType<HarmoniserFile>()],
            NirSchema = nir,
            JobbsjansenSchema = jobs,
            Rules = rules,
            Readings = readings,
            Municipalities = _ground.Municipalities,
            Schema = _ground.Schema,
            FactsBeingRead = facts,
            WageCosts = wages,
        };
        var harmonised = Harmoniser.Harmonise(input, _bag);
        // What is wrong with the statistics is told even when the registers stopped the run before they were needed.
        facts.GetAwaiter().GetResult();
        return _bag.HasErrors ? null : harmonised;
    }

    /// <summary>The file of a year, or null where there is none: the harmoniser says which years are missing.</summary>
    private HarmoniserFile? JobbsjansenFile(int year)
    {
        var path = _sources.JobbsjansenFile(year);
        return File.Exists(path) ? new HarmoniserFile(path, ShownPath.Of(path), year) : null;
    }

    private MunicipalityFacts? Facts(RuleBook rules, ReadingChoice readings, IReadOnlyList<int> years) =>
        _sources.StatBankFolder is { } folder
            ? MunicipalityFactsReader.Read(
                folder,
                ShownPath.Of(folder),
                [.. rules.Rules.Where(readings.Includes)],
                years,
                _ground.Municipalities,
                _bag
            )
            : null;

    private WageCosts? Wages(RuleBook rules, IReadOnlyList<int> years)
    {
        var kostra = WageFiles(_sources.KostraFile, "kostra");
        var accounts = WageFiles(_sources.AccountsFile, "regnskap");
        return kostra.Count + accounts.Count == 0
            ? null
            : WageCostsReader.Read(
                kostra,
                accounts,
                years,
                _ground.Municipalities,
                (year, cell) => rules.MunicipalityOf("jobbsjansen", year, cell),
                _bag
            );
    }

    private IReadOnlyList<WageFile> WageFiles(string? path, string register) =>
        path is not null && Schema(register) is { } schema ? [new WageFile(path, ShownPath.Of(path), schema)] : [];

    private RegisterSchema? Schema(string register)
    {
        var path = Path.Combine(_settings.RegisterSchemaFolder, register + ".schema.csv");
        return RegisterSchemaReader.Read(path, ShownPath.Of(path), _bag);
    }
}
