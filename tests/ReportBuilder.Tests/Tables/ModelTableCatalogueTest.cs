using ReportBuilder.Editions;
using ReportBuilder.Stages;
using ReportBuilder.Tables;
using ReportBuilder.Tests.Stages;
using Xunit;

namespace ReportBuilder.Tests.Tables;

public class ModelTableCatalogueTest
{
    private static readonly StageRun Run = StageRun.Of(Participants.Make(900));

    [Fact]
    public void IndividualModel_Rows_AreAllCoefficientsThenConstantAndSummary()
    {
        var table = Table("tbl-individmodell");
        var estimates = table.Rows.Where(r => r.Cells.Count > 1).Select(r => r.Cells[1]).OfType<EstimateCell>().ToList();
        Assert.Equal(
            ModelTerm
                .OfIndividualModel.SelectMany(ModelTermTexts.Coefficients)
                .Append(ModelTermTexts.Constant)
                .Select(c => $"modell.individ.{c.Token}.koeffisient"),
            estimates.Select(e => e.Estimate.Id.Value)
        );
        Assert.All(estimates, e => Assert.Equal(Unit.PValue, e.PValue.Unit));
        var summary = table.Rows.SkipWhile(r => r.Kind != RowKind.Summary).ToList();
        Assert.Equal(6, summary.Count);
        Assert.All(summary, r => Assert.Equal(RowKind.Summary, r.Kind));
        Assert.DoesNotContain(table.Rows, r => ((TextCell)r.Cells[0]).Text == "Nord-Amerika");
    }

    [Fact]
    public void IndividualModel_Headings_ComeOnceEachBeforeTheirRows()
    {
        var table = Table("tbl-individmodell");
        Assert.Equal(
            ModelTerm.OfIndividualModel.Select(t => t.Group).Distinct(StringComparer.Ordinal).Count(),
            table.Rows.Count(r => r.Kind == RowKind.Group)
        );
        Assert.Equal(RowKind.Group, table.Rows[0].Kind);
        Assert.DoesNotContain(table.Rows.Zip(table.Rows.Skip(1)), p => p is { First.Kind: RowKind.Group, Second.Kind: not RowKind.Data });
    }

    [Fact]
    public void SideBySide_EachModel_HasItsCoefficientsInItsColumnAndNoOthers()
    {
        var table = Table("tbl-modeller");
        for (var i = 0; i < ReportModel.OfAll.Count; i++)
        {
            var model = ReportModel.OfAll[i];
            Assert.Equal(
                model
                    .Terms.SelectMany(ModelTermTexts.Coefficients)
                    .Append(ModelTermTexts.Constant)
                    .Select(c => $"{model.Prefix}.{c.Token}.koeffisient")
                    .Order(StringComparer.Ordinal),
                table
                    .Rows.Where(r => r.Kind != RowKind.Group)
                    .Select(r => r.Cells[i + 1])
                    .OfType<EstimateCell>()
                    .Select(e => e.Estimate.Id.Value)
                    .Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void SideBySide_TermsThatEnterInTwoWays_HaveTwoRows()
    {
        var rows = Table("tbl-modeller").Rows.Where(r => r.Kind == RowKind.Data).ToList();
        var ages = rows.Where(r =>
            r.Cells.OfType<EstimateCell>().Any(e => e.Estimate.Id.Value.Contains(".alder.", StringComparison.Ordinal))
        );
        Assert.Equal([(true, false, false), (false, true, true)], ages.Select(r => (Has(r, 1), Has(r, 2), Has(r, 3))));

        static bool Has(TableRow row, int column) => row.Cells[column] is EstimateCell;
    }

    [Fact]
    public void SideBySide_Groups_StandInTheOrderOfTheTerms()
    {
        var headings = Table("tbl-modeller").Rows.Where(r => r.Kind == RowKind.Group).Select(r => ((TextCell)r.Cells[0]).Text).ToList();
        Assert.Equal(ModelTerm.Groups.Count, headings.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(ModelTerm.Groups.Count, headings.Count);
    }

    [Fact]
    public void SideBySide_VarianceBetweenGroups_IsEmptyForTheIndividualModel()
    {
        var row = Table("tbl-modeller").Rows.Single(r => r.Cells.OfType<QuantityCell>().Any(c => c.Quantity.Unit == Unit.Variance));
        Assert.IsType<TextCell>(row.Cells[1]);
        Assert.Equal(
            ["modell.kommune.varians", "modell.prosjekt.varians"],
            row.Cells.SelectMany(c => c.Quantities).Select(q => q.Id.Value)
        );
    }

    [Fact]
    public void VarianceInflation_Rows_AreOneAVariableFromLargestToSmallest()
    {
        var rows = Table("tbl-vif").Rows;
        var tokens = ReportModel.OfAll.SelectMany(m => m.Terms).Select(t => t.Token).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(tokens.Count, rows.Count);
        var first = rows.Select(r => r.Cells.OfType<QuantityCell>().First().Quantity.Value!.Value).ToList();
        Assert.Equal(first.OrderDescending(), first);
    }

    [Theory]
    [InlineData("tbl-individ-kvinner", "individ_kvinner")]
    [InlineData("tbl-kommune-kvinner", "kommune_kvinner")]
    [InlineData("tbl-prosjekt-kvinner", "prosjekt_kvinner")]
    public void OfWomen_Tables_HaveEstimateErrorAndPOfEachCoefficientButSex(string id, string model)
    {
        var ids = Table(id).QuantityIds.Select(q => q.Value).ToList();
        Assert.All(ids, q => Assert.StartsWith($"modell.{model}.", q, StringComparison.Ordinal));
        Assert.Equal(
            ids.Count(q => q.EndsWith(".koeffisient", StringComparison.Ordinal)),
            ids.Count(q => q.EndsWith(".p", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(ids, q => q.Contains(".kjonn.", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_Rows_AreTheKnownCharacteristics()
    {
        var ids = Table("tbl-manglende-modell").Rows.SelectMany(r => r.Cells).OfType<IntervalCell>().Select(c => c.Quantity.Id.Value);
        Assert.Equal(
            ModelTerm.OfMissingModel.SelectMany(ModelTermTexts.Coefficients).Select(c => $"modell.mangler.{c.Token}.oddsrate"),
            ids
        );
    }

    private static Table Table(string id) => Run.Tables.Single(t => t.Id == id);
}
