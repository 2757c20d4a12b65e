using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Contents;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tables;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Contents;

public class BriefingTablesTest
{
    private static readonly IReadOnlyList<Scheme> OnlyIntroduction = [Scheme.Introduksjonsprogrammet];

    [Fact]
    public void Tables_OfATellingMunicipality_HaveItsSchemesAsGroupsAndItsYearsAsColumns()
    {
        var tables = Of(BriefingExamples.Draw(1, Breakdown.Schemes, hidden: 0));

        var years = tables["tbl-ordninger"];
        Assert.Equal(["", "2017", "2018", "2019", "2020", "2017–2020"], years.Columns.Select(c => c.Header));
        Assert.Equal(
            ["Jobbsjansen", "Introduksjonsprogrammet"],
            years.Rows.Where(r => r.Kind == RowKind.Group).Select(r => TableCellText.Of(r.Cells[0]))
        );
        Assert.Equal(8, years.Rows.Count);
        Assert.Equal(
            ["", "Kommunen", "Lignende kommuner", "Fylket", "Hele landet"],
            tables["tbl-sammenligning"].Columns.Select(c => c.Header)
        );
    }

    [Fact]
    public void Tables_OfAMunicipalityThatMayTellNothing_AreOfOthersOnly()
    {
        var tables = Of(BriefingExamples.Draw(1, OnlyIntroduction, hidden: 1));

        Assert.Equal(["tbl-lokalt", "tbl-sammenligning"], tables.Keys.Order(StringComparer.Ordinal));
        // Its own column is there, so that nobody wonders where it went, with a sign in every row.
        Assert.All(
            tables["tbl-sammenligning"]
                .Rows.SelectMany(r => r.Cells)
                .SelectMany(c => c.Quantities)
                .Where(q => q.Id.Value.StartsWith("kommunen.", StringComparison.Ordinal)),
            q => Assert.False(q.HasValue)
        );
    }

    [Fact]
    public void Tables_OfAMunicipalityThatIsACounty_HaveNoCounty()
    {
        var briefing = BriefingExamples
            .Draw(1, OnlyIntroduction, hidden: 0)
            .With(Quantity.Of(BriefingIds.Municipalities(BriefingScope.County), 1, Unit.Count, 0));

        Assert.All(
            Of(briefing).Values,
            t => Assert.DoesNotContain(t.QuantityIds, id => id.Value.StartsWith("fylket.", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Tables_OfOneScheme_HaveNoNumberOfTheOther()
    {
        var tables = Of(BriefingExamples.Draw(1, OnlyIntroduction, hidden: 0));

        Assert.All(
            tables.Values,
            t => Assert.DoesNotContain(t.QuantityIds, id => id.Value.Contains("jobbsjansen", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Rows_OfHiddenYears_AreNotMade()
    {
        var briefing = BriefingExamples.Draw(1, OnlyIntroduction, hidden: 0);
        var hidden = DescriptiveVariables
            .Years.Categories.SelectMany(y =>
                new[]
                {
                    Quantity.Without(
                        BriefingIds.Participants(BriefingScope.Own, Scheme.Introduksjonsprogrammet, y),
                        Unit.Count,
                        0,
                        QuantityStatus.Suppressed
                    ),
                    Quantity.Without(
                        BriefingIds.Outcome(BriefingScope.Own, Scheme.Introduksjonsprogrammet, y),
                        Unit.Share,
                        0,
                        QuantityStatus.Suppressed
                    ),
                }
            )
            .ToArray();

        Assert.DoesNotContain("tbl-ordninger", Of(briefing.With(hidden)).Keys);
    }

    [Fact]
    public void Years_OfOneSchemeOfTwo_AreToldWhoseTheyAre()
    {
        var hidden = Quantity.Without(BriefingIds.Outcome(BriefingScope.Own, Scheme.Jobbsjansen), Unit.Share, 0, QuantityStatus.Suppressed);

        var rows = Of(BriefingExamples.Draw(1, Breakdown.Schemes, hidden: 0).With(hidden))["tbl-ordninger"].Rows;

        Assert.Equal(["Introduksjonsprogrammet"], rows.Where(r => r.Kind == RowKind.Group).Select(r => TableCellText.Of(r.Cells[0])));
    }

    [Fact]
    public void LocalFacts_HaveTheirUnitsInTheNamesOfTheRows()
    {
        var table = Of(BriefingExamples.Draw(1, OnlyIntroduction, hidden: 0))["tbl-lokalt"];

        Assert.Contains(table.Rows, r => TableCellText.Of(r.Cells[0]) == "Innvandrere (prosent)");
        Assert.All(table.Rows.SelectMany(r => r.Cells.Skip(1)).Select(TableCellText.Of), t => Assert.DoesNotContain('%', t));
    }

    private static Dictionary<string, Table> Of(Briefing briefing) =>
        BriefingTables
            .Build(briefing.Edition, BriefingBooks.Languages["nb"].Labels, briefing.Schemes)
            .ToDictionary(t => t.Id, t => t, StringComparer.Ordinal);
}
