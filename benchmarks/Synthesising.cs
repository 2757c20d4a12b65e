using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Synthesis;
using ReportBuilder.Synthesis.Places;
using ReportBuilder.Synthesis.Raw;

namespace ReportBuilder.Benchmarks;

/// <summary>
/// The synthetic twin: persons drawn and all raw registers written, at scale 1 and 10, and the writing alone. Rows per second and the memory held are printed after
/// each case.
/// </summary>
[MemoryDiagnoser]
public class Synthesising
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private DatasetSchema _schema = null!;
    private MunicipalityTable _municipalities = null!;
    private SyntheticParameters _parameters = null!;
    private RawTables _tables = null!;
    private SyntheticTwin _twin = null!;

    [Params(1, 10)]
    public int Scale { get; set; } = 1;

    [GlobalSetup]
    public void Setup()
    {
        string Data(string file) => Path.Combine(Repository.Root, "data", file);
        var bag = new DiagnosticBag();
        _schema = DatasetSchema.Read(Data("deltakere.schema.csv"), "schema", bag)!;
        _municipalities = MunicipalityTable.Read(Data("kommuner.csv"), "kommuner", Data("kommuneendringer.csv"), "endringer", bag)!;
        _parameters = SyntheticParameters.Read(Data("syntetisk"), "syntetisk", _schema, bag)!;
        _tables = RawTables.Read(Data("syntetisk/registre"), "registre", _schema, bag)!;
        _twin = Draw(2022);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        foreach (var (name, run) in new[] { ("drawn and written", (Func<RawTwinSummary>)Synthesise), ("written", WriteOnly) })
        {
            var watch = Stopwatch.StartNew();
            var rows = run().Rows;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"// scale {Scale}, {name}: {rows / watch.Elapsed.TotalSeconds:N0} rows/s, {watch.Elapsed.TotalSeconds:0.00} s, "
                        + $"{GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB held"
                )
            );
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public RawTwinSummary Synthesise() => RawTwin.Write(Request(Draw));

    [Benchmark]
    public RawTwinSummary WriteOnly() => RawTwin.Write(Request(_ => _twin));

    private SyntheticTwin Draw(ulong seed) => SyntheticDataset.Generate(seed, _parameters, _municipalities, _schema);

    private RawTwinRequest Request(Func<ulong, SyntheticTwin> draw) =>
        new()
        {
            Folder = _folder,
            Seed = 2022,
            Scale = Scale,
            Tables = _tables,
            Municipalities = _municipalities,
            Draw = draw,
        };
}
