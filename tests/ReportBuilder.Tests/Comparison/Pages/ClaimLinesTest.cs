using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Labels;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class ClaimLinesTest
{
    private static readonly LabelSet Labels = PageFixture.Content(new DiagnosticBag()).Labels;

    [Fact]
    public void Of_SentenceWithTwoClaims_IsOneLineWithItsPlace()
    {
        var line = Assert.Single(
            Of(
                Claim("paastand:sammendrag.md:positiv:a.x", DifferenceKind.Gone, "holds", null),
                Claim("paastand:sammendrag.md:positiv:b.x", DifferenceKind.Gone, "holds", null)
            )
        );
        Assert.Equal(("Sammendrag", "Begge er høye.", "stemmer", "borte"), (line.Place, line.Sentence, line.Old, line.New));
        Assert.Equal(2, line.Keys.Count);
    }

    [Fact]
    public void Of_ClaimThatIsNew_WasNotThere()
    {
        var line = Assert.Single(Of(Claim("paastand:ukjent.md:positiv:a.x", DifferenceKind.New, null, "fails")));
        Assert.Equal(("ukjent", "fantes ikke", "stemmer ikke"), (line.Place, line.Old, line.New));
    }

    [Fact]
    public void ClaimPlace_EveryTemplateOfTheReport_HasWords() =>
        Assert.All(
            Directory
                .EnumerateFiles(Repository.PathOf("templates/rapport"), "*.md", SearchOption.AllDirectories)
                .Where(path => File.ReadAllText(path).Contains("paastand \"", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(Repository.PathOf("templates/rapport"), path).Replace('\\', '/')),
            template =>
                Assert.NotEqual(
                    template[..^".md".Length],
                    ClaimPlace.Of(Claim($"paastand:{template}:over:a.x", DifferenceKind.Gone, "holds", null), Labels)
                )
        );

    private static Difference Claim(string key, DifferenceKind kind, string? old, string? now) =>
        new(key, DifferenceSubject.Claim, kind, old, now) { Context = "Begge er høye." };

    private static IReadOnlyList<ClaimLine> Of(params Difference[] claims)
    {
        var edition = ExampleEdition.Of();
        var result = EditionComparer.Compare(edition, edition, ComparisonSettings.Default, []) with { Differences = claims };
        return ClaimLines.Of(result, new DifferenceText(result, Labels), Labels);
    }
}
