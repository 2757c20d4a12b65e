using ReportBuilder.Commands;
using ReportBuilder.Fits;
using Xunit;

namespace ReportBuilder.Tests.Fits;

/// <summary>Faults put into formula, file and options: each is named, at its place, and all at once.</summary>
public class FitFaultsTest
{
    private const string Data = """
        y,age,norm,region,g,h
        1,30,1.5,north,a,p
        0,40,2.5,south,b,p
        1,25,0.5,north,a,q
        0,33,1.0,west,b,q
        1,51,3.5,south,c,p
        0,29,2.0,west,c,q
        """;

    [Theory]
    // The formula: words and grammar.
    [InlineData("y ~ age + @norm", "formel:1:11: feil RB6101")]
    [InlineData("y ~ age + `norm", "formel:1:11: feil RB6102")]
    [InlineData("y ~ age +", "formel:1:10: feil RB6103")]
    [InlineData("y ~ (age + norm", "formel:1:16: feil RB6103")]
    [InlineData("y ~ age norm", "formel:1:9: feil RB6103")]
    [InlineData("y ~ age + )", "formel:1:11: feil RB6103")]
    [InlineData("y age", "formel:1:3: feil RB6103")]
    [InlineData("y", "formel:1:2: feil RB6104")]
    [InlineData("", "formel:1:1: feil RB6103")]
    [InlineData("~ age", "formel:1:1: feil RB6103")]
    [InlineData("y ~ age + \"norm\"", "formel:1:11: feil RB6103")]
    // The formula: what it means.
    [InlineData("log(y) ~ age", "formel:1:1: feil RB6105")]
    [InlineData("y ~ agee", "formel:1:5: feil RB6106", "Mente du «age»?")]
    [InlineData("z ~ age", "formel:1:1: feil RB6106")]
    [InlineData("y ~ fator(region)", "formel:1:5: feil RB6107", "Mente du «factor»?")]
    [InlineData("y ~ poly(age, 2)", "formel:1:5: feil RB6107")]
    [InlineData("y ~ factor(age, norm)", "formel:1:5: feil RB6108")]
    [InlineData("y ~ scale(age, 3)", "formel:1:5: feil RB6108")]
    [InlineData("y ~ log(age, norm)", "formel:1:5: feil RB6108")]
    [InlineData("y ~ age - 1", "formel:1:9: feil RB6109")]
    [InlineData("y ~ 0 + age", "formel:1:5: feil RB6109")]
    [InlineData("y ~ age + (age | g)", "formel:1:12: feil RB6110", "(1 | g)")]
    [InlineData("y ~ age + (0 + age | g)", "formel:1:14: feil RB6110")]
    [InlineData("y ~ age + (1 || g)", "formel:1:14: feil RB6110")]
    [InlineData("y ~ age + 1 | g", "formel:1:13: feil RB6111")]
    [InlineData("y ~ age * (1 | g)", "formel:1:14: feil RB6111")]
    [InlineData("y ~ age + (1 | g + h)", "formel:1:18: feil RB6112")]
    [InlineData("y ~ age + (1 | gg)", "formel:1:16: feil RB6106", "Mente du «g»?")]
    [InlineData("y ~ age %in% norm", "formel:1:9: feil RB6113")]
    [InlineData("y ~ (age + norm)^age", "formel:1:17: feil RB6113")]
    [InlineData("y ~ I(age == 3)", "formel:1:11: feil RB6113")]
    [InlineData("y ~ age + 2", "formel:1:11: feil RB6114")]
    [InlineData("y ~ age + y", "formel:1:11: feil RB6115")]
    [InlineData("y ~ age + (1 | y)", "formel:1:16: feil RB6115")]
    [InlineData("y ~ age + (1 | g) + (1 | g/h)", "formel:1:26: feil RB6127")]
    [InlineData("y ~ I(3)", "formel:1:5: feil RB6136")]
    // The formula: what the data are.
    [InlineData("y ~ log(region)", "formel:1:9: feil RB6117")]
    [InlineData("y ~ scale(region)", "formel:1:11: feil RB6117")]
    [InlineData("age ~ norm", "formel:1:1: feil RB6118")]
    [InlineData("region ~ norm", "formel:1:1: feil RB6118")]
    [InlineData("y ~ log(y2)", "formel:1:9: feil RB6106")]
    [InlineData("y ~ I(1/(age - 30))", "formel:1:5: feil RB6135")]
    public async Task Run_FaultInFormula_IsNamedAtItsPlace(string formula, params string[] expected)
    {
        var run = await FitBench.RunAsync(Data, formula);
        AssertNamed(run, expected);
    }

    [Theory]
    [InlineData("", "data.csv: feil RB2004")]
    [InlineData("y,age,norm,region\n", "data.csv: feil RB2009")]
    [InlineData("y,age\n1,2\n0\n1,3\n", "data.csv:3: feil RB2014")]
    [InlineData("y,age\n1,\"2\n0,3\n", "data.csv:2:1: feil RB2015")]
    [InlineData("y,age\n1,2\"x\"\n0,3\n", "data.csv:2:4: feil RB2016")]
    [InlineData("y,age\n1,2\n0,Inf\n1,3\n", "data.csv:3:3: feil RB6119")]
    [InlineData("y,age,age\n1,2,2\n0,3,3\n", "formel:1:5: feil RB6134")]
    [InlineData("y;age;norm\n1;1,5;1.5\n0;2,5;2.5\n", "data.csv:2:3: feil RB6121", "--decimal")]
    [InlineData("y,age\n2,2\n0,3\n1,4\n", "formel:1:1: feil RB6118")]
    public async Task Run_FaultInFile_IsNamedAtItsPlace(string csv, params string[] expected)
    {
        var formula = csv.Contains("norm", StringComparison.Ordinal) ? "y ~ age + norm" : "y ~ age";
        AssertNamed(await FitBench.RunAsync(csv, formula), expected);
    }

    [Fact]
    public async Task Run_BytesThatAreNotUtf8_AreNamedAtTheirPlace()
    {
        using var folder = new Conventions.TemporaryFolder();
        var run = await FitBench.RunFileAsync(folder.Write("x.csv", [.. "y,age\n1,2\n0,"u8, 0xE6, .. "\n"u8]), "y ~ age");
        AssertNamed(run, ["x.csv:3:3: feil RB2003"]);
    }

    [Fact]
    public async Task Run_NoFile_IsNamedTogetherWithTheFormula() =>
        AssertNamed(
            await FitBench.RunFileAsync("finnes-ikke.csv", "y ~ age +"),
            ["finnes-ikke.csv: feil RB2001", "formel:1:10: feil RB6103"]
        );

    [Fact]
    public async Task Run_FaultsInOptions_AreNamed()
    {
        async Task Check(string formula, Func<FitOptions, FitOptions> change, string expected) =>
            AssertNamed(await FitBench.RunAsync(Data, formula, change), [expected]);

        await Check("y ~ age", o => o with { Cluster = "gg" }, "--cluster: feil RB6106");
        await Check("y ~ age", o => o with { Weights = "region" }, "--weights: feil RB6117");
        await Check("y ~ age", o => o with { Weights = "vekt" }, "--weights: feil RB6106");
        await Check("y ~ region", o => o with { References = ["region"] }, "--reference: feil RB6122");
        await Check("y ~ region", o => o with { References = ["age=30"] }, "--reference: feil RB6123");
        await Check("y ~ region", o => o with { References = ["region=soth"] }, "Mente du «south»?");
        await Check("y ~ age + (1 | g)", o => o with { Cluster = "g" }, "--cluster: feil RB6125");
        await Check("y ~ age", o => o with { Quadrature = 5 }, "--quadrature: feil RB6131");
        await Check("y ~ age", o => o with { JsonFile = "/dev/null/x.json" }, "/dev/null/x.json: feil RB6133");
    }

    [Fact]
    public async Task Run_FaultsInSeveralPlaces_AreNamedTogether()
    {
        var run = await FitBench.RunAsync(Data, "yy ~ agee + fctor(region) + (age | g)", o => o with { Cluster = "gg" });
        AssertNamed(
            run,
            [
                "--cluster: feil RB6106",
                "formel:1:1: feil RB6106",
                "formel:1:6: feil RB6106",
                "formel:1:13: feil RB6107",
                "formel:1:30: feil RB6110",
            ]
        );
    }

    [Fact]
    public async Task Run_WordAmongNumbers_IsTextAndSaidWhere()
    {
        var run = await FitBench.RunAsync("y,age\n1,2\n0,3\n1,x\n0,4\n1,4\n0,2\n1,3\n0,x\n", "y ~ age");
        Assert.Equal(ExitCodes.Done, run.Code);
        Assert.Contains("data.csv:4:3: advarsel RB6120", run.Complained, StringComparison.Ordinal);
        Assert.Equal(["(Intercept)", "age3", "age4", "agex"], run.Coefficients.Keys);
    }

    [Fact]
    public async Task Run_FactorOfTooManyLevels_IsRefusedByName()
    {
        var rows = string.Concat(Enumerable.Range(0, FitModelBuilder.MaxColumns + 10).Select(i => $"{i % 2},p{i}\n"));
        AssertNamed(await FitBench.RunAsync("y,person\n" + rows, "y ~ person"), ["formel:1:5: feil RB6130"]);
    }

    private static void AssertNamed(FitBench run, IEnumerable<string> expected)
    {
        Assert.Equal((ExitCodes.BadInput, string.Empty, string.Empty), (run.Code, run.Said, run.Json));
        Assert.All(expected, text => Assert.Contains(text, run.Complained, StringComparison.Ordinal));
    }
}
