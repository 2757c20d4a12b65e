using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Pages;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using Xunit;

namespace ReportBuilder.Tests.Comparison.Pages;

public sealed class DifferenceNamesTest
{
    private static readonly LabelSet Labels = PageFixture.Content(new DiagnosticBag()).Labels;

    [Theory]
    // Row and column of the first table; of two numbers in a cell also its kind.
    [InlineData("andel.k0.jobbsjansen", "Kvinne · Jobbsjansen (Tabell 1)")]
    [InlineData("modell.k0.p", "Kvinne · Estimat · p-verdi (Tabell 2)")]
    // Dots of a figure, X and Y in turn.
    [InlineData("modell.k1.forskjell", "Alle, punkt 2 · Forskjell (Figur 2)")]
    // Shown nowhere, but it belongs with one that is.
    [InlineData("modell.k0.oddsrate", "Kvinne · oddsrate (ved Tabell 2)")]
    // Shown nowhere, and named by nothing.
    [InlineData("modell.varians", "")]
    public void Of_Number_IsWhatTheReportShowsItUnder(string id, string expected) => Assert.Equal(expected, NameOf(Number(id)));

    [Fact]
    public void Of_NumberThatIsGone_IsNamedAfterTheOlderEdition()
    {
        var old = ExampleEdition.Whole();
        var result = EditionComparer.Compare(
            old,
            old.Without("andel.k0.jobbsjansen") with
            {
                Tables = [],
                Figures = [],
            },
            ComparisonSettings.Default,
            []
        );
        var gone = result.Differences.Single(d => d.Key == "andel.k0.jobbsjansen");
        Assert.Equal("Kvinne · Jobbsjansen (Tabell\u00A01)", new DifferenceNames(result, [gone], Labels).Of(gone).ToString());
    }

    [Fact]
    public void Of_RowsThatShareALabel_AreToldByTheirHeading()
    {
        var edition = ExampleEdition
            .Whole()
            .WithTable(
                "tbl-andeler",
                t =>
                    t with
                    {
                        Rows =
                        [
                            .. t.Rows.Take(4),
                            ExampleEdition.Row(ExampleEdition.Cell("Kvinne"), ExampleEdition.Cell("1", "antall.k1.jobbsjansen")),
                        ],
                    }
            );
        Assert.Equal("Alder · Kvinne · Jobbsjansen (Tabell 1)", NameOf(Number("antall.k1.jobbsjansen"), edition));
    }

    [Fact]
    public void Of_NumberBesideTwoLabels_HasTheNearest()
    {
        var edition = ExampleEdition
            .Whole()
            .WithTable(
                "tbl-andeler",
                t =>
                    t with
                    {
                        Columns = ["Land", "Antall", "Land", "Antall"],
                        Rows =
                        [
                            ExampleEdition.Row(
                                ExampleEdition.Cell("India"),
                                ExampleEdition.Cell("1", "antall.k0.jobbsjansen"),
                                ExampleEdition.Cell("Nepal"),
                                ExampleEdition.Cell("2", "antall.k1.jobbsjansen")
                            ),
                        ],
                    }
            );
        Assert.Equal("Nepal · Antall (Tabell 1)", NameOf(Number("antall.k1.jobbsjansen"), edition));
    }

    [Theory]
    [InlineData("tbl-andeler", DifferenceSubject.Table, "Hele tabellen (Tabell 1)")]
    [InlineData("tbl-andeler#plass.alder.under_25_aar", DifferenceSubject.Table, "Plassen til raden «Alder / Under 25 år» (Tabell 1)")]
    [InlineData(
        "tbl-andeler#celle.alder.under_25_aar.jobbsjansen",
        DifferenceSubject.Table,
        "Cellen «Alder / Under 25 år» · «Jobbsjansen» (Tabell 1)"
    )]
    [InlineData("fig-andeler#plass.under_25_aar", DifferenceSubject.Figure, "Plassen til kategorien «Under 25 år» (Figur 1)")]
    [InlineData("fig-andeler#merker.jobbsjansen", DifferenceSubject.Figure, "Tallene bak serien «jobbsjansen» (Figur 1)")]
    [InlineData("fig-andeler#tegning", DifferenceSubject.Figure, "Tegningen (Figur 1)")]
    [InlineData("kommune:0301", DifferenceSubject.Municipality, "Kommune 0301")]
    [InlineData("paastand:sammendrag.md:over:a.b,50", DifferenceSubject.Claim, "Påstand i «Sammendrag»")]
    [InlineData("typisk.felles.fravaer", DifferenceSubject.Fact, "Den typiske deltakeren · felles for ordningene · Fravær")]
    public void Of_OtherDifference_IsItsKeyInWords(string key, DifferenceSubject subject, string expected) =>
        Assert.Equal(expected, NameOf(new Difference(key, subject, DifferenceKind.Changed, "x", "y")));

    [Fact]
    public void Of_NumberThatNothingShows_IsItsIdInTheWordsOfTheReport() =>
        Assert.Equal(
            "Avvik fra forventet måloppnåelse · Fravær · Lavt fravær (under 10 %) · Jobbsjansen",
            NameOf(Number("avvik.fravaer.lavt.jobbsjansen"))
        );

    private static Difference Number(string id) => new(id, DifferenceSubject.Quantity, DifferenceKind.Changed, "1", "2");

    private static string NameOf(Difference difference, Edition? edition = null)
    {
        var example = edition ?? ExampleEdition.Whole();
        var result = EditionComparer.Compare(example, example, ComparisonSettings.Default, []);
        return new DifferenceNames(result, [difference], Labels).Of(difference).ToString().Replace('\u00A0', ' ');
    }
}
