using System.Diagnostics;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;

namespace ReportBuilder.Benchmarks;

/// <summary>
/// A NIR extract of a million rows and all declared columns, read record by record: the cells looked at, and the cells read as values.
/// Rows per second and the bytes allocated meanwhile are printed after each case.
/// </summary>
[MemoryDiagnoser]
public class RegisterReading
{
    private const int Rows = 1_000_000;
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
    private RegisterSchema _schema = null!;

    [Params("utf-8", "windows-1252")]
    public string Encoding { get; set; } = "utf-8";

    [GlobalSetup]
    public void Setup()
    {
        var schema = Path.Combine(Repository.Root, "data", "registre", "nir.schema.csv");
        _schema = RegisterSchemaReader.Read(schema, "nir.schema.csv", new DiagnosticBag())!;
        // Every letter here has one number in both Latin 1 and Windows-1252.
        using var writer = new StreamWriter(_path, false, Encoding == "utf-8" ? new UTF8Encoding(false) : System.Text.Encoding.Latin1);
        writer.Write(string.Join(';', _schema.Variables.Select(v => v.Name)) + "\r\n");
        var random = new Random(2022);
        var line = new StringBuilder();
        for (var row = 0; row < Rows; row++)
        {
            line.Clear();
            for (var i = 0; i < _schema.Variables.Count; i++)
            {
                line.Append(i == 0 ? "" : ";").Append(Cell(_schema.Variables[i], row, random));
            }

            writer.Write(line.Append("\r\n"));
        }
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        var runs = new[] { ("cells", (Func<long>)Cells), ("values", Values) };
        foreach (var (name, run) in runs)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            run();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"// {Encoding}, {name}: {Rows / watch.Elapsed.TotalSeconds:N0} rows/s of {_schema.Variables.Count} columns, "
                        + $"{new FileInfo(_path).Length / 1e6 / watch.Elapsed.TotalSeconds:N0} MB/s, "
                        + $"{(GC.GetAllocatedBytesForCurrentThread() - before) / 1024:N0} KiB allocated"
                )
            );
        }

        File.Delete(_path);
    }

    [Benchmark]
    public long Cells() =>
        Read(
            (file, _) =>
            {
                long bytes = 0;
                for (var i = 0; i < file.Schema.Variables.Count; i++)
                {
                    bytes += file.Cell(i).Length;
                }

                return bytes;
            }
        );

    [Benchmark]
    public long Values() =>
        Read(
            (file, bag) =>
            {
                long values = 0;
                for (var i = 0; i < file.Schema.Variables.Count; i++)
                {
                    values += file.Schema.Variables[i].Kind switch
                    {
                        RegisterValueKind.Integer => RegisterCells.Integer(file, i, bag).HasValue ? 1 : 0,
                        RegisterValueKind.Decimal => RegisterCells.Number(file, i, bag).HasValue ? 1 : 0,
                        RegisterValueKind.Date => RegisterCells.Date(file, i, bag).HasValue ? 1 : 0,
                        RegisterValueKind.YesNo => RegisterCells.YesNo(file, i, bag).HasValue ? 1 : 0,
                        _ => file.Cell(i).IsEmpty ? 0 : 1,
                    };
                }

                return values;
            }
        );

    private long Read(Func<RegisterFile, DiagnosticBag, long> look)
    {
        var bag = new DiagnosticBag();
        using var file = RegisterFile.Open(_path, "nir.csv", _schema, bag)!;
        long sum = 0;
        while (file.Read())
        {
            sum += look(file, bag);
        }

        return bag.HasErrors || file.RecordCount != Rows ? throw new InvalidOperationException("The file is not as written.") : sum;
    }

    private static string Cell(RegisterVariable variable, int row, Random random) =>
        variable.Kind switch
        {
            RegisterValueKind.YesNo => random.Next(2) == 0 ? "0" : "1",
            RegisterValueKind.Integer => random.Next(1, 2000).ToString(CultureInfo.InvariantCulture),
            RegisterValueKind.Decimal => random.Next(500).ToString(CultureInfo.InvariantCulture) + ",5",
            RegisterValueKind.Date => new DateOnly(2017, 1, 1).AddDays(random.Next(1400)).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            _ => variable.Use switch
            {
                RegisterUse.Key => "N" + row.ToString("D7", CultureInfo.InvariantCulture),
                RegisterUse.Municipality => "0301",
                RegisterUse.Source => random.Next(3) switch
                {
                    0 => "Tromsø",
                    1 => "Syria",
                    _ => "\"Annet; se årsak\"",
                },
                _ => "",
            },
        };
}
