using ReportBuilder.Comparison;
using ReportBuilder.Comparison.Accounts;
using ReportBuilder.Comparison.Explanations;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Tables;
using ReportBuilder.Tests.Comparison.Explanations;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Tables;

public sealed class RevisionTablesTest
{
    private static readonly DiagnosticBag Bag = new();
    private static readonly LabelSet Labels = LabelSet.Read(Repository.PathOf("templates/labels/nb"), "templates/labels/nb", Bag);

    private static readonly Difference Up = Number("a.x", 10, 15);
    private static readonly Difference Down = Number("b.x", 10, 8);

    [Fact]
    public void Build_Explanations_AreRowsUnderTheirClassWithReasonAndSignature()
    {
        var tables = Build(
            [Up, Down],
            Differences.Explanation("b.x", "1", "2") with
            {
                Subject = "Deltakere",
                Reason = "Nye tall.",
            },
            Differences.Explanation("a.x", "1", "2") with
            {
                Class = RevisionClass.Serious,
                Reason = "Feil formel.",
            }
        );
        Assert.Equal(
            [
                "Alvorlige feil",
                "a.x|1|Feil formel.|Kari Eksempel, 20.11.2026",
                "Planlagt: nye data",
                "Deltakere|1|Nye tall.|Kari Eksempel, 20.11.2026",
            ],
            Texts(tables[0])
        );
        Assert.Equal(["a.x", "Antall|1|1|0|5|5", "Deltakere", "Antall|1|0|1|2|2", "Alle endringer", "Antall|2|1|1|4|5"], Texts(tables[1]));
        Assert.Equal([RowKind.Group, RowKind.Summary], tables[1].Rows.TakeLast(2).Select(r => r.Kind));
        Assert.Contains("2022", tables[0].Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Build_Unexplained_IsSaidAndNotSigned()
    {
        var row = Build([Up, Down], Differences.Explanation("b.x", "1", "2"))[0].Rows[^1];
        Assert.Equal(4, row.Cells.Count);
        Assert.Equal("1", TableCellText.Of(row.Cells[1]));
        Assert.Empty(TableCellText.Of(row.Cells[3]));
    }

    [Fact]
    public void Build_ExplanationsThatSayTheSame_AreOneRow()
    {
        var claim = Differences.Explanation("paastand:m.md:over:a.x", "x", "y") with { Subject = "Påstander", Reason = "Nye tall." };
        var table = Build(
            [Up],
            claim,
            claim with
            {
                Pattern = "paastand:m.md:over:b.x",
            },
            claim with
            {
                Pattern = "paastand:m.md:over:c.x",
                Reason = "En annen grunn.",
            },
            Differences.Explanation("a.x", "1", "2") with
            {
                Subject = "Deltakere",
            }
        )[0];
        Assert.Equal(
            ["Påstander", "Påstander", "Deltakere"],
            table.Rows.Where(r => r.Kind == RowKind.Data).Select(r => TableCellText.Of(r.Cells[0]))
        );
    }

    [Fact]
    public void Build_NothingToTell_IsNoTable()
    {
        Assert.Empty(Build([]));
        // An explanation of words changes no number.
        Assert.Equal([RevisionTables.Reasons], Build([], Differences.Explanation("paastand:m.md:over:a.x", "x", "y")).Select(t => t.Id));
    }

    [Fact]
    public void Labels_EveryClassAndScale_HasOne()
    {
        Assert.All(RevisionClasses.Tokens, t => Assert.True(Labels.Has("tabell.revisjoner.klasse." + t)));
        Assert.All(RevisionUnits.All, u => Assert.True(Labels.Has("tabell.revisjoner.slag." + u.Token())));
    }

    private static IReadOnlyList<Table> Build(IReadOnlyList<Difference> differences, params IReadOnlyList<Explanation> explanations)
    {
        var account = RevisionAccount.Of(ExplanationMatch.Of(Differences.Result(differences), explanations), explanations);
        var builder = new EditionBuilder();
        builder.AddRange(RevisionQuantities.Of(account));
        var tables = RevisionTables.Build(account, builder, Labels);
        Assert.Empty(Bag.Sorted());
        return tables;
    }

    private static IEnumerable<string> Texts(Table table) => table.Rows.Select(r => string.Join('|', r.Cells.Select(TableCellText.Of)));

    private static Difference Number(string id, double old, double now) =>
        Differences.Changed(id, "1", "2") with
        {
            OldQuantity = Quantity.Of(id, old, Unit.Count, 0),
            NewQuantity = Quantity.Of(id, now, Unit.Count, 0),
        };
}
