using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.Registers;

namespace ReportBuilder.Benchmarks;

/// <summary>
/// Registers read and harmonised by the repository's own rules: the real size, and a million records in NIR. Rows per second and peak memory
/// of the process are printed after each case.
/// </summary>
[MemoryDiagnoser]
public class Harmonising
{
    private const int JobsOfYear = 500;
    private static readonly string[] Countries = ["Syria", "Eritrea", "Afghanistan", "Somalia", "Statsløs"];
    private static readonly string[] Reasons = ["Arbeid", "Annet", "Ordinær utdanning - videregående skole", "Flyttet"];
    private static readonly string[] Levels = ["Under A1", "A1", "A2", "B1", "B2", ""];
    private readonly string _folder = Directory.CreateTempSubdirectory("harmonising-").FullName;
    private HarmoniserInput _input = null!;

    [Params(30_000, 1_000_000)]
    public int Rows { get; set; } = 30_000;

    [GlobalSetup]
    public void Setup()
    {
        static string Data(string file) => Path.Combine(Repository.Root, "data", file);
        var bag = new DiagnosticBag();
        var nir = RegisterSchemaReader.Read(Data("registre/nir.schema.csv"), "nir", bag)!;
        var jobs = RegisterSchemaReader.Read(Data("registre/jobbsjansen.schema.csv"), "jobbsjansen", bag)!;
        var schema = DatasetSchema.Read(Data("deltakere.schema.csv"), "schema", bag)!;
        var rules = RuleBook.Read(Data("recodings"), "recodings", [nir, jobs], schema, bag)!;
        var random = new Random(2022);
        _input = new HarmoniserInput
        {
            Nir = [new HarmoniserFile(Write("nir.csv", nir, Rows, v => NirCell(v, random)), "nir.csv")],
            Jobbsjansen =
            [
                .. Enumerable
                    .Range(2017, 4)
                    .Select(y => new HarmoniserFile(
                        Write($"jobb-{y}.csv", jobs, JobsOfYear, v => JobCell(v, random), y * JobsOfYear * 10),
                        $"jobb-{y}.csv",
                        y
                    )),
            ],
            NirSchema = nir,
            JobbsjansenSchema = jobs,
            Rules = rules,
            Readings = rules.DefaultReadings,
            Municipalities = MunicipalityTable.Read(Data("kommuner.csv"), "kommuner", Data("kommuneendringer.csv"), "endringer", bag)!,
            Schema = schema,
        };
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        var watch = Stopwatch.StartNew();
        var rows = Run();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"// {rows} participants, {Rows / watch.Elapsed.TotalSeconds:N0} rows/s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB"
            )
        );
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public int Run()
    {
        var bag = new DiagnosticBag();
        return Harmoniser.Harmonise(_input, bag)?.Participants.RowCount
            ?? throw new InvalidOperationException(DiagnosticFormatter.Format(bag.Sorted()[0]));
    }

    private static string NirCell(RegisterVariable variable, Random random) =>
        variable.Name switch
        {
            "Kilde" => "syntetisk",
            "Kjønn" => random.Next(2) == 0 ? "K" : "M",
            "Fodselsaar" => random.Next(1965, 1995).ToString(CultureInfo.InvariantCulture),
            "StatsborgerskapForste" => Countries[random.Next(Countries.Length)],
            "DatoForForsteVedtakIntro" => "15.03.2016",
            "GjenførfristBeregnetFra" => $"{random.Next(1, 28):00}.04.2016",
            "AvsluttetDato" => $"{random.Next(1, 28):00}.{random.Next(1, 13):00}.{random.Next(2017, 2021)}",
            "Avslutningsårsak" => Reasons[random.Next(Reasons.Length)],
            "Avsl_Kommunennummer" => $"0301{random.Next(1, 18):00}",
            "SporForste" or "SporSiste" => random.Next(1, 4).ToString(CultureInfo.InvariantCulture),
            _ when variable.Name.StartsWith("PROVE", StringComparison.Ordinal) => Levels[random.Next(Levels.Length)],
            _ when variable.Name.StartsWith("AntallTimerDeltatt", StringComparison.Ordinal) => $"{random.Next(100, 900)},5",
            _ when variable.Name.StartsWith("Antall", StringComparison.Ordinal) => random
                .Next(0, 30)
                .ToString(CultureInfo.InvariantCulture),
            _ => YesNo(variable, random),
        };

    private static string JobCell(RegisterVariable variable, Random random) =>
        variable.Name switch
        {
            "Kilde" => "syntetisk",
            "v1_1" => "0301",
            "Avsluttet" or "Måloppnåelse_dik" or "Vest_Asia" => "1",
            "Overgang" => "Arbeid",
            "v2_1" => "0",
            "Alder_rapporteringstidspunkt" => "40",
            "Botid" => "7,5",
            "Norsknivaa_samlet_avslutning_karakter" => Levels[random.Next(Levels.Length)],
            "Varighet" => "12",
            "v5_1" or "v2_9" => "2",
            _ when variable.Use == RegisterUse.Measure => YesNo(variable, random),
            _ => variable.Kind == RegisterValueKind.YesNo ? "0" : string.Empty,
        };

    private static string YesNo(RegisterVariable variable, Random random) =>
        variable.Kind != RegisterValueKind.YesNo ? string.Empty
        : random.Next(4) == 0 ? "1"
        : "0";

    private string Write(string name, RegisterSchema schema, int rows, Func<RegisterVariable, string> cell, int firstNumber = 1)
    {
        var path = Path.Combine(_folder, name);
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        writer.WriteLine(string.Join(';', schema.Variables.Select(v => v.Name)));
        for (var row = 0; row < rows; row++)
        {
            var number = (firstNumber + row).ToString("00000000", CultureInfo.InvariantCulture);
            writer.WriteLine(string.Join(';', schema.Variables.Select(v => v.Use == RegisterUse.Key ? number : cell(v))));
        }

        return path;
    }
}
