using System.CommandLine;
using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;
using Spectre.Console;

namespace ReportBuilder;

/// <summary>The command line. Exit codes: see <see cref="ExitCodes"/>; 1 also for a fault of the tool itself.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        var parsed = Root(new RunConsole(AnsiConsole.Console, Console.Error)).Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration());
        return parsed.Errors.Count > 0 ? ExitCodes.BadInput : code;
    }

    /// <summary>The command tree.</summary>
    internal static RootCommand Root(RunConsole console) =>
        new(ToolTexts.Get("command.root"))
        {
            Report(console),
            DataCommands.Harmonise(console),
            DataCommands.Validate(console),
            DataCommands.Synthesize(console),
            DataCommands.FetchSsb(console),
            DataCommands.ImportEdition(console),
            FitCommand.Make(console),
            CompareCommand.Make(console),
            BriefingsCommand.Make(console, BriefingWorkshop.OpenAsync),
        };

    private static Command Report(RunConsole console)
    {
        var config = DataCommands.Config();
        var output = new Option<string?>("--output") { Description = ToolTexts.Get("command.report.output") };
        var standard = new Option<string?>("--standard") { Description = ToolTexts.Get("command.report.standard") };
        standard.AcceptOnlyFromAmong("ua-1", "a-2a", "both");
        var release = new Option<bool>("--release") { Description = ToolTexts.Get("command.report.release") };
        var command = new Command("report", ToolTexts.Get("command.report")) { config, output, standard, release };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var options = new ReportOptions(
                    parsed.GetRequiredValue(config),
                    parsed.GetValue(output),
                    StandardNamed(parsed.GetValue(standard)),
                    parsed.GetValue(release)
                );
                return console.LiveAsync(() => new ReportRun(console, options).RunAsync(cancellation));
            }
        );
        return command;
    }

    private static PdfStandard? StandardNamed(string? name) =>
        name switch
        {
            "ua-1" => PdfStandard.Ua1,
            "a-2a" => PdfStandard.A2a,
            "both" => PdfStandard.Both,
            _ => null,
        };
}
