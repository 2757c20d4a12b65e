using System.Security.Cryptography;
using System.Text;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class EditionDrawingsTest : IDisposable
{
    private static readonly byte[] Drawing = Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_DrawingOfTheEdition_IsRead()
    {
        _folder.Write("figurer/fig-kjonn.svg", Drawing);
        Assert.Equal(Drawing, EditionDrawings.Beside(_folder.Path, "ny").Find(Figure("fig-kjonn"), _bag));
        Assert.Equal(Drawing, EditionDrawings.Beside(_folder.Write("utgave.json", "{}"), "ny/utgave.json").Find(Figure("fig-kjonn"), _bag));
        Assert.Empty(_bag.Sorted());
    }

    [Fact]
    public void Find_DrawingFromElsewhere_IsAWarningAndNoDrawing()
    {
        _folder.Write("figurer/fig-kjonn.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>3 personer</text></svg>");
        Assert.Null(EditionDrawings.Beside(_folder.Path, "ny").Find(Figure("fig-kjonn"), _bag));
        var warning = Assert.Single(_bag.Sorted());
        Assert.Equal(("RB7081", "ny/figurer/fig-kjonn.svg"), (warning.Code, warning.Place!.Value.File));
    }

    [Fact]
    public void Find_NoFile_IsNullWithoutAWord()
    {
        Assert.Null(EditionDrawings.Beside(_folder.Path, "ny").Find(Figure("fig-kjonn"), _bag));
        Assert.Null(EditionDrawings.None.Find(Figure("fig-kjonn"), _bag));
        Assert.Empty(_bag.Sorted());
    }

    [Fact]
    public void Find_IdThatLeadsOut_IsNotFollowed()
    {
        _folder.Write("hemmelig.svg", Drawing);
        _folder.Write("figurer/fig-x/annen.svg", Drawing);
        var drawings = EditionDrawings.Beside(_folder.Path, "ny");
        Assert.Null(drawings.Find(Figure("fig-x/../../hemmelig"), _bag));
        Assert.Null(drawings.Find(Figure("fig-x/annen"), _bag));
    }

    private static FigureContent Figure(string id) =>
        new(id, "bar", [], [], []) { Drawing = Convert.ToHexStringLower(SHA256.HashData(Drawing)) };
}
