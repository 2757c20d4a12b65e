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

    [Fact] // Wage costs of whole projects come from the accounts, which are written with the raw registers
    public void Run_DefaultSeed_HoldsInEveryClass()
    {
        var judged = Result.Value.Lines.Where(l => l.Class.Length > 0 && l.Verdict != ReconciliationVerdict.NoValue).ToLookup(l => l.Class);
        Assert.All(
            PublishedTargets.Targets.Value.Classes,
            c =>
            {
                var outside = judged[c.Name]
                    .Where(l => l.Verdict != ReconciliationVerdict.Inside)
                    .Select(l => $"{l.Id}: {l.Ours}")
                    .ToList();
                Assert.True(100.0 * outside.Count <= (100 - c.RequiredPercentage) * judged[c.Name].Count(), string.Join(", ", outside));
            }
        );
        Assert.Equal(
            ["T4.i.p_lonn", "T4.j.p_lonn"],
            Result.Value.Lines.Where(l => l.Verdict == ReconciliationVerdict.NoValue).Select(l => l.Id)
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2023)]
    public void Run_OtherSeed_HasNearlyAllNumbersInside(ulong seed)
    {
        var lines = PublishedTargets.Run(new Generated(seed)).Lines.Where(l => l.Class.Length > 0 && l.Class != "korrelasjon").ToList();
        Assert.True(lines.Count(l => l.Verdict == ReconciliationVerdict.Inside) >= 0.95 * lines.Count);
    }

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
