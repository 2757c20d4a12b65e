using System.Globalization;
using BenchmarkDotNet.Attributes;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;

namespace ReportBuilder.Benchmarks.Models;

/// <summary>
/// The multilevel models of the report on the simulated file of the tests, certificate of three starts included: the same file, and the same
/// models, that <c>benchmarks/r/multilevel.R</c> times in lme4 and glmmTMB. The design is built beforehand.
/// </summary>
[MedianColumn]
public class MixedLogitBenchmark
{
    private readonly Dictionary<string, (ModelDesign Design, IReadOnlyList<GroupingFactor> Groups)> _models = [];

    [GlobalSetup]
    public void Setup()
    {
        foreach (var name in (string[])["m2", "m3", "m4", "m5"])
        {
            _models[name] = SimulatedFile.Model(name);
        }
    }

    [Benchmark(Description = "m2: kommune, 10 coefficients")]
    public MixedLogitFit Municipality() => Fit("m2");

    [Benchmark(Description = "m2 with 7 quadrature points")]
    public MixedLogitFit MunicipalityByQuadrature() => Fit("m2", 7);

    [Benchmark(Description = "m3: prosjekt, 8 coefficients")]
    public MixedLogitFit Project() => Fit("m3");

    [Benchmark(Description = "m4: kommune, 33 coefficients")]
    public MixedLogitFit Full() => Fit("m4");

    [Benchmark(Description = "m5: prosjekt in kommune, 33 coefficients")]
    public MixedLogitFit ThreeLevels() => Fit("m5");

    private MixedLogitFit Fit(string name, int points = 1) =>
        MixedLogit.Fit(_models[name].Design, _models[name].Groups, new MixedLogitOptions { QuadraturePoints = points });
}

/// <summary>Persons in groups, to show that the cost is linear in the rows.</summary>
[MedianColumn]
public class MixedLogitSizeBenchmark
{
    private ModelDesign _design = null!;
    private IReadOnlyList<GroupingFactor> _groups = null!;

    [Params(20_000, 200_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var (outcome, terms) = SimulatedPersons.Draw(Rows, seed: 20172020);
        _design = ModelDesign.Build(outcome, terms);
        string[] levels = [.. Enumerable.Range(0, Rows / 40).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        _groups =
        [
            new GroupingFactor(
                "group",
                ReportBuilder.Models.Categorical.FromCodes(levels, [.. Enumerable.Range(0, Rows).Select(i => (int?)(i % levels.Length))])
            ),
        ];
    }

    [Benchmark]
    public MixedLogitFit Fit() => MixedLogit.Fit(_design, _groups);
}
