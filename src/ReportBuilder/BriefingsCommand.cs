using System.CommandLine;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;

namespace ReportBuilder;

/// <summary><c>briefings</c>: a briefing for every municipality.</summary>
internal static class BriefingsCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where the run is shown.</param>
    /// <param name="factory">Makes what makes briefings.</param>
    public static Command Make(RunConsole console, BriefingMakerFactory factory)
    {
        var config = DataCommands.Config();
        var output = new Option<string?>("--output") { Description = ToolTexts.Get("command.briefings.output") };
        var only = new Option<string?>("--only") { Description = ToolTexts.Get("command.briefings.only") };
        var language = new Option<string?>("--language") { Description = ToolTexts.Get("command.briefings.language") };
        var workers = new Option<string?>("--workers") { Description = ToolTexts.Get("command.briefings.workers") };
        var shard = new Option<string?>("--shard") { Description = ToolTexts.Get("command.briefings.shard") };
        var merge = new Option<string[]?>("--merge")
        {
            Description = ToolTexts.Get("command.briefings.merge"),
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
        };
        var again = new Option<bool>("--again") { Description = ToolTexts.Get("command.briefings.again") };
        var command = new Command("briefings", ToolTexts.Get("command.briefings"))
        {
            config,
            output,
            only,
            language,
            workers,
            shard,
            merge,
            again,
        };
        command.SetAction(
            (parsed, cancellation) =>
            {
                var words = new BatchWords
                {
                    Only = parsed.GetValue(only),
                    Language = parsed.GetValue(language),
                    Workers = parsed.GetValue(workers),
                    Shard = parsed.GetValue(shard),
                    Merge = parsed.GetResult(merge) is null ? null : parsed.GetValue(merge) ?? [],
                    Again = parsed.GetValue(again),
                };
                var options = new BriefingsOptions(parsed.GetRequiredValue(config), parsed.GetValue(output), words);
                return new BriefingsRun(console, options, factory, BatchMachine.This).RunAsync(cancellation);
            }
        );
        return command;
    }
}
