using CsCheck;
using Parquet;
using Parquet.Schema;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Datasets;

/// <summary>A Parquet file holds the same dataset as CSV, byte for byte the same each time, and a bad one is told as precisely.</summary>
public class ParquetDatasetTest
{
    [Fact]
    public void WriteThenRead_AnyDataset_IsTheSameAsThroughCsv() =>
        Property.Holds(
            Gen.Int[1, 40].SelectMany(RandomDataset.Of),
            dataset =>
            {
                var (parquet, diagnostics) = Read(Bytes(dataset));
                var (csv, _) = DataFolder.ReadDataset(DatasetWriter.ToBytes(dataset));

                Assert.Empty(diagnostics);
                RandomDataset.AssertSame(csv!, parquet!);
                Assert.Equal(DatasetWriter.ToBytes(csv!), DatasetWriter.ToBytes(parquet!));
            },
            examples: 60
        );

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var dataset = Make(300);

        Assert.Equal(Bytes(dataset), Bytes(dataset));
    }

    [Fact]
    public void Write_ManyRows_SplitsThemAndReadsThemBack()
    {
        const int Rows = 100_003;
        var dataset = Make(Rows);

        var (read, diagnostics) = Read(Bytes(dataset));

        Assert.Empty(diagnostics);
        RandomDataset.AssertSame(dataset, read!);
    }

    [Fact]
    public async Task Write_Types_AreWhatOtherToolsComputeWith()
    {
        await using var reader = await ParquetReader.CreateAsync(new MemoryStream(Bytes(Make(3))));
        Type TypeOf(string name) => reader.Schema.DataFields.Single(f => f.Name == name).ClrType;

        Assert.Contains(reader.Schema.DataFields, f => f.Name == "kommune" && ParquetType.IsText(f));
        Assert.Contains(reader.Schema.DataFields, f => f.Name == "landbakgrunn" && ParquetType.IsText(f));
        Assert.Equal(typeof(int), TypeOf("maaloppnaaelse"));
        Assert.Equal(typeof(int), TypeOf("alder"));
        Assert.Equal(typeof(double), TypeOf("norsknivaa"));
        Assert.All(reader.Schema.DataFields, f => Assert.True(f.IsNullable));
        Assert.Equal("år", reader.CustomMetadata["alder.unit"]);
        Assert.Equal("0=kvinne|1=mann", reader.CustomMetadata["kjonn.codes"]);
    }

    [Fact]
    public void Read_TextFile_SaysItIsNotParquet() => Assert.Equal("RB2450", Fault("id,kilde\n1,register\n"u8.ToArray()).Code);

    [Fact]
    public void Read_EmptyFile_SaysSo() => Assert.Equal("RB2004", Fault([]).Code);

    [Theory]
    [InlineData(4)]
    [InlineData(5000)]
    public void Read_CutFile_SaysSo(int length) => Assert.Equal("RB2451", Fault(Bytes(Make(50))[..length]).Code);

    [Fact]
    public void Read_AnyByteChanged_NeverThrows()
    {
        var whole = Bytes(Make(20));
        var random = new Random(2022);
        for (var i = 0; i < 150; i++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(4, bytes.Length - 4)] ^= (byte)random.Next(1, 256);

            var (read, diagnostics) = Read(bytes);

            Assert.True(read is not null || diagnostics.Count > 0);
        }
    }

    [Fact]
    public void Read_FooterDamaged_SaysSo()
    {
        var bytes = Bytes(Make(5));
        bytes.AsSpan(bytes.Length - 200, 100).Fill(0xFF);

        Assert.Equal("RB2452", Fault(bytes).Code);
    }

    [Fact]
    public async Task Read_MissingColumn_NamesItAndTheNearest()
    {
        var diagnostic = Fault(await Changed((f, _) => f.Name == "kjonn" ? new DataField<int?>("kjon") : f), "RB2006");

        Assert.Equal(("kjonn", "kjon"), (diagnostic.Expected, diagnostic.Found));
    }

    [Fact]
    public async Task Read_FactsAbsent_AreMissing()
    {
        var (read, diagnostics) = Read(await Changed((f, c) => c.MayBeAbsent ? null : f));

        Assert.Empty(diagnostics);
        Assert.All(read!.Columns.Where(c => c.Declared.MayBeAbsent), c => Assert.Equal(c.RowCount, c.MissingCount));
    }

    [Fact]
    public async Task Read_WrongType_SaysWhichAndWhere()
    {
        var diagnostic = Fault(await Changed((f, _) => f.Name == "alder" ? new DataField<string>("alder") : f), "RB2453");

        Assert.Equal(("alder", "string", "int32"), (diagnostic.Arguments[0], diagnostic.Found, diagnostic.Expected));
        Assert.Equal(DataFolder.Schema.Names.IndexOf("alder") + 1, diagnostic.Place!.Value.Column);
    }

    [Theory]
    [InlineData("kjonn", 7, "RB2017")]
    [InlineData("alder", 133, "RB2011")]
    [InlineData("aar", null, "RB2013")]
    public async Task Read_BadNumber_NamesRowAndColumn(string column, int? value, string code)
    {
        var diagnostic = Fault(await Changed((f, _) => f, column, 2, value), code);

        Assert.Equal(new SourcePlace("data.parquet", 3, DataFolder.Schema.Names.IndexOf(column) + 1), diagnostic.Place);
        Assert.Equal(value?.ToText() ?? string.Empty, diagnostic.Found);
    }

    [Fact]
    public async Task Read_SameKeyTwice_NamesTheFirstRow()
    {
        var (_, diagnostics) = Read(await Changed((f, _) => f, "id", 3, "p0"));

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(("RB2012", 4, "1"), (diagnostic.Code, diagnostic.Place!.Value.Line, diagnostic.Arguments[1]));
    }

    [Fact]
    public async Task Read_WiderTypesFromOtherTools_AreFine()
    {
        // Pandas writes a number column with holes as doubles, R an integer code as it is.
        var (read, diagnostics) = Read(await Changed((f, _) => f.Name is "alder" or "kjonn" or "aar" ? new DataField<double?>(f.Name) : f));

        Assert.Empty(diagnostics);
        RandomDataset.AssertSame(Make(5), read!);
    }

    [Fact]
    public async Task ReadAsync_Extension_DecidesTheKind()
    {
        var dataset = Make(4);
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a.csv", "a.parquet", "a.PARQUET" })
        {
            var path = Path.Combine(folder.Path, name);
            await File.WriteAllBytesAsync(path, await DatasetFile.ToBytesAsync(dataset, name), TestContext.Current.CancellationToken);
            var bag = new DiagnosticBag();

            var read = await DatasetFile.ReadAsync(path, name, DataFolder.Schema, DataFolder.Municipalities, bag);

            Assert.Equal(0, bag.ErrorCount);
            RandomDataset.AssertSame(dataset, read!);
        }
    }

    private static byte[] Bytes(Dataset dataset) => ParquetDatasetWriter.ToBytesAsync(dataset).GetAwaiter().GetResult();

    private static Diagnostic Fault(byte[] bytes, string? code = null)
    {
        var (read, diagnostics) = Read(bytes);
        Assert.Null(read);
        Assert.All(diagnostics, d => Assert.NotEmpty(DiagnosticFormatter.Format(d)));
        return code is null ? Assert.Single(diagnostics) : Assert.Single(diagnostics, d => d.Code == code);
    }

    private static (Dataset? Dataset, IReadOnlyList<Diagnostic> Diagnostics) Read(byte[] bytes)
    {
        var bag = new DiagnosticBag();
        var read = DataFolder.WithFile(
            bytes,
            path =>
                ParquetDatasetReader
                    .ReadAsync(path, "data.parquet", DataFolder.Schema, DataFolder.Municipalities, bag)
                    .GetAwaiter()
                    .GetResult()
        );
        return (read, bag.Sorted());
    }

    /// <summary>Plain rows: every column has a value, none repeats a key.</summary>
    private static Dataset Make(int rows) =>
        Dataset.InMemory(
            DataFolder.Schema,
            [
                .. DataFolder.Schema.Columns.Select(c =>
                    (DatasetColumn)(
                        c.Kind switch
                        {
                            ValueKind.Text => TextColumn.Of(
                                c,
                                Enumerable.Range(0, rows).Select(i => c.Role == ColumnRole.Municipality ? "0301" : "p" + i.ToText())
                            ),
                            ValueKind.Code => new CodeColumn(c, [.. Enumerable.Range(0, rows).Select(_ => (sbyte)1)]),
                            _ => new NumberColumn(c, [.. Enumerable.Range(0, rows).Select(i => (c.Min ?? 0) + i % 3)], new bool[rows]),
                        }
                    )
                ),
            ],
            "x.csv"
        );

    /// <summary>Five rows, with other fields (null leaves a column out) and one cell changed.</summary>
    private static async Task<byte[]> Changed(
        Func<DataField, SchemaColumn, DataField?> change,
        string? column = null,
        int row = 0,
        object? value = null
    )
    {
        var dataset = Make(5);
        var fields = dataset
            .Schema.Columns.Select(c => (Column: c, Field: change(ParquetType.FieldOf(c), c)))
            .Where(f => f.Field is not null)
            .ToList();
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields.Select(f => f.Field!)), stream))
        {
            using var group = writer.CreateRowGroup();
            foreach (var (declared, field) in fields)
            {
                object?[] cells =
                [
                    .. Enumerable
                        .Range(0, 5)
                        .Select(r => declared.Name == column && r == row ? value : Cell(dataset.Column(declared.Name), r)),
                ];
                if (ParquetType.IsText(field!))
                {
                    await group.WriteAsync(field!, cells.Select(c => c?.ToString()).ToList()!);
                }
                else if (field!.ClrType == typeof(int))
                {
                    await group.WriteAsync<int>(field, cells.Select(c => c is null ? (int?)null : Convert.ToInt32(c, null)).ToArray());
                }
                else
                {
                    await group.WriteAsync<double>(
                        field,
                        cells.Select(c => c is null ? (double?)null : Convert.ToDouble(c, null)).ToArray()
                    );
                }
            }
        }

        return stream.ToArray();
    }

    private static object? Cell(DatasetColumn column, int row) =>
        column switch
        {
            NumberColumn numbers => numbers.Values[row],
            CodeColumn codes => codes.Levels[codes.Indices[row]].Code,
            _ => ((TextColumn)column).Text(row),
        };
}
