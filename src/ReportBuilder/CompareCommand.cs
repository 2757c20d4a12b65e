using System.CommandLine;
using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;

namespace ReportBuilder;

/// <summary><c>compare</c>: what differs between two editions.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Make(RunConsole console)
    {
        var old = new Argument<string>("gammel") { Description = ToolTexts.Get("command.compare.old") };
        var now = new Argument<string>("ny") { Description = ToolTexts.Get("command.compare.new") };
        var config = new Option<string?>("--config") { Description = ToolTexts.Get("command.compare.config") };
        var history = new Option<string[]>("--history")
        {
            Description = ToolTexts.Get("command.compare.history"),
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var explanations = new Option<string?>("--explanations") { Description = ToolTexts.Get("command.compare.explanations") };
        var draft = new Option<string?>("--draft") { Description = ToolTexts.Get("command.compare.draft") };
        var output = new Option<string?>("--output") { Description = ToolTexts.Get("command.compare.output") };
        var noPdf = new Option<bool>("--no-pdf") { Description = ToolTexts.Get("command.compare.no-pdf") };
        var command = new Command("compare", ToolTexts.Get("command.compare"))
        {
            old,
            now,
            config,
            history,
            explanations,
            draft,
            output,
            noPdf,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var options = new CompareOptions(parsed.GetRequiredValue(old), parsed.GetRequiredValue(now))
                {
                    ConfigFile = parsed.GetValue(config),
                    History = parsed.GetRequiredValue(history),
                    Explanations = parsed.GetValue(explanations),
                    Draft = parsed.GetValue(draft),
                    OutputFolder = parsed.GetValue(output),
                    IsWithoutAnnex = parsed.GetValue(noPdf),
                };
                return console.LiveAsync(() => new CompareRun(console, options).RunAsync(cancellation));
            }
        );
        return command;
    }
}
