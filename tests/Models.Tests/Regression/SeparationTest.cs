using ReportBuilder.Models.Design;
using ReportBuilder.Models.Regression;
using ReportBuilder.Models.Tests.Support;
using Xunit;

namespace ReportBuilder.Models.Tests.Regression;

/// <summary>Separation against enumeration in whole numbers, and data in which it is hard to see.</summary>
public class SeparationTest
{
    [Theory]
    [InlineData(1, 300)]
    [InlineData(2, 300)]
    [InlineData(3, 200)]
    public void Fit_SmallRandomData_IsClassifiedAsByEnumeration(int width, int sets)
    {
        var random = new Random(1000 + width);
        var seen = new Dictionary<SeparationOracle.Answer, int>();
        for (var set = 0; set < sets; set++)
        {
            var (rows, outcome) = Draw(random, width);
            if (outcome.Distinct().Count() < 2)
            {
                continue;
            }

            var expected = SeparationOracle.Classify(rows, outcome);
            seen[expected] = seen.GetValueOrDefault(expected) + 1;
            var fit = LogisticRegression.Fit(Design(rows, outcome));
            Assert.True(Status(expected) == fit.Status, $"width {width}, set {set}: expected {expected}, got {fit.Status}");
            if (expected != SeparationOracle.Answer.Overlap)
            {
                CheckNamed(fit, rows, outcome, expected, $"width {width}, set {set}");
            }
        }

        // The draw is worth something only when each answer comes often.
        Assert.All(Enum.GetValues<SeparationOracle.Answer>(), answer => Assert.True(seen[answer] >= 20, answer.ToString()));
    }

    [Fact]
    public void Fit_SmallRandomWeightedData_IsClassifiedAsWithoutWeights()
    {
        var random = new Random(77);
        for (var set = 0; set < 150; set++)
        {
            var (rows, outcome) = Draw(random, 2);
            if (outcome.Distinct().Count() < 2)
            {
                continue;
            }

            double?[] weights = [.. rows.Select(_ => (double?)Math.Pow(10, random.Next(-4, 5)))];
            var fit = LogisticRegression.Fit(Design(rows, outcome, weights));
            var expected = Status(SeparationOracle.Classify(rows, outcome));
            Assert.True(expected == fit.Status, $"set {set}: expected {expected}, got {fit.Status}");
        }
    }

    [Fact]
    public void Fit_CellOfInteractionWithOneOutcome_NamesTheInteraction()
    {
        // a and b each overlap; whoever has both succeeds.
        var random = new Random(5);
        bool?[] a = [.. Enumerable.Range(0, 400).Select(_ => (bool?)(random.Next(2) == 1))];
        bool?[] b = [.. Enumerable.Range(0, 400).Select(_ => (bool?)(random.Next(2) == 1))];
        bool?[] both = [.. a.Zip(b, (x, y) => (bool?)(x == true && y == true))];
        bool?[] y = [.. both.Select(x => (bool?)(x == true || random.Next(3) == 0))];
        var fit = LogisticRegression.Fit(
            ModelDesign.Build(new DummyTerm("y", y), [new DummyTerm("a", a), new DummyTerm("b", b), new DummyTerm("a:b", both)])
        );
        Assert.Equal(LogisticStatus.QuasiSeparated, fit.Status);
        Assert.Equal(["a:b"], Names(fit));
    }

    [Fact]
    public void Fit_NearlySeparated_Converges()
    {
        // One step of overlap in a hundred thousand: the coefficient is large, and finite.
        double?[] x = [.. Enumerable.Range(0, 200).Select(i => (double?)i), 99.00001, 99.0];
        bool?[] y = [.. Enumerable.Range(0, 200).Select(i => (bool?)(i >= 99)), false, true];
        x[99] = 99;
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x)]));
        Assert.Equal(LogisticStatus.Converged, fit.Status);
        Assert.True(fit.Estimates!.Coefficients[1].Estimate!.Value > 5);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e7)]
    public void Fit_OutlierBesideOverlap_IsNotSeparated(double outlier)
    {
        double?[] x = [1, 2, 3, 4, 5, 6, 7, 8, outlier];
        bool?[] y = [false, true, false, false, true, false, true, true, true];
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x)]));
        Assert.Equal(LogisticStatus.Converged, fit.Status);
    }

    [Theory]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e8)]
    public void Fit_OutlierBesideSeparation_IsSeparated(double outlier)
    {
        double?[] x = [1, 2, 3, 4, 5, 6, 7, 8, outlier];
        bool?[] y = [false, false, false, false, true, true, true, true, true];
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x)]));
        Assert.Equal(LogisticStatus.Separated, fit.Status);
        Assert.Equal(["x"], Names(fit));
    }

    [Fact]
    public void Fit_RareLevelInLargeData_IsNamed()
    {
        var random = new Random(11);
        string[] levels = ["common", "other", "rare"];
        int?[] codes = [.. Enumerable.Range(0, 60_000).Select(i => (int?)(i is 17 or 40_000 ? 2 : i % 2))];
        bool?[] y = [.. codes.Select(code => (bool?)(code == 2 || random.NextDouble() < 0.4))];
        double?[] x = [.. codes.Select(_ => (double?)random.NextDouble())];
        var fit = LogisticRegression.Fit(
            ModelDesign.Build(
                new DummyTerm("y", y),
                [new NumericTerm("x", x), new FactorTerm("level", Categorical.FromCodes(levels, codes))]
            )
        );
        Assert.Equal(LogisticStatus.QuasiSeparated, fit.Status);
        Assert.Equal(["levelrare"], Names(fit));
    }

    [Fact]
    public void Fit_RareOutcomeInLargeData_Converges()
    {
        var random = new Random(12);
        double?[] x = [.. Enumerable.Range(0, 60_000).Select(_ => (double?)random.NextDouble())];
        bool?[] y = [.. x.Select((_, i) => (bool?)(i is 5 or 7777 or 31_000))];
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("x", x)]));
        Assert.Equal(LogisticStatus.Converged, fit.Status);
    }

    [Fact]
    public void Fit_NearlyCollinearColumnsThatSeparateTogether_IsSeparated()
    {
        var random = new Random(13);
        double?[] a = [.. Enumerable.Range(0, 60).Select(_ => (double?)random.Next(-50, 50))];
        double?[] b = [.. a.Select((v, i) => v + 1e-5 * (i % 2 == 0 ? 1 : -1))];
        bool?[] y = [.. a.Select((_, i) => (bool?)(i % 2 == 0))];
        var fit = LogisticRegression.Fit(ModelDesign.Build(new DummyTerm("y", y), [new NumericTerm("a", a), new NumericTerm("b", b)]));
        Assert.Equal(LogisticStatus.Separated, fit.Status);
        Assert.Equal(["a", "b"], Names(fit));
    }

    private static (int[][] Rows, bool[] Outcome) Draw(Random random, int width)
    {
        var count = random.Next(width + 1, 15);
        var range = random.Next(1, 4);
        int[][] rows =
        [
            .. Enumerable.Range(0, count).Select(_ => (int[])[.. Enumerable.Range(0, width).Select(_ => random.Next(-range, range + 1))]),
        ];

        // From a rule with much, little or no noise, so that all answers come.
        int[] rule = [.. Enumerable.Range(0, width).Select(_ => random.Next(-2, 3))];
        var noise = 3 * random.Next(4);
        bool[] outcome =
        [
            .. rows.Select(row => row.Zip(rule, (x, r) => x * r).Sum() + random.Next(-noise, noise + 1) >= random.Next(0, 2)),
        ];
        return (rows, outcome);
    }

    private static ModelDesign Design(int[][] rows, bool[] outcome, double?[]? weights = null) =>
        ModelDesign.Build(
            new DummyTerm("y", [.. outcome.Select(v => (bool?)v)]),
            [.. Enumerable.Range(0, rows[0].Length).Select(c => new NumericTerm($"x{c}", [.. rows.Select(row => (double?)row[c])]))],
            weights
        );

    private static LogisticStatus Status(SeparationOracle.Answer answer) =>
        answer switch
        {
            SeparationOracle.Answer.Complete => LogisticStatus.Separated,
            SeparationOracle.Answer.Quasi => LogisticStatus.QuasiSeparated,
            _ => LogisticStatus.Converged,
        };

    /// <summary>The columns named separate by themselves, and as a set none too many (one by one each does when several are named so).</summary>
    private static void CheckNamed(LogisticFit fit, int[][] rows, bool[] outcome, SeparationOracle.Answer expected, string what)
    {
        bool Separates(IEnumerable<int> columns)
        {
            int[] kept = [.. columns];
            var answer = SeparationOracle.Classify([.. rows.Select(row => kept.Select(c => row[c - 1]).ToArray())], outcome);
            return expected == SeparationOracle.Answer.Complete ? answer == expected : answer != SeparationOracle.Answer.Overlap;
        }

        Assert.NotEmpty(fit.SeparatingColumns);
        Assert.True(Separates(fit.SeparatingColumns), what);
        var each = fit.SeparatingColumns.All(column => Separates([column]));
        Assert.True(each || fit.SeparatingColumns.All(column => !Separates(fit.SeparatingColumns.Except([column]))), what);
    }

    private static string[] Names(LogisticFit fit) => [.. fit.SeparatingColumns.Select(column => fit.Design.Columns[column].Name)];
}
