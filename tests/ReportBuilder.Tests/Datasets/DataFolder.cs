using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Xunit;

namespace ReportBuilder.Tests.Datasets;

/// <summary>The repository's own data files, read once, and a way to read a dataset from text.</summary>
internal static class DataFolder
{
    private static readonly Lazy<DatasetSchema> LazySchema = new(() =>
        Read(bag => DatasetSchema.Read(Path("deltakere.schema.csv"), "deltakere.schema.csv", bag))
    );
    private static readonly Lazy<MunicipalityTable> LazyMunicipalities = new(() =>
        Read(bag => MunicipalityTable.Read(Path("kommuner.csv"), "kommuner.csv", Path("kommuneendringer.csv"), "kommuneendringer.csv", bag))
    );

    public static DatasetSchema Schema => LazySchema.Value;

    public static MunicipalityTable Municipalities => LazyMunicipalities.Value;

    public static string Path(string file) => Repository.PathOf("data/" + file);

    /// <summary>Reads bytes as a dataset; the diagnostics come back in order.</summary>
    public static (Dataset? Dataset, IReadOnlyList<Diagnostic> Diagnostics) ReadDataset(byte[] bytes, DiagnosticBag? bag = null)
    {
        bag ??= new DiagnosticBag();
        var dataset = WithFile(bytes, path => DatasetReader.Read(path, "data.csv", Schema, Municipalities, bag));
        return (dataset, bag.Sorted());
    }

    /// <summary>Runs with a temporary file that holds the bytes.</summary>
    public static T WithFile<T>(byte[] bytes, Func<string, T> use)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + ".csv");
        File.WriteAllBytes(path, bytes);
        try
        {
            return use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Reads with an empty bag and requires that nothing is wrong.</summary>
    public static T Read<T>(Func<DiagnosticBag, T?> read)
        where T : class
    {
        var bag = new DiagnosticBag();
        var result = read(bag);
        Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        return Assert.IsType<T>(result);
    }
}
