using System.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

/// <summary>Sorting and filtering of the page, run by Node: the typesetter needs it anyway.</summary>
public sealed class PageScriptTest
{
    // [key, subject, kind, places, old, oldNumber, new, newNumber, change, changeNumber, size, flags, details, explanation]
    private const string Setup = """
        const rows = [
          ["andel.a", 0, 0, [1], "57 %", 57, "60 %", 60, "+3", 3, 3, 1, [], 0, [0, 1, 2]],
          ["antall.b", 0, 0, [0], "1 560", 1560, "1 480", 1480, "−80", -80, 5.1, 6, [], -1, [-1, 3]],
          ["tbl-c#tittel", 2, 0, [], "Alder", null, "Ålder", null, "", null, 100, 0, [], 1],
          ["ny.d", 0, 1, [0, 1], "", null, "3 %", 3, "", null, 100, 0, [], -1],
        ];
        const data = {
          words: ["Tabell 9", "Kvinne", "Oddsrate", "Alder"],
          places: [{ name: "Tabell 17", title: "Utvalg" }, { name: "Tabell 9", title: "Omkoding" }],
          explanations: [
            { classToken: "nye_data", className: "Nye data", reason: "Et nytt år", signed: "Kari Eksempel", sort: "Nye data" },
            { classToken: "kosmetisk", className: "Kosmetisk", reason: "Tittel", signed: "Ola Eksempel", sort: "Kosmetisk" },
          ],
        };
        const keys = (found) => console.log(found.map((r) => r[0]).join(" "));
        """;

    [Theory]
    [InlineData("storrelse", "descending", "tbl-c#tittel ny.d antall.b andel.a")]
    [InlineData("storrelse", "ascending", "andel.a antall.b tbl-c#tittel ny.d")]
    [InlineData("id", "ascending", "antall.b andel.a ny.d tbl-c#tittel")]
    [InlineData("sted", "ascending", "andel.a antall.b ny.d tbl-c#tittel")]
    [InlineData("for", "descending", "antall.b andel.a tbl-c#tittel ny.d")]
    [InlineData("naa", "ascending", "ny.d andel.a antall.b tbl-c#tittel")]
    [InlineData("endring", "ascending", "antall.b andel.a tbl-c#tittel ny.d")]
    [InlineData("flagg", "descending", "antall.b andel.a tbl-c#tittel ny.d")]
    [InlineData("forklaring", "ascending", "tbl-c#tittel andel.a antall.b ny.d")]
    public void Sort_ByAColumn_PutsNothingLast(string column, string direction, string expected) =>
        Assert.Equal(expected, Run($"keys(Rows.sort(rows, data, \"{column}\", \"{direction}\"));"));

    [Theory]
    [InlineData("{}", "andel.a antall.b tbl-c#tittel ny.d")]
    [InlineData("{ text: \"UTVALG\" }", "antall.b ny.d")]
    [InlineData("{ text: \"kari nytt\" }", "andel.a")]
    [InlineData("{ text: \"finnes ikke\" }", "")]
    [InlineData("{ text: \"kvinne oddsrate\" }", "andel.a")]
    [InlineData("{ explained: \"nr:1\" }", "tbl-c#tittel")]
    [InlineData("{ subject: 2 }", "tbl-c#tittel")]
    [InlineData("{ kind: 1 }", "ny.d")]
    [InlineData("{ flag: 0 }", "andel.a")]
    [InlineData("{ flag: 2 }", "antall.b")]
    [InlineData("{ place: 1 }", "andel.a ny.d")]
    [InlineData("{ explained: \"nei\" }", "antall.b ny.d")]
    [InlineData("{ explained: \"ja\" }", "andel.a tbl-c#tittel")]
    [InlineData("{ explained: \"kosmetisk\" }", "tbl-c#tittel")]
    [InlineData("{ place: 0, explained: \"nei\", text: \"ny\" }", "ny.d")]
    public void Filter_ByCriteria_KeepsTheOrder(string criteria, string expected) =>
        Assert.Equal(expected, Run($"keys(Rows.filter(rows, data, {criteria}));"));

    [Fact]
    public void NameOf_Rows_AreWordsWithTheirPlace() =>
        Assert.Equal("Kvinne · Oddsrate (Tabell 9)|Alder||", Run("console.log(rows.map((row) => Rows.nameOf(row, data)).join(\"|\"));"));

    [Fact]
    public void Script_OfThePage_IsWhole()
    {
        using var folder = new TemporaryFolder();
        var whole = folder.Write("side.js", File.ReadAllText(Path("rader.js")) + File.ReadAllText(Path("side.js")));
        Assert.Empty(Node("--check", whole));
    }

    private static string Run(string code)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("prove.cjs", $"{File.ReadAllText(Path("rader.js"))}\n{Setup}\n{code}");
        return Node(path);
    }

    private static string Path(string name) => Repository.PathOf("templates/sammenligning/side/" + name);

    private static string Node(params string[] arguments)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        node.WaitForExit();
        Assert.Empty(error.Result);
        return output.Result.Trim();
    }
}
