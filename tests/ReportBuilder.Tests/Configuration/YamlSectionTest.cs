using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Configuration;

public sealed class YamlSectionTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Items_List_GivesEachTextWithItsPlace()
    {
        var items = Read("navn:\n  - en\n  - to\n").Items("navn");
        Assert.Equal([("en", 2, 5), ("to", 3, 5)], items.Select(i => (i.Text, i.Place.Line, i.Place.Column)));
    }

    [Fact]
    public void Texts_OneText_IsAListOfOne() => Assert.Equal(["en"], Read("navn: en\n").Texts("navn"));

    [Theory]
    [InlineData("annet: x\n")]
    [InlineData("navn:\n")]
    [InlineData("navn: []\n")]
    public void Texts_AbsentOrEmpty_IsEmpty(string yaml)
    {
        Assert.Empty(Read(yaml).Texts("navn"));
        Assert.Empty(_bag.Sorted());
    }

    [Theory]
    [InlineData("navn:\n")]
    [InlineData("navn: ''\n")]
    [InlineData("annet: x\n")]
    public void Text_AbsentOrEmpty_IsTheFallback(string yaml)
    {
        Assert.Equal("ellers", Read(yaml).Text("navn", "ellers"));
        Assert.Empty(_bag.Sorted());
    }

    [Fact]
    public void Text_AnyScalar_IsAsWritten() =>
        // YAML would make numbers and truth values of these; an edition called 2026-1 or «nei» is a text.
        Assert.Equal(
            ["2026-1", "1e3", "nei", "no", "007"],
            new[] { "2026-1", "1e3", "nei", "no", "007" }.Select(t => Read($"navn: {t}\n").Text("navn"))
        );

    [Fact]
    public void Section_Absent_IsEmptyAtThePlaceOfItsParent()
    {
        var section = Read("a: b\n").Section("borte");
        Assert.Equal(7, section.Integer("tall", 7, 0, 10));
        Assert.Equal(string.Empty, section.Text("navn"));
        var diagnostic = Assert.Single(_bag.Sorted());
        Assert.Equal(("RB1004", 1, 1), (diagnostic.Code, diagnostic.Place!.Value.Line, diagnostic.Place.Value.Column));
        Assert.Equal(["borte.navn"], diagnostic.Arguments);
    }

    [Fact]
    public void Close_KeysNeverAskedFor_AreAllNamedWithWhatThereIs()
    {
        var section = Read("a: 1\nx: 2\nb: 3\ny: 4\n");
        section.Text("a");
        section.Text("b");
        section.Close();
        Assert.Equal([("x", 2), ("y", 4)], _bag.Sorted().Select(d => (d.Found!, d.Place!.Value.Line)));
        Assert.All(_bag.Sorted(), d => Assert.Equal(("RB1005", "a, b"), (d.Code, d.Expected)));
    }

    [Fact]
    public void Integer_Limits_AreAllowedThemselves()
    {
        var section = Read("a: 3\nb: 1000\nc: 2\nd: 1001\n");
        Assert.Equal([3, 1000, 5, 5], new[] { "a", "b", "c", "d" }.Select(k => section.Integer(k, 5, 3, 1000)));
        Assert.Equal([3, 4], _bag.Sorted().Select(d => d.Place!.Value.Line));
    }

    [Fact]
    public void Read_FileThatNobodyMayRead_IsRB1011()
    {
        var path = _folder.Write("a.yaml", "a: b\n");
        using var held = File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Null(YamlSection.Read(path, "a.yaml", _bag));
        Assert.Equal("RB1011", Assert.Single(_bag.Sorted()).Code);
    }

    private YamlSection Read(string yaml) => YamlSection.Read(_folder.Write("a.yaml", yaml), "a.yaml", _bag)!;
}
