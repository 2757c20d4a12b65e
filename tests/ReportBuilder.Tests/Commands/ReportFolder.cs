using ReportBuilder.Commands;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Typesetting;
using Spectre.Console;

namespace ReportBuilder.Tests.Commands;

/// <summary>A folder of its own with a <c>report.yaml</c> that uses the project's data, templates and labels, and a console that remembers.</summary>
internal sealed class ReportFolder : IDisposable
{
    private readonly StringWriter _said = new();
    private readonly StringWriter _complained = new();

    public ReportFolder() => WriteSettings();

    public string Path { get; } = Directory.CreateTempSubdirectory("reportbuilder-test-").FullName;

    public string Output => System.IO.Path.Combine(Path, "output");

    public string Pdf => System.IO.Path.Combine(Output, "rapport.pdf");

    public string Edition => System.IO.Path.Combine(Output, "utgave.json");

    public string Settings => System.IO.Path.Combine(Path, "report.yaml");

    public string Said => _said.ToString();

    public IReadOnlyList<string> Diagnostics => _complained.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The project's settings with absolute paths, and some lines replaced.</summary>
    public void WriteSettings(params (string Old, string New)[] changes)
    {
        var root = Repository.Root;
        var text = File.ReadAllText(System.IO.Path.Combine(root, "report.yaml"))
            .Replace("data/deltakere.schema.csv", root + "/data/deltakere.schema.csv", StringComparison.Ordinal)
            .Replace("omkoding: data/", $"omkoding: {root}/data/", StringComparison.Ordinal)
            .Replace("registerskjema: data/", $"registerskjema: {root}/data/", StringComparison.Ordinal)
            .Replace("kommuner: data", $"kommuner: {root}/data", StringComparison.Ordinal)
            .Replace("fro: 2022", $"fro: 2022\n  parametre: {root}/data/syntetisk", StringComparison.Ordinal)
            .Replace("mot: [data/", $"mot: [{root}/data/", StringComparison.Ordinal)
            .Replace("forklaringer: avvik", $"forklaringer: {root}/avvik", StringComparison.Ordinal)
            .Replace("templates/", root + "/templates/", StringComparison.Ordinal);
        foreach (var (old, changed) in changes)
        {
            text = text.Replace(old, changed, StringComparison.Ordinal);
        }

        File.WriteAllText(Settings, text);
    }

    /// <summary>Puts a copy of the project's templates in the folder and uses it; returns the folder.</summary>
    public string CopyTemplates()
    {
        var copy = System.IO.Path.Combine(Path, "maler");
        var templates = System.IO.Path.Combine(Repository.Root, "templates", "rapport");
        foreach (var file in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(templates, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        WriteSettings(($"{Repository.Root}/templates/rapport", copy));
        return copy;
    }

    /// <summary>A console that is no terminal, and remembers.</summary>
    public RunConsole Console() =>
        new(
            AnsiConsole.Create(
                new AnsiConsoleSettings
                {
                    Out = new AnsiConsoleOutput(_said),
                    Interactive = InteractionSupport.No,
                    Ansi = AnsiSupport.No,
                }
            ),
            _complained
        );

    public Task<int> RunAsync(PdfStandard standard = PdfStandard.Ua1, bool isRelease = false)
    {
        var options = new ReportOptions(Settings, null, standard, isRelease);
        return new ReportRun(Console(), options).RunAsync(CancellationToken.None);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
