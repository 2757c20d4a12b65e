using System.Globalization;
using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.Registers;
using ReportBuilder.StatBank;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;

namespace ReportBuilder.Tests.Harmonise;

/// <summary>Small registers written for a test: whole, sound persons, of which the test says only what it is about.</summary>
internal sealed class RegisterFolder : IDisposable
{
    private static readonly Dictionary<string, string> NirPerson = new(StringComparer.Ordinal)
    {
        ["Kilde"] = "syntetisk",
        ["Kjønn"] = "K",
        ["Fodselsaar"] = "1985",
        ["StatsborgerskapForste"] = "Syria",
        ["DatoForForsteVedtakIntro"] = "15.03.2016",
        ["GjenførfristBeregnetFra"] = "01.04.2016",
        ["AvsluttetDato"] = "31.03.2018",
        ["Avslutningsårsak"] = "Arbeid",
        ["Avsl_Kommunennummer"] = "0301",
        ["PROVE_NORSK_LES_Resultat"] = "B1",
        ["PROVE_NORSK_LYTT_Resultat"] = "A2",
        ["SporForste"] = "1",
        ["SporSiste"] = "2",
        ["AntallTimerFravaerIntro"] = "10",
        ["AntallDagerFravaerIntro"] = "2",
        ["AntallTimerDeltattNorsk"] = "500",
        ["AntallTimerDeltattSamf"] = "50",
        ["AntallTimerDeltattNKNV"] = "0",
    };

    private static readonly Dictionary<string, string> JobPerson = new(StringComparer.Ordinal)
    {
        ["Kilde"] = "syntetisk",
        ["v1_1"] = "0301",
        ["Avsluttet"] = "1",
        ["Måloppnåelse_dik"] = "1",
        ["Overgang"] = "Utdanning",
        ["v2_1"] = "0",
        ["Alder_rapporteringstidspunkt"] = "40",
        ["Botid"] = "7,9",
        ["Sør_Asia"] = "1",
        ["Norsknivaa_vurdering_avslutning"] = "A2",
        ["Varighet"] = "13",
        ["v5_1"] = "1",
        ["v2_9"] = "4",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly List<Dictionary<string, string>> _nir = [];
    private readonly Dictionary<int, List<Dictionary<string, string>>> _jobs = new()
    {
        [2017] = [],
        [2018] = [],
        [2019] = [],
        [2020] = [],
    };

    public RuleBook Rules { get; set; } = RuleFolder.Own;

    public MunicipalityFacts? Facts { get; set; }

    public WageCosts? Wages { get; set; }

    public Dictionary<string, string> Readings { get; } = [];

    public List<int> YearsLeftOut { get; } = [];

    /// <summary>Adds a person to NIR; what is not said is as in a sound record, and measures are 0.</summary>
    public RegisterFolder Nir(params (string Name, string Value)[] cells)
    {
        _nir.Add(Person(RuleFolder.Nir, NirPerson, (_nir.Count + 1).ToString("0000000", CultureInfo.InvariantCulture), cells));
        return this;
    }

    /// <summary>Adds a person to Jobbsjansen in a year.</summary>
    public RegisterFolder Job(int year, params (string Name, string Value)[] cells)
    {
        var number = 9_000_000 + _jobs.Values.Sum(j => j.Count);
        _jobs[year].Add(Person(RuleFolder.Jobbsjansen, JobPerson, number.ToString(CultureInfo.InvariantCulture), cells));
        return this;
    }

    /// <summary>Writes the files and harmonises them.</summary>
    public (HarmonisedData? Data, IReadOnlyList<Diagnostic> Diagnostics) Run()
    {
        var bag = new DiagnosticBag();
        var choice = Rules.Choose([.. Readings.Select(r => new ChosenReading(r.Key, r.Value, new SourcePlace("report.yaml")))], bag);
        if (choice is null)
        {
            return (null, bag.Sorted());
        }

        var input = new HarmoniserInput
        {
            Nir = [new HarmoniserFile(Write("nir.csv", RuleFolder.Nir, _nir), "nir.csv")],
            Jobbsjansen =
            [
                .. _jobs
                    .Where(j => !YearsLeftOut.Contains(j.Key))
                    .Select(j => new HarmoniserFile(
                        Write($"jobb-{j.Key}.csv", RuleFolder.Jobbsjansen, j.Value),
                        $"jobb-{j.Key}.csv",
                        j.Key
                    )),
            ],
            NirSchema = RuleFolder.Nir,
            JobbsjansenSchema = RuleFolder.Jobbsjansen,
            Rules = Rules,
            Readings = choice,
            Municipalities = DataFolder.Municipalities,
            Schema = DataFolder.Schema,
            Facts = Facts,
            WageCosts = Wages,
        };
        var data = Harmoniser.Harmonise(input, bag);
        return (data, [.. bag.Sorted().Where(d => d.Code != "RB2112")]);
    }

    /// <summary>Harmonises, and requires that it can be done.</summary>
    public HarmonisedData Harmonised()
    {
        var (data, diagnostics) = Run();
        Xunit.Assert.True(data is not null, string.Join('\n', diagnostics.Select(DiagnosticFormatter.Format)));
        return data!;
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> Person(
        RegisterSchema schema,
        Dictionary<string, string> sound,
        string number,
        (string Name, string Value)[] cells
    )
    {
        var person = schema.Variables.ToDictionary(
            v => v.Name,
            v => sound.GetValueOrDefault(v.Name) ?? (v.Kind == RegisterValueKind.YesNo ? "0" : string.Empty),
            StringComparer.Ordinal
        );
        person["Lopenummer"] = number;
        foreach (var (name, value) in cells)
        {
            Xunit.Assert.True(person.ContainsKey(name), name);
            person[name] = value;
        }

        return person;
    }

    private string Write(string name, RegisterSchema schema, List<Dictionary<string, string>> persons)
    {
        var text = new StringBuilder();
        text.AppendJoin(';', schema.Variables.Select(v => v.Name)).Append('\n');
        foreach (var person in persons)
        {
            text.AppendJoin(';', schema.Variables.Select(v => person[v.Name])).Append('\n');
        }

        return _folder.Write(name, text.ToString());
    }
}
