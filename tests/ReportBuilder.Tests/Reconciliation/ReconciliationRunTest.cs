using ReportBuilder.Reconciliation;
using ReportBuilder.Tests.Synthesis;
using Xunit;

namespace ReportBuilder.Tests.Reconciliation;

/// <summary>The generated persons against the published numbers, and what the comparison says when they differ.</summary>
public class ReconciliationRunTest
{
    private static readonly Lazy<ReconciliationResult> Result = new(() => PublishedTargets.Run(Generated.Default));

    [Fact]
    public void Run_EveryPublishedNumber_HasALine()
    {
        Assert.Equal(PublishedTargets.Targets.Value.Targets.Select(t => t.Id), Result.Value.Lines.Select(l => l.Id));
        Assert.Equal(279, Result.Value.Lines.Select(l => l.Id).Where(id => id[0] == 'F').Select(id => id[..4]).Distinct().Count());
    }

    [Fact]
    public void Run_NumbersOfPersonsAndPlaces_AreExact() =>
        Assert.All(
            Result.Value.Lines.Where(l => l.Class == "antall"),
            line => Assert.True(line.Verdict == ReconciliationVerdict.Inside, $"{line.Id}: {line.Ours}")
        );

    [Fact]
    public void Run_ConstantOfTheIndividualModel_ComesBackUnderTheOtherReadingOnly()
    {
        var printed = Line("T17.individ.konstantledd");
        Assert.Equal(ReconciliationVerdict.NotReconciled, printed.Verdict);
        Assert.True(printed.Ours > -1.01);
        Assert.Equal(ReconciliationVerdict.Inside, Line("T17.individ.konstantledd.under_a1_er_1").Verdict);
    }

    [Fact]
    public void Run_LineThatDoesNotTakePart_SaysWhy() =>
        Assert.All(
            Result.Value.Lines.Where(l => l.Class.Length == 0),
            line =>
                Assert.True(
                    line.Reason.Length > 0 && line.Verdict is ReconciliationVerdict.NotReconciled or ReconciliationVerdict.NotComputable
                )
        );

    [Fact]
    public void Run_WithoutFacts_SaysThatNumbersAreLacking()
    {
        var result = ReconciliationRun.Run(Generated.Default.Dataset, PublishedTargets.Targets.Value);
        Assert.Equal(ReconciliationVerdict.NoValue, result.Lines.Single(l => l.Id == "T17.kommune.ordning").Verdict);
        Assert.False(result.Holds);
    }

    [Fact]
    public void Write_Result_HasALineForEachNumberAndTheVerdict()
    {
        var writer = new StringWriter();
        ReconciliationPrinter.Write(Result.Value, writer);
        var lines = writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + Result.Value.Lines.Count + Result.Value.Classes.Count + 2, lines.Length);
        Assert.Contains(lines, l => l.StartsWith("F069 ", StringComparison.Ordinal) && l.Contains(" innenfor ", StringComparison.Ordinal));
    }

    private static ReconciliationLine Line(string id) => Result.Value.Lines.Single(l => l.Id == id);
}
