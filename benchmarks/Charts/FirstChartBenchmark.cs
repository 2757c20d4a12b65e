using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using ReportBuilder.Charts;

namespace ReportBuilder.Benchmarks.Charts;

/// <summary>Fonts and first chart in a new process: what a run pays before its second chart. Each measurement is a process of its own.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1)]
public class FirstChartBenchmark
{
    [Benchmark]
    public string FontsAndFirstChart()
    {
        using ChartFonts fonts = BenchmarkCharts.LoadFonts();
        return BenchmarkCharts.Renderer(fonts).RenderSvg(BenchmarkCharts.Columns);
    }
}
