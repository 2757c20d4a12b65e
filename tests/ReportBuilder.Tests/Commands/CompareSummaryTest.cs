using ReportBuilder.Commands;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Comparison;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public class CompareSummaryTest
{
    [Fact]
    public void Lines_DifferencesNotExplained_ComeByWhatTheyMeanAndThenBySize()
    {
        IReadOnlyList<Difference> differences =
        [
            Difference("a.borte", DifferenceKind.Gone, 100),
            Difference("a.ny", DifferenceKind.New, 100),
            Difference("tbl-x#tittel", DifferenceKind.Changed, 100) with
            {
                Subject = DifferenceSubject.Table,
            },
            Difference("a.stor", DifferenceKind.Changed, 80, DifferenceFlag.Rank),
            Difference("a.liten", DifferenceKind.Changed, 9),
            Difference("a.retning", DifferenceKind.Changed, 3, DifferenceFlag.Sign),
            Difference("a.signifikans", DifferenceKind.Changed, 1, DifferenceFlag.Significance),
        ];

        var lines = Lines(differences);

        var first = lines.FindIndex(l => l == "De 7 viktigste av 7 uten forklaring:") + 1;
        Assert.Equal(
            ["a.retning", "a.signifikans", "a.stor", "a.liten", "tbl-x#tittel", "a.borte", "a.ny"],
            lines.Skip(first).Take(7).Select(l => l.Trim().Split(": ")[0])
        );
    }

    [Fact]
    public void Lines_ManyNewNumbers_NeverHideTheOneThatCrossedALimit()
    {
        var lines = Lines([
            .. Enumerable.Range(0, 30).Select(i => Difference($"a.ny.v{i}", DifferenceKind.New, 100)),
            Difference("a.p", DifferenceKind.Changed, 0.2, DifferenceFlag.Significance),
        ]);

        Assert.Equal(10, lines.Count(l => l.StartsWith("  a.", StringComparison.Ordinal)));
        Assert.StartsWith("  a.p: ", lines.First(l => l.StartsWith("  a.", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static Difference Difference(string key, DifferenceKind kind, double size, params DifferenceFlag[] flags) =>
        new(key, DifferenceSubject.Quantity, kind, kind == DifferenceKind.New ? null : "1", kind == DifferenceKind.Gone ? null : "2")
        {
            Size = size,
            Flags = flags,
        };

    private static List<string> Lines(IReadOnlyList<Difference> differences)
    {
        var result = new ComparisonResult
        {
            Old = ExampleEdition.Of([]),
            New = ExampleEdition.Of([]),
            Unchanged = 0,
            WithinTolerance = [],
            Differences = differences,
            Unknown = 0,
            Ground = [],
        };
        var bag = new DiagnosticBag();
        var content = ComparisonPageContent.Read(ComparisonTemplates.OfTool, bag);
        Assert.Empty(bag.Sorted());
        return [.. new CompareSummary(ExplanationMatch.Of(result, []), content).Lines(isExplained: false)];
    }
}
