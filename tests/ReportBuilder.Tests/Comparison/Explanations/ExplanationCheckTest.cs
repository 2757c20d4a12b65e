using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Explanations;

public sealed class ExplanationCheckTest
{
    [Fact]
    public void OfNames_NamesOfEitherEdition_AreFine()
    {
        var result = Differences.Result(Differences.Of("a.ny"), "modell.individ.p", "tbl-utvalg");
        var file = File([
            Differences.Explanation("a.ny", "1", "2"),
            Differences.Explanation("modell.individ.p", "1", "2"),
            Differences.Explanation("tbl-utvalg#rader", "1", "2"),
            Differences.Explanation("modell.**", null, null),
            Differences.Explanation("tbl-*", null, null),
            Differences.Explanation("paastand:borte.md:hoyere", "a", null),
        ]);
        Assert.Empty(ExplanationCheck.OfNames(file, result, "avvik.yaml"));
    }

    [Theory]
    [InlineData("modell.indvid.p", "RB7067", "modell.individ.p")]
    [InlineData("helt.annet", "RB7067", null)]
    [InlineData("tbl-utvlag#rader", "RB7067", "tbl-utvalg")]
    [InlineData("modul.**", "RB7068", null)]
    public void OfNames_NameOfNeither_IsAnErrorWithTheNearest(string pattern, string code, string? nearest)
    {
        var result = Differences.Result([], "modell.individ.p", "tbl-utvalg");
        var error = Assert.Single(ExplanationCheck.OfNames(File([Differences.Explanation(pattern, null, null, 7)]), result, "avvik.yaml"));
        Assert.Equal((code, pattern, nearest, 7), (error.Code, error.Found, error.Nearest, error.Place!.Value.Line));
    }

    [Fact]
    public void OfNames_OtherEditions_AreErrors()
    {
        var errors = ExplanationCheck.OfNames(new ExplanationFile("2021", "2025-1", [], []), Differences.Result([]), "avvik.yaml");
        Assert.Equal([("RB7066", "2021", "2022"), ("RB7066", "2025-1", "2026-1")], errors.Select(e => (e.Code, e.Found!, e.Expected!)));
    }

    [Fact]
    public void OfRelease_WhatIsNotSettled_IsNamedOnceWithBothSidesAndItsPlace()
    {
        var differences = Differences.Of("a.b", "a.c", "r.x", "r.y");
        var explained = ExplanationMatch.Of(
            Differences.Result([.. differences, Differences.New("a.n", "7")]),
            [
                Differences.Explanation("a.b", "1", "9", 4),
                Differences.Explanation("a.d", "1", "2", 11),
                Differences.Rule("r.*", differences[2]) with
                {
                    Place = new SourcePlace("avvik.yaml", 18, 5),
                },
            ]
        );

        var errors = ExplanationCheck.OfRelease(explained, "avvik.yaml");

        Assert.All(errors, e => Assert.Equal(Severity.Error, e.Severity));
        Assert.Equal(["RB7070", "RB7071", "RB7071", "RB7072", "RB7072"], errors.Select(e => e.Code));
        Assert.Equal([11, 4, 18, 0, 0], errors.Select(e => e.Place!.Value.Line));
        Assert.Equal(("1 → 9", "1 → 2"), (errors[1].Found, errors[1].Expected));
        Assert.StartsWith("antall 1, ", errors[2].Found, StringComparison.Ordinal);
        Assert.StartsWith("antall 2, ", errors[2].Expected, StringComparison.Ordinal);
        Assert.Equal(["a.c", "a.n"], errors.Skip(3).Select(e => e.Arguments[0]));
        Assert.Equal("(ingenting) → 7", errors[4].Found);
    }

    [Fact]
    public void OfRelease_Settled_IsEmpty()
    {
        var differences = Differences.Of("a.b");
        Assert.Empty(
            ExplanationCheck.OfRelease(
                ExplanationMatch.Of(Differences.Result(differences), [Differences.Rule("a.*", differences)]),
                "avvik.yaml"
            )
        );
    }

    private static ExplanationFile File(IReadOnlyList<Explanation> explanations) => new("2022", "2026-1", explanations, []);
}
