using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;
using ReportBuilder.Reconciliation;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Reconciliation;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

/// <summary>The published 2022 edition: its mapping against the transcription, against our own edition and against the reconciliation of the twin.</summary>
public class PublishedEdition2022Test
{
    private static readonly string Folder = Repository.PathOf("data/editions/2022");

    private static readonly Lazy<Edition> Sample = new(() =>
    {
        var bag = new DiagnosticBag();
        var edition = EditionReader.Parse(File.ReadAllBytes(Repository.PathOf("sample-output/utgave.json")), "utgave.json", bag);
        Assert.False(bag.HasErrors);
        return edition!;
    });

    private static readonly Lazy<PublishedImport> Import = new(() =>
    {
        var bag = new DiagnosticBag();
        var units = Sample.Value.Quantities.ToDictionary(p => p.Key, p => p.Value.Unit, StringComparer.Ordinal);
        var import = EditionImporter.Import(Folder, "data/editions/2022", units, bag);
        Assert.Empty(bag.Sorted());
        return import!;
    });

    private static readonly Lazy<IReadOnlyDictionary<string, MappingLine>> Statements = new(() =>
        MappingReader
            .Read(Folder, "data/editions/2022", new DiagnosticBag())!
            .Where(line => line.Key.Source[0] == 'F')
            .ToDictionary(line => line.Key.Source, StringComparer.Ordinal)
    );

    [Fact]
    public void Import_EveryPrintedNumber_IsMappedOrHasAReason()
    {
        Assert.Equal(442 + 279, Import.Value.Cells);
        Assert.All(Import.Value.Unmapped, p => Assert.NotEmpty(p.Line.Reason));
        // Of the tables only the four unnamed projects, the centrality whose coding is not printed, and the key of the stars.
        Assert.Equal(
            [("tabell-03", 2), ("tabell-05", 12), ("tabell-17", 3)],
            Import.Value.Unmapped.Where(p => p.Cell.IsInTable).CountBy(p => p.Cell.Key.Source).Select(p => (p.Key, p.Value))
        );
    }

    [Fact]
    public void Import_Quantities_AreKnownAsPrintedOnly() =>
        Assert.All(
            Import.Value.Edition.Quantities.Values,
            q => Assert.True(q is { Status: QuantityStatus.Rounded, RoundingDistance: > 0, Base: null, Interval: null }, q.Id.Value)
        );

    [Theory]
    [InlineData("overgang.arbeid.2017.jobbsjansen", 0.57, 0, 0.005)]
    [InlineData("kommunedata.folketall.jobbsjansen", 34687, 0, 0.5)]
    [InlineData("prosjektdata.lonn_per_deltaker.introduksjonsprogrammet", 37.9, 1, 0.05)]
    [InlineData("bidrag.persentil.10.bidrag.introduksjonsprogrammet", -0.21, 0, 0.005)]
    [InlineData("mangler.andel.landbakgrunn.nord_amerika", 0.4, 1, 0.0005)]
    [InlineData("gjennomsnitt.botid.ufullstendige", 2.3, 1, 0.05)]
    [InlineData("modell.individ.konstantledd.koeffisient", -1.45, 2, 0.005)]
    [InlineData("modell.individ.alder.standardfeil", 0.002, 3, 0.0005)]
    [InlineData("modell.individ.botid.p", 0.075, 3, 0.025)] // One star
    [InlineData("modell.individ.varighet.p", 0.55, 3, 0.45)] // None
    [InlineData("modell.kommune.ordning.p", 0.005, 3, 0.005)] // Three
    [InlineData("modell.individ.vif.tiltak.fag_vgo", 27.54, 2, 0.005)]
    [InlineData("modell.individ_kvinner.botid.p", 0.28, 2, 0.005)]
    [InlineData("modell.prosjekt_kvinner.alder.p", 0, 2, 0.005)]
    [InlineData("modell.individ.ordning.endring_odds", 0.58, 0, 0.005)]
    [InlineData("modell.kommune.icc", 0.097, 1, 0.0005)]
    [InlineData("andel.tiltak.norskopplaering.introduksjonsprogrammet", 0.964, 1, 0.0005)] // 3.6 per cent are without
    [InlineData("maaloppnaaelse.introduksjonsprogrammet", 0.561, 1, 0.0005)]
    [InlineData("andel.fravaer.lavt.jobbsjansen", 0.7, 0, 0.02)] // «Nesten»
    [InlineData("kommunedata.minste_antall", 10, 0, 0.5)]
    [InlineData("deltakere.netto.alle", 19316, 0, 0.5)]
    public void Import_Quantity_IsWhatIsPrintedAndAsPrecise(string id, double value, int decimals, double distance)
    {
        var quantity = Import.Value.Edition.Find(id)!;
        Assert.Equal(
            (value, decimals, distance),
            (Math.Round(quantity.Value!.Value, 9), quantity.Decimals, Math.Round(quantity.RoundingDistance, 9))
        );
    }

    [Theory] // Notes of the transcription that concern numbers we have
    [InlineData("B3", "F024 F025 F033 F250")]
    [InlineData("B4", "F092 F185")]
    [InlineData("B5", "F246")]
    [InlineData("B6", "F059 F061")]
    [InlineData("B7", "F230")]
    [InlineData("B8", "F236 F237")]
    [InlineData("B12", "F126")]
    [InlineData("B15", "F117")]
    [InlineData("B16", "F051")]
    [InlineData("B19", "F264")]
    public void Contradictions_OfTheNotes_TurnUp(string note, string statements) =>
        Assert.Equal(
            statements.Split(' '),
            Import
                .Value.Contradictions.Where(c => Notes(c.Remark).Contains(note))
                .Select(c => c.Statement.Key.Source)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Contradictions_All_AreInTheNotesAndInTheText() =>
        Assert.All(
            Import.Value.Contradictions,
            c =>
            {
                Assert.False(c.Statement.IsInTable);
                Assert.NotEmpty(Notes(c.Remark));
            }
        );

    [Theory]
    [InlineData("modell.individ.fravaer.oddsrate")]
    [InlineData("modell.kommune.ordning.endring_odds")]
    [InlineData("modell.kommune.konstantledd.oddsrate")]
    public void Import_TextThatATableContradicts_IsNotInTheEdition(string id)
    {
        Assert.Contains(Import.Value.Contradictions, c => c.Id == id);
        Assert.Null(Import.Value.Edition.Find(id));
    }

    [Fact] // The twin reproduces nearly all that is published: a wrong id would be far off
    public void Import_SharesAndCountsAndMeans_AreNearOurOwn()
    {
        // Assumed of a thought participant in the publication; ours is computed.
        string[] chosen =
        [
            "typisk.felles.alder",
            "typisk.felles.botid",
            "typisk.felles.sannsynlighet.jobbsjansen",
            "typisk.felles.sannsynlighet.introduksjonsprogrammet",
        ];
        var far = Import
            .Value.Edition.Quantities.Values.Where(q => !chosen.Contains(q.Id.Value) && Sample.Value.Find(q.Id.Value)!.HasValue)
            .Where(q => Math.Abs(q.Value!.Value - Sample.Value.Find(q.Id.Value)!.Value!.Value) > Near(q))
            .Select(q => q.Id.Value);
        Assert.Empty(far);
    }

    [Theory] // The twin is made after the models of all; those of women follow more loosely
    [InlineData("modell.individ.", 2)]
    [InlineData("modell.kommune.", 2)]
    [InlineData("modell.prosjekt.", 2)]
    [InlineData("modell.individ_kvinner.", 6)]
    [InlineData("modell.kommune_kvinner.", 6)]
    [InlineData("modell.prosjekt_kvinner.", 6)]
    public void Import_Coefficients_AreWithinStandardErrorsOfOurOwn(string model, double errors)
    {
        const string Coefficient = ".koeffisient";
        var coefficients = Import
            .Value.Edition.Quantities.Values.Where(q =>
                q.Id.Value.StartsWith(model, StringComparison.Ordinal) && q.Id.Value.EndsWith(Coefficient, StringComparison.Ordinal)
            )
            // NOTES A5: the constant goes with the numbering of the Norwegian levels.
            .Where(q => q.Id.Value is not "modell.individ.konstantledd.koeffisient")
            .ToList();
        Assert.NotEmpty(coefficients);
        Assert.All(
            coefficients,
            published =>
            {
                var error = Import.Value.Edition.Find(published.Id.Value.Replace(Coefficient, ".standardfeil", StringComparison.Ordinal))!;
                var ours = Sample.Value.Find(published.Id.Value)!.Value!.Value;
                var distance = (errors * (error.Value!.Value + error.RoundingDistance)) + published.RoundingDistance;
                Assert.True(Math.Abs(published.Value!.Value - ours) <= distance, $"{published.Id}: {published.Value} {ours}");
            }
        );
    }

    [Fact]
    public void Import_StandardErrorsAndVarianceInflation_AreOfTheSizeOfOurOwn() =>
        Assert.All(
            Import.Value.Edition.Quantities.Values.Where(q =>
                q.Unit == Unit.VarianceInflation || q.Id.Value.EndsWith(".standardfeil", StringComparison.Ordinal)
            ),
            published =>
            {
                var ours = Sample.Value.Find(published.Id.Value)!.Value!.Value;
                var (low, high) = (published.Value!.Value - published.RoundingDistance, published.Value.Value + published.RoundingDistance);
                Assert.True(ours > low / 1.6 && ours < high * 1.6, $"{published.Id}: {published.Value} {ours}");
            }
        );

    [Theory]
    [MemberData(nameof(CommittedFiles))]
    public void Files_Committed_AreWhatTheImportMakes(string name)
    {
        var made = PublishedFiles.Of(Import.Value).Single(f => f.Name == name).Content;
        Assert.Equal(System.Text.Encoding.UTF8.GetString(made), File.ReadAllText(Path.Combine(Folder, name)));
    }

    public static TheoryData<string> CommittedFiles =>
        [EditionFolder.EditionFile, PublishedFiles.ContradictionFile, PublishedFiles.UnmappedFile];

    [Fact] // Interviews, rules and other sources are no numbers of the data, in the one file as in the other
    public void Mapping_AndReconciliation_AgreeOnWhatIsANumberOfTheData()
    {
        string[] others = ["Regel om ordningen", "Fra andre kilder", "Sagt i intervju", "Om undersøkelsen"];
        var computable = PublishedTargets
            .Targets.Value.Targets.Where(t => t.Id[0] == 'F')
            .GroupBy(t => t.Id[..4], StringComparer.Ordinal)
            .Select(g => (Id: g.Key, IsComputed: g.Any(t => t.Status == TargetStatus.Reconciled), g.First().Reason));
        Assert.All(
            computable,
            target =>
            {
                var line = Statements.Value[target.Id];
                Assert.True(!target.IsComputed || line.IsMapped || !others.Contains(line.Reason), target.Id);
                Assert.True(others.Contains(target.Reason) == others.Contains(line.Reason), target.Id);
            }
        );
    }

    [Fact] // What makes a statement vague is told once for the twin and once here
    public void Mapping_VagueStatement_IsVagueInTheReconciliationTooAndNoVaguerHere()
    {
        var vague = PublishedTargets
            .Targets.Value.Targets.Where(t => t.Id[0] == 'F' && t.VagueWord.Length > 0 && t.Distance is not null)
            .ToLookup(t => t.Id[..4], StringComparer.Ordinal);
        Assert.All(
            vague,
            target =>
            {
                var line = Statements.Value[target.Key];
                if (line.IsMapped)
                {
                    var distance = target.First().Distance! / (line.Key.Unit == "andel" ? 100 : 1);
                    Assert.True(line.Reading.TakesSlack() && line.Slack > 0, target.Key);
                    Assert.True(line.Slack <= distance || target.First().Unit != line.Key.Unit, target.Key);
                }
            }
        );
    }

    private static double Near(Quantity published) =>
        published.Unit switch
        {
            Unit.Share or Unit.Probability => 0.025 + published.RoundingDistance,
            Unit.PercentagePoints => 0.03 + published.RoundingDistance,
            Unit.Count => 2 + published.RoundingDistance, // Municipalities with more than ten, or ten or more (NOTES B12)
            Unit.Years => 1 + published.RoundingDistance,
            Unit.Months => 2 + published.RoundingDistance,
            Unit.Numeric => published.RoundingDistance * 1.1,
            Unit.LogLikelihood => 150,
            Unit.OddsRatio or Unit.OddsChange => 0.12,
            _ => double.PositiveInfinity, // Coefficients and what follows from them the twin reproduces within their standard errors only
        };

    private static IEnumerable<string> Notes(string remark) =>
        System.Text.RegularExpressions.Regex.Matches(remark, @"\bB\d+\b").Select(m => m.Value);
}
