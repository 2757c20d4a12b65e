using ReportBuilder.Comparison;
using ReportBuilder.Editions;
using Xunit;

namespace ReportBuilder.Tests.Comparison;

public class GroundComparerTest
{
    private static readonly EditionGround Ground = new()
    {
        Tool = new ToolMark("0.1.0", "aa"),
        Settings = [new GroundSetting("lesninger.A1", "tekst"), new GroundSetting("syntetisk.fro", "2022")],
        Inputs = [new GroundFile("nir", "nir.csv", "b1"), new GroundFile("omkoding", "a.csv", "c1")],
        Templates = [new GroundFile("mal", "bok.yaml", "d1")],
    };

    [Fact]
    public void Compare_TheSame_IsNoChange() =>
        Assert.Empty(GroundComparer.Compare(Ground, Ground with { Settings = [.. Ground.Settings] }));

    [Fact]
    public void Compare_OneThatDoesNotTell_IsNoChange()
    {
        Assert.Empty(GroundComparer.Compare(null, Ground));
        Assert.Empty(GroundComparer.Compare(Ground, null));
    }

    [Fact]
    public void Compare_OriginsOfOtherData_TellsFingerprintAndWhetherPersonsAreInvented()
    {
        var origin = ExampleEdition.Origin("2026-1");
        Assert.Empty(GroundComparer.Compare(origin, origin with { Name = "2027" }));
        Assert.Equal(
            [
                new GroundChange("data", "fingeravtrykk", origin.DataFingerprint, "b"),
                new GroundChange("data", "syntetiske", "true", "false"),
            ],
            GroundComparer.Compare(origin, origin with { DataFingerprint = "b", IsSynthetic = false })
        );
    }

    [Fact]
    public void Compare_WhatChangedCameAndWent_IsToldByRoleAndName()
    {
        var now = new EditionGround
        {
            Tool = new ToolMark("0.1.0", "ab"),
            Settings = [new GroundSetting("lesninger.A1", "tall"), new GroundSetting("personvern", "5")],
            Inputs = [new GroundFile("omkoding", "a.csv", "c2"), new GroundFile("nir", "nir.csv", "b1")],
            Templates = [],
        };
        Assert.Equal(
            [
                new GroundChange("tool", "kode", "aa", "ab"),
                new GroundChange("setting", "lesninger.A1", "tekst", "tall"),
                new GroundChange("setting", "personvern", null, "5"),
                new GroundChange("setting", "syntetisk.fro", "2022", null),
                new GroundChange("omkoding", "a.csv", "c1", "c2"),
                new GroundChange("mal", "bok.yaml", "d1", null),
            ],
            GroundComparer.Compare(Ground, now)
        );
    }
}
