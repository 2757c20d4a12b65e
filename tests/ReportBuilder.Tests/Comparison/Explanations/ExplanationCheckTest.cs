using System.Globalization;
using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
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
        Assert.Equal("antall 2", errors[2].Expected);
        Assert.Equal(["a.c", "a.n"], errors.Skip(3).Select(e => e.Arguments[0]));
        Assert.Equal("(ingenting) → 7", errors[4].Found);
    }

    [Fact]
    public void OfFit_RuleForOtherNumbers_NeverTellsTheFingerprintThatWouldFit()
    {
        var differences = Differences.Of("r.x", "r.y");
        var changed = Differences.Changed("r.x", "1", "3");
        foreach (var now in new IReadOnlyList<Difference>[] { [changed, differences[1]], [.. differences, Differences.New("r.z", "1")] })
        {
            var rule = Differences.Rule("r.*", differences);
            var fault = Assert.Single(ExplanationCheck.OfFit(ExplanationMatch.Of(Differences.Result(now), [rule])));
            var line = DiagnosticFormatter.Format(fault);
            Assert.DoesNotContain(DifferenceFingerprint.Of(now), line, StringComparison.Ordinal);
            Assert.Contains(DifferenceFingerprint.Of(differences), line, StringComparison.Ordinal);
            Assert.Contains(now.Count == 2 ? "Ventet antall 2 og et annet avtrykk" : "Ventet antall 3.", line, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OfFit_AsWarnings_AreTheSameButForTheirSeverity()
    {
        var explained = ExplanationMatch.Of(
            Differences.Result(Differences.Of("a.b")),
            [Differences.Explanation("a.b", "1", "9", 4), Differences.Explanation("a.d", "1", "2", 11)]
        );
        var (errors, warnings) = (ExplanationCheck.OfFit(explained), ExplanationCheck.OfFit(explained, Severity.Warning));
        Assert.Equal(["RB7070", "RB7071"], warnings.Select(d => d.Code));
        Assert.All(warnings, d => Assert.Equal(Severity.Warning, d.Severity));
        Assert.Equal(errors.Select(d => (d.Code, d.Place, d.Found)), warnings.Select(d => (d.Code, d.Place, d.Found)));
    }

    [Theory]
    [InlineData("2026-11-19", "2026-11-21", 0)]
    [InlineData("2026-11-20", "2026-11-20", 0)]
    [InlineData(null, "2026-11-20", 0)]
    [InlineData("2026-11-21", "2026-12-01", 1)]
    [InlineData("2026-01-01", "2026-11-19", 1)]
    [InlineData(null, "2026-11-19", 1)]
    public void OfDates_SignatureOutsideTheTwoEditions_IsAnErrorWithItsPlace(string? earliest, string latest, int faults)
    {
        var entry = Differences.Explanation("a.b", "1", "2", 8);
        var found = ExplanationCheck.OfDates([entry], earliest is null ? null : Day(earliest), Day(latest));
        Assert.Equal(faults, found.Count);
        Assert.All(
            found,
            f =>
            {
                Assert.Equal(("RB7073", "2026-11-20", 8), (f.Code, f.Found, f.Place!.Value.Line));
                Assert.Contains(latest, f.Expected!, StringComparison.Ordinal);
                Assert.Contains(earliest ?? "til og med", f.Expected!, StringComparison.Ordinal);
            }
        );

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("report.yaml", "avvik.yaml", null)]
    [InlineData("examples/2023/report.yaml", "examples/2023/avvik.yaml", "examples/2022/report.yaml")]
    public void OfDates_ExplanationsOfTheRepository_AreSignedBetweenTheirEditions(string now, string explanations, string? before)
    {
        var bag = new DiagnosticBag();
        var file = ExplanationReader.Read(Repository.PathOf(explanations), explanations, bag)!;
        Assert.NotEmpty(file.Explanations);
        Assert.Empty(ExplanationCheck.OfDates(file.Explanations, before is null ? null : DateOf(before), DateOf(now)!.Value));
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));

        DateOnly? DateOf(string settings) =>
            SettingsReader.Read(Repository.PathOf(settings), settings, new DiagnosticBag(), needsData: false)!.Publication.Date;
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
