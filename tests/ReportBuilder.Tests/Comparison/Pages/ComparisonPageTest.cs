using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class ComparisonPageTest
{
    private const string Attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'";
    private static readonly string[] Void = ["meta", "input", "wbr", "br"];
    private readonly DiagnosticBag _bag = new();

    [Fact]
    public void Write_SmallComparison_IsAsExpected()
    {
        var page = Page(PageFixture.Compared());
        // The look and the script are files of their own.
        var bare = Regex.Replace(page, @"(?<=<style>|<script>).*?(?=</style>|</script>)", string.Empty, RegexOptions.Singleline);
        bare = Regex.Replace(bare, "'sha256-[^']+'", "'sha256-'");
        GoldenFile.Compare(Repository.PathOf("tests/ReportBuilder.Tests/Comparison/Pages/Golden/sammenligning.html"), bare);
    }

    [Fact]
    public void Write_SmallComparison_ClosesEveryElement()
    {
        var page = Regex.Replace(
            Page(PageFixture.Compared()),
            "<(?<name>style|script)[^>]*>.*?</\\k<name>>",
            string.Empty,
            RegexOptions.Singleline
        );
        var open = new Stack<string>();
        foreach (Match tag in Regex.Matches(page, @"<(/?)([a-z0-9]+)\b[^>]*>"))
        {
            var name = tag.Groups[2].Value;
            if (tag.Groups[1].Length > 0)
            {
                Assert.Equal(open.Pop(), name);
            }
            else if (!Void.Contains(name))
            {
                open.Push(name);
            }
        }

        Assert.Empty(open);
    }

    [Fact]
    public void Write_SmallComparison_HasIdsOnceAndLinksThatLead()
    {
        var page = Page(PageFixture.Compared());
        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(Regex.Matches(page, "href=\"#([^\"]+)\""), m => Assert.Contains(m.Groups[1].Value, ids));
    }

    [Fact]
    public void Write_MarkupInWords_StaysWords()
    {
        var comparison = PageFixture.Compared(e =>
            e.WithTable("tbl-andeler", t => t with { Caption = Attack })
                .WithFigure(e.Figures[0].Id, f => f with { Caption = Attack, Categories = [.. f.Categories.Skip(1), Attack] }) with
            {
                Claims = [e.Claims[0] with { Sentence = Attack }],
            }
        );
        comparison = comparison with
        {
            Explained =
            [
                .. comparison.Explained.Select(e => e with { Explanation = e.Explanation with { Reason = Attack, SignedBy = Attack } }),
            ],
        };
        var page = Page(comparison);
        Assert.Equal(2, Regex.Count(page, "<script"));
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", page, StringComparison.Ordinal);
        Assert.Contains(Attack, Texts(Data(page)));
    }

    [Fact]
    public void Write_Script_IsTheOnlyOneAllowed()
    {
        var page = Page(PageFixture.Compared());
        var script = Regex.Match(page, "(?<=<script>).*?(?=</script>)", RegexOptions.Singleline).Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"script-src 'sha256-{hash}'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Rows_ComeInTheReadersOrderWithWordsAndExplanation()
    {
        var comparison = PageFixture.Compared();
        var data = Data(Page(comparison));
        var rows = data.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(ReadersOrder.Of(comparison.Result.Differences).Select(d => d.Key), rows.Select(r => r[0].GetString()));
        var share = rows.Single(r => r[0].GetString() == "andel.k0.jobbsjansen");
        Assert.Equal("41\u00A0%", share[4].GetString());
        Assert.Equal("46\u00A0%", share[6].GetString());
        Assert.Equal("+4\u00A0prosentpoeng", share[8].GetString());
        Assert.Equal("Tabell\u00A01", data.GetProperty("places")[share[3][0].GetInt32()].GetProperty("name").GetString());
        Assert.Equal("Et nytt år er tatt inn.", data.GetProperty("explanations")[share[13].GetInt32()].GetProperty("reason").GetString());
        string?[] words = [.. data.GetProperty("words").EnumerateArray().Select(w => w.GetString())];
        Assert.Equal(["Tabell\u00A01", "Kvinne", "Jobbsjansen"], share[14].EnumerateArray().Select(i => words[i.GetInt32()]));
        var turned = rows.Single(r => r[0].GetString() == "modell.k2.forskjell");
        Assert.Equal(-1, turned[13].GetInt32());
        Assert.Contains("Skifter retning", Flags(data, turned[11].GetInt32()));
    }

    [Fact]
    public void Write_Explanations_LeadToTheirDifferences()
    {
        var page = Page(PageFixture.Compared());
        var section = page[
            page.IndexOf("id=\"forklaringer\"", StringComparison.Ordinal)..page.IndexOf("id=\"forskjeller\"", StringComparison.Ordinal)
        ];
        Assert.Contains("Et nytt år er tatt inn.", section, StringComparison.Ordinal);
        Assert.Contains("data-forklaring=\"nr:0\">1<", section, StringComparison.Ordinal);
        Assert.Contains("data-forklaring=\"nei\"", section, StringComparison.Ordinal);
        Assert.Contains("Om grunnen er riktig, må leseren vurdere.", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Summary_BeginsWithWhatTheDifferencesMeanAndEndsWithTheGround()
    {
        var page = Page(PageFixture.Compared());
        string[] inOrder =
        [
            "Ett tall har skiftet retning.",
            "Forskjeller uten forklaring: ",
            "id=\"forskjeller\"",
            "id=\"grunnlag\"",
            "deltakere.csv",
        ];
        int[] places = [.. inOrder.Select(words => page.IndexOf(words, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Write_OwnAccount_IsNoNumberOfTheEdition() =>
        Assert.Contains(
            "<th scope=\"row\">Tall med navn</th><td>"
                + (ExampleEdition.Whole().Quantities.Count - 1).ToString(CultureInfo.InvariantCulture)
                + "</td>",
            Page(PageFixture.Compared()),
            StringComparison.Ordinal
        );

    [Fact]
    public void Write_Twice_GivesTheSameBytes() => Assert.Equal(Page(PageFixture.Compared()), Page(PageFixture.Compared()));

    [Fact]
    public void Write_PartialOlderEdition_SaysThatContentsAreNotCompared()
    {
        var old = ExampleEdition.Whole() with { IsPartial = true };
        var result = EditionComparer.Compare(old, old.With(old.Find("andel.k0.jobbsjansen")!.Valued(0.7)), ComparisonSettings.Default, []);
        var page = Page(ExplanationMatch.Of(result, []));
        Assert.Contains("bare kjent slik den er trykt", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<del>",
            page[page.IndexOf("id=\"tabeller\"", StringComparison.Ordinal)..page.IndexOf("id=\"figurer\"", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Write_FolderWithoutSkeleton_IsAnError()
    {
        var content = PageFixture.Content(_bag) with
        {
            Templates = PageFixture.Templates with { Folder = Repository.PathOf("templates/typst") },
        };
        Assert.Null(ComparisonPage.Write(PageFixture.Compared(), content, _bag));
        Assert.Contains(_bag.Sorted(), d => d.Code == "RB2001");
    }

    private string Page(ExplainedComparison comparison)
    {
        var page = ComparisonPage.Write(comparison, PageFixture.Content(_bag), _bag);
        Assert.Empty(_bag.Sorted().Select(DiagnosticFormatter.Format));
        return Encoding.UTF8.GetString(page!);
    }

    private static JsonElement Data(string page) =>
        JsonDocument
            .Parse(Regex.Match(page, "(?<=<script type=\"application/json\" id=\"data\">).*?(?=</script>)", RegexOptions.Singleline).Value)
            .RootElement;

    private static IEnumerable<string?> Texts(JsonElement data) =>
        data.GetProperty("places").EnumerateArray().Select(p => p.GetProperty("title").GetString());

    private static IEnumerable<string?> Flags(JsonElement data, int bits) =>
        data.GetProperty("flags").EnumerateArray().Select(f => f.GetString()).Where((_, i) => ((bits >> i) & 1) == 1);
}
