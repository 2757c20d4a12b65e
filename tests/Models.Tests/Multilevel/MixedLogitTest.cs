using ReportBuilder.Models.Design;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;
using Xunit;

namespace ReportBuilder.Models.Tests.Multilevel;

/// <summary>Small models: the definition written out anew, the boundary, and data that have no answer.</summary>
public class MixedLogitTest
{
    private const int GroupCount = 40;
    private const int GroupSize = 15;

    [Fact]
    public void Fit_SmallData_HasTheLikelihoodOfTheDefinition()
    {
        var data = Draw(1.0, 11);
        var estimates = data.Fit().Estimates!;
        double[] beta = [.. estimates.Coefficients.Select(c => c.Estimate!.Value)];
        Assert.Equal(data.Laplace(beta, estimates.Components[0].StandardDeviation), estimates.LogLikelihood, 1e-7);
    }

    [Fact]
    public void Fit_SmallData_IsTheTopOfTheDefinition()
    {
        var data = Draw(1.0, 12);
        var estimates = data.Fit().Estimates!;
        double[] best = [.. estimates.Coefficients.Select(c => c.Estimate!.Value), estimates.Components[0].StandardDeviation];
        var top = data.Laplace(best[..2], best[2]);
        for (var j = 0; j < best.Length; j++)
        {
            foreach (var step in (double[])[-0.01, 0.01])
            {
                var other = (double[])best.Clone();
                other[j] += step;
                Assert.True(data.Laplace(other[..2], other[2]) < top, $"{j} {step}");
            }
        }
    }

    [Fact]
    public void Fit_SmallData_HasTheCurvatureOfTheDefinition()
    {
        var data = Draw(1.0, 13);
        var estimates = data.Fit().Estimates!;
        double[] best = [.. estimates.Coefficients.Select(c => c.Estimate!.Value), estimates.Components[0].StandardDeviation];
        var covariance = Inverse(Information(data, best));
        for (var j = 0; j < 2; j++)
        {
            Assert.Equal(Math.Sqrt(covariance[j, j]), estimates.Coefficients[j].Estimate!.StandardError, 1e-4);
        }

        Assert.Equal(Math.Sqrt(covariance[2, 2]) / best[2], estimates.Components[0].LogStandardDeviationError!.Value, 1e-4);
    }

    [Fact]
    public void Fit_ModeOfAGroup_SolvesItsEquation()
    {
        var data = Draw(1.0, 14);
        var estimates = data.Fit().Estimates!;
        double[] beta = [.. estimates.Coefficients.Select(c => c.Estimate!.Value)];
        Assert.All(
            estimates.Components[0].Modes,
            group =>
            {
                var residual = data.Rows(group.Group).Sum(i => (data.Y[i] ? 1 : 0) - P(beta[0] + beta[1] * data.X[i] + group.Mode));
                Assert.Equal(estimates.Components[0].Variance * residual, group.Mode, 1e-8);
                Assert.Equal(GroupSize, group.RowCount);
            }
        );
    }

    [Fact]
    public void Fit_GroupsMoreAlikeThanChance_HaveZeroVariance()
    {
        // Every group has the same outcomes at the same values of x.
        var y = Enumerable.Range(0, 300).Select(i => i % 3 == 0 || i % 10 == 9).ToArray();
        var data = new Data([.. y.Select((_, i) => (double)(i % 10))], y, [.. y.Select((_, i) => "g" + i / 30)]);
        var fit = data.Fit();
        Assert.Equal(MixedLogitStatus.VarianceOnBoundary, fit.Status);
        Assert.Equal(0, fit.Estimates!.Components[0].StandardDeviation);
        Assert.Equal(0, fit.Estimates.IntraclassCorrelation);
        Assert.Null(fit.Estimates.Components[0].LogStandardDeviationError);
        var pooled = LogisticRegression.Fit(fit.Design).Estimates!;
        Assert.Equal(pooled.LogLikelihood, fit.Estimates.LogLikelihood, 1e-9);
        Assert.Equal(
            pooled.Coefficients.Select(c => Math.Round(c.Estimate!.Value, 9)),
            fit.Estimates.Coefficients.Select(c => Math.Round(c.Estimate!.Value, 9))
        );
        Assert.All(fit.Estimates.Components[0].Modes, g => Assert.Equal(0, g.Mode));
    }

    [Fact]
    public void Fit_LargeVariance_IsFound()
    {
        var fit = Draw(4.0, 15).Fit();
        Assert.Equal(MixedLogitStatus.Converged, fit.Status);
        Assert.InRange(fit.Estimates!.Components[0].StandardDeviation, 2.5, 5.5);
    }

    [Fact]
    public void Fit_OrderOfRows_DoesNotMatter()
    {
        var data = Draw(1.0, 16);
        int[] turned = [.. Enumerable.Range(0, data.Y.Length).Reverse()];
        var other = new Data([.. turned.Select(i => data.X[i])], [.. turned.Select(i => data.Y[i])], [.. turned.Select(i => data.G[i])]);
        Assert.Equal(data.Fit().Estimates!.LogLikelihood, other.Fit().Estimates!.LogLikelihood, 1e-8);
        Assert.Equal(data.Fit().Estimates!.Components[0].StandardDeviation, other.Fit().Estimates!.Components[0].StandardDeviation, 1e-8);
    }

    [Fact]
    public void Fit_AliasedColumn_HasNoEstimateAndTheOthersStand()
    {
        var data = Draw(1.0, 17);
        NumericTerm[] terms = [new("x", [.. data.X.Select(v => (double?)v)]), new("twice", [.. data.X.Select(v => (double?)(2 * v))])];
        var fit = MixedLogit.Fit(ModelDesign.Build(data.Outcome, terms), [data.Factor]);
        Assert.Equal(MixedLogitStatus.Converged, fit.Status);
        Assert.Null(fit.Estimates!.Coefficients[2].Estimate);
        Assert.Equal(data.Fit().Estimates!.LogLikelihood, fit.Estimates.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Fit_RowWithoutGroup_IsNamed() => Assert.Equal(MixedLogitStatus.GroupMissing, Status(["a", null, "b", "b"]));

    [Fact]
    public void Fit_OneGroup_IsNamed() => Assert.Equal(MixedLogitStatus.OneGroup, Status(["a", "a", "a", "a"]));

    [Fact]
    public void Fit_EveryRowItsOwnGroup_IsNamed() => Assert.Equal(MixedLogitStatus.NoRepeatedGroup, Status(["a", "b", "c", "d"]));

    [Fact]
    public void Fit_OneOutcome_IsNamedByThePooledModel()
    {
        var fit = MixedLogit.Fit(
            Design([true, true, true, true]),
            [new GroupingFactor("g", Categorical.FromLabels(["a", "b"], ["a", "a", "b", "b"]))]
        );
        Assert.Equal(MixedLogitStatus.NoPooledEstimates, fit.Status);
        Assert.Equal(LogisticStatus.OneOutcomeClass, fit.Pooled.Status);
        Assert.Null(fit.Estimates);
    }

    [Fact]
    public void Fit_StoppedEarly_HasNotConverged()
    {
        var fit = Draw(1.0, 18).Fit(new MixedLogitOptions { MaxIterations = 1 });
        Assert.Equal(MixedLogitStatus.NotConverged, fit.Status);
        Assert.Null(fit.Estimates);
        Assert.True(fit.Certificate!.GradientNorm > 1e-6);
    }

    [Fact]
    public void Fit_OtherNumberOfGroups_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            MixedLogit.Fit(Design([true, false, true, false]), [new GroupingFactor("g", Categorical.FromLabels(["a"], ["a"]))])
        );

    private static MixedLogitStatus Status(string?[] groups) =>
        MixedLogit
            .Fit(Design([true, false, true, false]), [new GroupingFactor("g", Categorical.FromLabels(["a", "b", "c", "d"], groups))])
            .Status;

    private static ModelDesign Design(bool?[] outcome) => ModelDesign.Build(new DummyTerm("y", outcome), []);

    private static double P(double eta) => 1 / (1 + Math.Exp(-eta));

    /// <summary>Minus the second differences of the definition.</summary>
    private static double[,] Information(Data data, double[] at)
    {
        const double h = 1e-3;
        var information = new double[3, 3];
        for (var j = 0; j < 3; j++)
        {
            for (var k = 0; k < 3; k++)
            {
                var sum = 0.0;
                foreach (var (a, b) in ((int, int)[])[(1, 1), (1, -1), (-1, 1), (-1, -1)])
                {
                    var moved = (double[])at.Clone();
                    moved[j] += a * h;
                    moved[k] += b * h;
                    sum += a * b * data.Laplace(moved[..2], moved[2]);
                }

                information[j, k] = -sum / (4 * h * h);
            }
        }

        return information;
    }

    private static double[,] Inverse(double[,] m)
    {
        var inverse = new double[3, 3];
        double Minor(int r, int c) =>
            m[(r + 1) % 3, (c + 1) % 3] * m[(r + 2) % 3, (c + 2) % 3] - m[(r + 1) % 3, (c + 2) % 3] * m[(r + 2) % 3, (c + 1) % 3];
        var determinant = Enumerable.Range(0, 3).Sum(c => m[0, c] * Minor(0, c));
        for (var r = 0; r < 3; r++)
        {
            for (var c = 0; c < 3; c++)
            {
                inverse[c, r] = Minor(r, c) / determinant;
            }
        }

        return inverse;
    }

    private static Data Draw(double sigma, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var (x, y, g) = (new List<double>(), new List<bool>(), new List<string>());
        for (var group = 0; group < GroupCount; group++)
        {
            var intercept = sigma * Normal();
            for (var i = 0; i < GroupSize; i++)
            {
                x.Add(Normal());
                y.Add(random.NextDouble() < P(-0.3 + 0.8 * x[^1] + intercept));
                g.Add("g" + group);
            }
        }

        return new Data([.. x], [.. y], [.. g]);
    }

    private sealed record Data(double[] X, bool[] Y, string[] G)
    {
        public DummyTerm Outcome => new("y", [.. Y.Select(v => (bool?)v)]);

        public GroupingFactor Factor => new("g", Categorical.FromLabels([.. G.Distinct()], G));

        public IEnumerable<int> Rows(string group) => Enumerable.Range(0, G.Length).Where(i => G[i] == group);

        public MixedLogitFit Fit(MixedLogitOptions? options = null) =>
            MixedLogit.Fit(ModelDesign.Build(Outcome, [new NumericTerm("x", [.. X.Select(v => (double?)v)])]), [Factor], options);

        /// <summary>
        /// The Laplace approximation from its definition: for each group, log of the integrand at its top, found by golden section,
        /// and ½ log(2π / curvature), less the ½ log 2π of the normal density.
        /// </summary>
        public double Laplace(double[] beta, double sigma) =>
            G.Distinct()
                .Sum(group =>
                {
                    int[] rows = [.. Rows(group)];
                    double Log(double u) =>
                        rows.Sum(i =>
                            Math.Log(Y[i] ? P(beta[0] + beta[1] * X[i] + sigma * u) : 1 - P(beta[0] + beta[1] * X[i] + sigma * u))
                        )
                        - u * u / 2;
                    var top = Golden(Log, -8, 8);
                    var curvature =
                        1
                        + sigma
                            * sigma
                            * rows.Sum(i =>
                            {
                                var p = P(beta[0] + beta[1] * X[i] + sigma * top);
                                return p * (1 - p);
                            });
                    return Log(top) - Math.Log(curvature) / 2;
                });

        private static double Golden(Func<double, double> f, double low, double high)
        {
            var ratio = (Math.Sqrt(5) - 1) / 2;
            while (high - low > 1e-9)
            {
                var (a, b) = (high - ratio * (high - low), low + ratio * (high - low));
                (low, high) = f(a) > f(b) ? (low, b) : (a, high);
            }

            return (low + high) / 2;
        }
    }
}
