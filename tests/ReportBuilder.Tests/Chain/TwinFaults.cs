using System.Globalization;

namespace ReportBuilder.Tests.Chain;

/// <summary>Where a fault must be found: code, file and line.</summary>
internal sealed record Finding(string Code, string File, int Line);

/// <summary>Faults by name. Each is put in at a place drawn from all that fit, and says where it must be found.</summary>
internal static class TwinFaults
{
    private const string Nir = "nir.csv";
    private const string Accounts = "jobbsjansen-regnskap.csv";
    private const string Kostra = "kostra275.csv";

    /// <summary>A record contradicts itself or another: it is set aside, and the run goes on.</summary>
    public static IReadOnlyDictionary<string, Func<TwinFolder, Finding[]>> SetAside { get; } =
        new Dictionary<string, Func<TwinFolder, Finding[]>>
        {
            ["start_after_exit"] = f => Cell(f, "RB2230", Nir, "GjenførfristBeregnetFra", "31.12.2020", (n, i) => Exit(n, i, "2018")),
            ["permit_after_exit"] = f => Cell(f, "RB2230", Nir, "DatoForForsteVedtakIntro", "31.12.2020", (n, i) => Exit(n, i, "2019")),
            ["negative_hours_absent"] = f => Cell(f, "RB2231", Nir, "AntallTimerFravaerIntro", "-1", Finished),
            ["negative_days_absent"] = f => Cell(f, "RB2231", Nir, "AntallDagerFravaerIntro", "-0,5", Finished),
            ["grade_outside_scale"] = f => Cell(f, "RB2233", Nir, "PROVE_NORSK_SKRIV_Resultat", "C1", Finished),
            ["grade_outside_scale_in_report"] = f =>
                Cell(f, "RB2233", "jobbsjansen-2017.csv", "Norsknivaa_samlet_avslutning_karakter", "C2", IsFinal),
            ["child"] = f => Cell(f, "RB2234", Nir, "Fodselsaar", "2010", Finished),
            ["exit_without_reason"] = f => Cell(f, "RB2235", Nir, "Avslutningsårsak", "", Finished),
            ["no_region"] = f =>
                Cell(f, "RB2236", "jobbsjansen-2020.csv", "Sør_Asia", "0", (r, i) => IsFinal(r, i) && r[i, "Sør_Asia"] == "1"),
            ["two_regions"] = f =>
                Cell(f, "RB2237", "jobbsjansen-2020.csv", "Europa", "1", (r, i) => IsFinal(r, i) && r[i, "Sør_Asia"] == "1"),
            ["goal_without_transition"] = f =>
                Cell(f, "RB2238", "jobbsjansen-2018.csv", "Overgang", "Ingen", (r, i) => IsFinal(r, i) && r[i, "Måloppnåelse_dik"] == "1"),
            ["twice_in_nir"] = TwiceInNir,
            ["twice_in_report"] = TwiceInReport,
            ["two_exits"] = TwoExits,
            ["in_both_registers"] = InBothRegisters,
        };

    /// <summary>A record that cannot be read: it is passed over and told.</summary>
    public static IReadOnlyDictionary<string, Func<TwinFolder, Finding[]>> Unreadable { get; } =
        new Dictionary<string, Func<TwinFolder, Finding[]>>
        {
            ["quote_not_closed"] = f => Cell(f, "RB2122", Nir, "Sivilstand", "\"Gift", Finished),
            ["quote_inside"] = f => Cell(f, "RB2123", Nir, "Sivilstand", "Gi\"ft", Finished),
            ["field_too_many"] = f => Line(f, "RB2120", Nir, line => line + ";0"),
            ["field_too_few"] = f => Line(f, "RB2120", Nir, line => line[..line.LastIndexOf(';')]),
            ["decimal_comma_among_commas"] = f => Cell(f, "RB2121", "jobbsjansen-2019.csv", "Varighet", "13,5", IsFinal),
            ["required_cell_empty"] = f => Cell(f, "RB2125", Nir, "Lopenummer", "", Finished),
            ["number_by_spreadsheet"] = f => Cell(f, "RB2127", Nir, "Lopenummer", "1,2E+07", Finished),
            ["null_byte"] = f => Cell(f, "RB2124", Nir, "Sivilstand", "Gi\0ft", Finished),
        };

    /// <summary>What a person must mend: nothing is harmonised.</summary>
    public static IReadOnlyDictionary<string, Func<TwinFolder, Finding[]>> Stopping { get; } =
        new Dictionary<string, Func<TwinFolder, Finding[]>>
        {
            ["country_unknown"] = f => Cell(f, "RB2250", Nir, "StatsborgerskapForste", "Atlantis", Finished),
            ["reason_unknown"] = f => Cell(f, "RB2250", Nir, "Avslutningsårsak", "Forsvunnet", Finished),
            ["measure_neither_yes_nor_no"] = f => Cell(f, "RB2250", Nir, "Språkpraksis", "7", Finished),
            ["district_unknown"] = f => Cell(f, "RB2250", "jobbsjansen-2018.csv", "v1_1", "Bydel Ukjent", IsFinal),
            ["schooling_unknown"] = f => Cell(f, "RB2250", "jobbsjansen-2017.csv", "v2_9", "9", IsFinal),
            ["date_impossible"] = f => Cell(f, "RB2251", Nir, "AvsluttetDato", "31.02.2018", Finished),
            ["year_in_words"] = f => Cell(f, "RB2251", Nir, "Fodselsaar", "nittenåtti", Finished),
            ["thousands_in_number"] = f => Cell(f, "RB2251", Nir, "AntallTimerDeltattNorsk", "1.234,5", Finished),
            ["municipality_of_other_year"] = f => Cell(f, "RB2253", Nir, "Avsl_Kommunennummer", "1601", (n, i) => Exit(n, i, "2019")),
            ["origin_unknown"] = f => Cell(f, "RB2254", Nir, "Kilde", "ukjent", Finished),
            ["windows_in_utf8"] = WindowsInUtf8,
            ["column_gone"] = f => Header(f, "RB2107", Nir, "Kjønn", "Kjonn"),
            ["column_twice"] = f => Header(f, "RB2108", Nir, "Sivilstand", "Kjønn"),
            ["spreadsheet_for_csv"] = f => Whole(f, "RB2101", "jobbsjansen-2020.csv", [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]),
            ["year_without_report"] = YearWithoutReport,
            ["costs_twice"] = f => Append(f, "RB2343", Kostra, lines => lines[1]),
            ["costs_negative"] = f => Cell(f, "RB2344", Kostra, "Lonnsutgifter", "-5", (_, _) => true),
            ["accounts_of_no_municipality"] = f => Append(f, "RB2347", Accounts, _ => "Ny start,9999,2019,10.5,syntetisk"),
            ["year_without_costs"] = YearWithoutCosts,
            ["value_without_rule"] = ValueWithoutRule,
            ["rule_twice"] = RuleTwice,
            ["rule_with_unknown_column"] = f => Rule(f, "RB2205", "maaloppnaaelse.csv", "maaloppnaaelse", "maloppnaelse"),
            ["rule_with_unknown_code"] = f => Rule(f, "RB2206", "maaloppnaaelse.csv", ",overgang,ingen", ",overgang,hjemme"),
            ["statistics_cut_off"] = StatisticsCutOff,
            ["statistics_a_web_page"] = f => Whole(f, "RB2302", "ssb/11342-2018.json", "<!DOCTYPE html><html></html>"u8.ToArray()),
            ["statistics_null_without_sign"] = StatisticsNullWithoutSign,
        };

    /// <summary>What is told while all goes on.</summary>
    public static IReadOnlyDictionary<string, Func<TwinFolder, Finding[]>> Told { get; } =
        new Dictionary<string, Func<TwinFolder, Finding[]>>
        {
            ["measure_column_not_in_matrix"] = MeasureColumnNotInMatrix,
            ["accounts_without_participants"] = f => Append(f, "RB2256", Accounts, _ => "Spøkelse,5001,2019,10.5,syntetisk"),
            ["accounts_of_other_year"] = f => Append(f, "RB2346", Accounts, _ => "Ny start,5001,2021,10.5,syntetisk"),
            ["costs_in_kroner"] = f => Cell(f, "RB2345", Kostra, "Lonnsutgifter", "3321000", (k, i) => k[i, "Lonnsutgifter"].Length > 0),
        };

    private static bool Finished(RawText nir, int line) =>
        nir[line, "AvsluttetDato"] is { Length: 10 } date && string.CompareOrdinal(date[6..], "2017") >= 0;

    private static bool Exit(RawText nir, int line, string year) => nir[line, "AvsluttetDato"].EndsWith(year, StringComparison.Ordinal);

    private static bool IsFinal(RawText report, int line) => report[line, "Avsluttet"] == "1";

    private static Finding[] Cell(TwinFolder folder, string code, string file, string column, string value, Func<RawText, int, bool> fits)
    {
        var text = folder.Register(file);
        var line = text.Any(i => fits(text, i));
        text[line, column] = value;
        text.Save();
        return [new Finding(code, file, line + 1)];
    }

    private static Finding[] Line(TwinFolder folder, string code, string file, Func<string, string> change)
    {
        var text = folder.Register(file);
        var line = text.Any(_ => true);
        text.Lines[line] = change(text.Lines[line]);
        text.Save();
        return [new Finding(code, file, line + 1)];
    }

    private static Finding[] Append(TwinFolder folder, string code, string file, Func<List<string>, string> added)
    {
        var text = folder.Register(file);
        text.Lines.Add(added(text.Lines));
        text.Save();
        return [new Finding(code, file, text.Lines.Count)];
    }

    private static Finding[] Header(TwinFolder folder, string code, string file, string old, string changed)
    {
        var text = folder.Register(file);
        text.Lines[0] = string.Join(text.Separator, text.Lines[0].Split(text.Separator).Select(c => c == old ? changed : c));
        text.Save();
        return [new Finding(code, file, 1)];
    }

    private static Finding[] Whole(TwinFolder folder, string code, string file, byte[] content, int line = 0)
    {
        File.WriteAllBytes(folder.PathOf(file), content);
        return [new Finding(code, file, line)];
    }

    private static Finding[] TwiceInNir(TwinFolder folder)
    {
        var nir = folder.Register(Nir);
        return Append(folder, "RB2239", Nir, _ => nir.Lines[nir.Any(i => Finished(nir, i))]);
    }

    private static Finding[] TwiceInReport(TwinFolder folder)
    {
        var report = folder.Register("jobbsjansen-2018.csv");
        return Append(folder, "RB2242", report.FileName, _ => report.Lines[report.Any(i => IsFinal(report, i))]);
    }

    /// <summary>One who finished in 2019 and went on from the year before had finished then too.</summary>
    private static Finding[] TwoExits(TwinFolder folder)
    {
        var (before, after) = (folder.Register("jobbsjansen-2018.csv"), folder.Register("jobbsjansen-2019.csv"));
        var ends = Enumerable
            .Range(1, after.Lines.Count - 1)
            .Where(i => IsFinal(after, i))
            .ToDictionary(i => after[i, "Lopenummer"], i => i, StringComparer.Ordinal);
        var line = before.Any(i => !IsFinal(before, i) && ends.ContainsKey(before[i, "Lopenummer"]));
        before[line, "Avsluttet"] = "1";
        before[line, "Måloppnåelse_dik"] = "0";
        before[line, "Overgang"] = "Ingen";
        before.Save();
        return [new Finding("RB2240", after.FileName, ends[before[line, "Lopenummer"]] + 1)];
    }

    /// <summary>One who left the introduction programme at the end of 2019 takes part in Jobbsjansen all that year.</summary>
    private static Finding[] InBothRegisters(TwinFolder folder)
    {
        var (nir, report) = (folder.Register(Nir), folder.Register("jobbsjansen-2019.csv"));
        var person = nir.Any(i => nir[i, "AvsluttetDato"].EndsWith("12.2019", StringComparison.Ordinal));
        var line = report.Any(i => IsFinal(report, i) && int.Parse(report[i, "Varighet"], CultureInfo.InvariantCulture) >= 12);
        report[line, "Lopenummer"] = nir[person, "Lopenummer"];
        report.Save();
        return [new Finding("RB2241", report.FileName, line + 1), new Finding("RB2241", Nir, person + 1)];
    }

    private static Finding[] WindowsInUtf8(TwinFolder folder)
    {
        var nir = folder.Register(Nir);
        var line = nir.Any(i => i > nir.Lines.Count / 2 && nir[i, "Sivilstand"] == "Gift");
        nir.SaveWith(line, ";Gift", [0xE6]);
        return [new Finding("RB2103", Nir, line + 1)];
    }

    private static Finding[] YearWithoutReport(TwinFolder folder)
    {
        File.Delete(folder.PathOf("jobbsjansen-2019.csv"));
        return [new Finding("RB2252", string.Empty, 0)];
    }

    private static Finding[] YearWithoutCosts(TwinFolder folder)
    {
        var kostra = folder.Register(Kostra);
        kostra.Lines.RemoveAll(l => l.Contains(";2018;", StringComparison.Ordinal));
        kostra.Save();
        return [new Finding("RB2332", Kostra, 0)];
    }

    private static Finding[] ValueWithoutRule(TwinFolder folder)
    {
        const string reason = "Mistet rett til intro";
        var (rules, nir) = (folder.RuleFile("maaloppnaaelse.csv"), folder.Register(Nir));
        rules.Lines.RemoveAll(l => l.Contains(reason, StringComparison.Ordinal));
        rules.Save();
        var first = Enumerable.Range(1, nir.Lines.Count - 1).First(i => Finished(nir, i) && nir[i, "Avslutningsårsak"] == reason);
        return [new Finding("RB2250", Nir, first + 1)];
    }

    private static Finding[] RuleTwice(TwinFolder folder)
    {
        var rules = folder.RuleFile("land.csv");
        rules.Lines.Add(rules.Lines[rules.Any(_ => true)]);
        rules.Save();
        return [new Finding("RB2211", rules.FileName, rules.Lines.Count)];
    }

    private static Finding[] Rule(TwinFolder folder, string code, string file, string old, string changed)
    {
        var rules = folder.RuleFile(file);
        var line = rules.Any(i =>
            rules.Lines[i].Contains(old + ",", StringComparison.Ordinal) && rules.Lines[i].Contains("nir", StringComparison.Ordinal)
        );
        rules.Lines[line] = rules.Lines[line].Replace(old + ",", changed + ",", StringComparison.Ordinal);
        rules.Save();
        return [new Finding(code, file, line + 1)];
    }

    private static Finding[] StatisticsCutOff(TwinFolder folder)
    {
        const string file = "ssb/06445-2019.json";
        var bytes = File.ReadAllBytes(folder.PathOf(file));
        return Whole(folder, "RB2301", file, bytes[..(bytes.Length / 2)], 1);
    }

    /// <summary>A null whose sign is taken away.</summary>
    private static Finding[] StatisticsNullWithoutSign(TwinFolder folder)
    {
        const string file = "ssb/06445-2019.json";
        var text = File.ReadAllText(folder.PathOf(file));
        var sign = text.LastIndexOf(",\"", StringComparison.Ordinal);
        File.WriteAllText(folder.PathOf(file), text[..sign] + "}}");
        return [new Finding("RB2312", file, 1)];
    }

    private static Finding[] MeasureColumnNotInMatrix(TwinFolder folder)
    {
        var nir = folder.Register(Nir);
        nir.Lines[0] += ";Svømmekurs";
        for (var i = 1; i < nir.Lines.Count; i++)
        {
            nir.Lines[i] += ";1";
        }

        nir.Save();
        return [new Finding("RB2109", Nir, 1)];
    }
}
