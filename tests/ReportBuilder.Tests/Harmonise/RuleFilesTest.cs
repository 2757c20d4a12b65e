using System.Text;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Harmonise;

/// <summary>The repository's rule files: sound, complete, and as printed in the report.</summary>
public class RuleFilesTest
{
    private static readonly Dictionary<string, string> RegisterNames = new(StringComparer.Ordinal)
    {
        ["NIR"] = "nir",
        ["Jobbsjansen"] = "jobbsjansen",
    };

    [Fact]
    public void Own_AreSound() => Assert.NotEmpty(RuleFolder.Own.Rules);

    [Fact]
    public void Ambiguities_AllSeventeen_HaveADecisionWithReason()
    {
        var decided = RuleFolder.Own.Rules.Where(r => r.Decision.Length > 20).Select(r => r.Ambiguity).Where(a => a.Length > 0).ToHashSet();
        Assert.Equal(Enumerable.Range(1, 17).Select(n => $"A{n}").Order(), decided.Order());
    }

    [Fact]
    public void ExitReasons_AreThePrintedOnes_WithThePrintedCodes()
    {
        var printed = Table("08").ToDictionary(r => r["Avslutningsårsak NIR"].Text, r => r["target_code"].Text);
        var asPrinted = RuleFolder.Own.DefaultReadings.With(Reading("A1", "trykt"));
        var rules = RuleFolder
            .Own.OfTable(8)
            .Where(r => r.Target == "maaloppnaaelse" && r.Category != "(tom)" && asPrinted.Includes(r))
            .ToDictionary(r => r.Category, r => r.Value);
        Assert.Equal(printed.OrderBy(p => p.Key), rules.OrderBy(p => p.Key));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Measures_AreThePrintedOnes_InThePrintedRows(int table)
    {
        var printed = Table(table.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Select(r =>
                (RegisterNames[r["register"].Text], r["source_category"].Text, r["printed_row"].Text, r["target_variable"].Text.Length > 0)
            );
        var rules = RuleFolder.Own.OfTable(table).Select(r => (r.Register, r.Label, r.Row.ToText(), r.Target.Length > 0));
        Assert.Equal(printed, rules);
    }

    [Fact]
    public void Countries_OfIso3166_AreAllThere()
    {
        var codes = RuleFolder.Own.Rules.Where(r => r.Variables.Contains("StatsborgerskapForste")).Select(r => r.Label).ToHashSet();
        Assert.Equal(250, codes.Count(c => c.Length == 2));
    }

    [Fact]
    public void Own_SavedByASpreadsheet_ReadTheSame()
    {
        // Semicolons, decimal comma, Windows-1252, and rows of separators where lines were taken out.
        var (book, diagnostics) = RuleFolder.WithBytes(
            "land.csv",
            text => Encoding.Latin1.GetBytes(Semicolons(text) + new string(';', 15) + "\r\n")
        );
        Assert.Empty(diagnostics.Select(DiagnosticFormatter.Format));
        Assert.Equal(
            RuleFolder.Own.Rules.Select(r => (r.Category, r.Value, r.Remark.Replace('–', '-'))),
            book!.Rules.Select(r => (r.Category, r.Value, r.Remark.Replace('–', '-')))
        );
    }

    [Theory]
    [InlineData("jobbsjansen", 2017, "Værnesregionen", "1714")]
    [InlineData("jobbsjansen", 2018, "Værnesregionen", "5035")]
    [InlineData("jobbsjansen", 2019, "Bydel Alna", "0301")]
    [InlineData("nir", 2019, "030104", "0301")]
    [InlineData("nir", 2019, "1103", "1103")]
    [InlineData("nir", 2019, "Oslo", null)]
    public void MunicipalityOf_Cell_IsItsNumber(string register, int year, string cell, string? expected) =>
        Assert.Equal(expected, RuleFolder.Own.MunicipalityOf(register, year, cell));

    internal static Reading Reading(string ambiguity, string name) =>
        RuleFolder.Own.Readings.Single(r => r.Ambiguity == ambiguity && r.Name == name);

    private static string Semicolons(string text)
    {
        var quoted = false;
        var result = new StringBuilder();
        foreach (var c in text)
        {
            // Every cell in quotes, so that semicolons in remarks stay where they are.
            quoted ^= c == '"';
            result.Append(
                c switch
                {
                    ',' when !quoted => "\";\"",
                    '\n' => "\"\r\n\"",
                    '"' => string.Empty,
                    '–' => "-",
                    _ => c.ToString(),
                }
            );
        }

        return '"' + result.ToString()[..^1];
    }

    private static IReadOnlyList<CsvSheetRow> Table(string number)
    {
        var path = Repository.PathOf($"data/editions/2022/tables/tabell-{number}.csv");
        string[] columns =
            number == "08" ? ["Avslutningsårsak NIR", "target_code"] : ["register", "source_category", "printed_row", "target_variable"];
        return CsvSheet.Read(path, number, columns, new DiagnosticBag())!.Rows;
    }
}
