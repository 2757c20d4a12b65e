using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ReportBuilder.Typesetting;

namespace ReportBuilder.Benchmarks.Typesetting;

/// <summary>
/// The sample document of the tests: in a process that has just started, after an edit in one word, and unchanged; and twenty
/// documents in one and in two processes.
/// </summary>
[MemoryDiagnoser]
public class TypesettingBenchmark
{
    private const string Word = "oppdiktede";

    private NodeTypesetter _one = null!;
    private NodeTypesetter _two = null!;
    private int _edit;

    [GlobalSetup]
    public async Task Setup()
    {
        _one = NodeTypesetter.Start(new NodeTypesetterOptions());
        _two = NodeTypesetter.Start(new NodeTypesetterOptions { Processes = 2 });
        await Typeset(_one, Sample("varm"));
        await Task.WhenAll(Typeset(_two, Sample("varm")), Typeset(_two, Sample("varm")));
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    [Benchmark]
    public async Task<int> FromStart()
    {
        await using var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions());
        return await Typeset(typesetter, Sample(Word));
    }

    [Benchmark]
    public Task<int> Unchanged() => Typeset(_one, Sample(Word));

    [Benchmark]
    public Task<int> OneWordEdited() => Typeset(_one, Sample(NextWord()));

    [Benchmark]
    public Task<int[]> TwentyInOneProcess() => Many(_one);

    [Benchmark]
    public Task<int[]> TwentyInTwoProcesses() => Many(_two);

    private Task<int[]> Many(NodeTypesetter typesetter) =>
        Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Typeset(typesetter, Sample(NextWord()))));

    private string NextWord() => "ord" + (++_edit).ToString(CultureInfo.InvariantCulture);

    private static async Task<int> Typeset(NodeTypesetter typesetter, TypesetRequest request)
    {
        var result = await typesetter.TypesetAsync(request);
        return result.Pdf?.Length ?? throw new InvalidOperationException(result.Diagnostics[0].Code);
    }

    private static TypesetRequest Sample(string word)
    {
        var sample = Path.Combine(Repository.Root, "tests", "ReportBuilder.Tests", "Typesetting", "Sample");
        var source = File.ReadAllText(Path.Combine(sample, "main.typ")).Replace("Oppdiktede registerdata", word, StringComparison.Ordinal);
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(TypstStyle.Read(Path.Combine(Repository.Root, "templates", "typst")))
        {
            ["/main.typ"] = Encoding.UTF8.GetBytes(source),
        };
        foreach (var figure in Directory.EnumerateFiles(Path.Combine(sample, "figures")))
        {
            files["/figures/" + Path.GetFileName(figure)] = File.ReadAllBytes(figure);
        }

        return new TypesetRequest(files, "/main.typ", PdfStandard.A2a, new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero));
    }
}
