using System.Text.RegularExpressions;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Documents;

/// <summary>
/// The report's tables and figures against those of the 2022 edition: same order, same numbers, same captions, and what 2022 lacked after them.
/// Read from the templates as they stand, with every variant taken.
/// </summary>
public partial class ReportOrderTest
{
    private static readonly string Folder = Path.Combine(Repository.Root, "templates", "rapport");

    // Where a caption of 2022 is misspelt or not good Norwegian, ours differs.
    private static readonly Dictionary<string, string> Corrections = new(StringComparer.Ordinal)
    {
        // The dots of one scheme are not shown when most of its projects are hidden.
        ["Bidragsindikator for prosjektenes bidrag i Jobbsjansen (blå prikker) og introduksjonsprogrammet (gule prikker)"] =
            "Bidragsindikator for prosjektenes bidrag i Jobbsjansen og introduksjonsprogrammet",
        ["Nivå på norskerfardigheter i Jobbsjansen og introduksjonsprogrammet"] =
            "Nivå på norskferdigheter i Jobbsjansen og introduksjonsprogrammet",
        ["Forventet og faktisk måloppnåelse for fire utvalgte eksempelprosjekt"] =
            "Forventet og faktisk måloppnåelse for fire utvalgte eksempelprosjekter",
        ["Predikert og faktisk måloppnåelse – Norskferdigheter"] = "Predikert og faktisk måloppnåelse – norskferdigheter",
        ["Flernivåmodell – med forklaringsvariabler på individnivå og kommunal kontekst"] =
            "Flernivåmodell med forklaringsvariabler på individnivå og kommunal kontekst",
        ["Andel deltakere med missingverdier, brutt ned på ulike kjennetegn"] =
            "Andel deltakere med manglende verdier, brutt ned på ulike kjennetegn",
    };

    [Theory]
    [InlineData("table", "tbl-", 21)]
    [InlineData("figure", "fig-", 29)]
    public void Report_FirstTablesAndFigures_AreThoseOf2022InOrder(string kind, string prefix, int count)
    {
        var expected = Edition2022(kind);
        var captions = Placed().Where(p => p.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(p => p.Caption).ToList();

        Assert.Equal(count, expected.Count);
        Assert.Equal(expected, captions.Take(count));
        Assert.Empty(captions.Skip(count).Intersect(expected, StringComparer.Ordinal));
    }

    [Fact]
    public void Report_NoFigureOrTable_StandsInTwoPlaces()
    {
        var ids = Placed().Select(p => p.Id).ToList();

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    /// <summary>Captions of 2022 in the order of that report, whose numbers are wrong after the second «Figur 25» (NOTES.md, B1).</summary>
    private static List<string> Edition2022(string kind)
    {
        var diagnostics = new DiagnosticBag();
        var path = Path.Combine(Repository.Root, "data", "editions", "2022", "structure.csv");
        var sheet = CsvSheet.Read(path, "structure.csv", ["kind", "title"], diagnostics);
        Assert.Empty(diagnostics.Sorted());
        return
        [
            .. sheet!
                .Rows.Where(r => r["kind"].Text == kind)
                .Select(r => Hyphen().Replace(r["title"].Text, "–"))
                .Select(title => Corrections.GetValueOrDefault(title, title)),
        ];
    }

    private static List<(string Id, string Caption)> Placed()
    {
        var diagnostics = new DiagnosticBag();
        var manifest = BookManifestReader.Read(Folder, "templates/rapport", diagnostics)!;
        Assert.Empty(diagnostics.Sorted());
        Assert.Empty(manifest.LeftOut);
        return
        [
            .. manifest
                .Entries.Select(e => e.File?.Name)
                .OfType<string>()
                .SelectMany(name => Placement().Matches(File.ReadAllText(Path.Combine(Folder, name))))
                .Select(m => (m.Groups["id"].Value, m.Groups["caption"].Value)),
        ];
    }

    [GeneratedRegex(@"(?<= )-(?= )|(?<=\d)-(?=\d)")]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"(?m)^(?:!\[(?<caption>.+?)\]\((?<id>(?:fig|tbl)-[^)]+)\)|: (?<caption>.+?) \{#(?<id>tbl-[^ }]+))")]
    private static partial Regex Placement();
}
