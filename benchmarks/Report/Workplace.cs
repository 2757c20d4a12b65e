using System.Text;

namespace ReportBuilder.Benchmarks.Report;

/// <summary>A folder to run the program in: the project's settings, templates and data, and output of its own. Taken away afterwards.</summary>
internal sealed class Workplace : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false);

    /// <summary>The settings as they stand in the project.</summary>
    public const string Invented = "report.yaml";

    /// <summary>The settings with all registers given.</summary>
    public const string Given = "registre.yaml";

    /// <summary>The settings with the harmonised dataset given.</summary>
    public const string Harmonised = "datasett.yaml";

    /// <summary>The harmonised dataset.</summary>
    public const string Dataset = "deltakere.csv";

    private const string Registers = "registre";

    /// <summary>Makes the folder, and one set of data for all runs.</summary>
    public Workplace()
    {
        foreach (var name in (string[])["data", "templates"])
        {
            Directory.CreateSymbolicLink(PathOf(name), Path.Combine(Repository.Root, name));
        }

        File.Copy(Path.Combine(Repository.Root, "avvik.yaml"), PathOf("avvik.yaml"));
        var settings = File.ReadAllText(Path.Combine(Repository.Root, Invented), Utf8);
        File.WriteAllText(PathOf(Invented), settings, Utf8);
        File.WriteAllText(PathOf(Given), WithRegisters(settings), Utf8);
        ColdProcess.Run(Folder, "synthesize", "--output", Registers);
        ColdProcess.Run(Folder, "harmonise", "--config", Given, "--output", ".");
        File.WriteAllText(
            PathOf(Harmonised),
            settings.Replace("  deltakere:\n", $"  deltakere: {Dataset}\n", StringComparison.Ordinal),
            Utf8
        );
    }

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("reportbuilder-benchmark-").FullName;

    /// <summary>A file or folder in it.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string WithRegisters(string settings)
    {
        (string Name, string File)[] registers =
        [
            ("nir", "nir.csv"),
            ("jobbsjansen", "jobbsjansen-{aar}.csv"),
            ("kostra", "kostra275.csv"),
            ("regnskap", "jobbsjansen-regnskap.csv"),
            ("ssb", "ssb"),
        ];
        foreach (var (name, file) in registers)
        {
            var empty = $"    {name}:\n";
            settings = settings.Contains(empty, StringComparison.Ordinal)
                ? settings.Replace(empty, $"    {name}: {Registers}/{file}\n", StringComparison.Ordinal)
                : throw new InvalidOperationException($"{Invented} has no empty «{name}».");
        }

        return settings;
    }
}
