using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Templating;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Templating.Report;

/// <summary>The sentences on municipalities and projects in the report itself, for every combination of results of the determinants: each stands whatever becomes of its neighbours.</summary>
public class DeterminantSentencesTest
{
    private const string Immigrants = "modell.kommune.k_innvandrerandel.oddsrate";
    private const string Migration = "modell.kommune.k_nettoinnflytting.oddsrate";
    private const string LabourMarket = "modell.kommune.k_arbeidsmarked.oddsrate";
    private const string Wages = "modell.prosjekt.p_lonn_per_deltaker.oddsrate";

    private static readonly Lazy<Edition> Sample = new(() =>
        EditionReader.Read(Repository.PathOf("sample-output/utgave.json"), "utgave.json", new DiagnosticBag())!
    );

    private static readonly Lazy<LabelSet> Labels = new(() => new DocumentFixture().Labels);

    public enum Result
    {
        Positive,
        Negative,
        None,
    }

    public static TheoryData<Result, Result, Result> All()
    {
        var results = Enum.GetValues<Result>();
        return [.. from a in results from b in results from c in results select new TheoryDataRow<Result, Result, Result>(a, b, c)];
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Summary_EveryResult_NamesEachDeterminantOnceInASentenceOfItsOwn(Result immigrants, Result migration, Result wages)
    {
        (string Words, Result Result)[] norwegian =
        [
            ("høy innvandrerandel", immigrants),
            ("stor nettoinnflytting", migration),
            ("mer på lønn", wages),
        ];
        (string Words, Result Result)[] english =
        [
            ("share of immigrants", immigrants),
            ("net in-migration", migration),
            ("more on wages", wages),
        ];

        AssertTold("sammendrag.md", norwegian, "med samme kjønn, alder, utdanning og fravær", "oftere", "sjeldnere");
        AssertTold("summary.md", english, "of the same sex, age, education and absence", "more often", "less often");

        void AssertTold(string template, (string Words, Result Result)[] told, string whole, string up, string down)
        {
            var rendered = Render(template, (Immigrants, immigrants), (Migration, migration), (Wages, wages));
            var sentences = rendered
                .Markdown.ReplaceLineEndings(" ")
                .Split(". ")
                .Where(s => told.Any(t => s.Contains(t.Words, Ordinal)))
                .ToList();

            foreach (var (words, result) in told)
            {
                var its = sentences.Where(s => s.Contains(words, Ordinal)).ToList();
                Assert.Equal(result == Result.None ? 0 : 1, its.Count);
                Assert.All(its, s => Assert.Contains(result == Result.Positive ? up : down, s, Ordinal));
            }

            Assert.All(sentences, s => Assert.Contains(whole, s, Ordinal));
            Assert.All(rendered.Claims, c => Assert.Equal(ClaimOutcome.Holds, c.Outcome));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void MultilevelChapter_EveryResult_LeansOnlyOnWhatStandsThere(Result immigrants, Result migration, Result wages)
    {
        var text = Render("flernivaa.md", (Immigrants, immigrants), (Migration, migration), (Wages, wages))
            .Markdown.ReplaceLineEndings(" ");
        var lead = text[..text.IndexOf("## ", Ordinal)];
        var municipality = immigrants == Result.Positive || migration == Result.Positive;

        Assert.Equal(municipality, lead.Contains("når oftere målet i kommuner med", Ordinal));
        Assert.Equal(municipality && wages == Result.Positive, lead.Contains("har også bedre resultater", Ordinal));
        Assert.Equal(!municipality && wages == Result.Positive, lead.Contains("har bedre resultater", Ordinal));
        Assert.DoesNotContain("Det samme gjelder", lead, Ordinal);
    }

    [Theory]
    [InlineData(Result.Positive, Result.Positive, "", "ingen statistisk signifikant")]
    [InlineData(Result.Positive, Result.None, "har derimot ingen statistisk signifikant", "Verken")]
    [InlineData(Result.None, Result.Negative, "Nettoinnflyttingen har derimot ingen statistisk signifikant", "Verken")]
    [InlineData(Result.None, Result.None, "Verken nettoinnflyttingen eller andelen sysselsatte", "derimot")]
    public void MainFindings_MigrationAndLabourMarket_AreJoinedByTheRightWord(Result migration, Result labour, string expected, string not)
    {
        var text = Render("hovedfunn.md", (Migration, migration), (LabourMarket, labour)).Markdown;
        var start = text.IndexOf("**Tilflytting og arbeidsmarked.**", Ordinal);
        var item = text[start..text.IndexOf("- **Tiltak.**", Ordinal)];

        Assert.Contains(expected, item, Ordinal);
        Assert.DoesNotContain(not, item, Ordinal);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static RenderedTemplate Render(string template, params (string Id, Result Result)[] results)
    {
        var diagnostics = new DiagnosticBag();
        var edition = Sample.Value with
        {
            Quantities = Sample.Value.Quantities.SetItems(results.Select(r => KeyValuePair.Create(r.Id, Of(r.Id, r.Result)))),
        };
        var texts = new BookTexts(["kvalitativt/samarbeid.md"], []);
        var engine = new TemplateEngine(edition, Labels.Value, DocumentFixture.Metadata, diagnostics, texts);
        var source = TemplateSource.Read(Repository.PathOf("templates/rapport/" + template), template, diagnostics)!;
        var rendered = engine.Render(source);
        Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.Sorted().Select(DiagnosticFormatter.Format)));
        return rendered;
    }

    private static Quantity Of(string id, Result result)
    {
        var (value, low, high) = result switch
        {
            Result.Positive => (1.2, 1.1, 1.3),
            Result.Negative => (0.8, 0.7, 0.9),
            _ => (1.02, 0.9, 1.1),
        };
        return Quantity.Of(id, value, Unit.OddsRatio, 2) with { Interval = new Interval(low, high, 0.95) };
    }
}
