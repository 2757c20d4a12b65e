using ReportBuilder.Diagnostics;
using ReportBuilder.Harmonise;
using ReportBuilder.Registers;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;

namespace ReportBuilder.Tests.Harmonise;

/// <summary>The repository's own rule files, as they are or with a change.</summary>
internal static class RuleFolder
{
    private static readonly Lazy<RegisterSchema> LazyNir = new(() => Schema("nir"));
    private static readonly Lazy<RegisterSchema> LazyJobbsjansen = new(() => Schema("jobbsjansen"));
    private static readonly Lazy<RuleBook> LazyOwn = new(() =>
        DataFolder.Read(bag => RuleBook.Read(DataFolder.Path("recodings"), "recodings", Schemas, DataFolder.Schema, bag))
    );

    public static RegisterSchema Nir => LazyNir.Value;

    public static RegisterSchema Jobbsjansen => LazyJobbsjansen.Value;

    public static RuleBook Own => LazyOwn.Value;

    private static IReadOnlyList<RegisterSchema> Schemas => [Nir, Jobbsjansen];

    /// <summary>Reads the rules after a change to one file; the text to replace must be there.</summary>
    public static (RuleBook? Book, IReadOnlyList<Diagnostic> Diagnostics) With(string file, Func<string, string> change) =>
        WithBytes(file, text => new System.Text.UTF8Encoding(false).GetBytes(change(text)));

    /// <summary>Reads the rules after one file has been written anew.</summary>
    public static (RuleBook? Book, IReadOnlyList<Diagnostic> Diagnostics) WithBytes(string file, Func<string, byte[]> change)
    {
        using var folder = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(DataFolder.Path("recodings"), "*.csv"))
        {
            var name = Path.GetFileName(path);
            folder.Write(name, name == file ? change(File.ReadAllText(path)) : File.ReadAllBytes(path));
        }

        var bag = new DiagnosticBag();
        return (RuleBook.Read(folder.Path, "recodings", Schemas, DataFolder.Schema, bag), bag.Sorted());
    }

    private static RegisterSchema Schema(string name) =>
        DataFolder.Read(bag => RegisterSchemaReader.Read(DataFolder.Path($"registre/{name}.schema.csv"), name, bag));
}
