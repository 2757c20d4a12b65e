using System.CommandLine;
using System.Globalization;
using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.StatBank;

namespace ReportBuilder;

/// <summary>The commands that end in data, not in a publication.</summary>
internal static class DataCommands
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(100);

    /// <summary>The option that names the settings.</summary>
    public static Option<string> Config() =>
        new("--config") { Description = ToolTexts.Get("command.report.config"), DefaultValueFactory = _ => "report.yaml" };

    /// <summary><c>harmonise</c>: from raw registers to the dataset.</summary>
    public static Command Harmonise(RunConsole console)
    {
        var config = Config();
        var output = new Option<string?>("--output") { Description = ToolTexts.Get("command.harmonise.output") };
        var command = new Command("harmonise", ToolTexts.Get("command.harmonise")) { config, output };
        command.SetAction(
            (parsed, _) =>
                console.LiveAsync(() =>
                    new HarmoniseRun(console, new HarmoniseOptions(parsed.GetRequiredValue(config), parsed.GetValue(output))).RunAsync()
                )
        );
        return command;
    }

    /// <summary><c>validate</c>: is a harmonised dataset in order?</summary>
    public static Command Validate(RunConsole console)
    {
        var config = Config();
        var file = new Argument<string>("fil") { Description = ToolTexts.Get("command.validate.file") };
        var command = new Command("validate", ToolTexts.Get("command.validate")) { file, config };
        command.SetAction(
            async (parsed, _) =>
            {
                var bag = new DiagnosticBag();
                var configFile = parsed.GetRequiredValue(config);
                if (SettingsReader.Read(Path.GetFullPath(configFile), configFile, bag) is not { } settings || bag.HasErrors)
                {
                    console.Show(bag);
                    return ExitCodes.BadInput;
                }

                var options = new ValidateOptions(parsed.GetRequiredValue(file), settings.SchemaFile, settings.MunicipalityFolder);
                return await console.LiveAsync(() => ValidateCommand.RunAsync(options, console, bag));
            }
        );
        return command;
    }

    /// <summary><c>synthesize</c>: invented registers.</summary>
    public static Command Synthesize(RunConsole console)
    {
        var config = Config();
        var output = new Option<string?>("--output") { Description = ToolTexts.Get("command.synthesize.output") };
        var seed = new Option<int?>("--seed") { Description = ToolTexts.Get("command.synthesize.seed") };
        var scale = new Option<int>("--scale") { Description = ToolTexts.Get("command.synthesize.scale"), DefaultValueFactory = _ => 1 };
        var check = new Option<bool>("--check") { Description = ToolTexts.Get("command.synthesize.check") };
        seed.Validators.Add(r => RefuseBelow(r, 0));
        scale.Validators.Add(r => RefuseBelow(r, 1));
        var command = new Command("synthesize", ToolTexts.Get("command.synthesize")) { config, output, seed, scale, check };
        command.SetAction(
            (parsed, _) =>
            {
                var options = new SynthesizeOptions(
                    parsed.GetRequiredValue(config),
                    parsed.GetValue(output),
                    parsed.GetValue(seed),
                    parsed.GetRequiredValue(scale),
                    parsed.GetValue(check)
                );
                return console.LiveAsync(() => new SynthesizeRun(console, options).RunAsync());
            }
        );
        return command;
    }

    /// <summary><c>fetch-ssb</c>: tables from Statistics Norway, saved as they come.</summary>
    public static Command FetchSsb(RunConsole console)
    {
        var folder = new Option<string>("--folder")
        {
            Description = ToolTexts.Get("command.fetch.folder"),
            DefaultValueFactory = _ => "data/ssb",
        };
        var years = new Option<string>("--years")
        {
            Description = ToolTexts.Get("command.fetch.years"),
            DefaultValueFactory = _ => "2017-2020",
        };
        var force = new Option<bool>("--force") { Description = ToolTexts.Get("command.fetch.force") };
        var address = new Option<string>("--address")
        {
            Description = ToolTexts.Get("command.fetch.address"),
            DefaultValueFactory = _ => PxWebOptions.StatisticsNorway,
        };
        var requests = new Option<string>("--requests")
        {
            Description = ToolTexts.Get("command.fetch.requests"),
            DefaultValueFactory = _ => "data/ssb-tabeller.csv",
        };
        years.Validators.Add(r =>
        {
            if (YearsOf(r.GetValueOrDefault<string>()) is null)
            {
                r.AddError(ToolTexts.Get("command.fetch.years"));
            }
        });
        var command = new Command("fetch-ssb", ToolTexts.Get("command.fetch")) { folder, years, force, address, requests };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                using var http = new HttpClient { Timeout = LongestAnswer };
                var options = new FetchSsbOptions(
                    parsed.GetRequiredValue(requests),
                    parsed.GetRequiredValue(folder),
                    YearsOf(parsed.GetRequiredValue(years))!,
                    parsed.GetValue(force)
                )
                {
                    Server = new PxWebOptions(parsed.GetRequiredValue(address)),
                };
                // Only the length of waits is random: it never reaches a file.
                var fetch = new FetchSsbCommand(console, options, http, TimeProvider.System, new Random(Environment.ProcessId).NextDouble);
                return await console.LiveAsync(() => fetch.RunAsync(cancellation));
            }
        );
        return command;
    }

    /// <summary><c>import-edition</c>: a publication that was transcribed from print, as an edition.</summary>
    public static Command ImportEdition(RunConsole console)
    {
        var folder = new Argument<string>("mappe")
        {
            Description = ToolTexts.Get("command.import.folder"),
            DefaultValueFactory = _ => "data/editions/2022",
        };
        var ids = new Option<string?>("--ids") { Description = ToolTexts.Get("command.import.ids") };
        var command = new Command("import-edition", ToolTexts.Get("command.import")) { folder, ids };
        command.SetAction(parsed =>
            ImportEditionCommand.Run(new ImportEditionOptions(parsed.GetRequiredValue(folder), parsed.GetValue(ids)), console)
        );
        return command;
    }

    /// <summary>What is no number at all the library refuses itself.</summary>
    private static void RefuseBelow(System.CommandLine.Parsing.OptionResult result, int minimum)
    {
        if (
            result.Tokens is [.., { Value: var text }]
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value < minimum
        )
        {
            result.AddError(ToolTexts.Get("command.minimum", result.Option.Name, minimum));
        }
    }

    /// <summary>The years of «2019» or «2017-2020»; null for anything else.</summary>
    private static List<int>? YearsOf(string? text)
    {
        var ends = (text ?? string.Empty).Split('-');
        int[] years = [.. ends.Select(e => int.TryParse(e, NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : 0)];
        return years is [> 1900 and < 2200] or [> 1900 and < 2200, > 1900 and < 2200] && years[0] <= years[^1]
            ? [.. Enumerable.Range(years[0], years[^1] - years[0] + 1)]
            : null;
    }
}
