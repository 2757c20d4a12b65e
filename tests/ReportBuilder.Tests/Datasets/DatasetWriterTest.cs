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
            Gen.Int[1, 40].SelectMany(Datasets).Sample(RoundTrips, iter: 100, seed: "0N0XIzNsQ0O2", threads: 1);
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

    private static Gen<Dataset> Datasets(int rows) =>
        Gen.Int[0, int.MaxValue]
            .Select(seed =>
            {
                var random = new Random(seed);
                var columns = DataFolder.Schema.Columns.Select(c => Column(c, rows, random)).ToList();
                return Dataset.InMemory(DataFolder.Schema, columns, "x.csv");
            });

    private static void RoundTrips(Dataset dataset)
    {
        var bytes = DatasetWriter.ToBytes(dataset);
        var (read, diagnostics) = DataFolder.ReadDataset(bytes);
        Assert.Empty(diagnostics);
        Assert.Equal(dataset.Fingerprint, read!.Fingerprint);
        Assert.Equal(bytes, DatasetWriter.ToBytes(read));
        foreach (var column in dataset.Columns)
        {
            var name = column.Declared.Name;
            Assert.Equal(column.MissingCount, read.Columns.Single(c => c.Declared.Name == name).MissingCount);
            switch (column)
            {
                case NumberColumn numbers:
                    Assert.Equal(numbers.Values.ToArray(), read.Numbers(name).Values.ToArray());
                    break;
                case CodeColumn codes:
                    Assert.Equal(codes.Indices.ToArray(), read.Codes(name).Indices.ToArray());
                    break;
                default:
                    var texts = Assert.IsType<TextColumn>(column);
                    Assert.Equal(
                        Enumerable.Range(0, texts.RowCount).Select(texts.Text),
                        Enumerable.Range(0, texts.RowCount).Select(read.Texts(name).Text)
                    );
                    break;
            }
        }
    }

    private static DatasetColumn Column(SchemaColumn column, int rows, Random random)
    {
        bool Missing() => !column.Required && random.Next(4) == 0;
        return (column.Kind, column.Role) switch
        {
            (ValueKind.Text, ColumnRole.Key) => TextColumn.Of(column, Enumerable.Range(0, rows).Select(i => $"æ, \"{i}\"")),
            (ValueKind.Text, ColumnRole.Municipality) => TextColumn.Of(column, Enumerable.Repeat("0301", rows)),
            (ValueKind.Text, _) => TextColumn.Of(
                column,
                Enumerable.Range(0, rows).Select(_ => new string(random.GetItems(" ,\"aå;é".AsSpan(), 5)))
            ),
            // The transition follows from the outcome; left empty here.
            (ValueKind.Code, ColumnRole.Transition) => new CodeColumn(column, [.. Enumerable.Repeat(CodeColumn.Missing, rows)]),
            (ValueKind.Code, _) => new CodeColumn(
                column,
                [.. Enumerable.Range(0, rows).Select(_ => Missing() ? CodeColumn.Missing : (sbyte)random.Next(column.Levels.Count))]
            ),
            (ValueKind.Integer, _) => Numbers(column, rows, Missing, () => random.Next((int)column.Min!, (int)column.Max! + 1)),
            _ => Numbers(column, rows, Missing, () => random.NextDouble() * column.Max!.Value),
        };
    }

    private static NumberColumn Numbers(SchemaColumn column, int rows, Func<bool> missing, Func<double> value) =>
        new(column, [.. Enumerable.Range(0, rows).Select(_ => value())], [.. Enumerable.Range(0, rows).Select(_ => missing())]);
}
