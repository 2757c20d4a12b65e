using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Comparison.SelfCheck;

public class EditionFaultsTest
{
    // Each of the kinds comes at least five times.
    private const int Faults = 280;
    private const int Seed = 6;

    private static readonly SavedEdition Whole = GeneratedEdition.Make(parts: 6);
    private static readonly SavedEdition OtherRun = GeneratedEdition.Make(parts: 6, changed: 1);

    public static TheoryData<string> AllKinds => [.. EditionFaults.Kinds.Select(k => k.ToString())];

    [Theory]
    [MemberData(nameof(AllKinds))]
    public void Make_AnyKind_IsTheSameForTheSameSeed(string name)
    {
        var kind = Enum.Parse<EditionFaultKind>(name);
        var faults = new EditionFaults(Whole, OtherRun);

        var first = faults.Make(kind, 1);

        Assert.Equal(kind, first.Kind);
        Assert.Equal(first.What, faults.Make(kind, 1).What);
        Assert.Contains(Enumerable.Range(2, 20), seed => faults.Make(kind, seed).What != first.What);
        Assert.NotEmpty(first.Keys);
    }

    [Fact]
    public void Try_SingleFaultsOfEveryKind_AllAreFoundAndNamed()
    {
        using var folder = new TemporaryFolder();
        var trial = new FaultTrial(Whole, folder.Path);

        var verdicts = new EditionFaults(Whole, OtherRun).Draw(Faults, Seed).Select(trial.Try).ToArray();

        Assert.Empty(verdicts.Where(v => !v.IsFound).Select(v => v.ToString()));
        Assert.Empty(verdicts.Where(v => v.Strangers.Count > 0).Select(v => $"{v}; not of the fault: {string.Join(", ", v.Strangers)}"));
        Assert.All(verdicts.CountBy(v => v.Fault.Kind), k => Assert.InRange(k.Value, 5, int.MaxValue));
        Assert.Equal(EditionFaults.Kinds.Count, verdicts.Select(v => v.Fault.Kind).Distinct().Count());
    }

    [Fact]
    public void Rerun_SameEditionSavedAgain_RaisesNoAlarm()
    {
        using var folder = new TemporaryFolder();

        var again = new FaultTrial(Whole, folder.Path).Rerun();

        Assert.True(again.IsEqual);
        Assert.Empty(again.WithinTolerance);
        Assert.Equal(Whole.Edition.Quantities.Count, again.Unchanged);
    }
}
