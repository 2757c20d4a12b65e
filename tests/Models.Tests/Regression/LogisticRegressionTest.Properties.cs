using CsCheck;
using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>What must hold for any data, on data drawn with fixed seeds.</summary>
public class LogisticRegressionPropertiesTest
{
    private const int Iterations = 60;
    private const double Tolerance = 1e-8;

    [Fact]
    public void Fit_RowsInAnotherOrder_GivesTheSame() =>
        Samples.Sample(
            sample =>
            {
                int[] order = [.. Enumerable.Range(0, sample.Rows).OrderBy(row => (row * 7919) % sample.Rows).ThenBy(row => row)];
                var (a, b) = (
                    Fit(sample),
                    Fit(sample with { X = Take(sample.X, order), Group = Take(sample.Group, order), Y = Take(sample.Y, order) })
                );
                Assert.Equal(a.Status, b.Status);
                SameCoefficients(a, b, value => value);
            },
            seed: "000000000001",
            iter: Iterations
        );

    [Fact]
    public void Fit_CovariateTimesFactor_DividesItsCoefficient() =>
        Samples.Sample(
            sample =>
            {
                var (a, b) = (Fit(sample), Fit(sample with { X = [.. sample.X.Select(x => x * -1000)] }));
                Assert.Equal(a.Status, b.Status);
                if (a.Estimates is { } first && b.Estimates is { } second)
                {
                    Close.To(first.LogLikelihood, second.LogLikelihood, Tolerance);
                    Close.To(
                        first.Coefficients[1].Estimate!.Value / -1000,
                        second.Coefficients[1].Estimate!.Value,
                        Tolerance,
                        absolute: 1e-13
                    );
                    Close.To(
                        first.Coefficients[1].Estimate!.StandardError / 1000,
                        second.Coefficients[1].Estimate!.StandardError,
                        Tolerance
                    );
                    Close.To(first.Coefficients[2].Estimate!.Value, second.Coefficients[2].Estimate!.Value, Tolerance, absolute: 1e-10);
                }
            },
            seed: "000000000002",
            iter: Iterations
        );

    [Fact]
    public void Fit_CovariatePlusConstant_ShiftsTheInterceptOnly() =>
        Samples.Sample(
            sample =>
            {
                const double Shift = 250;
                var (a, b) = (Fit(sample), Fit(sample with { X = [.. sample.X.Select(x => x + Shift)] }));
                Assert.Equal(a.Status, b.Status);
                SameCoefficients(a, b, value => value, from: 1);
                if (a.Estimates is { } first && b.Estimates is { } second)
                {
                    var slope = first.Coefficients[1].Estimate!.Value;
                    Close.To(
                        first.Coefficients[0].Estimate!.Value - Shift * slope,
                        second.Coefficients[0].Estimate!.Value,
                        Tolerance,
                        absolute: 1e-8
                    );
                }
            },
            seed: "000000000003",
            iter: Iterations
        );

    [Fact]
    public void Fit_DuplicatedColumn_IsAliasedAndChangesNothing() =>
        Samples.Sample(
            sample =>
            {
                var alone = Fit(sample);
                var design = ModelDesign.Build(
                    sample.Outcome,
                    [.. sample.Terms, new NumericTerm("again", [.. sample.X.Select(x => (double?)(x * 0.1 + 7))])]
                );
                var both = LogisticRegression.Fit(design);
                var aliased = Assert.Single(design.Aliased);
                Assert.Equal(design.Columns.Count - 1, aliased.Column);
                Assert.Equal(AliasReason.LinearlyDependent, aliased.Reason);
                Assert.Equal(alone.Status, both.Status);
                SameCoefficients(alone, both, value => value);
            },
            seed: "000000000004",
            iter: Iterations
        );

    [Fact]
    public void Fit_OutcomeReversed_ChangesEverySign() =>
        Samples.Sample(
            sample =>
            {
                var (a, b) = (Fit(sample), Fit(sample with { Y = [.. sample.Y.Select(y => !y)] }));
                Assert.Equal(a.Status, b.Status);
                SameCoefficients(a, b, value => -value);
            },
            seed: "000000000005",
            iter: Iterations
        );

    [Fact]
    public void Fit_Converged_FittedProbabilitiesAddUpToTheSuccesses() =>
        Samples.Sample(
            sample =>
            {
                if (Fit(sample).Estimates is { } estimates)
                {
                    Close.To(sample.Y.Count(y => y), estimates.FittedProbabilities.Sum(), 1e-10);
                }
            },
            seed: "000000000006",
            iter: Iterations
        );

    private sealed record Drawn(double[] X, int[] Group, bool[] Y)
    {
        public int Rows => Y.Length;

        public DummyTerm Outcome => new("y", [.. Y.Select(y => (bool?)y)]);

        public IReadOnlyList<Term> Terms =>
            [
                new NumericTerm("x", [.. X.Select(x => (double?)x)]),
                new FactorTerm("group", Categorical.FromCodes(["a", "b", "c"], [.. Group.Select(g => (int?)g)])),
            ];
    }

    // Some draws are separated or lack a class; then the statuses must agree.
    private static readonly Gen<Drawn> Samples =
        from rows in Gen.Int[30, 300]
        from x in Gen.Double[-3, 3].Array[rows]
        from slope in Gen.Double[-1.5, 1.5]
        from noise in Gen.Double[0, 1].Array[rows]
        from shift in Gen.Int[1, 2]
        select new Drawn(
            [.. x.Select(value => Math.Round(value, 3))],
            [.. Enumerable.Range(0, rows).Select(row => row * shift % 3)],
            [.. x.Select((value, row) => noise[row] < 1 / (1 + Math.Exp(-0.3 - slope * value)))]
        );

    private static LogisticFit Fit(Drawn sample) => LogisticRegression.Fit(ModelDesign.Build(sample.Outcome, sample.Terms));

    private static T[] Take<T>(T[] values, int[] order) => [.. order.Select(row => values[row])];

    private static void SameCoefficients(LogisticFit expected, LogisticFit actual, Func<double, double> map, int from = 0)
    {
        if (expected.Estimates is not { } a || actual.Estimates is not { } b)
        {
            return;
        }

        foreach (var (first, second) in a.Coefficients.Zip(b.Coefficients).Skip(from))
        {
            var error = first.Estimate!.StandardError;
            Close.To(map(first.Estimate.Value), second.Estimate!.Value, 0, first.Column.Name, Tolerance * error);
            Close.To(error, second.Estimate.StandardError, Tolerance, first.Column.Name);
        }

        Close.To(a.LogLikelihood, b.LogLikelihood, Tolerance);
    }
}
