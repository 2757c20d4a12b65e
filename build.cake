// Build targets: dotnet cake --target=<name>. Run «dotnet tool restore» once first.

var target = Argument("target", "Test");
var configuration = Argument("configuration", "Release");
var tool = $"./src/ReportBuilder/bin/{configuration}/net10.0/reportbuilder.dll";

void Run(string program, string arguments)
{
    var code = StartProcess(program, new ProcessSettings { Arguments = arguments });
    if (code != 0)
    {
        throw new CakeException($"{program} {arguments} ended with {code}.");
    }
}

Task("Build").Does(() => DotNetBuild("./ReportBuilder.slnx", new DotNetBuildSettings { Configuration = configuration }));

Task("Test").Does(() => Run("dotnet", "test"));

Task("Format").Does(() => Run("dotnet", "csharpier format ."));

Task("Report").IsDependentOn("Build").Does(() => Run("dotnet", $"{tool} report"));

// The sample is never edited: it is what the tool makes of the committed settings, templates and seed.
// Of the briefings it has four kinds: large with both schemes (one of them in both languages), medium, small, and too small to tell of.
const string SampleBriefings = "0301,3413,1811,1835";

void MakeSample(DirectoryPath folder)
{
    Run("dotnet", $"{tool} report --output {folder}");
    Run("dotnet", $"{tool} briefings --only {SampleBriefings} --language nb,nn --output {folder}");
}

// The edition's folder: what is compared byte for byte, in the order told. opphav.json names the tool's own code, which is another in every build that changes it.
IEnumerable<string> ComparedFiles(string folder)
{
    var drawings = System.IO.Path.Combine(folder, "figurer");
    var briefings = System.IO.Path.Combine(folder, "kommunenotat");
    return (System.IO.Directory.Exists(drawings) ? System.IO.Directory.EnumerateFiles(drawings, "*.svg") : [])
        .Concat(System.IO.Directory.Exists(briefings) ? System.IO.Directory.EnumerateFiles(briefings, "*.pdf", System.IO.SearchOption.AllDirectories) : [])
        .Select(path => System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .OrderBy(name => name, StringComparer.Ordinal)
        .Prepend("utgave.json")
        .Append("rapport.pdf");
}

Task("Sample")
    .IsDependentOn("Build")
    .Does(() =>
    {
        const string made = "./output/sample";
        const string kept = "./sample-output";
        MakeSample(made);
        foreach (var folder in new[] { "figurer", "kommunenotat" })
        {
            CleanDirectory(System.IO.Path.Combine(kept, folder));
        }

        foreach (var name in ComparedFiles(made).Concat(["opphav.json", "kommunenotat/manifest.json"]))
        {
            EnsureDirectoryExists(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(kept, name)));
            CopyFile(System.IO.Path.Combine(made, name), System.IO.Path.Combine(kept, name));
        }
    });

Task("CheckSample")
    .IsDependentOn("Build")
    .Does(() =>
    {
        const string made = "./output/sample";
        const string kept = "./sample-output";
        MakeSample(made);
        var names = ComparedFiles(made).ToList();
        if (!names.SequenceEqual(ComparedFiles(kept)))
        {
            throw new CakeException($"{kept} has other files than the tool makes now. Run: dotnet cake --target=Sample");
        }

        foreach (var name in names)
        {
            var now = System.IO.File.ReadAllBytes(System.IO.Path.Combine(made, name));
            if (!now.AsSpan().SequenceEqual(System.IO.File.ReadAllBytes(System.IO.Path.Combine(kept, name))))
            {
                throw new CakeException($"{kept}/{name} is not what the tool makes now. Run: dotnet cake --target=Sample");
            }
        }
    });

// The walk-through of docs/editions.md: two editions, one changed rule, one new source, signed explanations, release.
void MakeExample(string release)
{
    foreach (var year in new[] { "2022", "2023" })
    {
        Run("dotnet", $"{tool} synthesize --seed {year} --output ./output/leveranse-{year}");
    }

    Run("dotnet", $"{tool} report --config ./examples/2022/report.yaml");
    Run("dotnet", $"{tool} report --config ./examples/2023/report.yaml {release}");
}

const string ExampleComparison = "compare ./output/2022 ./output/2023 --config ./examples/2023/report.yaml";

Task("Example")
    .IsDependentOn("Build")
    .Does(() =>
    {
        MakeExample("--release");
        var unexplained = StartProcess("dotnet", new ProcessSettings { Arguments = $"{tool} compare ./output/2022 ./output/2023" });
        if (unexplained != 1)
        {
            throw new CakeException($"compare without explanations ended with {unexplained}, not 1.");
        }

        // A draft from explanations that all fit is these explanations.
        CopyFile("./examples/2023/avvik.yaml", "./output/avvik.yaml");
        Run("dotnet", $"{tool} {ExampleComparison} --explanations ./output/avvik.yaml --draft ./output/avvik.yaml --output ./output/2023");
        if (System.IO.File.ReadAllText("./output/avvik.yaml") != System.IO.File.ReadAllText("./examples/2023/avvik.yaml"))
        {
            throw new CakeException("examples/2023/avvik.yaml does not fit. Run: dotnet cake --target=SignExample, and read what changed.");
        }
    });

// The signers of the example are invented: where the tool's own numbers changed, they sign again.
Task("SignExample")
    .IsDependentOn("Build")
    .Does(() =>
    {
        MakeExample(string.Empty);
        var file = "./examples/2023/avvik.yaml";
        StartProcess("dotnet", new ProcessSettings { Arguments = $"{tool} {ExampleComparison} --draft {file}" });
        var text = System.IO.File.ReadAllText(file);
        text = System.Text.RegularExpressions.Regex.Replace(text, "(?m)^    signert:$", "    signert: Kari Eksempel");
        text = System.Text.RegularExpressions.Regex.Replace(text, "(?m)^    dato:$", "    dato: 2023-08-23");
        System.IO.File.WriteAllText(file, text);
    });

// What the synthetic registers give, against every number of the 2022 edition.
Task("CheckTwin")
    .IsDependentOn("Build")
    .Does(() => Run("dotnet", $"{tool} synthesize --output ./output/registre --check"));

Task("Bench")
    .IsDependentOn("Build")
    .Does(() => Run("dotnet", $"run --project benchmarks -c {configuration} -- {Argument("filter", "--filter *")}"));

Task("Ci").Does(() => Run("bash", ".ci/run"));

RunTarget(target);
