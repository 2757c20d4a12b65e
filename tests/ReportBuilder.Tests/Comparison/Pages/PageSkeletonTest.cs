using System.Text;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class PageSkeletonTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fill_ContentThatNamesAPlace_IsNotReadAgain()
    {
        var skeleton = Skeleton("<p>{{ a }}</p><p>{{b}}</p>");
        Assert.Equal("<p>{{ b }}</p><p>2</p>", Encoding.UTF8.GetString(skeleton.Fill(Contents(("a", "{{ b }}"), ("b", "2")), _bag)));
        Assert.Empty(_bag.Sorted());
    }

    [Fact]
    public void Fill_UnknownPlace_IsAnErrorWithItsLineAndTheNearest()
    {
        Skeleton("<p>\n{{ tabelerr }}</p>").Fill(Contents(("tabeller", "x")), _bag);
        var error = Assert.Single(_bag.Sorted());
        Assert.Equal(("RB7082", 2, "tabelerr", "tabeller"), (error.Code, error.Place!.Value.Line, error.Found, error.Nearest));
    }

    [Fact]
    public void Read_MissingFile_IsTold()
    {
        _folder.Write("side.html", "x");
        Assert.Null(PageSkeleton.Read(_folder.Path, "side", _bag));
        Assert.Equal(3, _bag.ErrorCount);
    }

    private PageSkeleton Skeleton(string html)
    {
        _folder.Write("side.html", html);
        foreach (var name in new[] { "side.css", "rader.js", "side.js" })
        {
            _folder.Write(name, "/* */");
        }

        return PageSkeleton.Read(_folder.Path, "side", _bag)!;
    }

    private static Dictionary<string, string> Contents(params (string Name, string Text)[] contents) =>
        contents.ToDictionary(c => c.Name, c => c.Text, StringComparer.Ordinal);
}
