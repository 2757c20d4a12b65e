using CsCheck;
using ReportBuilder.Comparison;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison;

public class EditionComparerTest
{
    private static readonly Edition Whole = ExampleEdition.Whole();

    [Fact]
    public void Compare_AnEditionWithItself_FindsNothing()
    {
        var result = Compare(Whole, ExampleEdition.Whole());
        Assert.True(result.IsEqual);
        Assert.Empty(result.WithinTolerance);
        Assert.Empty(result.Outliers);
        // All but the report's account of its own revisions.
        Assert.Equal((Whole.Quantities.Count - 1, 0), (result.Unchanged, result.Unknown));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Compare_ASingleChange_FindsItAndNothingElse(string key, int change)
    {
        var result = Compare(Whole, SingleChange.All[change].Apply(Whole));
        Assert.Equal(key, Assert.Single(result.Differences).Key);
    }

    public static TheoryData<string, int> Changes
    {
        get
        {
            var data = new TheoryData<string, int>();
            for (var i = 0; i < SingleChange.All.Count; i++)
            {
                data.Add(SingleChange.All[i].Key, i);
            }

            return data;
        }
    }

    [Fact]
    public void Compare_AnyNumberChangedByOneInItsLastPrintedDigit_FindsIt()
    {
        foreach (
            var quantity in Whole.Quantities.Values.Where(q => q.HasValue && !q.Id.Value.StartsWith("revisjon.", StringComparison.Ordinal))
        )
        {
            if (quantity.Status != QuantityStatus.Estimated)
            {
                continue;
            }

            var step = Math.Pow(10, -quantity.Decimals) / NorwegianNumberText.PrintScale(quantity.Unit);
            foreach (var value in new[] { quantity.Value!.Value + step, quantity.Value.Value - step })
            {
                var result = Compare(Whole, Whole.With(quantity.Valued(value)));
                Assert.Contains(result.Differences, d => d.Key == quantity.Id.Value);
            }
        }
    }

    [Fact]
    public void Compare_AnyChanges_AreTheSameSeenFromTheOtherSide() =>
        Property.Holds(
            Gen.Select(Gen.Int[0, SingleChange.All.Count - 1].Array[0, 4], Gen.Int[0, SingleChange.All.Count - 1].Array[0, 4]),
            example =>
            {
                var one = SingleChange.Of(Whole, example.Item1);
                var other = SingleChange.Of(Whole, example.Item2);
                var there = Compare(one, other);
                var back = Compare(other, one);
                Assert.Equal((there.Unchanged, there.Unknown), (back.Unchanged, back.Unknown));
                Assert.Equal(there.Differences.Select(Mirrored).Order(), back.Differences.Select(Told).Order());
                Assert.Equal(there.WithinTolerance.Select(Mirrored).Order(), back.WithinTolerance.Select(Told).Order());
            },
            examples: 400
        );

    [Fact]
    public void Compare_AnyChanges_HaveDistinctKeysInOrderOfSize() =>
        Property.Holds(
            Gen.Int[0, SingleChange.All.Count - 1].Array[0, 8],
            changes =>
            {
                var differences = Compare(Whole, SingleChange.Of(Whole, changes)).Differences;
                Assert.Equal(differences.Count, differences.Select(d => d.Key).Distinct(StringComparer.Ordinal).Count());
                Assert.Equal(differences.OrderByDescending(d => d.Size).ThenBy(d => d.Key, StringComparer.Ordinal), differences);
                Assert.All(differences, d => Assert.Equal(d.Kind == DifferenceKind.New, d.Old is null));
                Assert.All(differences, d => Assert.Equal(d.Kind == DifferenceKind.Gone, d.New is null));
                Assert.All(differences, d => Assert.Equal(d.Flags.Order().Distinct(), d.Flags));
                Assert.All(differences, d => Assert.True(double.IsFinite(d.Size) && d.Size >= 0));
            },
            examples: 400
        );

    [Fact]
    public void Compare_ListsInAnotherOrder_FindsTheSame()
    {
        // The order of tables, figures, claims and municipalities is the book's or none.
        static Edition Turned(Edition edition) =>
            edition with
            {
                Tables = [.. edition.Tables.Reverse()],
                Figures = [.. edition.Figures.Reverse()],
                Claims = [.. edition.Claims.Reverse()],
                Municipalities = [.. edition.Municipalities.Reverse()],
            };
        Assert.Empty(Compare(Whole, Turned(Whole)).Differences);
        for (var i = 0; i < SingleChange.All.Count; i++)
        {
            var changed = SingleChange.All[i].Apply(Whole);
            Assert.Equal(Compare(Whole, changed).Differences.Select(Told), Compare(Whole, Turned(changed)).Differences.Select(Told));
        }
    }

    [Fact]
    public void Compare_WithAPublishedEdition_HoldsItsNumbersAgainstTheNewAndNothingElse()
    {
        var published = ExampleEdition.Of(
            Quantity.Rounded("andel.k0.jobbsjansen", 0.41, Unit.Share, 0),
            Quantity.Rounded("andel.k1.jobbsjansen", 0.47, Unit.Share, 0),
            Quantity.Rounded("andel.borte", 0.5, Unit.Share, 0)
        ) with
        {
            IsPartial = true,
            Municipalities = ["0301"],
            Tables = [new TableContent("tbl-gammel", ["a"], [])],
        };
        var result = Compare(published, Whole);
        Assert.Equal(
            [("andel.borte", DifferenceKind.Gone), ("andel.k1.jobbsjansen", DifferenceKind.Changed)],
            result.Differences.Select(d => (d.Key, d.Kind))
        );
        Assert.Equal(["andel.k0.jobbsjansen"], result.WithinTolerance.Select(d => d.Key));
        Assert.Equal(Whole.Quantities.Count - 3, result.Unknown);
    }

    [Fact]
    public void Compare_ANumberShownInSeveralPlaces_NamesThem()
    {
        var result = Compare(Whole, Whole.With(Whole.Find("andel.k0.jobbsjansen")!.Valued(0.43)) with { Figures = Redrawn });
        Assert.Equal(["tbl-andeler", "fig-andeler"], Assert.Single(result.Differences).ShownIn);
    }

    [Fact]
    public void Compare_ANumberThatIsGone_NamesWhereItWasShown()
    {
        var result = Compare(Whole, Whole.Without("modell.varians"));
        Assert.Equal(("modell.varians", DifferenceKind.Gone), Assert.Single(result.Differences.Select(d => (d.Key, d.Kind))));
        var shown = Compare(Whole, Whole.Without("andel.k0.jobbsjansen") with { Tables = [], Figures = [] }).Differences;
        Assert.Equal(["tbl-andeler", "fig-andeler"], shown.Single(d => d.Key == "andel.k0.jobbsjansen").ShownIn);
    }

    [Fact]
    public void Compare_ANumberThatPassesItsNeighbour_IsFlagged()
    {
        var result = Compare(Whole, Whole.With(Whole.Find("andel.k0.jobbsjansen")!.Valued(0.5)) with { Figures = Redrawn });
        Assert.Equal([DifferenceFlag.Rank], Assert.Single(result.Differences).Flags);
    }

    [Fact]
    public void Compare_TheAccountOfRevisions_IsNotCompared()
    {
        var table = new TableContent("tbl-revisjoner", [""], [ExampleEdition.Row(ExampleEdition.Cell("12", "revisjon.antall"))]);
        var changed = Whole.With(Quantity.Of("revisjon.antall", 99, Unit.Count, 0)).With(Quantity.Of("revisjon.ny", 1, Unit.Count, 0)) with
        {
            Tables = [.. Whole.Tables, table],
            Claims = [.. Whole.Claims, ExampleEdition.Claim("over", "Over …", 1, ["revisjon.antall"], "1")],
        };
        Assert.Empty(Compare(Whole, changed).Differences);
    }

    [Fact]
    public void Compare_ASchemaWithListsOfIds_ComparesOnlyThese()
    {
        static Edition Listed(Edition edition) =>
            edition with
            {
                Tables = [.. edition.Tables.Select(t => TableContent.OfIds(t.Id, t.QuantityIds))],
                Figures = [.. edition.Figures.Select(f => FigureContent.OfIds(f.Id, f.QuantityIds))],
                Municipalities = [],
            };
        Assert.Empty(Compare(Listed(Whole), Whole).Differences);
        var other = Whole.WithTable("tbl-modell", t => t with { Rows = [.. t.Rows.Skip(1)] });
        Assert.Equal("tbl-modell#tall", Assert.Single(Compare(Listed(Whole), other).Differences).Key);
    }

    /// <summary>The figures as they would be drawn after a change of shares.</summary>
    private static IReadOnlyList<FigureContent> Redrawn =>
        Whole.WithFigure("fig-andeler", f => f with { Drawing = new string('9', 64) }).Figures;

    private static ComparisonResult Compare(Edition older, Edition newer) =>
        EditionComparer.Compare(older, newer, ComparisonSettings.Default, []);

    private static string Told(Difference d) => $"{d.Key}|{d.Subject}|{d.Kind}|{d.Old}|{d.New}|{Flags(d)}|{d.Size:R}";

    private static string Mirrored(Difference d)
    {
        var kind = d.Kind switch
        {
            DifferenceKind.New => DifferenceKind.Gone,
            DifferenceKind.Gone => DifferenceKind.New,
            _ => d.Kind,
        };
        return Told(d with { Kind = kind, Old = d.New, New = d.Old });
    }

    // Neighbours are those of the newer edition, so that a rank may be told from one side only.
    private static string Flags(Difference d) => string.Join(',', d.Flags.Where(f => f != DifferenceFlag.Rank));
}
