using ReportBuilder.Synthesis;
using ReportBuilder.Synthesis.Places;
using ReportBuilder.Synthesis.Raw;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Datasets;

namespace ReportBuilder.Tests.Synthesis.Raw;

/// <summary>The persons of a seed, each drawn once for all tests, and ways to write their registers.</summary>
internal static class TwinDraw
{
    public const ulong Seed = 2022;

    private static readonly Lazy<SyntheticTwin> LazyTwin = new(() => Generate(Seed));
    private static readonly Lazy<RawTables> LazyTables = new(() =>
        DataFolder.Read(bag => RawTables.Read(DataFolder.Path("syntetisk/registre"), "registre", DataFolder.Schema, bag))
    );

    public static SyntheticTwin Default => LazyTwin.Value;

    public static RawTables Tables => LazyTables.Value;

    public static SyntheticTwin Draw(ulong seed) => seed == Seed ? Default : Generate(seed);

    /// <summary>A request for a folder; all blocks are the same persons unless told otherwise, for drawing takes longer than writing.</summary>
    public static RawTwinRequest Request(TemporaryFolder folder, ulong seed = Seed, int scale = 1) =>
        new()
        {
            Folder = folder.Path,
            Seed = seed,
            Scale = scale,
            Tables = Tables,
            Municipalities = DataFolder.Municipalities,
            Draw = _ => Default,
        };

    private static SyntheticTwin Generate(ulong seed) =>
        SyntheticDataset.Generate(seed, Generated.Default.Parameters, DataFolder.Municipalities, DataFolder.Schema);
}
