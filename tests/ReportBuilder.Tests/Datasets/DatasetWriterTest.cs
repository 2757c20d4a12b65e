using System.Globalization;
using CsCheck;
using ReportBuilder.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Datasets;

/// <summary>What is written reads back as the same, in any culture.</summary>
public class DatasetWriterTest
{
    [Theory]
    [InlineData("")]
    [InlineData("nb-NO")]
    public void WriteThenRead_AnyDataset_IsTheSame(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Gen.Int[1, 40].SelectMany(RandomDataset.Of).Sample(RoundTrips, iter: 100, seed: "0N0XIzNsQ0O2", threads: 1);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_LineBreakInText_Throws()
    {
        var column = DataFolder.Schema.Find("prosjekt")!;
        var schema = new DatasetSchema([column]);

        Assert.Throws<ArgumentException>(() => DatasetWriter.ToBytes(Dataset.InMemory(schema, [TextColumn.Of(column, ["a\nb"])], "x.csv")));
    }

    private static void RoundTrips(Dataset dataset)
    {
        var bytes = DatasetWriter.ToBytes(dataset);
        var (read, diagnostics) = DataFolder.ReadDataset(bytes);
        Assert.Empty(diagnostics);
        Assert.Equal(dataset.Fingerprint, read!.Fingerprint);
        Assert.Equal(bytes, DatasetWriter.ToBytes(read));
        RandomDataset.AssertSame(dataset, read);
    }
}
