using CsCheck;
using ReportBuilder.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Datasets;

/// <summary>Datasets by the real schema with any values it allows, and the question whether two are the same.</summary>
internal static class RandomDataset
{
    public static Gen<Dataset> Of(int rows) =>
        Gen.Int[0, int.MaxValue]
            .Select(seed =>
            {
                var random = new Random(seed);
                var columns = DataFolder.Schema.Columns.Select(c => Column(c, rows, random)).ToList();
                return Dataset.InMemory(DataFolder.Schema, columns, "x.csv");
            });

    public static void AssertSame(Dataset expected, Dataset actual)
    {
        Assert.Equal(expected.RowCount, actual.RowCount);
        foreach (var column in expected.Columns)
        {
            var name = column.Declared.Name;
            Assert.Equal(column.MissingCount, actual.Column(name).MissingCount);
            switch (column)
            {
                case NumberColumn numbers:
                    Assert.Equal(numbers.Values.ToArray(), actual.Numbers(name).Values.ToArray());
                    break;
                case CodeColumn codes:
                    Assert.Equal(codes.Indices.ToArray(), actual.Codes(name).Indices.ToArray());
                    break;
                default:
                    var texts = Assert.IsType<TextColumn>(column);
                    Assert.Equal(
                        Enumerable.Range(0, texts.RowCount).Select(texts.Text),
                        Enumerable.Range(0, texts.RowCount).Select(actual.Texts(name).Text)
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
            (ValueKind.Integer, _) => Numbers(column, rows, Missing, () => random.Next((int)column.Min!, (int)(column.Max ?? 900) + 1)),
            _ => Numbers(column, rows, Missing, () => random.NextDouble() * (column.Max ?? 1e6)),
        };
    }

    private static NumberColumn Numbers(SchemaColumn column, int rows, Func<bool> missing, Func<double> value) =>
        new(column, [.. Enumerable.Range(0, rows).Select(_ => value())], [.. Enumerable.Range(0, rows).Select(_ => missing())]);
}
