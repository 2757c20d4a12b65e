using ReportBuilder.Briefings.Batch;
using ReportBuilder.Diagnostics;
using Xunit;

namespace ReportBuilder.Tests.Briefings.Batch;

public class ShardReaderTest
{
    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("3/8", 3, 8)]
    [InlineData("8/8", 8, 8)]
    public void Read_NumberAndCount_IsTheSlice(string text, int number, int count) =>
        Assert.Equal(new Shard(number, count), Read(text).Shard);

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("0/8")]
    [InlineData("9/8")]
    [InlineData("-1/8")]
    [InlineData("1/0")]
    [InlineData("1/8/2")]
    [InlineData("3/x")]
    [InlineData("1.5/8")]
    [InlineData("1/99999")]
    [InlineData("auto/0")]
    [InlineData("auto/")]
    public void Read_AnythingElse_IsRefused(string text) => Assert.Equal(["RB8042"], Read(text).Codes);

    [Theory]
    [InlineData("auto/8", "0", 1)]
    [InlineData("auto/8", "7", 8)]
    public void Read_Kubernetes_CountsFromZero(string text, string index, int number) =>
        Assert.Equal(new Shard(number, 8), Read(text, ("JOB_COMPLETION_INDEX", index)).Shard);

    [Theory]
    [InlineData("auto/8", "8")]
    [InlineData("auto/8", "-1")]
    [InlineData("auto/8", "")]
    [InlineData("auto/8", "to")]
    public void Read_KubernetesIndexOutside_IsRefused(string text, string index) =>
        Assert.Equal(["RB8044"], Read(text, ("JOB_COMPLETION_INDEX", index)).Codes);

    [Fact]
    public void Read_KubernetesWithoutCount_AsksForIt() => Assert.Equal(["RB8046"], Read("auto", ("JOB_COMPLETION_INDEX", "0")).Codes);

    [Theory]
    [InlineData("auto", "1", "1", "8", 1)]
    [InlineData("auto", "8", "1", "8", 8)]
    [InlineData("auto", "0", "0", "7", 1)]
    [InlineData("auto/8", "7", "0", "7", 8)]
    [InlineData("auto/8", "12", "10", "17", 3)]
    public void Read_Slurm_CountsFromTheLowest(string text, string id, string lowest, string highest, int number) =>
        Assert.Equal(new Shard(number, 8), Read(text, Slurm(id, lowest, highest, "8")).Shard);

    [Fact]
    public void Read_OneTaskOfASlurmArrayAgain_IsNotTakenForAnotherSlice()
    {
        // sbatch --array=3 of what was --array=1-8: the variables are those of an array of one.
        Assert.Equal(["RB8044"], Read("auto/8", Slurm("3", "3", "3", "1")).Codes);
    }

    [Theory]
    [InlineData("5", "1", "15", "8")]
    [InlineData("9", "1", "8", "8")]
    [InlineData("1", "1", "8", "")]
    public void Read_SlurmArrayWithGapsOrWrongIndex_IsRefused(string id, string lowest, string highest, string count) =>
        Assert.Equal(["RB8044"], Read("auto", Slurm(id, lowest, highest, count)).Codes);

    [Fact]
    public void Read_NeitherAndBoth_AreRefused()
    {
        Assert.Equal(["RB8043"], Read("auto/8").Codes);
        Assert.Equal(["RB8045"], Read("auto/8", [("JOB_COMPLETION_INDEX", "0"), .. Slurm("1", "1", "8", "8")]).Codes);
    }

    [Fact]
    public void Read_Misspelt_SuggestsAuto()
    {
        var bag = new DiagnosticBag();
        new ShardReader(_ => null, bag).Read("auot/8");
        Assert.Equal("auto/8", Assert.Single(bag.Sorted()).Nearest);
    }

    private static (string, string)[] Slurm(string id, string lowest, string highest, string count) =>
        [
            ("SLURM_ARRAY_TASK_ID", id),
            ("SLURM_ARRAY_TASK_MIN", lowest),
            ("SLURM_ARRAY_TASK_MAX", highest),
            ("SLURM_ARRAY_TASK_COUNT", count),
        ];

    private static (Shard? Shard, IReadOnlyList<string> Codes) Read(string text, params (string Name, string Value)[] variables)
    {
        var bag = new DiagnosticBag();
        var values = variables.ToDictionary(v => v.Name, v => v.Value);
        var shard = new ShardReader(values.GetValueOrDefault, bag).Read(text);
        return (shard, [.. bag.Sorted().Select(d => d.Code)]);
    }
}
