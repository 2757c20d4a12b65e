using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Chain;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;
using Xunit;

namespace ReportBuilder.Tests.Commands;

public sealed class EditionGroundBuilderTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Gather_SyntheticRun_HasSeedAndParametersAndNoRegisters()
    {
        var ground = Gather(TwinFolder.Own);

        Assert.Contains(new GroundSetting("syntetisk.fro", "2022"), ground.Settings);
        Assert.Contains(new GroundSetting("personvern.minste_antall", "5"), ground.Settings);
        Assert.Contains(new GroundSetting("data.lesninger.A1", "tekst"), ground.Settings);
        Assert.Equal(["kommuner", "omkoding", "registerskjema", "skjema", "syntetisk"], ground.Inputs.Select(f => f.Role).Distinct());
        Assert.Contains(ground.Inputs, f => f.Role == "syntetisk" && f.Path.StartsWith("registre/", StringComparison.Ordinal));
        Assert.Equal(["etiketter", "litteratur", "mal", "stil"], ground.Templates.Select(f => f.Role).Distinct());
        Assert.Contains(ground.Templates, f => f is { Role: "mal", Path: "kvalitativt/rammer.md" });
        Assert.Contains(ground.Templates, f => f is { Role: "mal", Path: "bok.yaml" });
    }

    [Fact]
    public void Gather_AnyRun_IsSortedAndNamesNoPathOfTheMachine()
    {
        var ground = Gather(TwinFolder.Own);

        var files = ground.Inputs.Select(f => $"{f.Role} {f.Path}").ToList();
        Assert.Equal(files.Order(StringComparer.Ordinal), files);
        Assert.Equal(ground.Settings.OrderBy(s => s.Name, StringComparer.Ordinal), ground.Settings);
        Assert.All(
            ground.Inputs.Concat(ground.Templates),
            f =>
            {
                Assert.False(Path.IsPathRooted(f.Path));
                Assert.DoesNotContain("..", f.Path, StringComparison.Ordinal);
                Assert.Equal(64, f.Fingerprint.Length);
            }
        );
        Assert.DoesNotContain(
            Repository.Root,
            System.Text.Encoding.UTF8.GetString(EditionGroundWriter.Write(ground)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Gather_Registers_HasEachFileOfTheYearsAndNoSeed()
    {
        var sources = RegisterSources.In(_folder.Path);
        string[] names =
        [
            "nir.csv",
            "jobbsjansen-2017.csv",
            "jobbsjansen-2020.csv",
            "jobbsjansen-2030.csv",
            "kostra275.csv",
            "jobbsjansen-regnskap.csv",
            "ssb/06445-2018.json",
            "ssb/LES.txt",
        ];
        foreach (var name in names)
        {
            _folder.Write(name, name);
        }

        var ground = Gather(TwinFolder.Own with { Registers = sources });

        Assert.Equal(
            [
                "jobbsjansen jobbsjansen-2017.csv",
                "jobbsjansen jobbsjansen-2020.csv",
                "kostra kostra275.csv",
                "nir nir.csv",
                "regnskap jobbsjansen-regnskap.csv",
                "ssb 06445-2018.json",
            ],
            ground
                .Inputs.Where(f => f.Role is not ("kommuner" or "omkoding" or "registerskjema" or "skjema"))
                .Select(f => $"{f.Role} {f.Path}")
        );
        Assert.DoesNotContain(ground.Settings, s => s.Name == "syntetisk.fro");
    }

    [Fact]
    public void Gather_GivenParticipants_HasTheirFileAndNoRules()
    {
        var file = _folder.Write("mine-deltakere.csv", "a");

        var ground = Gather(TwinFolder.Own with { ParticipantFile = file });

        Assert.Equal(["deltakere", "kommuner", "skjema"], ground.Inputs.Select(f => f.Role).Distinct());
        // SHA-256 of the letter a.
        Assert.Contains(
            new GroundFile("deltakere", "mine-deltakere.csv", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"),
            ground.Inputs
        );
        Assert.Equal(
            ["bidrag.minste_antall", "dato", "personvern.minste_antall"],
            ground.Settings.Select(s => s.Name).Where(n => !n.StartsWith("sammenligning.", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Gather_ATemplateChanged_ChangesItsFingerprintOnly()
    {
        foreach (var name in new[] { "bok.yaml", "k.md", "del/k2.md", "l.bib" })
        {
            _folder.Write(name, name);
        }

        var settings = TwinFolder.Own with { TemplateFolder = _folder.Path };
        var before = Gather(settings);
        _folder.Write("del/k2.md", "endret");
        var after = Gather(settings);

        var changed = Assert.Single(after.Templates.Except(before.Templates));
        Assert.Equal(("mal", "del/k2.md"), (changed.Role, changed.Path));
        Assert.Equal(before.Inputs, after.Inputs);
        Assert.Equal(before.Tool, after.Tool);
    }

    [Fact]
    public void Tool_Mark_TellsVersionAndFingerprint()
    {
        Assert.Equal("0.1.0", ToolIdentity.Mark.Version);
        Assert.Equal(64, ToolIdentity.Mark.Fingerprint.Length);
        Assert.All(ToolIdentity.Mark.Fingerprint, c => Assert.True(char.IsAsciiHexDigitLower(c)));
    }

    private static EditionGround Gather(ReportSettings settings)
    {
        var bag = new DiagnosticBag();
        var ground = EditionGroundBuilder.Gather(settings, DataFolder.Schema, bag);
        Assert.Empty(bag.Sorted());
        return ground;
    }
}
