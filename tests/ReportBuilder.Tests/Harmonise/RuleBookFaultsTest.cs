using System.Text.RegularExpressions;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Harmonise;

/// <summary>Faults seeded in the rule files are found, named and placed before anything runs.</summary>
public class RuleBookFaultsTest
{
    /// <summary>File, text to replace (first place), its replacement, the code expected, and what the message must name (found or nearest).</summary>
    public static TheoryData<string, string, string, string, string> Faults =>
        new()
        {
            { "tiltak_norsk.csv", "minst_en", "minsten", "RB2202", "minst_en" },
            { "tiltak_norsk.csv", "Norskopplæring,nir,", "Norskopplæring,nirr,", "RB2203", "nir" },
            { "tiltak_norsk.csv", "v3_1_7", "v3_1_77", "RB2204", "v3_1_7" },
            { "tiltak_norsk.csv", "t_norskopplaering", "t_norskopplering", "RB2205", "t_norskopplaering" },
            { "individ.csv", "K,Kvinne,kode,kjonn,0", "K,Kvinne,kode,kjonn,2", "RB2206", "2" },
            { "individ.csv", "v2_1,1,Mann", "v2_1,0,Mann", "RB2211", "0" },
            { "maaloppnaaelse.csv", ",A4,", ",A18,", "RB2207", "A18" },
            { "maaloppnaaelse.csv", "A1=tekst", "A1=tekts", "RB2208", "A1=tekst" },
            { "kommune.csv", "1714,,2017", "1714,2020,2017", "RB2210", "2020–2017" },
            { "kommune.csv", "1714,,2017", "1714,,2018", "RB2211", "Værnesregionen" },
            { "kommune.csv", "1714,,2017", "1714,,2016", "RB2212", "Værnesregionen" },
            {
                "kommune.csv",
                "v1_1,Bydel Alna,Bydel Alna,kode,kommune,0301",
                "v1_1,Bydel Alna,Bydel Alna,kode,kommune,301",
                "RB2228",
                "0301"
            },
            { "kommune.csv", "030104", "30104", "RB2228", "030104" },
            { "land.csv", "StatsborgerskapForste,Albania,", "StatsborgerskapForste,Algerie,", "RB2211", "Algerie" },
            { "individ.csv", "[10;)", "[9;)", "RB2215", "[9;)" },
            { "individ.csv", "[10;)", "[11;)", "RB2216", "[11;)" },
            { "individ.csv", "[10;)", "10 eller mer", "RB2217", "10 eller mer" },
            { "individ.csv", "v2_1,(tom)", "v2_1,2", "RB2219", "" },
            { "individ.csv", "v2_1,0,Kvinne", "v2_1,,Kvinne", "RB2220", "" },
            { "individ.csv", "Fodselsaar;AvsluttetDato", "Fodselsaar", "RB2221", "" },
            { "individ.csv", "Fodselsaar;AvsluttetDato", "Fodselsaar;SporSiste", "RB2222", "SporSiste" },
            { "individ.csv", "Kjønn,(tom),Ikke oppgitt,mangler,kjonn,.", "Kjønn,(tom),Ikke oppgitt,mangler,kjonn,0", "RB2229", "0" },
            { "individ.csv", "aar_av,aar,,,", "aar_av,aar,,2018,", "RB2260", "" },
            { "individ.csv", "9,1,Ordning,jobbsjansen", "ni,1,Ordning,jobbsjansen", "RB2201", "ni" },
            { "individ.csv", "hele_ned,botid", "kopi,alder", "RB2224", "" },
            { "lesninger.csv", "A1,trykt,nei", "A1,trykt,ja", "RB2223", "" },
            { "lesninger.csv", "A1,trykt,nei", "A1,trykt,kanskje", "RB2201", "kanskje" },
            { "kommunevariabler.csv", "ssb,11342", "ssb,1134", "RB2204", "1134" },
            { "kommunevariabler.csv", "ssb,k_folketall", "ssb,alder", "RB2205", "alder" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_Seeded_IsFoundAtItsPlace(string file, string text, string replacement, string code, string names)
    {
        var line = 0;
        var (book, diagnostics) = RuleFolder.With(
            file,
            before =>
            {
                var start = before.IndexOf(text, StringComparison.Ordinal);
                Assert.True(start >= 0, text);
                line = before[..start].Count(c => c == '\n') + 1;
                return before[..start] + replacement + before[(start + text.Length)..];
            }
        );
        Assert.Null(book);
        var found = diagnostics.FirstOrDefault(d => d.Code == code);
        Assert.True(found is not null, string.Join('\n', diagnostics.Select(DiagnosticFormatter.Format)));
        Assert.Equal($"recodings/{file}", found.Place!.Value.File);
        if (code is not ("RB2219" or "RB2224" or "RB2223"))
        {
            Assert.Contains(diagnostics, d => d.Code == code && (d.Place!.Value.Line == line || code == "RB2211" || code == "RB2212"));
        }

        if (names.Length > 0)
        {
            Assert.Contains(diagnostics, d => d.Code == code && (d.Found == names || d.Nearest == names));
        }
    }

    [Fact]
    public void Line_TakenOut_LeavesItsVariableWithoutRule()
    {
        var (_, diagnostics) = RuleFolder.With("tiltak_norsk.csv", text => Regex.Replace(text, ".*Selvstudium.*\n", string.Empty));
        var fault = Assert.Single(diagnostics);
        Assert.Equal(("RB2218", "Selvstudium"), (fault.Code, fault.Arguments[0]));
    }

    [Fact]
    public void Code_OfNoRule_IsNamed()
    {
        var (_, diagnostics) = RuleFolder.With(
            "individ.csv",
            text =>
                text.Replace(",kode,fravaer,1", ",kode,fravaer,0", StringComparison.Ordinal)
                    .Replace("intervall,fravaer,1", "intervall,fravaer,0", StringComparison.Ordinal)
        );
        var fault = Assert.Single(diagnostics);
        Assert.Equal(("RB2213", "1"), (fault.Code, fault.Expected));
    }

    [Fact]
    public void Column_WithoutRuleInARegister_IsNamed()
    {
        var (_, diagnostics) = RuleFolder.With(
            "tiltak_norsk.csv",
            text =>
                text.Replace(
                    "nir,Samfunnskunnskap,,Samfunnskunnskap,minst_en,t_samfunnskunnskap,1",
                    "nir,Samfunnskunnskap,,Samfunnskunnskap,ikke_med,,",
                    StringComparison.Ordinal
                )
        );
        var fault = Assert.Single(diagnostics);
        Assert.Equal(("RB2214", "t_samfunnskunnskap", "nir"), (fault.Code, fault.Arguments[0], fault.Arguments[1]));
    }

    [Fact]
    public void Decision_LeftOut_IsFound()
    {
        var (_, diagnostics) = RuleFolder.With("kommune.csv", text => Regex.Replace(text, ",A16,[^,\n]*,", ",A16,,"));
        Assert.Contains(diagnostics, d => d.Code == "RB2209");
    }

    [Fact]
    public void Circle_OfRules_IsFound()
    {
        var (_, diagnostics) = RuleFolder.With(
            "individ.csv",
            text =>
                text
                + "9,10,Ring,nir,ring,,Ring,forste_med_verdi,sirkel,,,,,,,\n"
                + "9,10,Ring,nir,sirkel,,Ring,forste_med_verdi,ring,,,,,,,\n"
        );
        Assert.Equal(["ring", "sirkel"], diagnostics.Where(d => d.Code == "RB2225").Select(d => d.Arguments[0]).Order());
    }

    [Fact]
    public void Folder_WithoutFiles_IsNamed()
    {
        using var folder = new TemporaryFolder();
        var bag = new DiagnosticBag();
        Assert.Null(RuleBook.Read(folder.Path, "tom", [RuleFolder.Nir, RuleFolder.Jobbsjansen], Datasets.DataFolder.Schema, bag));
        Assert.Equal("RB2200", Assert.Single(bag.Sorted()).Code);
    }

    [Fact]
    public void Reading_Unknown_IsNamedWithTheNearest()
    {
        var bag = new DiagnosticBag();
        Assert.Null(RuleFolder.Own.Choose([new ChosenReading("A1", "tykt", new SourcePlace("report.yaml", 3, 9))], bag));
        Assert.Equal(("RB2226", "A1=trykt"), (bag.Sorted()[0].Code, bag.Sorted()[0].Nearest));
    }

    [Fact]
    public void Reading_BeyondTheSchema_IsRefusedBeforeAnyoneIsSetAside()
    {
        var bag = new DiagnosticBag();
        var narrow = new ReportBuilder.Datasets.DatasetSchema([
            .. Datasets.DataFolder.Schema.Columns.Select(c => c.Name == "norsknivaa" ? c with { Max = 4 } : c),
        ]);
        var rules = RuleBook.Read(
            Repository.PathOf("data/recodings"),
            "data/recodings",
            [RuleFolder.Nir, RuleFolder.Jobbsjansen],
            narrow,
            bag
        )!;
        Assert.Null(rules.Choose([new ChosenReading("A5", "under_a1_er_1", new SourcePlace("report.yaml", 3, 9))], bag));
        Assert.All(bag.Sorted(), d => Assert.Equal("RB2227", d.Code));
    }
}
