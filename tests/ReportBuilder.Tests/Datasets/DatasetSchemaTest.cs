using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Datasets;

public class DatasetSchemaTest
{
    private static readonly string[] Lines = File.ReadAllLines(DataFolder.Path("deltakere.schema.csv"));

    [Fact]
    public void Read_TheProjectsSchema_HasTheColumnsOfTheReport()
    {
        Assert.Equal(46, DataFolder.Schema.Columns.Count);
        Assert.Equal(19, DataFolder.Schema.Columns.Count(c => c.Role == ColumnRole.Measure));
        var age = DataFolder.Schema.Find("alder")!;
        Assert.Equal((ValueKind.Integer, 16.0, 80.0, "år"), (age.Kind, age.Min!.Value, age.Max!.Value, age.Unit));
        Assert.Equal("maaloppnaaelse", DataFolder.Schema.WithRole(ColumnRole.Transition)!.Implies!.Column);
        Assert.Equal(["1", "1", "0"], DataFolder.Schema.WithRole(ColumnRole.Transition)!.Implies!.Codes);
        Assert.Equal(new CodeLevel("3", "god_allmennutdanning"), DataFolder.Schema.Find("utdanningsnivaa")!.Levels[2]);
    }

    [Theory]
    [InlineData("alder,integer", "alder,heltall", "RB2032", "heltall")]
    [InlineData("yes,yes,key", "ja,yes,key", "RB2032", "ja")]
    [InlineData("no,no,outcome", "no,no,utfall", "RB2032", "utfall")]
    [InlineData("botid,integer", "alder,integer", "RB2030", "alder")]
    [InlineData("botid,integer", "Botid,integer", "RB2031", "Botid")]
    [InlineData("0=kvinne|1=mann", "", "RB2033", "")]
    [InlineData("0=kvinne|1=mann", "0=kvinne|0=mann", "RB2034", "0=kvinne|0=mann")]
    [InlineData("0=kvinne|1=mann", "0=Kvinne|1=mann", "RB2034", "0=Kvinne|1=mann")]
    [InlineData("|ingen=0", "", "RB2035", "maaloppnaaelse: arbeid=1|utdanning=1")]
    [InlineData(",16,80,", ",seksten,80,", "RB2010", "seksten")]
    public void Read_BadDeclaration_SaysWhat(string from, string to, string code, string found)
    {
        var text = string.Join('\n', Lines).Replace(from, to);

        var diagnostic = Assert.Single(Read(text));

        Assert.Equal((code, found), (diagnostic.Code, diagnostic.Found));
        Assert.True(diagnostic.Place!.Value.Line > 1);
    }

    [Fact]
    public void Read_NoYear_SaysWhichRoleIsMissing()
    {
        var text = string.Join('\n', Lines.Where(l => !l.StartsWith("aar,", StringComparison.Ordinal)));

        var diagnostic = Assert.Single(Read(text));

        Assert.Equal(("RB2036", "year"), (diagnostic.Code, diagnostic.Arguments[0]));
    }

    private static IReadOnlyList<Diagnostic> Read(string text)
    {
        var bag = new DiagnosticBag();
        Assert.Null(DataFolder.WithFile(Encoding.UTF8.GetBytes(text), path => DatasetSchema.Read(path, "schema.csv", bag)));
        return bag.Sorted();
    }
}
