using ReportBuilder.Briefings.Batch;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public sealed class BatchJournalTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_CutAtAnyByte_KeepsTheWholeLinesAndTakesNoOther()
    {
        byte[] bytes = [.. BatchJournal.Line(Entry("1101")), .. BatchJournal.Line(Entry("1102"))];
        var first = BatchJournal.Line(Entry("1101")).Length;
        for (var length = 0; length <= bytes.Length; length++)
        {
            var read = BatchJournal.Read(_folder.Write("j", bytes[..length]));
            string[] expected =
                length == bytes.Length ? ["1101", "1102"]
                : length >= first ? ["1101"]
                : [];
            Assert.Equal(expected, read.Select(e => e.Code));
            Assert.All(read, e => Assert.Equal(Entry(e.Code), e));
        }
    }

    [Fact]
    public void Read_LinesAfterATornOne_AreKept()
    {
        var path = _folder.Write("j", [.. BatchJournal.Line(Entry("1101"))[..40], .. BatchJournal.Line(Entry("1102"))]);
        Assert.Equal("1102", Assert.Single(BatchJournal.Read(path)).Code);
    }

    [Fact]
    public void Read_LineThatLeadsOutOfTheFolder_IsPassedOver()
    {
        var path = _folder.Write("j", BatchJournal.Line(Entry("1101") with { File = "../1101-x.pdf" }));
        Assert.Empty(BatchJournal.Read(path));
        Assert.Empty(BatchJournal.Read(Path.Combine(_folder.Path, "none")));
    }

    private static BriefingEntry Entry(string code) =>
        new()
        {
            Code = code,
            Name = "Gáivuotna - Kåfjord",
            Language = "nb",
            Status = BriefingStatus.Made,
            File = $"nb/{code}-x.pdf",
            Pages = 3,
            Bytes = 1234,
            Fingerprint = new string('a', 64),
            Key = new string('b', 64),
        };
}
