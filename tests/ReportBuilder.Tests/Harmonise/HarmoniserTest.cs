using CsCheck;
using ReportBuilder.Datasets;
using ReportBuilder.Harmonise;
using ReportBuilder.StatBank;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Harmonise;

/// <summary>Sound registers: what each kind of rule makes of them.</summary>
public class HarmoniserTest
{
    [Fact]
    public void Nir_SoundPerson_BecomesARow()
    {
        using var registers = new RegisterFolder().Nir();
        var data = registers.Harmonised().Participants;
        Assert.Equal("N0000001", data.Texts("id").Text(0));
        Assert.Equal("0301-I", data.Texts("prosjekt").Text(0));
        Assert.Equal("syntetisk", Code(data, "kilde"));
        Assert.Equal("0", Code(data, "ordning"));
        Assert.Equal(2018, data.Numbers("aar").Values[0]);
        Assert.Equal("1", Code(data, "maaloppnaaelse"));
        Assert.Equal("arbeid", Code(data, "overgang"));
        Assert.Equal(33, data.Numbers("alder").Values[0]);
        Assert.Equal(2, data.Numbers("botid").Values[0]);
        Assert.Equal("vest_asia", Code(data, "landbakgrunn"));
        Assert.Equal(2.5, data.Numbers("norsknivaa").Values[0]);
        Assert.Equal(23, data.Numbers("varighet").Values[0]);
        Assert.Equal("0", Code(data, "fravaer"));
        Assert.Equal("2", Code(data, "utdanningsnivaa"));
        Assert.Equal("0", Code(data, "t_norskopplaering"));
    }

    [Fact]
    public void Jobbsjansen_SoundPerson_BecomesARow()
    {
        using var registers = new RegisterFolder().Job(
            2019,
            ("v1_1", "Bydel Alna"),
            ("Prosjekt", "Ny sjanse på Østkanten"),
            ("v3_1_7", "1")
        );
        var data = registers.Harmonised().Participants;
        Assert.Equal("J9000000", data.Texts("id").Text(0));
        Assert.Equal("0301", data.Texts("kommune").Text(0));
        Assert.Equal("0301-J-ny_sjanse_pa_ostkanten", data.Texts("prosjekt").Text(0));
        Assert.Equal(2019, data.Numbers("aar").Values[0]);
        Assert.Equal("utdanning", Code(data, "overgang"));
        Assert.Equal(7, data.Numbers("botid").Values[0]);
        Assert.Equal("sor_asia", Code(data, "landbakgrunn"));
        Assert.Equal(2, data.Numbers("norsknivaa").Values[0]);
        Assert.Equal("2", Code(data, "utdanningsnivaa"));
        Assert.Equal("1", Code(data, "t_norskopplaering"));
    }

    [Theory]
    [InlineData("2018-01-31", "2018-02-28", 1)]
    [InlineData("2018-01-15", "2018-03-14", 1)]
    [InlineData("2018-01-15", "2018-03-15", 2)]
    [InlineData("2016-02-29", "2017-02-28", 12)]
    [InlineData("2018-05-01", "2018-05-01", 0)]
    public void MonthsBetween_Dates_AreCompleted(string start, string end, int months) =>
        Assert.Equal(
            months,
            ComputeStep.MonthsBetween(
                DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
                DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Theory]
    [InlineData("0", "0", "500", "0")] // nothing
    [InlineData("49,9", "0", "500", "0")] // 9.98 per cent: between the printed 9.9 and 10
    [InlineData("50", "0", "500", "1")] // exactly ten
    [InlineData("0", "10", "750", "1")] // days of 7.5 hours: exactly ten
    [InlineData("10", "0", "0", null)] // nothing attended
    [InlineData("", "0", "500", null)] // not registered
    public void Absence_Share_IsSplitAtTen(string hours, string days, string attended, string? expected)
    {
        using var registers = new RegisterFolder().Nir(
            ("AntallTimerFravaerIntro", hours),
            ("AntallDagerFravaerIntro", days),
            ("AntallTimerDeltattNorsk", attended),
            ("AntallTimerDeltattSamf", "0")
        );
        Assert.Equal(expected, Code(registers.Harmonised().Participants, "fravaer"));
    }

    [Theory]
    [InlineData("A1", "tekst", "Arbeidssøker på lønnstilskudd (NAV)", "1", "arbeid")]
    [InlineData("A1", "trykt", "Arbeidssøker på lønnstilskudd (NAV)", "0", "ingen")]
    [InlineData("A1", "tekst", "Arbeidssøker på andre tiltak i regi av NAV", "0", "ingen")]
    [InlineData("A1", "trykt", "Arbeidssøker på andre tiltak i regi av NAV", "1", "arbeid")]
    [InlineData("A3", "mangler", "Flyttet", null, null)]
    [InlineData("A3", "ikke_oppnadd", "Flyttet", "0", "ingen")]
    public void Outcome_ByReading_FollowsIt(string ambiguity, string reading, string reason, string? outcome, string? transition)
    {
        using var registers = new RegisterFolder().Nir(("Avslutningsårsak", reason));
        registers.Readings[ambiguity] = reading;
        var data = registers.Harmonised().Participants;
        Assert.Equal((outcome, transition), (Code(data, "maaloppnaaelse"), Code(data, "overgang")));
    }

    [Theory]
    [InlineData("andel", "0")] // 25 of 550 hours
    [InlineData("trykt", "1")]
    [InlineData("av_alt", "0")]
    public void Absence_ByReading_FollowsIt(string reading, string expected)
    {
        using var registers = new RegisterFolder().Nir();
        registers.Readings["A2"] = reading;
        Assert.Equal(expected, Code(registers.Harmonised().Participants, "fravaer"));
    }

    [Fact]
    public void Alternatives_OfAllReadings_ComeInTheSamePass()
    {
        using var registers = new RegisterFolder()
            .Nir(("Avslutningsårsak", "Arbeidssøker på lønnstilskudd (NAV)"), ("SporForste", "3"), ("SporSiste", "1"))
            .Job(2018);
        var data = registers.Harmonised();
        string? Other(string key, string column, int row) =>
            data.Alternatives.Single(a => $"{a.Ambiguity}={a.Reading}" == key && a.Column.Declared.Name == column).Column is var found
            && found is CodeColumn codes
                ? codes.IsMissing(row)
                    ? null
                    : codes.Levels[codes.Indices[row]].Code
                : ((NumberColumn)found).Values[row].ToText();
        Assert.Equal("1", Code(data.Participants, "maaloppnaaelse"));
        Assert.Equal("0", Other("A1=trykt", "maaloppnaaelse", 0));
        Assert.Equal("1", Other("A1=trykt", "maaloppnaaelse", 1));
        Assert.Equal("1", Other("A2=trykt", "fravaer", 0));
        Assert.Equal("3.5", Other("A5=under_a1_er_1", "norsknivaa", 0));
        Assert.Equal("3", Other("A5=under_a1_er_1", "norsknivaa", 1));
        Assert.Equal("1", Code(data.Participants, "utdanningsnivaa"));
        Assert.Equal("3", Other("A8=forste_ellers_siste", "utdanningsnivaa", 0));
        Assert.Contains(data.Alternatives, a => a is { Ambiguity: "A3", Reading: "ikke_oppnadd" });
        Assert.DoesNotContain(data.Alternatives, a => a.Reading is "tekst" or "andel" or "mangler");
    }

    [Theory]
    [InlineData("", "1", "1")]
    [InlineData("", "", null)]
    [InlineData("0", "", null)]
    [InlineData("1", "", "1")]
    public void Measure_WithEmptySource_IsKnownOnlyWhenItCannotBeOtherwise(string first, string second, string? expected)
    {
        using var registers = new RegisterFolder().Nir(("Norskopplæring", first), ("Norskopplæring høyere nivå", second));
        Assert.Equal(expected, Code(registers.Harmonised().Participants, "t_norskopplaering"));
    }

    [Fact]
    public void Flow_OfEveryKindOfRecord_AddsUp()
    {
        using var registers = new RegisterFolder()
            .Nir()
            .Nir(("AvsluttetDato", ""))
            .Nir(("AvsluttetDato", "2016-12-31"), ("GjenførfristBeregnetFra", "2015-01-01"))
            .Nir(("AvsluttetDato", "2021-01-01"))
            .Nir(("GjenførfristBeregnetFra", "01.04.2018"))
            .Job(2017, ("Lopenummer", "77"), ("Avsluttet", "0"))
            .Job(2018, ("Lopenummer", "77"))
            .Job(2019, ("Lopenummer", "77"));
        var data = registers.Harmonised();
        Assert.Equal(
            [
                (0, "linjer", 5),
                (0, "deltar_fortsatt", 1),
                (0, "utenfor_perioden", 2),
                (0, "satt_til_side", 1),
                (0, "brutto", 1),
                (1, "linjer", 3),
                (1, "deltar_fortsatt", 1),
                (1, "utenfor_perioden", 0),
                (1, "satt_til_side", 1),
                (1, "brutto", 1),
            ],
            data.Flow.Select(s => (s.Scheme, s.Step, s.Count))
        );
        Assert.Equal(["RB2230", "RB2240"], data.SetAside.Select(s => s.Code));
        Assert.Equal(["nir.csv", "jobb-2019.csv"], data.SetAside.Select(s => s.Place.File));
        Assert.Equal([6, 2], data.SetAside.Select(s => s.Place.Line));
    }

    [Fact]
    public void Cells_Empty_AreMissingNotWrong()
    {
        using var registers = new RegisterFolder()
            .Nir(
                ("GjenførfristBeregnetFra", ""),
                ("DatoForForsteVedtakIntro", ""),
                ("Fodselsaar", ""),
                ("SporForste", ""),
                ("SporSiste", "")
            )
            .Job(2018, ("Alder_rapporteringstidspunkt", ""), ("Varighet", ""), ("Botid", ""), ("v5_1", ""));
        var data = registers.Harmonised().Participants;
        Assert.All(["alder", "botid", "varighet"], name => Assert.Equal(2, data.Column(name).MissingCount));
        Assert.True(data.Column("utdanningsnivaa").IsMissing(0));
        Assert.True(data.Column("fravaer").IsMissing(1));
    }

    [Fact]
    public void Projects_Persons_AreAllWhoTookPartInTheYear()
    {
        using var registers = new RegisterFolder()
            .Nir(("AvsluttetDato", "2018-06-30"), ("Avsl_Kommunennummer", "1601"))
            .Nir(("AvsluttetDato", ""), ("GjenførfristBeregnetFra", "2018-11-01"), ("Avsl_Kommunennummer", "5001"))
            .Nir(("AvsluttetDato", ""), ("GjenførfristBeregnetFra", "2019-01-01"), ("Avsl_Kommunennummer", "5001"));
        registers.Facts = new MunicipalityFacts(new Dictionary<(string, int, string), double> { [("k_ufore", 2018, "5001")] = 8.5 });
        registers.Wages = new WageCosts(new Dictionary<(int, string), double> { [(2018, "5001-I")] = 300, [(2019, "0301-J")] = 5 });
        // Trondheim was 1601 to 2017: in 2018 that number did not exist.
        var (none, wrong) = registers.Run();
        Assert.Null(none);
        var fault = Assert.Single(wrong, d => d.Code == "RB2253");
        Assert.Equal(("1601", "5001 Trondheim", 2), (fault.Found, fault.Expected?.Split(" -")[0], fault.Place!.Value.Line));

        using var mended = new RegisterFolder()
            .Nir(("AvsluttetDato", "2018-06-30"), ("Avsl_Kommunennummer", "5001"))
            .Nir(("AvsluttetDato", ""), ("GjenførfristBeregnetFra", "2018-11-01"), ("Avsl_Kommunennummer", "5001"))
            .Nir(("AvsluttetDato", ""), ("GjenførfristBeregnetFra", "2019-01-01"), ("Avsl_Kommunennummer", "5001"));
        (mended.Facts, mended.Wages) = (registers.Facts, registers.Wages);
        var (data, diagnostics) = mended.Run();
        Assert.Equal(2, data!.Participants.Numbers("p_deltakere").Values[0]);
        Assert.Equal(300, data.Participants.Numbers("p_lonn").Values[0]);
        Assert.Equal(150, data.Participants.Numbers("p_lonn_per_deltaker").Values[0]);
        Assert.Equal(8.5, data.Participants.Numbers("k_ufore").Values[0]);
        Assert.False(data.Participants.Numbers("k_folketall").IsMissing(0));
        Assert.True(data.Participants.Numbers("k_nettoinnflytting").IsMissing(0));
        Assert.Equal(("RB2256", "0301-J"), (diagnostics.Single().Code, diagnostics.Single().Arguments[0]));
    }

    [Fact]
    public void Rule_Changed_ChangesDataAndCount()
    {
        using var registers = new RegisterFolder().Nir(("StatsborgerskapForste", "Iran")).Nir();
        int Passed(HarmonisedData data) => data.Rules.Single(r => r.Rule.Category == "Iran").Records;
        var before = registers.Harmonised();
        Assert.Equal(("sor_asia", 1), (Code(before.Participants, "landbakgrunn"), Passed(before)));
        registers.Rules = RuleFolder
            .With(
                "land.csv",
                text => text.Replace("Iran,IR,kode,landbakgrunn,sor_asia", "Iran,IR,kode,landbakgrunn,vest_asia", StringComparison.Ordinal)
            )
            .Book!;
        var after = registers.Harmonised();
        Assert.Equal(("vest_asia", 1), (Code(after.Participants, "landbakgrunn"), Passed(after)));
    }

    [Fact]
    public void Counts_OfTheLinesOfOneVariable_SumToItsRecords()
    {
        string[] countries = ["Syria", "Eritrea", "Statsløs", ""];
        string[] reasons = ["Arbeid", "Flyttet", "Annet"];
        Property.Holds(
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 1]).List[1, 20],
            persons =>
            {
                using var registers = new RegisterFolder();
                foreach (var (country, reason, sex) in persons)
                {
                    registers.Nir(
                        ("StatsborgerskapForste", countries[country]),
                        ("Avslutningsårsak", reasons[reason]),
                        ("Kjønn", sex == 0 ? "K" : "M")
                    );
                }

                var data = registers.Harmonised();
                foreach (
                    var (variable, target) in new[]
                    {
                        ("StatsborgerskapForste", "landbakgrunn"),
                        ("Avslutningsårsak", "overgang"),
                        ("Kjønn", "kjonn"),
                        ("Avsl_Kommunennummer", "kommune"),
                    }
                )
                {
                    Assert.Equal(
                        persons.Count,
                        data.Rules.Where(r => r.Rule.Variables.Contains(variable) && r.Rule.Target == target).Sum(r => r.Records)
                    );
                }
            },
            examples: 20
        );
    }

    private static string? Code(Dataset data, string column)
    {
        var codes = data.Codes(column);
        return codes.IsMissing(0) ? null : codes.Levels[codes.Indices[0]].Code;
    }
}
