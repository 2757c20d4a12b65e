using ReportBuilder.Editions;
using ReportBuilder.Editions.Published;
using Xunit;

namespace ReportBuilder.Tests.Editions.Published;

public class StatementTrialTest
{
    private static readonly Relation OddsRatio = new("*.oddsrate", RelationKind.Exponential, ["*.koeffisient"]);

    [Fact]
    public void Of_TextAgainstATable_TheTableCounts()
    {
        var table = Printed.Statement("a", 76, "prosent", Unit.Share);
        var text = Printed.Statement("a", 74, "prosent", Unit.Share, isInTable: false);
        var trial = StatementTrial.Of([text, table], []);
        Assert.Same(table, trial.Taken["a"]);
        var contradiction = Assert.Single(trial.Contradictions);
        Assert.Equal((text.Cell, table.Range), (contradiction.Statement, contradiction.AgainstSays));
        Assert.Equal([table.Cell], contradiction.Against);
    }

    [Fact]
    public void Of_NumbersThatFit_AgreeAndTheMostPreciseCounts()
    {
        var rough = Printed.Statement("a", 56, "prosent", Unit.Share, isInTable: false);
        var fine = Printed.Statement("a", 56.1, "prosent", Unit.Share, 1, isInTable: false);
        var trial = StatementTrial.Of([rough, fine], []);
        Assert.Same(fine, trial.Taken["a"]);
        Assert.Empty(trial.Contradictions);
        Assert.Equal(1, trial.Agreements);
    }

    [Fact]
    public void Of_TextThatTablesContradictThroughARule_IsNotTaken()
    {
        var table = Printed.Statement("m.koeffisient", -0.11, "estimat", Unit.LogOdds, 2);
        var text = Printed.Statement("m.oddsrate", 0.43, "odds ratio", Unit.OddsRatio, 2, isInTable: false);
        var trial = StatementTrial.Of([table, text], [OddsRatio]);
        Assert.Equal(["m.koeffisient"], trial.Taken.Keys);
        Assert.Equal("m.oddsrate", Assert.Single(trial.Contradictions).Id);
    }

    [Fact]
    public void Of_SecondStatementThatTheRuleBearsOut_IsTakenInstead()
    {
        var table = Printed.Statement("m.koeffisient", -0.11, "estimat", Unit.LogOdds, 2);
        var wrong = Printed.Statement("m.oddsrate", 0.43, "odds ratio", Unit.OddsRatio, 2, isInTable: false);
        var right = Printed.Statement("m.oddsrate", 0.9, "odds ratio", Unit.OddsRatio, 2, isInTable: false);
        var trial = StatementTrial.Of([table, wrong, right], [OddsRatio]);
        Assert.Same(right, trial.Taken["m.oddsrate"]);
        Assert.Equal([right.Cell], Assert.Single(trial.Contradictions).Against);
    }

    [Fact]
    public void Of_TextContradictedByTextThroughARule_IsTakenAndTold()
    {
        var coefficient = Printed.Statement("m.koeffisient", -0.11, "estimat", Unit.LogOdds, 2, isInTable: false);
        var ratio = Printed.Statement("m.oddsrate", 0.43, "odds ratio", Unit.OddsRatio, 2, isInTable: false);
        var trial = StatementTrial.Of([coefficient, ratio], [OddsRatio]);
        Assert.Equal(["m.koeffisient", "m.oddsrate"], trial.Taken.Keys);
        Assert.Single(trial.Contradictions);
    }

    [Fact]
    public void Of_LimitWithoutAValue_IsTriedAgainstTheRuleAndGivesNoQuantity()
    {
        var gap = new Relation("gap", RelationKind.Difference, ["j", "i"]);
        var trial = StatementTrial.Of(
            [
                Printed.Statement("j", 70, "prosent", Unit.Share),
                Printed.Statement("i", 55, "prosent", Unit.Share),
                Printed.Statement(
                    "gap",
                    20,
                    "prosentpoeng",
                    Unit.PercentagePoints,
                    isInTable: false,
                    reading: PrintedReading.AtLeast,
                    slack: 2
                ),
            ],
            [gap]
        );
        Assert.Equal(["i", "j"], trial.Taken.Keys);
        var contradiction = Assert.Single(trial.Contradictions);
        Assert.Equal((0.14, 0.16), (Math.Round(contradiction.AgainstSays.Low, 9), Math.Round(contradiction.AgainstSays.High, 9)));
        Assert.Equal(2, contradiction.Against.Count);
    }

    [Theory]
    [InlineData(-13, 1)]
    [InlineData(-11, 0)]
    public void Of_StatementOfADifference_IsTriedAndGivesNoQuantity(double value, int contradictions)
    {
        var trial = StatementTrial.Of(
            [
                Printed.Statement("a", 62, "prosent", Unit.Share, isInTable: false),
                Printed.Statement("b", 73, "prosent", Unit.Share, isInTable: false),
                Printed.Statement("a", value, "prosentpoeng", Unit.PercentagePoints, isInTable: false, minus: "b"),
            ],
            []
        );
        Assert.Equal(["a", "b"], trial.Taken.Keys);
        Assert.Equal(contradictions, trial.Contradictions.Count);
        Assert.Equal(1 - contradictions, trial.Agreements);
        Assert.All(trial.Contradictions, c => Assert.Equal("a − b", c.Id));
    }
}
