using System.Text.RegularExpressions;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Models.Multilevel;
using ReportBuilder.Models.Regression;
using ReportBuilder.Stages;
using Xunit;

namespace ReportBuilder.Tests.Conventions;

/// <summary>Code and texts name the same things.</summary>
public class TextsTest
{
    [Fact]
    public void Codes_InSource_HaveAText()
    {
        var keys = ToolTexts.Keys.ToHashSet(StringComparer.Ordinal);
        var missing = Literals(@"""(RB\d{4})""").Where(found => !keys.Contains(found.Key)).Select(found => $"{found.Path}: {found.Key}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Codes_OfTexts_AreUsedInSource()
    {
        var used = Literals(@"""(RB\d{4})""").Select(found => found.Key).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(ToolTexts.Keys, k => Regex.IsMatch(k, @"^RB\d{4}$") && !used.Contains(k));
    }

    [Fact]
    public void Keys_AskedForInSource_HaveAText()
    {
        var keys = ToolTexts.Keys.ToHashSet(StringComparer.Ordinal);
        var asked = Literals(@"ToolTexts\.Get\(\s*""([^""{]+)""").ToList();
        Assert.NotEmpty(asked);
        // A key put together in the code («unit.» + …) must at least begin as one.
        Assert.Empty(
            asked
                .Where(found =>
                    found.Key.EndsWith('.') ? !keys.Any(k => k.StartsWith(found.Key, StringComparison.Ordinal)) : !keys.Contains(found.Key)
                )
                .Select(found => $"{found.Path}: {found.Key}")
        );
    }

    [Fact]
    public void Statuses_OfAFit_HaveTheirWords() =>
        Assert.All(
            Enum.GetValues<LogisticStatus>().Where(s => s != LogisticStatus.Converged),
            status => Assert.Contains($"fit.{EditionWriter.NameOf(status)}", ToolTexts.Keys)
        );

    [Fact]
    public void Statuses_OfAMultilevelFit_HaveTheirWords() =>
        Assert.All(
            Enum.GetValues<MixedLogitStatus>().Except([MixedLogitStatus.Converged, MixedLogitStatus.VarianceOnBoundary]),
            status => Assert.Contains($"fit.{EditionWriter.NameOf(status)}", ToolTexts.Keys)
        );

    [Fact]
    public void Models_OfTheReport_HaveTheirNames() =>
        Assert.All(
            ReportModel.All.Select(m => m.Token).Append(MissingModelStage.Token),
            token => Assert.Contains($"model.{token}", ToolTexts.Keys)
        );

    [Fact]
    public void Diagnostics_MadeInSource_FillTheirText()
    {
        // Diagnostic.Error("RB1006", place, a, b) must give as many facts as the text has places.
        var wrong = new List<string>();
        foreach (var (path, text) in SourceText.OfTool)
        {
            foreach (Match call in Regex.Matches(text, @"Diagnostic\.(?:Error|Warning)\(\s*""(RB\d{4})"""))
            {
                var facts = Commas(text, call.Index + call.Length) - 1;
                var places = Regex
                    .Matches(ToolTexts.Get(call.Groups[1].Value), @"(?<!\{)\{(\d)\}")
                    .Select(m => m.Groups[1].Value[0] - '0' + 1);
                if (facts != places.DefaultIfEmpty(0).Max())
                {
                    wrong.Add($"{path}: {call.Groups[1].Value} with {facts} facts");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<(string Path, string Key)> Literals(string pattern) =>
        SourceText.OfTool.SelectMany(f => Regex.Matches(f.Text, pattern).Select(m => (f.Path, m.Groups[1].Value)));

    /// <summary>Commas at the outermost level from within a call to its end, those in strings not counted.</summary>
    private static int Commas(string text, int at)
    {
        var (depth, commas) = (0, 0);
        for (; depth >= 0; at++)
        {
            switch (text[at])
            {
                case '"':
                    at = text.IndexOf('"', at + 1);
                    break;
                case '\'':
                    at = text.IndexOf('\'', at + 2);
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case ',' when depth == 0:
                    commas++;
                    break;
            }
        }

        return commas;
    }
}
