using BenchmarkDotNet.Attributes;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Benchmarks.Models;

/// <summary>
/// The individual model at its real size, and with ten times the rows to show that the cost is linear in them. Building the
/// design (screening rows, coding columns, looking for aliased ones) is timed apart from fitting.
/// </summary>
[MemoryDiagnoser]
[MedianColumn]
public class LogisticRegressionBenchmark
{
    private DummyTerm _outcome = null!;
    private IReadOnlyList<Term> _terms = null!;
    private ModelDesign _design = null!;

    [Params(19_316, 200_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (_outcome, _terms) = SimulatedPersons.Draw(Rows, seed: 20172020);
        _design = ModelDesign.Build(_outcome, _terms);
    }

    [Benchmark]
    public ModelDesign BuildDesign() => ModelDesign.Build(_outcome, _terms);

    [Benchmark]
    public LogisticFit Fit() => LogisticRegression.Fit(_design);
}
