using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Explanations;

public sealed class ExplanationReaderTest : IDisposable
{
    private const string Signed = """
            klasse: nye_data
            grunn: Nye data
            signert: Kari Eksempel
            dato: 2026-11-20
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_WholeFile_GivesEntriesInOrder()
    {
        var file = Read(
            $"""
              - id: deltakere.netto.alle
                gammel: 3.10
                ny: "0.5 base=3"
            {Signed}
              - monster: modell.individ.**
                antall: 24
                avtrykk: 3f9a2c11aa00
                gjelder: Individmodellen
                klasse: ny_metode
                grunn: >-
                  Modellen er
                  en annen.
                signert: Ola Eksempel
                dato: 2026-11-21
            """
        );

        Assert.Empty(_bag.Sorted());
        Assert.Equal(("2022", "2026-1"), (file.Old, file.New));
        Assert.Equal(["deltakere.netto.alle", "modell.individ.**"], file.Explanations.Select(e => e.Pattern));
        var (single, rule) = (file.Explanations[0], file.Explanations[1]);
        // Exact text: a reader that made numbers of these would lose the last nought.
        Assert.Equal(("3.10", "0.5 base=3", 4), (single.Old, single.New, single.Place.Line));
        Assert.False(single.IsRule);
        Assert.Equal((24, "3f9a2c11aa00"), (rule.Count, rule.Fingerprint));
        Assert.Equal((RevisionClass.NewMethod, "Modellen er en annen.", "Ola Eksempel"), (rule.Class, rule.Reason, rule.SignedBy));
        Assert.Equal(new DateOnly(2026, 11, 21), rule.Date);
        Assert.True(rule.IsRule);
        Assert.Equal((null, "Individmodellen"), (single.Subject, rule.Subject));
    }

    [Fact]
    public void Read_NewAndEmptySides_AreToldApart()
    {
        var entry = Read($"  - id: a.b\n    gammel:\n    ny: ''\n{Signed}").Explanations[0];
        Assert.Null(entry.Old);
        Assert.Equal(string.Empty, entry.New);
    }

    [Fact]
    public void Read_Unfinished_IsAWarningThatSaysWhatLacksAndExplainsNothing()
    {
        var file = Read("  - id: a.b\n    gammel: 1\n    ny: 2\n    klasse: nye_data\n    grunn: '  '\n    signert:\n");
        Assert.Empty(file.Explanations);
        Assert.Equal("a.b", Assert.Single(file.Unfinished).Pattern);
        var warning = Assert.Single(_bag.Sorted());
        Assert.Equal(("RB7065", Severity.Warning, "grunn, signert, dato"), (warning.Code, warning.Severity, warning.Arguments[0]));
    }

    [Theory]
    [InlineData("grunn: Nye data", "signert: K", "signert med minst 2 bokstaver")]
    [InlineData("grunn: '...'", "signert: Bo", "grunn med minst 2 bokstaver")]
    [InlineData("grunn: Ny", "signert: '1 2 3'", "signert med minst 2 bokstaver")]
    public void Read_NoWordsWhereWordsAreDue_IsNotSigned(string reason, string signature, string lacking)
    {
        var file = Read(
            $"  - id: a.b\n    gammel: 1\n    ny: 2\n    klasse: nye_data\n    {reason}\n    {signature}\n    dato: 2026-11-20\n"
        );
        Assert.Empty(file.Explanations);
        Assert.Equal(("RB7065", lacking), (Assert.Single(_bag.Sorted()).Code, _bag.Sorted()[0].Arguments[0]));
    }

    [Theory]
    [InlineData("  - monster: **.fravaer.**\n", 14, "**.fravaer.**")]
    [InlineData("  - monster: *.p\n", 14, "*.p")]
    [InlineData("  - {monster: **.a}\n", 15, "**.a")]
    [InlineData("  - id: a.b\n  - *hele\n", 5, "*hele")]
    public void Read_PatternThatBeginsWithAStarWithoutQuotes_IsFoundWhereItStands(string entry, int column, string found)
    {
        Assert.Null(Read(entry));
        var error = Assert.Single(_bag.Sorted());
        Assert.Equal(("RB1002", found, column), (error.Code, error.Found, error.Place!.Value.Column));
        Assert.Equal(3 + entry.TrimEnd('\n').Split('\n').Length, error.Place.Value.Line);
        Assert.Contains("anførselstegn", error.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ReferenceToSomethingNamed_IsNoFault()
    {
        var file = Read("  - id: a.b\n    gammel: &tall 1\n    ny: *tall\n");
        Assert.Equal(("1", "1"), (file.Unfinished[0].Old, file.Unfinished[0].New));
        Assert.DoesNotContain(_bag.Sorted(), d => d.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("  - id: a.b\n    klase: nye_data\n", "RB1005", "klasse")]
    [InlineData("  - id: a.b\n    klasse: nyedata\n", "RB7060", "nye_data")]
    [InlineData("  - id: a.b\n    klasse: helt_annet\n", "RB7060", null)]
    [InlineData("  - gammel: 1\n", "RB7061", null)]
    [InlineData("  - id: a.b\n    monster: a.*\n", "RB7061", null)]
    [InlineData("  - monster: a.b\n", "RB7062", null)]
    [InlineData("  - monster: a..**\n", "RB7062", null)]
    [InlineData("  - id: a.*\n", "RB7062", null)]
    [InlineData("  - id: a.b\n    antall: 3\n", "RB7063", null)]
    [InlineData("  - monster: a.*\n    ny: 3\n", "RB7063", null)]
    [InlineData("  - id: a.b\n    dato: 20.11.2026\n", "RB1006", null)]
    [InlineData("  - monster: a.*\n    antall: mange\n", "RB1006", null)]
    [InlineData("  - a.b\n", "RB1006", null)]
    public void Read_Fault_IsOneErrorWithItsPlace(string entry, string code, string? nearest)
    {
        Read(entry);
        var error = Assert.Single(_bag.Sorted(), d => d.Severity == Severity.Error);
        Assert.Equal((code, nearest), (error.Code, error.Nearest));
        Assert.InRange(error.Place!.Value.Line, 4, 5);
    }

    [Theory]
    [InlineData("id: a.b")]
    [InlineData("monster: a.*")]
    public void Read_SameTwice_IsAnErrorThatNamesTheFirstLine(string name)
    {
        Read($"  - {name}\n{Signed}\n  - {name}\n{Signed}");
        var error = Assert.Single(_bag.Sorted());
        Assert.Equal(("RB7064", 9), (error.Code, error.Place!.Value.Line));
        Assert.Contains("4", error.Arguments[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoEntries_IsEmpty()
    {
        var path = _folder.Write("avvik.yaml", "fra: 2022\ntil: 2026-1\navvik: []\n");
        Assert.Empty(ExplanationReader.Read(path, "avvik.yaml", _bag)!.Entries);
        Assert.Empty(_bag.Sorted());
    }

    [Fact]
    public void Read_NoFile_IsAnError()
    {
        Assert.Null(ExplanationReader.Read(Path.Combine(_folder.Path, "borte.yaml"), "borte.yaml", _bag));
        Assert.Equal("RB1001", Assert.Single(_bag.Sorted()).Code);
    }

    private ExplanationFile Read(string entries) =>
        ExplanationReader.Read(_folder.Write("avvik.yaml", "fra: 2022\ntil: 2026-1\navvik:\n" + entries), "avvik.yaml", _bag)!;
}
