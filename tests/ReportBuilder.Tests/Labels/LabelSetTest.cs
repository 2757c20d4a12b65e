using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Labels;

public sealed class LabelSetTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_FilesOfTheRepository_GiveNoDiagnostics()
    {
        var labels = LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", _bag);
        Assert.Empty(_bag.Sorted());
        Assert.Equal("Jobbsjansen", labels.Get("ordning.jobbsjansen"));
        Assert.Equal("Afrika sør for Sahara", labels.Get("landbakgrunn.afrika_sor_for_sahara"));
    }

    [Fact]
    public void Read_SeveralFiles_JoinsThem()
    {
        _folder.Write("a.csv", "key,text\na,Første\n");
        _folder.Write("b.csv", "key,text\nb,\"Andre, med komma\"\n");
        _folder.Write("c.txt", "key,text\nc,Ikke en etikettfil\n");
        var labels = Read();
        Assert.Empty(_bag.Sorted());
        Assert.Equal("Andre, med komma", labels.Get("b"));
        Assert.Equal(["a", "b"], labels.Keys.Order(StringComparer.Ordinal));
        Assert.True(labels.Has("a"));
        Assert.False(labels.Has("c"));
    }

    [Fact]
    public void Read_ByteOrderMark_IsNotPartOfAKey()
    {
        _folder.Write("a.csv", [.. Encoding.UTF8.Preamble, .. "key,text\na,Første\n"u8]);
        Assert.Equal("Første", Read().Get("a"));
        Assert.Empty(_bag.Sorted());
    }

    [Fact]
    public void Read_MissingFolder_IsRB3104()
    {
        var labels = LabelSet.Read(Path.Combine(_folder.Path, "borte"), "borte", _bag);
        AssertOnly("RB3104", "borte", 0);
        Assert.Empty(labels.Keys);
    }

    [Fact]
    public void Read_KeyTwice_IsRB3102AtTheSecond()
    {
        _folder.Write("a.csv", "key,text\na,Første\n");
        _folder.Write("b.csv", "key,text\nb,Andre\na,Igjen\n");
        Assert.Equal("Første", Read().Get("a"));
        AssertOnly("RB3102", "labels/b.csv", 3);
        Assert.Equal("a", _bag.Sorted()[0].Found);
    }

    [Theory]
    [InlineData("a,Første\nb\nc,Tredje\n")]
    [InlineData("a,Første\nb,Andre, med komma\nc,Tredje\n")]
    [InlineData("a,Første\nb,\"Andre\nc,Tredje\n")]
    public void Read_LineWithoutTwoWholeFields_IsRB3103AndTheRestIsRead(string lines)
    {
        _folder.Write("a.csv", "key,text\n" + lines);
        var labels = Read();
        AssertOnly("RB3103", "labels/a.csv", 3);
        Assert.Equal(["a", "c"], labels.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_FileSavedAsWindows1252_IsRB2003()
    {
        // What Excel's «CSV» gives on a Norwegian machine: ø is the byte F8.
        _folder.Write("a.csv", [.. "key,text\na,F"u8, 0xF8, .. "rste\n"u8]);
        Read();
        AssertOnly("RB2003", "labels/a.csv", 2);
    }

    [Fact]
    public void Get_UnknownKey_StandsInAndIsRB3101Once()
    {
        _folder.Write("a.csv", "key,text\nordning.jobbsjansen,Jobbsjansen\n");
        var labels = Read();
        Assert.Equal("ordning.jobsjansen", labels.Get("ordning.jobsjansen"));
        Assert.Equal("ordning.jobsjansen", labels.Get("ordning.jobsjansen"));
        AssertOnly("RB3101", "labels", 0);
        Assert.Equal("ordning.jobbsjansen", _bag.Sorted()[0].Nearest);
    }

    [Fact]
    public void Get_FromSeveralThreads_ReportsEachUnknownKeyOnce()
    {
        var labels = new LabelSet("labels", new Dictionary<string, string>(StringComparer.Ordinal), _bag);
        Parallel.For(0, 400, i => labels.Get($"k{i % 20}"));
        Assert.Equal(20, _bag.ErrorCount);
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Get_Arguments_AreFilledInInvariantly(string culture)
    {
        var labels = Of("{0} av {1}");
        Assert.Equal("1.5 av x", Cultures.Under(culture, () => labels.Get("a", 1.5, "x")));
    }

    [Fact]
    public void Get_BracesWithoutArguments_StandAsTheyAre() => Assert.Equal("{x}", Of("{x}").Get("a"));

    [Theory]
    [InlineData("{0")]
    [InlineData("{navn}")]
    [InlineData("{0} og {7}")]
    public void Get_PlacesThatCannotBeFilled_AreRB3105AndNoCrash(string text)
    {
        var labels = Of(text);
        Assert.Equal(text, labels.Get("a", "x"));
        AssertOnly("RB3105", "labels", 0);
        Assert.Contains("«a»", DiagnosticFormatter.Format(_bag.Sorted()[0]), StringComparison.Ordinal);
    }

    private LabelSet Of(string text) => new("labels", new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = text }, _bag);

    private LabelSet Read() => LabelSet.Read(_folder.Path, "labels", _bag);

    private void AssertOnly(string code, string file, int line)
    {
        var diagnostic = Assert.Single(_bag.Sorted());
        Assert.Equal((code, file, line), (diagnostic.Code, diagnostic.Place!.Value.File, diagnostic.Place.Value.Line));
    }
}
