using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Registers;

/// <summary>The declared registers are read; what is wrong with a declaration is said, all of it.</summary>
public class RegisterSchemaReaderTest
{
    private const string Header = "navn,type,enhet,paakrevd,kolonne_kan_mangle,bruk,kilde,beskrivelse";

    [Theory]
    [InlineData("nir", 52, 26)]
    [InlineData("jobbsjansen", 69, 44)]
    [InlineData("kostra", 5, 0)]
    [InlineData("regnskap", 5, 0)]
    public void Read_DeclaredRegister_HasItsVariables(string register, int variables, int measures)
    {
        var bag = new DiagnosticBag();

        var schema = RegisterSchemaReader.Read(Repository.PathOf($"data/registre/{register}.schema.csv"), "schema", bag);

        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        Assert.Equal(register, schema!.Register);
        Assert.Equal((variables, measures), (schema.Variables.Count, schema.Variables.Count(v => v.Use == RegisterUse.Measure)));
        Assert.True(schema.Variables[schema.IndexOf(RegisterUse.Municipality)].Required);
        Assert.True(schema.Variables[schema.IndexOf(RegisterUse.Provenance)].MayBeAbsent);
    }

    [Fact]
    public void Read_Line_BecomesAVariable()
    {
        var (schema, diagnostics) = Read(
            "v1_1,tekst,,ja,nei,kommune,Tabell 9,\"Sted, som det var\"",
            "Timer,desimaltall,timer,nei,ja,kilde,,"
        );

        Assert.Empty(diagnostics);
        Assert.Equal(
            new RegisterVariable(
                "v1_1",
                RegisterValueKind.Text,
                "",
                true,
                false,
                RegisterUse.Municipality,
                "Tabell 9",
                "Sted, som det var"
            ),
            schema!.Variables[0]
        );
        Assert.Equal(
            new RegisterVariable("Timer", RegisterValueKind.Decimal, "timer", false, true, RegisterUse.Source, "", ""),
            schema.Variables[1]
        );
    }

    [Theory]
    [InlineData(",tekst,,nei,nei,kilde,,", "RB2141", 1)]
    [InlineData(" x,tekst,,nei,nei,kilde,,", "RB2141", 1)]
    [InlineData("KOMMUNE,tekst,,nei,nei,kilde,,", "RB2142", 1)]
    [InlineData("x,tall,,nei,nei,kilde,,", "RB2143", 3)]
    [InlineData("x,tekst,,kanskje,nei,kilde,,", "RB2143", 10)]
    [InlineData("x,tekst,,nei,,kilde,,", "RB2143", 14)]
    [InlineData("x,tekst,,nei,nei,kilder,,", "RB2143", 18)]
    [InlineData("x,tekst,,ja,ja,kilde,,", "RB2144", 13)]
    [InlineData("x,tekst,,nei,nei,kommune,,", "RB2145", 18)]
    [InlineData("x,tekst,,nei", "RB2014", 0)]
    public void Read_FaultyLine_IsNamedAtItsPlace(string line, string code, int column)
    {
        var (schema, diagnostics) = Read("Kommune,tekst,,ja,nei,kommune,,", line);

        Assert.Null(schema);
        var error = Assert.Single(diagnostics);
        Assert.Equal((code, new SourcePlace("x.schema.csv", 3, column)), (error.Code, error.Place!.Value));
    }

    [Fact]
    public void Read_SeveralFaults_AreAllSaid()
    {
        var (_, diagnostics) = Read("a,tall,,x,nei,kilde,,", "a,tekst,,ja,ja,kilderr,,");

        Assert.Equal(["RB2143", "RB2143", "RB2142", "RB2144", "RB2143"], diagnostics.Select(d => d.Code));
        Assert.Equal("kilde", diagnostics[^1].Nearest);
    }

    [Fact]
    public void Read_NoMunicipalityOrNoVariable_IsAnError()
    {
        Assert.Equal("RB2147", Assert.Single(Read("a,tekst,,nei,nei,kilde,,").Diagnostics).Code);
        Assert.Equal("RB2146", Assert.Single(Read().Diagnostics).Code);
    }

    private static (RegisterSchema? Schema, IReadOnlyList<Diagnostic> Diagnostics) Read(params string[] lines)
    {
        using var folder = new TemporaryFolder();
        var bag = new DiagnosticBag();
        var path = folder.Write("x.schema.csv", string.Join('\n', [Header, .. lines, ""]));
        return (RegisterSchemaReader.Read(path, "x.schema.csv", bag), bag.Sorted());
    }
}
