using BenchmarkDotNet.Attributes;
using ReportBuilder.Models;
using ReportBuilder.Models.Contribution;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Matching;
using ReportBuilder.Models.Regression;

namespace ReportBuilder.Benchmarks.Models;

/// <summary>
/// What follows an individual model of the real size: contribution indicators of 400 projects with 2 000 draws of ranks (and without, and with exact
/// tests), matching of 7 per cent of the persons to the others, and the conditional model within projects.
/// </summary>
[MemoryDiagnoser]
[MedianColumn]
public class ValueAddedBenchmark
{
    private const int Rows = 19_316;
    private const int Projects = 400;

    private LogisticFit _fit = null!;
    private Categorical _projects = null!;
    private ModelDesign _within = null!;
    private double[] _scores = null!;
    private bool[] _treated = null!;

    [GlobalSetup]
    public void Setup()
    {
        var (outcome, terms) = SimulatedPersons.Draw(Rows, seed: 20172020);
        _fit = LogisticRegression.Fit(ModelDesign.Build(outcome, terms));
        var random = new Random(1);

        // Sizes from a few to several hundred, as projects have.
        _projects = Categorical.FromCodes(
            [.. Enumerable.Range(0, Projects).Select(p => $"p{p}")],
            [.. Enumerable.Range(0, Rows).Select(_ => (int?)(Projects * Math.Pow(random.NextDouble(), 2)))]
        );
        _within = ModelDesign.Build(outcome, [.. terms.Take(5)]);
        _scores = [.. _fit.Estimates!.FittedProbabilities];
        _treated = [.. _scores.Select(p => random.NextDouble() < 0.14 * p)];
    }

    [Benchmark]
    public ContributionTable Contributions() => ReportBuilder.Models.Contribution.Contributions.Of(_fit, _projects);

    [Benchmark]
    public ContributionTable ContributionsWithoutRanks() =>
        ReportBuilder.Models.Contribution.Contributions.Of(_fit, _projects, new ContributionOptions { RankDraws = 0 });

    [Benchmark]
    public ContributionTable ContributionsExact() =>
        ReportBuilder.Models.Contribution.Contributions.Of(
            _fit,
            _projects,
            new ContributionOptions { RankDraws = 0, Test = ContributionTest.Exact }
        );

    [Benchmark]
    public MatchingResult Matching() => NearestNeighbour.Match(_scores, _treated);

    [Benchmark]
    public MatchingResult MatchingWithCaliper() => NearestNeighbour.Match(_scores, _treated, new MatchingOptions { Caliper = 0.2 });

    [Benchmark]
    public ConditionalLogisticFit Conditional() => ConditionalLogistic.Fit(_within, _projects);
}
