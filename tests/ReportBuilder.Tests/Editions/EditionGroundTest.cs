using System.Globalization;
using System.Text;
using CsCheck;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Documents;
using Xunit;

namespace ReportBuilder.Tests.Editions;

public sealed class EditionGroundTest : IDisposable
{
    private static readonly EditionGround Ground = new()
    {
        Edition = "2026-1",
        DataFingerprint = new string('0', 64),
        Tool = new ToolMark("0.1.0", new string('1', 64)),
        Settings = [new GroundSetting("data.lesninger.A1", "tekst «æøå»"), new GroundSetting("personvern.minste_antall", "5")],
        Inputs = [new GroundFile("nir", "nir.csv", new string('2', 64)), new GroundFile("ssb", "nir.csv", new string('3', 64))],
        Templates = [new GroundFile("mal", "kvalitativt/rammer.md", new string('4', 64))],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly DiagnosticBag _bag = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Ground_IsTheGoldenText() =>
        GoldenFile.Compare(
            Repository.PathOf("tests/ReportBuilder.Tests/Editions/Golden/ground.json"),
            Encoding.UTF8.GetString(EditionGroundWriter.Write(Ground))
        );

    [Theory]
    [InlineData("dato", "2022-12-01", "2022-12-01")]
    [InlineData("dato", "1.12.2022", null)]
    [InlineData("annet", "2022-12-01", null)]
    public void Date_Setting_IsTheDateOnTheEditionWhenItTellsOne(string name, string value, string? expected) =>
        Assert.Equal(
            expected,
            (Ground with { Settings = [new GroundSetting(name, value)] }).Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        var read = Read(EditionGroundWriter.Write(Ground))!;

        Assert.Equal(("2026-1", Ground.DataFingerprint), (read.Edition, read.DataFingerprint));
        Assert.Equal(Ground.Tool, read.Tool);
        Assert.Equal(Ground.Settings, read.Settings);
        Assert.Equal(Ground.Inputs, read.Inputs);
        Assert.Equal(Ground.Templates, read.Templates);
        Assert.NotNull(EditionGroundReader.Read(Path.Combine(_folder.Path, "utgave.json"), "ed/utgave.json", _bag));
        Assert.Empty(Faults());
    }

    [Fact]
    public void Read_AnOlderForm_DoesNotTellWhichEdition()
    {
        var text = Encoding.UTF8.GetString(EditionGroundWriter.Write(Ground with { Edition = null, DataFingerprint = null }));
        var read = Read(Encoding.UTF8.GetBytes(text.Replace("\"schema\": 2", "\"schema\": 1", StringComparison.Ordinal)))!;

        Assert.Equal((null, null), (read.Edition, read.DataFingerprint));
        Assert.Empty(Faults());
    }

    [Fact]
    public void Read_NoFile_IsNoFault()
    {
        Assert.Null(EditionGroundReader.Read(_folder.Path, "ed", _bag));
        Assert.Empty(Faults());
    }

    [Theory]
    [InlineData("\"schema\": 2", "\"schema\": 3", "RB7005 2:13")]
    [InlineData("\"inputs\": [", "\"innlest\": [", "RB7004 0:0")]
    [InlineData("\"version\":\"0.1.0\",", "", "RB7006 5:11")]
    [InlineData("\"name\":", "\"navn\":", "RB7006 7:5;RB7007 7:6")]
    [InlineData("2222\"}", "222\"}", "RB7008 11:45")]
    [InlineData("\"role\":\"ssb\"", "\"role\":\"nir\"", "RB7010 12:5")]
    [InlineData("personvern.minste_antall", "data.lesninger.A1", "RB7010 8:5")]
    [InlineData("  \"templates\": [\n", "  \"templates\": {\n", "RB7008 14:16;RB7003 15:5")]
    public void Read_AFault_IsNamedWithItsPlace(string old, string changed, string expected)
    {
        var text = Encoding.UTF8.GetString(EditionGroundWriter.Write(Ground));
        var at = text.IndexOf(old, StringComparison.Ordinal);

        Assert.Null(Read(Encoding.UTF8.GetBytes(text[..at] + changed + text[(at + old.Length)..])));

        Assert.Equal(expected.Split(';'), Faults());
    }

    [Fact]
    public void Read_CutAnywhere_IsSaidToBeCut()
    {
        var bytes = EditionGroundWriter.Write(Ground);
        Property.Holds(
            Gen.Int[0, bytes.Length - 2],
            length =>
            {
                var bag = new DiagnosticBag();
                _folder.Write("opphav.json", bytes[..length]);
                Assert.Null(EditionGroundReader.Read(_folder.Path, "ed", bag));
                Assert.Equal("RB7002", Assert.Single(bag.Sorted()).Code);
            },
            examples: 200
        );
    }

    private EditionGround? Read(byte[] text)
    {
        _folder.Write("opphav.json", text);
        return EditionGroundReader.Read(_folder.Path, "ed", _bag);
    }

    private IReadOnlyList<string> Faults() => [.. _bag.Sorted().Select(d => $"{d.Code} {d.Place?.Line}:{d.Place?.Column}")];
}
