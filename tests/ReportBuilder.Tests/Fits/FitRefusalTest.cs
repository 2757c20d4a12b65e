using System.Text.Json;
using ReportBuilder.Commands;
using Xunit;

namespace ReportBuilder.Tests.Fits;

/// <summary>Data that no estimate can come of: the cause is named and the JSON whole. And odd data that one can.</summary>
public class FitRefusalTest
{
    [Theory]
    [InlineData("separated", "y ~ x", "0,1,a,p 0,2,a,q 0,3,b,p 1,4,b,q 1,5,c,p 1,6,c,q", "x")]
    [InlineData("quasiSeparated", "y ~ x", "0,1,a,p 0,2,a,q 0,3,b,p 1,3,b,q 1,5,c,p 1,6,c,q", "x")]
    [InlineData("oneOutcomeClass", "y ~ x", "1,1,a,p 1,2,a,q 1,3,b,p", null)]
    [InlineData("tooFewRows", "y ~ x + g", "0,1,a,p 1,2,b,q 1,3,c,p", null)]
    [InlineData("noRows", "y ~ x", "0,,a,p 1,NA,b,q", null)]
    [InlineData("oneLevelFactor", "y ~ x + g", "0,1,a,p 1,2,a,q 0,3,a,p 1,1,a,p", "g")]
    [InlineData("oneGroup", "y ~ x + (1 | g)", "0,1,a,p 1,2,a,q 0,3,a,p 1,1,a,p", "g")]
    [InlineData("noRepeatedGroup", "y ~ x + (1 | g)", "0,1,a,p 1,2,b,q 0,3,c,p 1,1,d,p", "g")]
    [InlineData("separated", "y ~ x + (1 | h)", "0,1,a,p 0,2,a,q 0,3,b,p 1,4,b,q 1,5,c,p 1,6,c,q", "x")]
    public async Task Run_NothingToEstimate_IsRefusedByName(string cause, string formula, string rows, string? term)
    {
        var run = await FitBench.RunAsync("y,x,g,h\n" + rows.Replace(' ', '\n') + "\n", formula);
        Assert.Equal(ExitCodes.Differs, run.Code);
        Assert.False(run.Result.GetProperty("converged").GetBoolean());
        Assert.Equal(cause, run.Result.GetProperty("cause").GetString());
        Assert.Contains("Modellen har ingen estimater", run.Said, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, run.Result.GetProperty("logLik").ValueKind);
        Assert.All(run.Coefficients.Values, c => Assert.Equal(JsonValueKind.Null, c.GetProperty("estimate").ValueKind));
        Assert.NotEmpty(run.Coefficients);
        if (term is not null)
        {
            Assert.Contains(term, run.Result.GetProperty("causeTerms").EnumerateArray().Select(t => t.GetString()));
        }
    }

    [Fact]
    public async Task Run_GroupsThatDoNotDiffer_HaveVarianceZeroAsAResult()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{(i / 10 % 2)},{i % 7},g{i % 10}\n"));
        var run = await FitBench.RunAsync("y,x,g\n" + rows, "y ~ x + (1 | g)");
        var effect = run.Result.GetProperty("randomEffects")[0];
        Assert.Equal((ExitCodes.Done, 0.0), (run.Code, effect.GetProperty("variance").GetDouble()));
        Assert.True(effect.GetProperty("onBoundary").GetBoolean());
        Assert.Equal(JsonValueKind.Null, effect.GetProperty("standardError").ValueKind);
        Assert.Contains("Det er et resultat, ikke en feil", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RowsWithoutValue_AreDroppedByReason()
    {
        var rows = string.Concat(
            Enumerable.Range(0, 40).Select(i => $"{(i * 7 % 3 == 0 ? 1 : 0)},{(i == 3 ? "NaN" : i % 9)},{(i < 2 ? "" : "g" + i % 5)}\n")
        );
        var run = await FitBench.RunAsync("y,x,g\n" + rows, "y ~ x + (1 | g)");
        var dropped = run.Result.GetProperty("dropped").EnumerateArray().Select(d => d.ToString()).ToList();
        Assert.Equal(37, run.Result.GetProperty("nobs").GetInt32());
        Assert.Equal(2, dropped.Count);
        Assert.Contains("notFinite", dropped[0], StringComparison.Ordinal);
        Assert.Contains("\"g\"", dropped[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ClustersThatCannotBeUsed_LeaveTheModelsOwnErrorsAndSayWhy()
    {
        var run = await FitBench.RunAsync(
            "y,x,g\n1,1,a\n0,1,a\n1,2,a\n0,2,a\n1,3,a\n0,0,a\n1,0,a\n0,3,a\n",
            "y ~ x",
            o => o with { Cluster = "g" }
        );
        Assert.Equal("model", run.Result.GetProperty("standardErrors").GetString());
        Assert.Equal("tooFewGroups", run.Result.GetProperty("standardErrorsProblem").GetString());
        Assert.Contains("alle radene er i samme gruppe", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ClusterThatIsAlsoElsewhere_IsNoObstacle()
    {
        const string Csv = "y,x,g\n1,1,a\n0,1,b\n1,2,c\n0,2,a\n1,3,b\n0,0,c\n1,0,a\n0,3,b\n";
        Assert.Equal(string.Empty, (await FitBench.RunAsync(Csv, "y ~ x", o => o with { Cluster = "y" })).Complained);
        Assert.Equal(ExitCodes.Done, (await FitBench.RunAsync(Csv, "y ~ g", o => o with { Cluster = "g" })).Code);
    }

    [Fact]
    public async Task Run_NumbersThatDoubleCannotWrite_AreNullInJson()
    {
        var run = await FitBench.RunAsync("y,x\n1,1\n0,1\n1,2\n0,2\n1,3\n", "y ~ x");
        Assert.DoesNotContain("NaN", run.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", run.Json, StringComparison.Ordinal);
    }
}
