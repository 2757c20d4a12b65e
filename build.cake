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
void MakeSample(DirectoryPath folder)
{
    Run("dotnet", $"{tool} report --output {folder}");
}

Task("Sample")
    .IsDependentOn("Build")
    .Does(() =>
    {
        var made = Directory("./output/sample");
        MakeSample(made);
        foreach (var name in new[] { "rapport.pdf", "utgave.json" })
        {
            CopyFile(made + File(name), Directory("./sample-output") + File(name));
        }
    });

Task("CheckSample")
    .IsDependentOn("Build")
    .Does(() =>
    {
        var made = Directory("./output/sample");
        MakeSample(made);
        foreach (var name in new[] { "utgave.json", "rapport.pdf" })
        {
            var now = System.IO.File.ReadAllBytes(made + File(name));
            var kept = System.IO.File.ReadAllBytes(Directory("./sample-output") + File(name));
            if (!now.AsSpan().SequenceEqual(kept))
            {
                throw new CakeException($"sample-output/{name} is not what the tool makes now. Run: dotnet cake --target=Sample");
            }
        }
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
