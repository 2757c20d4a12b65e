using ReportBuilder.Models.Design;
using Xunit;

namespace ReportBuilder.Models.Tests.Design;

public class InteractionTermTest
{
    private static readonly DummyTerm Outcome = new("y", [true, false, true, false, true, false]);
    private static readonly NumericTerm Age = new("age", [30, 40, 25, 33, null, 51]);
    private static readonly FactorTerm Region = new("region", ["n", "s", "w"], ["n", "s", "w", "s", "n", "w"]);
    private static readonly FactorTerm Sex = new("sex", ["k", "m"], ["k", "m", "k", "k", "m", "m"]);

    [Fact]
    public void Build_NumberAndFactor_MultipliesColumnsAndNames()
    {
        var design = ModelDesign.Build(Outcome, [Age, Region, new InteractionTerm("age:region", [new(Age), new(Region)])]);
        Assert.Equal(["age:regions", "age:regionw"], design.Columns.Skip(4).Select(c => c.Name));
        Assert.Equal(["s", "w"], design.Columns.Skip(4).Select(c => c.Level));
        Assert.Equal([0, 40, 0, 33, 0], design.ColumnValues(4).ToArray());
        Assert.Equal([0, 0, 25, 0, 51], design.ColumnValues(5).ToArray());
    }

    [Fact]
    public void Build_FactorsWithAllLevels_HaveTheFirstFastest()
    {
        InteractionPart[] parts = [new(Region, FactorCoding.AllLevels), new(Sex, FactorCoding.AllLevels)];
        var design = ModelDesign.Build(Outcome, [new InteractionTerm("region:sex", parts)]);
        Assert.Equal(
            ["regionn:sexk", "regions:sexk", "regionw:sexk", "regionn:sexm", "regions:sexm", "regionw:sexm"],
            design.Columns.Skip(1).Select(c => c.Name)
        );
        Assert.Equal([0, 0, 0, 1, 0, 0], design.ColumnValues(2).ToArray());
        // As in R, the last of the cells with rows gives way to the intercept.
        Assert.Equal(6, Assert.Single(design.Aliased).Column);
    }

    [Fact]
    public void Build_EmptyCell_IsAColumnOfZeros()
    {
        var one = new FactorTerm("one", ["a", "b"], ["a", "a", "a", "b", "b", "b"]);
        var other = new FactorTerm("other", ["c", "d"], ["c", "d", "c", "c", "c", "c"]);
        var design = ModelDesign.Build(Outcome, [one, other, new InteractionTerm("one:other", [new(one), new(other)])]);
        Assert.Equal((3, AliasReason.AllZero), (design.Aliased[0].Column, design.Aliased[0].Reason));
    }

    [Fact]
    public void Build_MissingInAPart_IsCountedOnceUnderThePart()
    {
        var design = ModelDesign.Build(Outcome, [Age, new InteractionTerm("age:region", [new(Age), new(Region)])]);
        Assert.Equal([new DroppedRows("age", DropReason.Missing, 1)], design.DroppedRows);
    }

    [Fact]
    public void Row_Profile_IsTheProductOfTheValuesOfTheParts()
    {
        InteractionPart[] parts = [new(Age), new(Region, FactorCoding.AllLevels), new(Sex)];
        var design = ModelDesign.Build(Outcome, [Age, new InteractionTerm("age:region:sex", parts)]);
        var profile = new Dictionary<string, TermValue>
        {
            ["age"] = TermValue.Of(20),
            ["region"] = TermValue.Of("s"),
            ["sex"] = TermValue.Of("m"),
        };
        var row = design.Row(profile);
        Assert.Empty(row.Problems);
        Assert.Equal([1, 20, 0, 20, 0], row.Values);

        profile.Remove("sex");
        profile["region"] = TermValue.Of("x");
        profile["alder"] = TermValue.Of(3);
        Assert.Equal(
            [
                new ProfileProblem("region", ProfileProblemKind.LevelNotInModel),
                new("sex", ProfileProblemKind.ValueMissing),
                new("alder", ProfileProblemKind.TermNotInModel),
            ],
            design.Row(profile).Problems
        );
    }

    [Fact]
    public void Build_FactorOfOneLevel_SaysSo()
    {
        var constant = new FactorTerm("c", ["a"], ["a", "a", "a", "a", "a", "a"]);
        var design = ModelDesign.Build(Outcome, [new InteractionTerm("age:c", [new(Age), new(constant)])]);
        Assert.Equal(TermStatus.OneLevel, design.Terms[0].Status);
    }

    [Fact]
    public void Screen_GroupsWithoutValue_DropRowsAndHaveNoColumn()
    {
        var groups = Categorical.FromLabels(["a", "b"], ["a", null, "b", "c", "a", "b"]);
        var design = ModelDesign.Build(Outcome, [new ScreenTerm("g", groups)]);
        Assert.Equal([0, 2, 4, 5], design.UsedRows);
        Assert.Single(design.Columns);
        Assert.Equal(TermStatus.ScreenOnly, design.Terms[0].Status);
        Assert.Equal(2, design.DroppedRows.Count);
        Assert.Empty(design.Row(new Dictionary<string, TermValue>()).Problems);
    }

    [Fact]
    public void New_PartsThatDoNotFit_IsAProgrammingError()
    {
        var inner = new InteractionTerm("age:sex", [new(Age), new(Sex)]);
        Assert.Throws<ArgumentException>(() => new InteractionTerm("x", []));
        Assert.Throws<ArgumentException>(() => new InteractionTerm("x", [new(inner), new(Region)]));
        Assert.Throws<ArgumentException>(() => new InteractionTerm("x", [new(Age), new(new NumericTerm("z", [1, 2]))]));
    }
}
