using System.Text.Json;
using ReportBuilder.Commands;
using ReportBuilder.Tests.Conventions;
using Spectre.Console;

namespace ReportBuilder.Tests.Fits;

/// <summary>Runs <c>fit</c> as from the command line and keeps what came of it.</summary>
internal sealed record FitBench(int Code, string Said, string Complained, string Json)
{
    /// <summary>The file of the R references.</summary>
    public static string ReferenceData { get; } = Repository.PathOf("tests/Models.Tests/Reference/formulas.csv");

    /// <summary>What R gave.</summary>
    public static JsonElement Reference { get; } =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("tests/Models.Tests/Reference/formulas.json"))).RootElement;

    /// <summary>The JSON file.</summary>
    public JsonElement Result => JsonDocument.Parse(Json).RootElement;

    /// <summary>The coefficients of the JSON file by term.</summary>
    public Dictionary<string, JsonElement> Coefficients =>
        Result.GetProperty("coefficients").EnumerateArray().ToDictionary(c => c.GetProperty("term").GetString()!);

    /// <summary>Runs on a text, written to a file called <c>data.csv</c> that only the run sees.</summary>
    public static async Task<FitBench> RunAsync(string csv, string formula, Func<FitOptions, FitOptions>? change = null)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("data.csv", csv);
        var run = await RunFileAsync(path, formula, change);
        return run with { Complained = run.Complained.Replace(path, "data.csv"), Said = run.Said.Replace(path, "data.csv") };
    }

    /// <summary>Runs on a file.</summary>
    public static async Task<FitBench> RunFileAsync(string path, string formula, Func<FitOptions, FitOptions>? change = null)
    {
        using var folder = new TemporaryFolder();
        var json = Path.Combine(folder.Path, "resultat.json");
        var options = new FitOptions(path, formula) { JsonFile = json };
        using var said = new StringWriter { NewLine = "\n" };
        using var complained = new StringWriter { NewLine = "\n" };
        var output = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(said),
                Interactive = InteractionSupport.No,
                Ansi = AnsiSupport.No,
            }
        );
        var code = await new FitRun(new RunConsole(output, complained), change is null ? options : change(options)).RunAsync();
        var content = File.Exists(json) ? await File.ReadAllTextAsync(json) : string.Empty;
        return new FitBench(code, said.ToString(), complained.ToString(), content);
    }
}
