using ReportBuilder.Tables;
using ReportBuilder.Tests.Stages;
using Xunit;

namespace ReportBuilder.Tests.Tables;

public class TableCatalogueTest
{
    private static readonly StageRun Run = StageRun.Of(Participants.Make(900));

    [Fact]
    public void Build_Ids_AreUniqueWithTheirPrefix()
    {
        var ids = Run.Tables.Select(t => t.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.StartsWith("tbl-", id, StringComparison.Ordinal));
    }

    [Fact]
    public void Build_EachRow_HasOneCellAColumnOrIsAHeading() =>
        Assert.All(
            Run.Tables.SelectMany(t => t.Rows.Select(r => (Table: t, Row: r))),
            pair => Assert.Equal(pair.Row.Kind == RowKind.Group ? 1 : pair.Table.Columns.Count, pair.Row.Cells.Count)
        );

    [Fact]
    public void Build_EachQuantity_IsThatOfTheEdition() =>
        Assert.All(
            Run.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).SelectMany(c => c.Quantities),
            q => Assert.Same(Run.Edition[q.Id.Value], q)
        );

    [Fact]
    public void Build_Numbers_StandInNumberColumns() =>
        Assert.All(
            Run.Tables.SelectMany(t => t.Rows.Where(r => r.Kind != RowKind.Group).SelectMany(r => r.Cells.Zip(t.Columns))),
            pair => Assert.True(pair.First is TextCell || pair.Second.Kind == ColumnKind.Number)
        );

    [Fact]
    public void Build_Words_AreNeverEmptyOrKeys()
    {
        foreach (var table in Run.Tables)
        {
            var words = table.Columns.Select(c => c.Header).Concat(table.Rows.Select(r => ((TextCell)r.Cells[0]).Text)).Concat(table.Notes);
            Assert.All(words, w => Assert.True(w.Length > 0 && !Run.Edition.ToQuantities().ContainsKey(w)));
        }
    }

    [Fact]
    public void Table_ChangedRows_TellsTheirQuantities()
    {
        var table = Table("tbl-utvalg");
        Assert.True(table.QuantityIds.Count > 15);
        Assert.Equal(3, (table with { Rows = [table.Rows[0]] }).QuantityIds.Count);
    }

    private static Table Table(string id) => Run.Tables.Single(t => t.Id == id);
}
