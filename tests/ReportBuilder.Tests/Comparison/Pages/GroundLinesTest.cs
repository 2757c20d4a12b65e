using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class GroundLinesTest
{
    private static readonly string Before = new('a', 64);
    private static readonly string After = new('b', 64);

    [Fact]
    public void Of_FilesOfOneTable_AreOneLine() =>
        Assert.Equal(
            [
                new GroundLine("Statistisk sentralbyrå", "SSB-tabell 06445, 2017–2019", "3 filer", "3 filer med annet innhold"),
                new GroundLine("Statistisk sentralbyrå", "SSB-tabell 06445, 2020", "ingen", "bbbbbbbbbbbb…"),
                new GroundLine("Statistisk sentralbyrå", "SSB-tabell 07984, 2017, 2019", "2 filer", "ingen"),
            ],
            Of(
                new GroundChange("ssb", "06445-2017.json", Before, After),
                new GroundChange("ssb", "06445-2018.json", Before, After),
                new GroundChange("ssb", "06445-2019.json", Before, After),
                new GroundChange("ssb", "06445-2020.json", null, After),
                new GroundChange("ssb", "07984-2017.json", Before, null),
                new GroundChange("ssb", "07984-2019.json", Before, null)
            )
        );

    [Fact]
    public void Of_Settings_AreInWordsWhereThereAreSome() =>
        Assert.Equal(
            [
                new GroundLine(
                    "Innstilling",
                    "Lesning av regel A2",
                    "Fravær delt på timer deltatt",
                    "Fravær delt på timer deltatt og fravær"
                ),
                new GroundLine("Innstilling", "ukjent.navn", "1", "2"),
            ],
            Of(
                new GroundChange(GroundComparer.Setting, "data.lesninger.A2", "andel", "av_alt"),
                new GroundChange(GroundComparer.Setting, "ukjent.navn", "1", "2")
            )
        );

    private static IReadOnlyList<GroundLine> Of(params GroundChange[] changes) =>
        GroundLines.Of(changes, PageFixture.Content(new DiagnosticBag()).Labels);
}
