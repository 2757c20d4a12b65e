using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Explanations;

public sealed class ExplanationDraftTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_NothingBefore_IsAFileToFillIn()
    {
        var draft = Draft(
            [
                Differences.Changed("a.b", "0.57", "0.61 base=12"),
                Differences.New("a.n", "7"),
                Differences.Changed("paastand:utvalg.md:hoyere", "Flere «når» målet.", "Færre når\nmålet."),
            ],
            string.Empty
        );

        Assert.Equal((0, 0, 3, 0), (draft.Kept, draft.Renewed, draft.Added, draft.Dropped.Count));
        Assert.EndsWith(
            """
            fra: 2022
            til: "2026-1"
            avvik:
              - id: a.b
                gammel: 0.57
                ny: "0.61 base=12"
                gjelder:
                klasse:
                grunn:
                signert:
                dato:
              - id: a.n
                ny: 7
                gjelder:
                klasse:
                grunn:
                signert:
                dato:
              - id: "paastand:utvalg.md:hoyere"
                gammel: "Flere «når» målet."
                ny: "Færre når\nmålet."
                gjelder:
                klasse:
                grunn:
                signert:
                dato:

            """,
            draft.Text,
            StringComparison.Ordinal
        );
        var read = Read(draft.Text);
        Assert.Equal(("2022", "2026-1"), (read.Old, read.New));
        Assert.Equal("Færre når\nmålet.", read.Unfinished[2].New);
    }

    [Fact]
    public void Of_ManyUnderOnePrefix_BecomeARuleThatNamesTheGreatest()
    {
        var differences = Differences.Of(Enumerable.Range(0, 11).Select(i => $"modell.individ.v{i}.p"));
        var draft = Draft(differences, string.Empty);
        var rule = Assert.Single(Read(draft.Text).Unfinished);
        Assert.Equal(("modell.individ.**", 11, DifferenceFingerprint.Of(differences)), (rule.Pattern, rule.Count, rule.Fingerprint));
        Assert.Contains("  #: størst: modell.individ.v0.p: 1 → 2\n", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_FewUnderEachPrefix_AreOneRuleUnderTheirFirstWordOrOneByOne()
    {
        var many = Differences.Of(Enumerable.Range(0, 12).Select(i => $"modell.m{i}.p"));
        Assert.Equal(["modell.**"], Read(Draft(many, string.Empty).Text).Unfinished.Select(e => e.Pattern));
        Assert.Equal(10, Read(Draft([.. many.Take(10)], string.Empty).Text).Unfinished.Count);
    }

    [Fact]
    public void Of_NewAndChanged_AreKeptApartWhereNamesAllow()
    {
        var changed = Differences.Of(Enumerable.Range(0, 20).Select(i => $"modell.individ.v{i}.p"));
        Difference[] added = [.. Enumerable.Range(0, 20).Select(i => Differences.New($"modell.individ.ny.v{i}", "1"))];
        var few = added.Take(3).ToList();

        Assert.Equal(
            ["modell.individ.**", "modell.individ.ny.**"],
            Read(Draft([.. changed, .. added], string.Empty).Text).Unfinished.Select(e => e.Pattern)
        );
        Assert.Equal(
            ["modell.individ.**", .. few.Select(d => d.Key)],
            Read(Draft([.. changed, .. few], string.Empty).Text).Unfinished.Select(e => e.Pattern)
        );
    }

    [Fact]
    public void Of_EntriesThatFit_StandByteForByte()
    {
        const string Text = """
            # Vår fil
            fra:   2022
            til: 2026-1   # i år
            avvik:
              # Gjelder a

              - grunn: |
                  To linjer,
                    rykket inn.
                id: 'a.b'
                ny: 2
                gammel: "1"
                klasse: alvorlig # ja
                signert: Kari Eksempel
                dato: 2026-11-20

              - {id: a.c, gammel: 1, ny: 2}
            # slutt

            """;
        var draft = Draft(Differences.Of("a.b", "a.c"), Text);
        Assert.Equal(Text, draft.Text);
        Assert.Equal((2, 0, 0, 0), (draft.Kept, draft.Renewed, draft.Added, draft.Dropped.Count));
    }

    [Fact]
    public void Of_EntryForOtherNumbers_GetsTheNewOnesAndLosesItsSignature()
    {
        const string Text = """
            fra: 2022
            til: 2026-1
            avvik:
              # om a
              - id: a.b
                gammel: 1
                ny: 9
                klasse: alvorlig
                # hvorfor
                grunn: >-
                  To
                  linjer
                signert: Kari Eksempel
                dato: 2026-11-20
              - klasse: nye_data
                monster: r.*
                antall: 1
                avtrykk: aa
                grunn: Nye data
                signert: Kari Eksempel
                dato: 2026-11-20

            """;
        var rules = Differences.Of("r.x", "r.y");
        var draft = Draft([Differences.Changed("a.b", "1", "2"), .. rules], Text);
        Assert.Equal(
            $"""
            fra: 2022
            til: 2026-1
            avvik:
              # om a
              - id: a.b
                gammel: 1
                ny: 2
                klasse: alvorlig
                # hvorfor
                grunn: >-
                  To
                  linjer
                signert:
                dato:
              #: størst: r.x: 1 → 2
              - monster: r.*
                antall: 2
                avtrykk: "{DifferenceFingerprint.Of(rules)}"
                klasse: nye_data
                grunn: Nye data
                signert:
                dato:

            """,
            draft.Text
        );
        Assert.Equal((0, 2, 0, 0), (draft.Kept, draft.Renewed, draft.Added, draft.Dropped.Count));
    }

    [Fact]
    public void Of_EntriesThatExplainNothing_AreGoneWithTheirComments()
    {
        var draft = Draft(
            Differences.Of("a.c"),
            "fra: 2022\ntil: 2026-1\navvik:\n  # om b\n  - id: a.b\n    ny: 3\n  # om c\n  - id: a.c\n    gammel: 1\n    ny: 2\n"
        );
        Assert.Equal("fra: 2022\ntil: 2026-1\navvik:\n  # om c\n  - id: a.c\n    gammel: 1\n    ny: 2\n", draft.Text);
        Assert.Equal(["a.b"], draft.Dropped.Select(e => e.Pattern));
        Assert.EndsWith("avvik: []\n", Draft([], draft.Text).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ListInBrackets_IsWrittenAnewAndTheOldStandsBelowAsComments()
    {
        var draft = Draft(Differences.Of("a.b"), "fra: 2022\ntil: 2026-1\navvik: [{id: a.b, gammel: 1, ny: 3, grunn: Derfor}]\n");
        Assert.Contains("  - id: a.b\n    gammel: 1\n    ny: 2\n", draft.Text, StringComparison.Ordinal);
        Assert.EndsWith("# avvik: [{id: a.b, gammel: 1, ny: 3, grunn: Derfor}]\n", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_BracketsInAnEntryThatDoesNotFit_AreKeptAsAComment()
    {
        var draft = Draft(Differences.Of("a.b"), "fra: 2022\ntil: 2026-1\navvik:\n  - {id: a.b, gammel: 1, ny: 3, grunn: Derfor}\n");
        Assert.Contains(
            "#   - {id: a.b, gammel: 1, ny: 3, grunn: Derfor}\n  - id: a.b\n    gammel: 1\n    ny: 2\n",
            draft.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_NewRule_NeverTakesWhatAnotherRuleExplains()
    {
        var old = Differences.Of("modell.individ.a.p");
        var rule = $"fra: 2022\ntil: 2026-1\navvik:\n  - monster: '**.p'\n    antall: 1\n    avtrykk: {DifferenceFingerprint.Of(old)}\n";
        var draft = Draft([.. old, .. Differences.Of(Enumerable.Range(0, 12).Select(i => $"modell.individ.v{i}.b"))], rule);
        Assert.Equal(1, draft.Kept);
        var (first, again) = (
            Read(draft.Text),
            Draft([.. old, .. Differences.Of(Enumerable.Range(0, 12).Select(i => $"modell.individ.v{i}.b"))], draft.Text)
        );
        Assert.Equal(13, first.Unfinished.Count);
        Assert.Equal(draft.Text, again.Text);
    }

    [Fact]
    public void Of_ADraft_IsTheDraftItself()
    {
        IReadOnlyList<Difference> differences =
        [
            .. Differences.Of(Enumerable.Range(0, 30).Select(i => $"modell.individ.v{i % 3}.k{i}")),
            .. Enumerable.Range(0, 30).Select(i => Differences.New($"modell.individ.v{i % 4}.n{i}", "1")),
            Differences.Gone("tbl-utvalg", "4"),
            .. Differences.Of(Enumerable.Range(0, 15).Select(i => $"tbl-alle#rad.{i}")),
            .. Differences.Of(Enumerable.Range(0, 15).Select(i => $"paastand:m{i}.md:hoyere")),
        ];
        var draft = Draft(differences, string.Empty);
        Assert.Contains("tbl-alle#rad.**", draft.Text, StringComparison.Ordinal);
        Assert.Contains("paastand:**", draft.Text, StringComparison.Ordinal);
        var again = Draft(differences, draft.Text);
        Assert.Equal(draft.Text, again.Text);
        Assert.Equal((draft.Added, 0), (again.Kept, again.Added));
    }

    private ExplanationDraft Draft(IReadOnlyList<Difference> differences, string text) =>
        ExplanationDraft.Of(Differences.Result(differences), text.Length == 0 ? null : Read(text), text);

    private ExplanationFile Read(string text)
    {
        var bag = new DiagnosticBag();
        var file = ExplanationReader.Read(_folder.Write("avvik.yaml", text), "avvik.yaml", bag);
        Assert.DoesNotContain(bag.Sorted(), d => d.Severity == Severity.Error);
        return file!;
    }
}
