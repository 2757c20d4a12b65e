using System.Globalization;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class ContentVerdictTest
{
    private static readonly DifferenceFlag[] None = [];

    [Fact]
    public void Of_FlaggedNumbers_AreCounted() =>
        Assert.Equal(
            ["2 tall har krysset en grense for statistisk signifikans.", "Ett tall har skiftet retning."],
            Sentences([DifferenceFlag.Significance, DifferenceFlag.Sign], [DifferenceFlag.Significance], [DifferenceFlag.Interval])
        );

    [Fact]
    public void Of_NumbersThatMeanTheSame_SaySo() =>
        Assert.Equal(["Ingen tall har skiftet retning eller krysset en grense for statistisk signifikans."], Sentences(None));

    [Fact]
    public void Of_Claims_AreToldByWhatBecameOfThem()
    {
        var sentences = Of([
            Claim("paastand:m.md:over:a,1", DifferenceKind.Gone),
            Claim("paastand:m.md:over:b,1", DifferenceKind.Gone),
            Claim("paastand:m.md:over:c,1", DifferenceKind.Changed),
            Claim("paastand:m.md:over:d,1#setning", DifferenceKind.Changed),
        ]);
        Assert.Contains("2 kontrollerte påstander i teksten er borte.", sentences);
        Assert.Contains("Én kontrollert påstand i teksten har et annet utfall.", sentences);
    }

    [Fact]
    public void Of_EqualEditions_IsNothing() => Assert.Empty(Of([]));

    private static List<string> Sentences(params DifferenceFlag[][] flags) =>
        Of([
            .. flags.Select(
                (f, i) =>
                    new Difference(
                        string.Create(CultureInfo.InvariantCulture, $"a.k{i}"),
                        DifferenceSubject.Quantity,
                        DifferenceKind.Changed,
                        "1",
                        "2"
                    )
                    {
                        Flags = f,
                    }
            ),
        ]);

    private static Difference Claim(string key, DifferenceKind kind) => new(key, DifferenceSubject.Claim, kind, "x", "y");

    private static List<string> Of(IReadOnlyList<Difference> differences)
    {
        var edition = ExampleEdition.Of();
        var result = EditionComparer.Compare(edition, edition, ComparisonSettings.Default, []) with { Differences = differences };
        return [.. ContentVerdict.Of(result, PageFixture.Content(new DiagnosticBag()).Labels).Select(v => v.Text)];
    }
}
