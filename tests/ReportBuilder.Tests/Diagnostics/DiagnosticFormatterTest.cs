using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Diagnostics;

public class DiagnosticFormatterTest
{
    [Fact]
    public void Format_AllFacts_IsOneLine()
    {
        var diagnostic = Diagnostic.Error("RB1006", new SourcePlace("report.yaml", 12, 18), "personvern.minste_antall") with
        {
            Found = "2",
            Expected = "et heltall fra 3 til 1000",
        };
        Assert.Equal(
            "report.yaml:12:18: feil RB1006: Verdien av «personvern.minste_antall» har feil form. Fant «2». Ventet et heltall fra 3 til 1000.",
            DiagnosticFormatter.Format(diagnostic)
        );
    }

    [Fact]
    public void Format_Nearest_AsksWhetherThatWasMeant() =>
        Assert.Equal(
            "report.yaml:3:1: feil RB1005: Nøkkelen er ukjent. Fant «titel». Mente du «tittel»?",
            DiagnosticFormatter.Format(
                Diagnostic.Error("RB1005", new SourcePlace("report.yaml", 3, 1)) with
                {
                    Found = "titel",
                    Nearest = "tittel",
                }
            )
        );

    [Fact]
    public void Format_WholeLine_HasNoColumn() =>
        Assert.StartsWith(
            "a.csv:7: feil RB2014: ",
            DiagnosticFormatter.Format(Diagnostic.Error("RB2014", new SourcePlace("a.csv", 7))),
            StringComparison.Ordinal
        );

    [Fact]
    public void Format_WholeFile_HasNoLine() =>
        Assert.Equal(
            "a.csv: feil RB2001: Filen finnes ikke.",
            DiagnosticFormatter.Format(Diagnostic.Error("RB2001", new SourcePlace("a.csv")))
        );

    [Fact]
    public void Format_WarningWithoutPlace_BeginsWithTheWord() =>
        Assert.StartsWith(
            "advarsel RB6002: ",
            DiagnosticFormatter.Format(Diagnostic.Warning("RB6002", null, "x", "y")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Format_FactWithLineBreaksAndBraces_StaysOnOneLineAsFound()
    {
        var text = DiagnosticFormatter.Format(
            Diagnostic.Error("RB1002", new SourcePlace("a.yaml", 1, 1), "{0} a\r\nb\nc") with
            {
                Found = "{x}",
            }
        );
        Assert.DoesNotContain('\n', text);
        Assert.DoesNotContain('\r', text);
        Assert.Contains("{0} a b c", text, StringComparison.Ordinal);
        Assert.Contains("«{x}»", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public void Format_LineNumberUnderAnyCulture_HasNoSeparators(string culture) =>
        Assert.StartsWith(
            "a.csv:1234567:12345: ",
            Cultures.Under(culture, () => DiagnosticFormatter.Format(Diagnostic.Error("RB2010", new SourcePlace("a.csv", 1234567, 12345)))),
            StringComparison.Ordinal
        );
}
