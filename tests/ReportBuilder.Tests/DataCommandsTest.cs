using ReportBuilder.Tests.Commands;
using Xunit;

namespace ReportBuilder.Tests;

/// <summary>Options that cannot be meant are refused before anything runs.</summary>
public class DataCommandsTest
{
    [Theory]
    [InlineData("synthesize --scale 0")]
    [InlineData("synthesize --scale -3")]
    [InlineData("synthesize --scale mange")]
    [InlineData("synthesize --seed -1")]
    [InlineData("fetch-ssb --years 2020-2017")]
    [InlineData("fetch-ssb --years 17-20")]
    [InlineData("fetch-ssb --years 2017-2018-2019")]
    [InlineData("fetch-ssb --years 2017,2018")]
    [InlineData("fetch-ssb --years i-fjor")]
    [InlineData("validate")]
    [InlineData("harmonise --utdata x")]
    [InlineData("import-edition a b")]
    [InlineData("harmoniser")]
    [InlineData("report --standard a-1b")]
    [InlineData("compare a")]
    [InlineData("compare a b c")]
    [InlineData("compare a b --uten x")]
    [InlineData("fit data.csv")]
    [InlineData("fit data.csv y~a --quadrature 0")]
    [InlineData("fit data.csv y~a --quadrature mange")]
    [InlineData("fit data.csv y~a --level 95")]
    [InlineData("fit data.csv y~a --robust hc9")]
    [InlineData("fit data.csv y~a --decimal x")]
    public void Parse_AnOptionThatCannotBe_IsAnError(string line) => Assert.NotEmpty(Errors(line));

    [Theory]
    [InlineData("synthesize --seed 0 --scale 1 --check")]
    [InlineData("synthesize --output x --scale 100")]
    [InlineData("fetch-ssb --years 2019")]
    [InlineData("fetch-ssb --years 2017-2020 --force")]
    [InlineData("import-edition")]
    [InlineData("import-edition data/editions/2022 --ids sample-output")]
    [InlineData("validate deltakere.parquet")]
    [InlineData("harmonise --config report.yaml --output x")]
    [InlineData("compare a b/utgave.json")]
    [InlineData("compare a b --config r.yaml --history c d --explanations avvik.yaml --draft avvik.yaml --output ut")]
    [InlineData("report --standard a-2a --release")]
    [InlineData("fit data.csv y~a+(1|g) --quadrature 7 --json ut.json --modes")]
    [InlineData("fit data.csv y~a --cluster g --reference a=x --reference b=y --level 0.9 --profile --vif")]
    [InlineData("fit data.csv y~a --robust hc3 --weights w --decimal ,")]
    public void Parse_AnOptionThatCan_IsNone(string line) => Assert.Empty(Errors(line));

    private static IEnumerable<string> Errors(string line)
    {
        using var folder = new ReportFolder();
        return [.. Program.Root(folder.Console()).Parse(line).Errors.Select(e => e.Message)];
    }
}
