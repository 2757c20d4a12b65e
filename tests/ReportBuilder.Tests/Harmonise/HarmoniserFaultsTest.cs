using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Harmonise;

/// <summary>Faults seeded in the registers: each is found at its place, and nothing is lost on the way.</summary>
public class HarmoniserFaultsTest
{
    /// <summary>Cells of a person in NIR, and the code that sets the record aside.</summary>
    public static TheoryData<string, string, string> NirContradictions =>
        new()
        {
            { "GjenførfristBeregnetFra", "01.05.2018", "RB2230" },
            { "DatoForForsteVedtakIntro", "01.05.2018", "RB2230" },
            { "AntallTimerFravaerIntro", "-1", "RB2231" },
            { "AntallDagerFravaerIntro", "-0,5", "RB2231" },
            { "AntallTimerDeltattNKNV", "-3", "RB2231" },
            { "Fodselsaar", "2019", "RB2232" },
            { "PROVE_NORSK_LES_Resultat", "C1", "RB2233" },
            { "PROVE_NORSK_SKRIV_Resultat", "5", "RB2233" },
            { "Fodselsaar", "2010", "RB2234" },
            { "Fodselsaar", "1930", "RB2234" },
            { "GjenførfristBeregnetFra", "01.01.2012", "RB2234" },
            { "DatoForForsteVedtakIntro", "01.01.1950", "RB2234" },
            { "Avslutningsårsak", "", "RB2235" },
        };

    /// <summary>The same for Jobbsjansen.</summary>
    public static TheoryData<string, string, string> JobContradictions =>
        new()
        {
            { "Alder_rapporteringstidspunkt", "12", "RB2234" },
            { "Botid", "61", "RB2234" },
            { "Varighet", "-2", "RB2234" },
            { "Sør_Asia", "0", "RB2236" },
            { "Europa", "1", "RB2237" },
            { "Overgang", "Ingen", "RB2238" },
            { "Måloppnåelse_dik", "0", "RB2238" },
            { "Norsknivaa_vurdering_avslutning", "C2", "RB2233" },
        };

    /// <summary>Cells that stop the run: no rule, or not of their kind.</summary>
    public static TheoryData<string, string, string, string?> Unknown =>
        new()
        {
            { "StatsborgerskapForste", "Atlantis", "RB2250", null },
            { "StatsborgerskapForste", "Afganistan", "RB2250", "Afghanistan" },
            { "Avslutningsårsak", "Abeid", "RB2250", "Arbeid" },
            { "Kjønn", "Q", "RB2250", null },
            { "SporSiste", "4", "RB2250", null },
            { "Avsl_Kommunennummer", "Oslo", "RB2250", null },
            { "Avsl_Kommunennummer", "030199", "RB2250", null },
            { "Norskopplæring", "2", "RB2250", null },
            { "Fodselsaar", "nittenåtti", "RB2251", null },
            { "AvsluttetDato", "31.02.2018", "RB2251", null },
            { "GjenførfristBeregnetFra", "i fjor", "RB2251", null },
            { "AntallTimerDeltattNorsk", "mange", "RB2251", null },
            { "Kilde", "oppdiktet", "RB2254", null },
            { "Avsl_Kommunennummer", "1601", "RB2253", null },
        };

    [Theory]
    [MemberData(nameof(NirContradictions))]
    public void Nir_Contradiction_IsSetAsideAtItsPlace(string variable, string value, string code)
    {
        using var registers = new RegisterFolder().Nir().Nir((variable, value)).Nir();
        var (data, diagnostics) = registers.Run();
        Assert.True(data is not null, string.Join('\n', diagnostics.Select(DiagnosticFormatter.Format)));
        var found = Assert.Single(diagnostics);
        Assert.Equal((code, Severity.Warning, "nir.csv", 3), (found.Code, found.Severity, found.Place!.Value.File, found.Place.Value.Line));
        Assert.True(found.Place.Value.Column > 0);
        Assert.NotEmpty(DiagnosticFormatter.Format(found));
        Assert.Equal(2, data.Participants.RowCount);
        Assert.Equal(code, Assert.Single(data.SetAside).Code);
    }

    [Theory]
    [MemberData(nameof(JobContradictions))]
    public void Jobbsjansen_Contradiction_IsSetAsideAtItsPlace(string variable, string value, string code)
    {
        using var registers = new RegisterFolder().Job(2019).Job(2019, (variable, value));
        var (data, diagnostics) = registers.Run();
        Assert.True(data is not null, string.Join('\n', diagnostics.Select(DiagnosticFormatter.Format)));
        var found = Assert.Single(diagnostics);
        Assert.Equal((code, "jobb-2019.csv", 3), (found.Code, found.Place!.Value.File, found.Place.Value.Line));
        Assert.Equal(1, data.Participants.RowCount);
    }

    [Theory]
    [MemberData(nameof(Unknown))]
    public void Value_WithoutRule_StopsTheRunOnceWithItsCount(string variable, string value, string code, string? nearest)
    {
        using var registers = new RegisterFolder().Nir().Nir((variable, value)).Nir((variable, value));
        var (data, diagnostics) = registers.Run();
        Assert.Null(data);
        var found = Assert.Single(diagnostics);
        Assert.Equal(
            (code, Severity.Error, "nir.csv", 3, value),
            (found.Code, found.Severity, found.Place!.Value.File, found.Place.Value.Line, found.Found)
        );
        Assert.Equal("2", found.Arguments[1]);
        if (nearest is not null)
        {
            Assert.Equal(nearest, found.Nearest);
        }
    }

    [Fact]
    public void Values_WithoutRule_AreAllTold()
    {
        using var registers = new RegisterFolder()
            .Nir(("StatsborgerskapForste", "Atlantis"), ("Avslutningsårsak", "Reist"))
            .Nir(("StatsborgerskapForste", "Utopia"))
            .Job(2018, ("v2_9", "9"));
        var (_, diagnostics) = registers.Run();
        Assert.Equal(["9", "Atlantis", "Reist", "Utopia"], diagnostics.Where(d => d.Code == "RB2250").Select(d => d.Found).Order());
    }

    [Fact]
    public void Person_TwiceInNir_CountsOnce()
    {
        using var registers = new RegisterFolder().Nir().Nir(("Lopenummer", "0000001"), ("AvsluttetDato", "31.05.2019"));
        var (data, diagnostics) = registers.Run();
        Assert.Equal(1, data!.Participants.RowCount);
        Assert.Equal(("RB2239", 3), (diagnostics.Single().Code, diagnostics.Single().Place!.Value.Line));
    }

    [Fact]
    public void Person_InBothRegistersAtOnce_IsInNeither()
    {
        using var registers = new RegisterFolder().Nir(("AvsluttetDato", "31.12.2019")).Nir().Job(2019, ("Lopenummer", "0000001"));
        var (data, diagnostics) = registers.Run();
        Assert.Equal("N0000002", data!.Participants.Texts("id").Text(0));
        Assert.Equal(1, data.Participants.RowCount);
        Assert.Equal(["jobb-2019.csv", "nir.csv"], diagnostics.Where(d => d.Code == "RB2241").Select(d => d.Place!.Value.File));
    }

    [Fact]
    public void Person_FromOneSchemeToTheOther_IsInBoth()
    {
        using var registers = new RegisterFolder().Nir().Job(2019, ("Lopenummer", "0000001"), ("Varighet", "9"));
        var data = registers.Harmonised();
        Assert.Equal(["N0000001", "J0000001"], data.Participants.Texts("id").Distinct);
    }

    [Fact]
    public void Person_TwiceInAYear_CountsOnce()
    {
        using var registers = new RegisterFolder().Job(2018, ("Lopenummer", "5")).Job(2018, ("Lopenummer", "5"));
        var (data, diagnostics) = registers.Run();
        Assert.Equal(1, data!.Participants.RowCount);
        Assert.Equal("RB2242", diagnostics.Single().Code);
    }

    [Fact]
    public void Person_StillThereAfterTheExit_IsSetAside()
    {
        using var registers = new RegisterFolder().Job(2018, ("Lopenummer", "5")).Job(2019, ("Lopenummer", "5"), ("Avsluttet", "0"));
        var (_, diagnostics) = registers.Run();
        Assert.Equal(("RB2243", "jobb-2019.csv"), (diagnostics.Single().Code, diagnostics.Single().Place!.Value.File));
    }

    [Fact]
    public void Year_WithoutFile_IsNamed()
    {
        using var registers = new RegisterFolder().Nir();
        registers.YearsLeftOut.Add(2019);
        var (data, diagnostics) = registers.Run();
        Assert.Null(data);
        Assert.Equal(("RB2252", "2019"), (diagnostics.Single().Code, diagnostics.Single().Arguments[0]));
    }

    [Fact]
    public void Registers_WithoutAnyoneFinished_AreAnError()
    {
        using var registers = new RegisterFolder().Nir(("AvsluttetDato", ""));
        Assert.Equal("RB2255", registers.Run().Diagnostics.Single().Code);
    }

    [Fact]
    public void Warnings_ByTheHundred_DoNotHideAnError()
    {
        using var registers = new RegisterFolder();
        for (var i = 0; i < 100; i++)
        {
            registers.Nir(("Fodselsaar", "1930"));
        }

        registers.Nir(("StatsborgerskapForste", "Atlantis"));
        Assert.Contains(registers.Run().Diagnostics, d => d.Code == "RB2250");
    }

    [Fact]
    public void Category_WrittenAsADecimal_IsTheWholeNumber()
    {
        using var registers = new RegisterFolder().Nir(("SporSiste", "3.0"));
        Assert.Equal(2, registers.Harmonised().Participants.Codes("utdanningsnivaa").Indices[0]);
    }
}
