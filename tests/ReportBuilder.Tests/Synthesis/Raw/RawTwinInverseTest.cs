using ReportBuilder.Datasets;
using ReportBuilder.Synthesis.Raw;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Synthesis.Raw;

/// <summary>
/// The raw registers, read and recoded here by the printed rules under the default readings, without the program's reader or rules, give back the persons drawn.
/// </summary>
public sealed class RawTwinInverseTest : IDisposable
{
    private static readonly string[] Levels = ["Under A1", "A1", "A2", "B1", "B2"];
    private static readonly string[] Tests = ["LES", "LYTT", "MUNTLLIG", "SKRIV"];
    private readonly TemporaryFolder _folder = new();
    private readonly Dataset _truth = TwinDraw.Default.Participants;

    private readonly RawTwinSummary _summary;

    public RawTwinInverseTest() => _summary = RawTwin.Write(TwinDraw.Request(_folder));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nir_OfThoseWhoFinished_GivesBackEveryValue()
    {
        var raw = RawRecords.Read(Path.Combine(_folder.Path, "nir.csv"));
        var measures = PublishedMeasures.Of("NIR");
        var finished = Enumerable
            .Range(0, raw.Rows.Count)
            .Where(r => raw.Date(r, "AvsluttetDato") is { Year: >= 2017 and <= 2020 })
            .ToList();
        var rows = RowsOf("introduksjonsprogrammet");

        Assert.Equal(rows.Length, finished.Count);
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, r) = (rows[i], finished[i]);
            var exit = raw.Date(r, "AvsluttetDato")!.Value;
            Same("aar", row, exit.Year);
            Same("kjonn", row, raw[r, "Kjønn"] == "M" ? 1 : 0);
            Same("alder", row, exit.Year - raw.Number(r, "Fodselsaar"));
            Same("botid", row, Completed(raw.Date(r, "DatoForForsteVedtakIntro"), exit) / 12);
            Same("varighet", row, Completed(raw.Date(r, "GjenførfristBeregnetFra"), exit));
            SameToken("overgang", row, Transition(raw[r, "Avslutningsårsak"]));
            Same("norsknivaa", row, Norwegian(raw, r));
            Same("fravaer", row, Absence(raw, r));
            Same("utdanningsnivaa", row, Track(raw[r, "SporSiste"]) ?? Track(raw[r, "SporForste"]));
            Assert.Equal(_truth.Column("landbakgrunn").IsMissing(row), raw[r, "StatsborgerskapForste"].Length == 0);
            Assert.Equal(_truth.Texts("kommune").Text(row), raw[r, "Avsl_Kommunennummer"][..4]);
            SameMeasures(raw, r, row, measures);
        }
    }

    [Fact]
    public void Reports_OfThoseWhoFinished_GiveBackEveryValue()
    {
        var measures = PublishedMeasures.Of("Jobbsjansen");
        var rounded = 0;
        for (var year = 2017; year <= 2020; year++)
        {
            var raw = RawRecords.Read(Path.Combine(_folder.Path, $"jobbsjansen-{year}.csv"));
            var finished = Enumerable.Range(0, raw.Rows.Count).Where(r => raw[r, "Avsluttet"] == "1").ToList();
            int[] rows = [.. RowsOf("jobbsjansen").Where(row => _truth.Numbers("aar").Values[row] == year)];

            Assert.Equal(rows.Length, finished.Count);
            for (var i = 0; i < rows.Length; i++)
            {
                var (row, r) = (rows[i], finished[i]);
                Same("kjonn", row, Number(raw[r, "v2_1"]));
                Same("alder", row, Number(raw[r, "Alder_rapporteringstidspunkt"]));
                Same("botid", row, Number(raw[r, "Botid"]));
                Same("varighet", row, Number(raw[r, "Varighet"]));
                Same("maaloppnaaelse", row, Number(raw[r, "Måloppnåelse_dik"]));
                SameToken("overgang", row, raw[r, "Overgang"].Length == 0 ? null : raw[r, "Overgang"].ToLowerInvariant());
                rounded += SameLevel(
                    row,
                    Level(raw[r, "Norsknivaa_samlet_avslutning_karakter"]) ?? Level(raw[r, "Norsknivaa_vurdering_avslutning"])
                );
                Same("fravaer", row, Number(raw[r, "v5_1"]) is { } code ? (code > 1 ? 1 : 0) : null);
                Same(
                    "utdanningsnivaa",
                    row,
                    Number(raw[r, "v2_9"]) is { } school
                        ? (
                            school < 3 ? 0
                            : school < 6 ? 1
                            : 2
                        )
                        : null
                );
                SameRegion(raw, r, row);
                SameMeasures(raw, r, row, measures);
            }
        }

        Assert.Equal(_summary.Rounded, rounded);
    }

    private int[] RowsOf(string scheme) =>
        [.. Enumerable.Range(0, _truth.RowCount).Where(i => _truth.Codes("ordning").Indices[i] == _truth.Codes("ordning").IndexOf(scheme))];

    /// <summary>Compares with the number, or the index of the category; null is missing.</summary>
    private void Same(string column, int row, double? value)
    {
        double? truth = _truth.Column(column) switch
        {
            var any when any.IsMissing(row) => null,
            CodeColumn codes => codes.Indices[row],
            _ => _truth.Numbers(column).Values[row],
        };
        Assert.True(truth == value, $"{column} in row {row} is {truth}; the register says {value}.");
    }

    /// <summary>Jobbsjansen reports whole levels; one that is not whole comes back as the nearest, and the summary counts it.</summary>
    private int SameLevel(int row, double? level)
    {
        var truth = _truth.Numbers("norsknivaa");
        if (level is null || truth.IsMissing(row))
        {
            Same("norsknivaa", row, level);
            return 0;
        }

        Assert.Equal(level.Value, Math.Round(truth.Values[row]));
        return level.Value == truth.Values[row] ? 0 : 1;
    }

    private void SameToken(string column, int row, string? token) =>
        Same(column, row, token is null ? null : _truth.Codes(column).IndexOf(token));

    private void SameMeasures(RawRecords raw, int r, int row, ILookup<string, string> measures)
    {
        foreach (var measure in measures)
        {
            Same(measure.Key, row, measure.Any(m => raw[r, m] == "1") ? 1 : 0);
        }
    }

    private void SameRegion(RawRecords raw, int r, int row)
    {
        (string Column, string Token)[] regions =
        [
            ("Asia_for_øvrig", "asia_for_ovrig"),
            ("Afrika_sør_for_Sahara", "afrika_sor_for_sahara"),
            ("Sørøst_Asia", "sorost_asia"),
            ("Vest_Asia", "vest_asia"),
            ("Europa", "europa"),
            ("Latin_Amerika_og_Karibia", "latin_amerika_og_karibia"),
            ("Sør_Asia", "sor_asia"),
            ("Nord_Afrika", "nord_afrika"),
            ("Nord_Amerika", "nord_amerika"),
            ("Statsløs", "statslos"),
        ];
        SameToken("landbakgrunn", row, regions.SingleOrDefault(p => raw[r, p.Column] == "1").Token);
    }

    /// <summary>Months until the same day of the month was last reached.</summary>
    private static int? Completed(DateOnly? from, DateOnly to)
    {
        if (from is not { } start)
        {
            return null;
        }

        var months = 0;
        while (start.AddMonths(months + 1) <= to)
        {
            months++;
        }

        return months;
    }

    private static string? Transition(string reason) =>
        reason switch
        {
            "Arbeid" or "Arbeidssøker på lønnstilskudd (NAV)" => "arbeid",
            "Ordinær utdanning - høyere utdanning" or "Ordinær utdanning - videregående skole" => "utdanning",
            "Død" or "Flyttet" or "Ikke registrert sluttårsak" or "Ukjent" => null,
            _ when reason.StartsWith("Hjemmeværende", StringComparison.Ordinal) => null,
            _ => "ingen",
        };

    private static double? Norwegian(RawRecords raw, int r)
    {
        var taken = Tests.Select(t => Level(raw[r, $"PROVE_NORSK_{t}_Resultat"])).OfType<double>().ToList();
        return taken.Count == 0 ? null : taken.Average();
    }

    private static double? Absence(RawRecords raw, int r)
    {
        if (raw[r, "AntallTimerDeltattNorsk"].Length == 0)
        {
            return null;
        }

        var absent = raw.Number(r, "AntallTimerFravaerIntro") + 7.5 * raw.Number(r, "AntallDagerFravaerIntro");
        var attended =
            raw.Number(r, "AntallTimerDeltattNorsk") + raw.Number(r, "AntallTimerDeltattSamf") + raw.Number(r, "AntallTimerDeltattNKNV");
        return absent / attended >= 0.1 ? 1 : 0;
    }

    private static double? Level(string text) => text.Length == 0 ? null : Array.IndexOf(Levels, text);

    private static double? Track(string text) => Number(text) - 1;

    private static double? Number(string text) => Invariant.TryReadNumber(text.Replace(',', '.'), out var value) ? value : null;
}
