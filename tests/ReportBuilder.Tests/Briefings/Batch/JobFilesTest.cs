using System.CommandLine;
using System.Text.RegularExpressions;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Commands;
using ReportBuilder.Diagnostics;
using ReportBuilder.Tests.Conventions;
using Spectre.Console;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace ReportBuilder.Tests.Briefings.Batch;

/// <summary>The example jobs of the documentation name commands, options, variables and exit codes that there are, and their slices are the whole.</summary>
public class JobFilesTest
{
    private static readonly string[] SlurmVariables = ["SLURM_SUBMIT_DIR", "SLURM_CPUS_PER_TASK"];

    [Fact]
    public void Kubernetes_IndexedJob_MakesAllSlicesAndKnowsTheExitCodes()
    {
        var job = Documents("docs/jobs/briefings-kubernetes.yaml")[0];
        var spec = Map(job, "spec");
        Assert.Equal(("Job", "Indexed"), (Text(job, "kind"), Text(spec, "completionMode")));
        var words = Command(job);
        var count = Whole(Text(spec, "completions"));
        Assert.Equal(Text(spec, "completions"), Text(spec, "parallelism"));

        var slices = Enumerable.Range(0, count).Select(i => Slice(words, (ShardReader.KubernetesIndex, $"{i}"))).ToList();

        Assert.Equal(Enumerable.Range(1, count).Select(k => new Shard(k, count)), slices);
        // A rule on the index needs a limit of its own, and pods that are never restarted in place.
        Assert.Contains("backoffLimitPerIndex", spec.Children.Keys.Select(k => k.ToString()));
        Assert.Equal("Never", Text(Map(Map(spec, "template"), "spec"), "restartPolicy"));
        Assert.Equal($"{ExitCodes.Incomplete}", ExitCodeThat("FailIndex", spec));
    }

    [Fact]
    public void Kubernetes_MergingJob_MergesWhereTheSlicesAreWritten()
    {
        var documents = Documents("docs/jobs/briefings-kubernetes.yaml");
        Assert.Equal(2, documents.Count);
        var (make, merge) = (Command(documents[0]), Command(documents[1]));
        Assert.Contains("--merge", merge);
        Assert.Equal(After(make, "--output"), After(merge, "--output"));
        Assert.Equal($"{ExitCodes.Incomplete}", ExitCodeThat("FailJob", Map(documents[1], "spec")));
    }

    [Fact]
    public void Slurm_Array_MakesAllSlicesAndMerges()
    {
        var script = File.ReadAllText(Repository.PathOf("docs/jobs/briefings-slurm.sh"));
        var array = Regex.Match(script, @"^#SBATCH --array=(?<lowest>\d+)-(?<highest>\d+)$", RegexOptions.Multiline);
        Assert.True(array.Success);
        var (lowest, highest) = (Whole(array.Groups["lowest"].Value), Whole(array.Groups["highest"].Value));
        var commands = Regex
            .Matches(script, @"^ *reportbuilder (?<words>.+)$", RegexOptions.Multiline)
            .Select(m => Parsed(m.Groups["words"].Value.Replace("\"", "", StringComparison.Ordinal).Split(' ')))
            .ToList();
        Assert.Equal(2, commands.Count);
        Assert.Contains("--merge", commands[0]);
        Assert.Equal(After(commands[0], "--output"), After(commands[1], "--output"));

        var count = highest - lowest + 1;
        var slices = Enumerable
            .Range(lowest, count)
            .Select(i =>
                Slice(
                    commands[1],
                    (ShardReader.SlurmIndex, $"{i}"),
                    (ShardReader.SlurmLowest, $"{lowest}"),
                    (ShardReader.SlurmHighest, $"{highest}"),
                    (ShardReader.SlurmCount, $"{count}")
                )
            );

        Assert.Equal(Enumerable.Range(1, count).Select(k => new Shard(k, count)), slices);
        Assert.All(Regex.Matches(script, "SLURM_[A-Z_]+").Select(m => m.Value), v => Assert.Contains(v, SlurmVariables));
    }

    [Fact]
    public void Documentation_NamesEveryOptionVariableAndFile()
    {
        var text = File.ReadAllText(Repository.PathOf("docs/briefings-at-scale.md"));
        Assert.All(
            Command().Options.Where(o => o is not System.CommandLine.Help.HelpOption),
            o => Assert.Contains($"`{o.Name}", text, StringComparison.Ordinal)
        );
        Assert.All(
            new[] { ShardReader.KubernetesIndex, ShardReader.SlurmIndex, ShardReader.SlurmLowest, ShardReader.SlurmCount },
            v => Assert.Contains($"`{v}`", text, StringComparison.Ordinal)
        );
        Assert.All(
            Regex.Matches(text, @"\]\((?<file>jobs/[^)]+)\)").Select(m => m.Groups["file"].Value),
            file => Assert.True(File.Exists(Repository.PathOf("docs/" + file)), file)
        );
        Assert.All(
            Regex
                .Matches(text, @"^reportbuilder (?<words>[^#\n]+)", RegexOptions.Multiline)
                .Select(m => m.Groups["words"].Value.TrimEnd().Split(' ')),
            words => Parsed(words)
        );
    }

    private static Shard? Slice(string[] words, params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(v => v.Name, v => v.Value);
        return new ShardReader(values.GetValueOrDefault, new DiagnosticBag()).Read(After(words, "--shard"));
    }

    /// <summary>The words after the name of the tool, when they are a command of it without mistakes.</summary>
    private static string[] Parsed(string[] words)
    {
        Assert.Equal("briefings", words[0]);
        Assert.Empty(Command().Parse([.. words.Skip(1)]).Errors.Select(e => e.Message));
        return words;
    }

    private static Command Command() =>
        BriefingsCommand.Make(new RunConsole(AnsiConsole.Console, TextWriter.Null), (_, _) => Task.FromResult<IBriefingMaker?>(null));

    private static string After(string[] words, string option) => words.SkipWhile(w => w != option).ElementAt(1);

    private static IReadOnlyList<YamlMappingNode> Documents(string path)
    {
        using var reader = new StreamReader(Repository.PathOf(path));
        var stream = new YamlStream();
        stream.Load(reader);
        return [.. stream.Documents.Select(d => (YamlMappingNode)d.RootNode)];
    }

    private static string[] Command(YamlMappingNode job)
    {
        var containers = (YamlSequenceNode)Map(Map(Map(job, "spec"), "template"), "spec").Children["containers"];
        var container = Assert.IsType<YamlMappingNode>(Assert.Single(containers));
        Assert.Equal("reportbuilder", Text(container, "name"));
        var command = ((YamlSequenceNode)container.Children["command"]).Select(n => n.ToString()).ToArray();
        Assert.Equal("reportbuilder", command[0]);
        return Parsed(command[1..]);
    }

    private static string ExitCodeThat(string action, YamlMappingNode spec)
    {
        var rules = (YamlSequenceNode)Map(spec, "podFailurePolicy").Children["rules"];
        var codes = Map(Assert.Single(rules.Cast<YamlMappingNode>(), r => Text(r, "action") == action), "onExitCodes");
        Assert.Equal("reportbuilder", Text(codes, "containerName"));
        return Assert.Single((YamlSequenceNode)codes.Children["values"]).ToString();
    }

    private static int Whole(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static string Text(YamlMappingNode node, string key) => node.Children[key].ToString();
}
