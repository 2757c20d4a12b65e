using ReportBuilder.Synthesis;
using Xunit;

namespace ReportBuilder.Tests.Synthesis;

/// <summary>The calibration: what a model fitted to the generated persons finds, and which shares reach the goal.</summary>
public class SyntheticOutcomeTest
{
    private static Generated Data => Generated.Default;

    [Theory] // Tabell 17, individual model: at least 95 per cent of the terms within two published standard errors
    [InlineData(2022)]
    [InlineData(1)]
    public void PooledLogisticFit_AnySeed_HasThePublishedCoefficients(ulong seed)
    {
        var data = seed == 2022 ? Data : new Generated(seed);
        var targets = data.Parameters.Coefficients.Where(c => c is not { Variable: "landbakgrunn", Coefficient: 0 }).ToList();
        var design = new SparseRows(targets.Count);
        foreach (var row in data.Complete)
        {
            for (var j = 0; j < targets.Count; j++)
            {
                design.Add(j, Term(data, targets[j], row));
            }

            design.EndRow();
        }

        double[] outcome = [.. data.Complete.Select(i => data.Value("maaloppnaaelse", i))];
        var fitted = new double[targets.Count];
        LogisticCalibration.Solve(design, new double[outcome.Length], design.Moments(outcome), new double[fitted.Length], null, fitted);

        var off = targets.Where((t, j) => Math.Abs(fitted[j] - t.Coefficient) > 2 * t.StandardError).ToList();
        // The constant alone does not come back: by the printed coding (A1 = 1) it cannot, as docs/data.md explains.
        Assert.Equal([string.Empty], off.Select(t => t.Variable));
        Assert.True(targets.Count - off.Count >= 0.95 * targets.Count);
        Assert.All(
            targets.Where(t => !t.IsFitted),
            t => Assert.InRange((fitted[targets.IndexOf(t)] - t.Coefficient) / t.StandardError, -0.75, 0.75)
        );
    }

    [Theory] // Kap. 2
    [InlineData("introduksjonsprogrammet", 56.1, 54.1)]
    [InlineData("jobbsjansen", 72.9, 70.2)]
    public void OutcomeShare_WithAndWithoutMissing_IsAsPublished(string scheme, double complete, double incomplete)
    {
        var rows = Data.Where(i => Data.Is("ordning", scheme, i) && !Data.IsMissing("maaloppnaaelse", i));

        Assert.Equal(complete, Data.Share(rows.Intersect(Data.Complete), Reached), 0.2);
        Assert.Equal(incomplete, Data.Share(rows.Except(Data.Complete), Reached), 0.5);
    }

    [Fact] // Figur 4, 8, 10, 12, 14, 16, 18 and F163–F172; education is pulled away most by the coefficients
    public void OutcomeShare_ByCategory_IsNearThePublished() =>
        Assert.All(
            Data.Parameters.OutcomeShares,
            s =>
            {
                var rows = Data.Complete.Where(i =>
                    (s.Scheme is not { } scheme || Data.Value("ordning", i) == scheme)
                    && Data.Value(s.Variable, i) >= s.From
                    && Data.Value(s.Variable, i) <= s.To
                    && (s.Also is not { } also || Data.Value(also.Variable, i) == also.Value)
                );

                Assert.Equal(100 * s.Share, Data.Share(rows, Reached), s.Variable == "utdanningsnivaa" ? 3.5 : 1.6);
            }
        );

    [Fact] // Tabell 1, of all who finished
    public void OutcomeShare_ByYear_IsAsPublished()
    {
        foreach (var year in Data.Parameters.Years)
        {
            var rows = Data.Where(i => Data.Value("ordning", i) == year.Scheme && Data.Value("aar", i) == year.Year);

            Assert.Equal(100 * year.GoalShare, Data.Share(rows, i => !Data.IsMissing("maaloppnaaelse", i) && Reached(i)), 1.0);
        }
    }

    [Fact] // Tabell 1
    public void Transition_ByYear_DividesAsPublished()
    {
        foreach (var year in Data.Parameters.Years)
        {
            var rows = Data.Where(i =>
                Data.Value("ordning", i) == year.Scheme && Data.Value("aar", i) == year.Year && !Data.IsMissing("overgang", i) && Reached(i)
            );

            Assert.Equal(100 * year.WorkShare, Data.Share(rows, i => Data.Is("overgang", "arbeid", i)), 0.2);
        }
    }

    private static bool Reached(int row) => Data.Value("maaloppnaaelse", row) == 1;

    private static double Term(Generated data, CoefficientTarget term, int row) =>
        term switch
        {
            { Variable: "" } => 1,
            { Value: { } value } => data.Value(term.Variable, row) == value ? 1 : 0,
            _ => data.Coded(term.Variable, row),
        };
}
