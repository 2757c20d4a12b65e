using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using Xunit;

namespace ReportBuilder.Tests.Chain;

/// <summary>Faults seeded in the twin's own registers, among thousands of sound records: each is found at its place, and nothing else is.</summary>
public sealed class TwinFaultsTest(TwinSlice twin) : IClassFixture<TwinSlice>
{
    private const string NoParticipants = "RB2256";

    public static TheoryData<string> SetAside => [.. TwinFaults.SetAside.Keys];

    public static TheoryData<string> Unreadable => [.. TwinFaults.Unreadable.Keys];

    public static TheoryData<string> Stopping => [.. TwinFaults.Stopping.Keys];

    public static TheoryData<string> Told => [.. TwinFaults.Told.Keys];

    [Theory]
    [MemberData(nameof(SetAside))]
    public void Contradiction_IsFoundAndTheRecordSetAside(string fault)
    {
        var (expected, data, found) = Run(TwinFaults.SetAside[fault]);

        AssertFound(expected, found, Severity.Warning);
        Assert.Equal(expected, data!.SetAside.Select(s => new Finding(s.Code, FileOf(s.Place), s.Place.Line)).OrderBy(s => s.File));
        AssertNothingLost(data);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void UnreadableRecord_IsFound(string fault)
    {
        var (expected, _, found) = Run(TwinFaults.Unreadable[fault]);

        AssertFound(expected, found, severity: null);
    }

    [Theory]
    [MemberData(nameof(Stopping))]
    public void Fault_StopsTheRunAtItsPlace(string fault)
    {
        var (expected, data, found) = Run(TwinFaults.Stopping[fault]);

        Assert.Null(data);
        AssertFound(expected, found, Severity.Error);
    }

    [Theory]
    [MemberData(nameof(Told))]
    public void Oddity_IsToldAndAllParticipantsStay(string fault)
    {
        var (expected, data, found) = Run(TwinFaults.Told[fault]);

        AssertFound(expected, found, Severity.Warning);
        Assert.Equal(twin.Rows, data!.Participants.RowCount);
        Assert.Empty(data.SetAside);
    }

    private (Finding[] Expected, HarmonisedData? Data, IReadOnlyList<Diagnostic> Found) Run(Func<TwinFolder, Finding[]> fault)
    {
        using var copy = twin.Copy();
        Finding[] expected = [.. fault(copy).OrderBy(f => f.File)];
        var (data, diagnostics) = copy.Harmonise();
        // A record set aside may have been the last participant of a small municipality.
        var found = diagnostics.Where(d => d.Code != NoParticipants || expected.Any(e => e.Code == d.Code && e.Line == d.Place?.Line));
        return (expected, data, [.. found]);
    }

    private static void AssertFound(Finding[] expected, IReadOnlyList<Diagnostic> found, Severity? severity)
    {
        var told = string.Join('\n', found.Select(DiagnosticFormatter.Format));
        var findings = found.Select(d => new Finding(d.Code, FileOf(d.Place), d.Place?.Line ?? 0)).OrderBy(f => f.File);
        Assert.True(expected.SequenceEqual(findings), $"Expected {string.Join(", ", expected.AsEnumerable())}; found:\n{told}");
        Assert.All(found, d => Assert.True(severity is null || d.Severity == severity, told));
    }

    /// <summary>Every line of the registers is a participant, goes on, lies outside the period, or is set aside.</summary>
    private static void AssertNothingLost(HarmonisedData data)
    {
        foreach (var scheme in data.Flow.GroupBy(f => f.Scheme))
        {
            var steps = scheme.ToDictionary(f => f.Step, f => f.Count);
            Assert.Equal(steps["linjer"], steps.Where(s => s.Key != "linjer").Sum(s => s.Value));
        }

        Assert.Equal(data.SetAside.Count, data.Flow.Where(f => f.Step == "satt_til_side").Sum(f => f.Count));
    }

    private static string FileOf(SourcePlace? place)
    {
        var file = place?.File ?? string.Empty;
        return file.Contains("/ssb/", StringComparison.Ordinal) ? "ssb/" + Path.GetFileName(file) : Path.GetFileName(file);
    }
}
