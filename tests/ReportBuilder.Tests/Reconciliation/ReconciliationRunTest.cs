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
        var required = PublishedTargets.Targets.Value.Classes.Where(c => c.RequiredPercentage > 0).Select(c => c.Name).ToHashSet();
        var lines = PublishedTargets.Run(new Generated(seed)).Lines.Where(l => required.Contains(l.Class)).ToList();
        Assert.True(lines.Count(l => l.Verdict == ReconciliationVerdict.Inside) >= 0.95 * lines.Count);
    }

    [Fact]
    public void Run_ConstantOfTheIndividualModel_CountsAsOutsideAndComesBackUnderTheOtherReadingOnly()
    {
        var printed = Line("T17.individ.konstantledd");
        Assert.Equal(("koeffisient", ReconciliationVerdict.Outside), (printed.Class, printed.Verdict));
        Assert.True(printed.Ours > -1.01);
        var other = Line("T17.individ.konstantledd.under_a1_er_1");
        Assert.Equal(("opplysning", ReconciliationVerdict.Inside), (other.Class, other.Verdict));
    }

    [Fact]
    public void Run_CoefficientsOfTable17_OnlyTheConstantIsOutside() =>
        Assert.Equal(
            ["T17.individ.konstantledd"],
            Result.Value.Lines.Where(l => l.Class == "koeffisient" && l.Verdict != ReconciliationVerdict.Inside).Select(l => l.Id)
        );

    [Fact]
    public void Run_VagueStatement_StandsInAClassOfItsOwnAndNamesTheWord()
    {
        Assert.All(Result.Value.Lines.Where(l => l.Class == "vag"), l => Assert.Contains("vagt ord: «", l.Text, StringComparison.Ordinal));
        var over = Line("F088");
        Assert.Equal((25.0, 30.0), (over.Lowest, over.Highest));
        var under = Line("F147");
        Assert.Equal((45.0, 50.0), (under.Lowest, under.Highest));
    }

    [Fact]
    public void Run_OneUnit_IsOneUnitOfThePrintedDigitAndNoMore()
    {
        var line = Line("T1.j.arbeid.2017");
        Assert.Equal((56.0, 58.0), (Math.Round(line.Lowest!.Value, 6), Math.Round(line.Highest!.Value, 6)));
    }

    [Theory] // What rapport 13:2022 prints; its values for the measures are not printed
    [InlineData("F177", 60)]
    [InlineData("F178", 49)]
    [InlineData("F184", 68)]
    [InlineData("F192", 86)]
    public void Run_TypicalParticipant_IsPredictedNearThePrintedProbability(string id, double printed) =>
        Assert.InRange(Line(id).Ours!.Value, printed - 3, printed + 3);

    [Theory]
    [InlineData(18, 38)]
    [InlineData(19, 62)]
    [InlineData(20, 18)]
    [InlineData(21, 14)]
    public void Run_AppendixTable_HasANumberOfOursForEveryEstimate(int table, int count) =>
        Assert.Equal(
            count,
            Result.Value.Lines.Count(l =>
                l.Id.StartsWith($"T{table}.", StringComparison.Ordinal) && l.Class.Length > 0 && l.Ours is not null
            )
        );

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
        Assert.Equal(1 + Result.Value.Lines.Count + Result.Value.Classes.Count + 3, lines.Length);
        Assert.StartsWith($"Linjer: {Result.Value.Lines.Count} i alt", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, l => l.StartsWith("F069 ", StringComparison.Ordinal) && l.Contains(" innenfor ", StringComparison.Ordinal));
    }

    private static ReconciliationLine Line(string id) => Result.Value.Lines.Single(l => l.Id == id);
}
