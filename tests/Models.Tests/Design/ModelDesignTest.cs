using ReportBuilder.Models.Design;
using Xunit;

namespace ReportBuilder.Models.Tests.Design;

public class ModelDesignTest
{
    private static readonly bool?[] Outcome = [true, false, true, false, true, null];
    private static readonly NumericTerm Age = new("age", [30, 40, null, 25, double.PositiveInfinity, 33]);
    private static readonly FactorTerm Region = new(
        "region",
        ["north", "south", "west"],
        ["south", "north", "south", null, "east", "west"]
    );

    [Fact]
    public void Build_UnusableValues_AreCountedByTermAndReason()
    {
        var design = Build(Age, Region);
        Assert.Equal([0, 1], design.UsedRows);
        Assert.Equal(6, design.RowsGiven);
        Assert.Equal(4, design.RowsDropped);
        Assert.Equal(
            [
                new DroppedRows("y", DropReason.Missing, 1),
                new DroppedRows("age", DropReason.Missing, 1),
                new DroppedRows("age", DropReason.NotFinite, 1),
                new DroppedRows("region", DropReason.Missing, 1),
                new DroppedRows("region", DropReason.UnknownLevel, 1),
            ],
            design.DroppedRows
        );
    }

    [Fact]
    public void Build_Factor_HasColumnForEachLevelInUseButTheFirst()
    {
        var region = new FactorTerm("region", ["north", "south", "west"], ["south", "north", "west", "south", "north", "west"]);
        var design = Build(new NumericTerm("x", [1, 2, 3, 4, 5, 6]), region);
        Assert.Equal(["(Intercept)", "x", "regionsouth", "regionwest"], design.Columns.Select(c => c.Name));
        Assert.Equal([null, "x", "region", "region"], design.Columns.Select(c => c.Term));
        Assert.Equal([null, null, "south", "west"], design.Columns.Select(c => c.Level));
        var coding = design.Terms[1];
        Assert.Equal("north", coding.ReferenceLevel);
        Assert.Equal([2, 3], coding.Columns);
        Assert.Empty(coding.UnusedLevels);
        Assert.Equal([1, 0, 0, 1, 0], design.ColumnValues(2).ToArray());
        Assert.Equal([0, 0, 1, 0, 0], design.ColumnValues(3).ToArray());
        Assert.Equal([1, 1, 1, 1, 1], design.ColumnValues(0).ToArray());
        Assert.Equal(3, design[2, 1]);
        Assert.Equal([1, 0, 1, 0, 1], design.Outcome);
        Assert.Equal(3, design.Successes);
    }

    [Fact]
    public void Build_ReferenceLevelUnused_NextLevelIsReferenceAndSaid()
    {
        var region = new FactorTerm("region", ["north", "south", "west", "east"], ["south", "west", "west", "south", "west", "south"]);
        var coding = Build(region).Terms[0];
        Assert.Equal("south", coding.ReferenceLevel);
        Assert.Equal(["north", "east"], coding.UnusedLevels);
        Assert.Equal(TermStatus.Coded, coding.Status);
        Assert.Equal([1], coding.Columns);
    }

    [Fact]
    public void Build_OneLevelInUse_HasNoColumn()
    {
        var design = Build(new FactorTerm("region", ["north", "south"], ["south", "south", "south", "south", "south", "south"]));
        Assert.Equal(TermStatus.OneLevel, design.Terms[0].Status);
        Assert.Empty(design.Terms[0].Columns);
        Assert.Single(design.Columns);
    }

    [Fact]
    public void Build_TermsOfDifferentLength_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => Build(new NumericTerm("x", [1, 2])));
        Assert.Contains("'x' has 2 rows; the outcome has 6", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TermNamedTwice_Throws() => Assert.Throws<ArgumentException>(() => Build(Age, Age));

    [Fact]
    public void Build_ValuesChangedAfterwards_TermIsUnchanged()
    {
        var values = new double?[] { 1, 2, 3, 4, 5, 6 };
        var term = new NumericTerm("x", values);
        values[0] = null;
        Assert.Equal(5, Build(term).RowCount);
    }

    [Fact]
    public void Build_EverySmallVariationOnALargeNumber_IsNotAliased()
    {
        var year = new NumericTerm("year", [2018, 2019, 2020, 2018, 2019, 2020]);
        var amount = new NumericTerm("amount", [1e9 + 1, 1e9 + 2, 1e9 + 2, 1e9 + 4, 1e9, 1e9]);
        Assert.Empty(Build(year, amount).Aliased);
    }

    [Fact]
    public void Build_SumOfDummies_LaterColumnIsAliased()
    {
        DummyTerm[] dummies =
        [
            new("a", [true, false, false, true, false, true]),
            new("b", [false, true, false, false, true, false]),
            new("c", [false, false, true, false, false, false]),
        ];
        var aliased = Assert.Single(Build(dummies).Aliased);
        Assert.Equal(3, aliased.Column);
        Assert.Equal([0, 1, 2], aliased.Combination.Select(f => f.Column));
        Assert.All(aliased.Combination.Zip([1.0, -1.0, -1.0]), pair => Assert.Equal(pair.Second, pair.First.Factor, 1e-12));
    }

    [Fact]
    public void CopyColumn_PartOfTheRows_IsThatPartOfTheColumn()
    {
        var design = Build(new NumericTerm("x", [1, 2, 3, 4, 5, 6]), Regions());
        var part = new double[2];
        for (var column = 0; column < design.Columns.Count; column++)
        {
            design.CopyColumn(column, 2, part);
            Assert.Equal(design.ColumnValues(column)[2..4].ToArray(), part);
        }
    }

    [Fact]
    public void Of_ValuesAsTheyAre_AreScreenedForNumbersOnly()
    {
        var design = Build(NumericTerm.Of("x", [1, double.NaN, 3, double.NegativeInfinity, 5, 6]));
        Assert.Equal([0, 2, 4], design.UsedRows);
        Assert.Contains(new DroppedRows("x", DropReason.NotFinite, 2), design.DroppedRows);
        Assert.Equal([1, 3, 5], design.ColumnValues(1).ToArray());
    }

    [Fact]
    public void Build_OneRow_LeavesTheInterceptOnly()
    {
        var design = ModelDesign.Build(new DummyTerm("y", [true]), [new NumericTerm("x", [4]), new DummyTerm("zero", [false])]);
        Assert.Equal([AliasReason.Constant, AliasReason.AllZero], design.Aliased.Select(a => a.Reason));
        Assert.Equal(new ColumnFactor(0, 4), design.Aliased[0].Combination.Single());
        Assert.Equal([4], design.ColumnValues(1).ToArray());
    }

    [Fact]
    public void Build_NoRows_HasEmptyColumns()
    {
        var design = ModelDesign.Build(new DummyTerm("y", []), [NumericTerm.Of("x", []), new DummyTerm("d", [])], []);
        Assert.Equal(0, design.RowCount);
        Assert.Equal([1, 2], design.Aliased.Select(a => a.Column));
        Assert.True(design.ColumnValues(1).IsEmpty);
        Assert.True(design.Weights is { IsEmpty: true });
    }

    [Fact]
    public void Row_Profile_IsCodedAsTheData()
    {
        var design = Build(new NumericTerm("x", [1, 2, 3, 4, 5, 6]), Regions(), new DummyTerm("d", [true, false, true, false, true, true]));
        var row = design.Row(Profile(("x", TermValue.Of(2.5)), ("region", TermValue.Of("west")), ("d", TermValue.Of(true))));
        Assert.Empty(row.Problems);
        Assert.Equal([1, 2.5, 0, 1, 1], row.Values);
        row = design.Row(Profile(("x", TermValue.Of(0)), ("region", TermValue.Of("north")), ("d", TermValue.Of(0.3))));
        Assert.Empty(row.Problems);
        Assert.Equal([1, 0, 0, 0, 0.3], row.Values);
    }

    [Fact]
    public void Row_BadProfile_SaysAllThatIsWrong()
    {
        var design = Build(
            new NumericTerm("x", [1, 2, 3, 4, 5, 6]),
            Regions(),
            new DummyTerm("d", [true, false, true, false, true, true]),
            new NumericTerm("z", [1, 3, 2, 4, 6, 5])
        );
        var row = design.Row(
            Profile(("x", TermValue.Of("many")), ("region", TermValue.Of("east")), ("d", TermValue.Of(2)), ("q", TermValue.Of(1)))
        );
        Assert.Equal(
            [
                new ProfileProblem("x", ProfileProblemKind.NotANumber),
                new ProfileProblem("region", ProfileProblemKind.LevelNotInModel),
                new ProfileProblem("d", ProfileProblemKind.NotBetweenZeroAndOne),
                new ProfileProblem("z", ProfileProblemKind.ValueMissing),
                new ProfileProblem("q", ProfileProblemKind.TermNotInModel),
            ],
            row.Problems
        );
    }

    private static FactorTerm Regions() => new("region", ["north", "south", "west"], ["south", "north", "west", "south", "north", "west"]);

    private static Dictionary<string, TermValue> Profile(params (string Term, TermValue Value)[] values) =>
        values.ToDictionary(v => v.Term, v => v.Value);

    private static ModelDesign Build(params Term[] terms) => ModelDesign.Build(new DummyTerm("y", Outcome), terms);
}
