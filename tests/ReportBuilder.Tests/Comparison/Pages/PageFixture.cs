using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;

namespace ReportBuilder.Tests.Comparison.Pages;

/// <summary>Two editions that differ in a little of everything, and what the page of them needs.</summary>
internal static class PageFixture
{
    public static DateOnly Signed { get; } = new(2027, 11, 20);

    public static ComparisonTemplates Templates { get; } =
        new(Repository.PathOf("templates/sammenligning"), Repository.PathOf("templates/labels/nb"), Repository.PathOf("templates/typst"));

    public static ComparisonPageContent Content(DiagnosticBag bag) => ComparisonPageContent.Read(Templates, bag);

    /// <summary>The example edition and a later one: a share up and over a printed digit, one that only moved behind it, a coefficient that changed sign, a number gone, a claim that turned, other words.</summary>
    public static ExplainedComparison Compared(Func<Edition, Edition>? change = null)
    {
        var old = ExampleEdition.Whole();
        var later = Later(old);
        var result = EditionComparer.Compare(old, change is null ? later : change(later), ComparisonSettings.Default, []) with
        {
            Ground =
            [
                new GroundChange("setting", "syntetisk.fro", "2022", "2023"),
                new GroundChange("mal", "metode.md", new string('a', 64), null),
            ],
        };
        return ExplanationMatch.Of(result, [.. Explanations(result)]);
    }

    private static Edition Later(Edition old) =>
        old.With(old.Find("andel.k0.jobbsjansen")!.Valued(0.4561))
            .With(old.Find("andel.k1.jobbsjansen")!.Valued(0.4639))
            .With(old.Find("modell.k2.forskjell")!.Valued(-0.012))
            .Without("modell.k4.alder")
            .WithTable(
                "tbl-andeler",
                t =>
                    t with
                    {
                        Caption = "Andel som nådde målet",
                        Rows =
                        [
                            t.Rows[0],
                            t.Rows[1] with
                            {
                                Cells = [t.Rows[1].Cells[0], t.Rows[1].Cells[1] with { Text = "46 %" }, t.Rows[1].Cells[2]],
                            },
                            .. t.Rows.Skip(2),
                        ],
                    }
            ) with
        {
            Origin = ExampleEdition.Origin("2027-1"),
            Claims =
            [
                old.Claims[0] with
                {
                    Outcome = ClaimOutcome.Fails,
                },
                old.Claims[1] with
                {
                    Sentence = "Mer enn halvparten (…) når målet.",
                },
                old.Claims[2],
            ],
        };

    private static IEnumerable<Explanation> Explanations(ComparisonResult result)
    {
        var share = result.Differences.Single(d => d.Key == "andel.k0.jobbsjansen");
        yield return Explanation(share.Key, share.Old, share.New, "Et nytt år er tatt inn.");
        yield return Explanation("modell.k2.forskjell", "0.5", "0.6", "Skrevet for andre tall.");
        yield return Explanation("finnes.ikke", "1", "2", "Forklarer ingenting.");
    }

    public static Explanation Explanation(string id, string? old, string? @new, string reason) =>
        new()
        {
            Pattern = id,
            Old = old,
            New = @new,
            Class = RevisionClass.NewData,
            Reason = reason,
            SignedBy = "Kari Eksempel",
            Date = Signed,
            Place = new SourcePlace("avvik.yaml", 1),
        };
}
