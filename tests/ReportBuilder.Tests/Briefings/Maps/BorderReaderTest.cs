using System.Text;
using ReportBuilder.Briefings.Maps;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Maps;

public sealed class BorderReaderTest : IDisposable
{
    private const string Square = "[[[10,60],[11,60],[11,61],[10,61],[10,60]]]";
    private const string Island = "[[[12,60],[12.5,60],[12.5,60.5],[12,60]]]";

    private readonly string _file = Path.GetTempFileName();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Read_PolygonAndMultiPolygon_OuterRingsByNumber()
    {
        var borders = Read(
            $$$"""
            {"type":"FeatureCollection","features":[
              {"properties":{"kommunenummer":"0301"},"geometry":{"type":"Polygon","coordinates":{{{Square}}}}},
              {"properties":{"kommunenummer":"4601"},"geometry":{"type":"MultiPolygon","coordinates":[{{{Square}}},{{{Island}}}]}}
            ]}
            """
        )!;

        Assert.False(_bag.HasErrors);
        Assert.Equal(["0301", "4601"], borders.Outlines.Keys);
        Assert.Equal(5, Assert.Single(borders.Outlines["0301"]).Points.Count);
        Assert.Equal([5, 4], borders.Outlines["4601"].Select(r => r.Points.Count));
        Assert.Equal((12.5, 60.5), borders.Outlines["4601"][1].Points[2]);
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection"}""", "RB8070")]
    [InlineData("""{"features":[}""", "RB8070")]
    [InlineData("""{"features":[{"properties":{"navn":"Oslo"},"geometry":null}]}""", "RB8071")]
    [InlineData("""{"features":[{"properties":{"kommunenummer":301},"geometry":null}]}""", "RB8071")]
    [InlineData("""{"features":[{"properties":{"kommunenummer":"0301"},"geometry":{"type":"Point","coordinates":[1,2]}}]}""", "RB8072")]
    [InlineData(
        """{"features":[{"properties":{"kommunenummer":"0301"},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}}]}""",
        "RB8073"
    )]
    [InlineData(
        """{"features":[{"properties":{"kommunenummer":"0301"},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,95],[1,2]]]}}]}""",
        "RB8073"
    )]
    public void Read_Fault_IsADiagnostic(string text, string code)
    {
        Assert.Null(Read(text));
        Assert.Equal(code, Assert.Single(_bag.Sorted()).Code);
    }

    [Fact]
    public void Read_SeveralFaults_AllToldAtOnce()
    {
        Read("""{"features":[{"properties":{}},{"properties":{"kommunenummer":"0301"},"geometry":{"type":"Line"}}]}""");

        Assert.Equal(["RB8071", "RB8072"], _bag.Sorted().Select(d => d.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MapOf_NeighboursWithASharedBorder_ShareItOnTheGrid()
    {
        var borders = Read(
            """
            {"features":[
              {"properties":{"kommunenummer":"0001"},"geometry":{"type":"Polygon","coordinates":[[[10,60],[11,60.0001],[11,61],[10,61],[10,60]]]}},
              {"properties":{"kommunenummer":"0002"},"geometry":{"type":"Polygon","coordinates":[[[11,60.0001],[12,60],[12,61],[11,61],[11,60.0001]]]}}
            ]}
            """
        )!;

        var map = borders.MapOf(Place("0001"), [Place("0001"), Place("0002"), Place("0003")], "Kart")!;

        Assert.Equal([true, false], map.Areas.Select(a => a.IsMarked));
        Assert.Equal(2, map.Areas[0].Rings[0].Points.Intersect(map.Areas[1].Rings[0].Points).Count());
    }

    [Fact]
    public void MapOf_MunicipalityThatTheFileLacks_IsNoMap()
    {
        var borders = Read("""{"features":[]}""")!;

        Assert.Null(borders.MapOf(Place("0001"), [Place("0001")], "Kart"));
    }

    [Fact]
    public void Read_RealBorders_EveryMunicipalityOf2020HasAMap()
    {
        var file = Repository.PathOf("../shared/data/kommunegrenser-2020.geojson");
        Assert.SkipUnless(File.Exists(file), $"{file} is not here.");

        var borders = BorderReader.Read(file, "kommunegrenser-2020.geojson", _bag)!;

        Assert.False(_bag.HasErrors);
        Assert.Equal(356, borders.Outlines.Count);
        Assert.All(borders.Outlines.Keys, code => Assert.NotNull(borders.MapOf(Place(code), [Place(code)], "Kart")));
    }

    private Borders? Read(string text)
    {
        File.WriteAllText(_file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return BorderReader.Read(_file, "grenser.geojson", _bag);
    }

    private static Municipality Place(string code) => new(2020, code, code, code[..2], "Fylket", 1000, 10, 1, 3, 5);
}
