using BenchmarkDotNet.Attributes;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Synthesis;

namespace ReportBuilder.Benchmarks.Datasets;

/// <summary>The dataset at its real size (29 774 rows, 35 columns): invent it, write it, read it.</summary>
[MemoryDiagnoser]
public class DatasetBenchmarks
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
    private DatasetSchema _schema = null!;
    private MunicipalityTable _municipalities = null!;
    private SyntheticParameters _parameters = null!;
    private Dataset _dataset = null!;

    [GlobalSetup]
    public void Setup()
    {
        string Data(string file) => Path.Combine(Repository.Root, "data", file);
        var bag = new DiagnosticBag();
        _schema = DatasetSchema.Read(Data("deltakere.schema.csv"), "schema", bag)!;
        _municipalities = MunicipalityTable.Read(Data("kommuner.csv"), "kommuner", Data("kommuneendringer.csv"), "endringer", bag)!;
        _parameters = SyntheticParameters.Read(Data("syntetisk"), "syntetisk", _schema, bag)!;
        _dataset = Generate();
        File.WriteAllBytes(_path, Write());
    }

    [GlobalCleanup]
    public void Cleanup() => File.Delete(_path);

    [Benchmark]
    public Dataset? Read() => DatasetReader.Read(_path, "data", _schema, _municipalities, new DiagnosticBag());

    [Benchmark]
    public byte[] Write() => DatasetWriter.ToBytes(_dataset);

    [Benchmark]
    public Dataset Generate() => SyntheticDataset.Generate(2022, _parameters, _municipalities, _schema).Participants;
}
