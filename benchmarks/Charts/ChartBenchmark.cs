using BenchmarkDotNet.Attributes;
using ReportBuilder.Charts;

namespace ReportBuilder.Benchmarks.Charts;

/// <summary>One chart to SVG, warm: the cost of each of the report's some thirty charts and of each chart of a briefing.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ChartBenchmark
{
    private ChartFonts _fonts = null!;
    private ChartRenderer _renderer = null!;

    [GlobalSetup]
    public void Setup()
    {
        _fonts = BenchmarkCharts.LoadFonts();
        _renderer = BenchmarkCharts.Renderer(_fonts);
    }

    [GlobalCleanup]
    public void Cleanup() => _fonts.Dispose();

    [Benchmark(Baseline = true)]
    public string Columns() => _renderer.RenderSvg(BenchmarkCharts.Columns);

    [Benchmark]
    public string ManyBars() => _renderer.RenderSvg(BenchmarkCharts.ManyBars);

    [Benchmark]
    public string Distribution() => _renderer.RenderSvg(BenchmarkCharts.Distribution);

    [Benchmark]
    public string Forest() => _renderer.RenderSvg(BenchmarkCharts.Forest);
}
