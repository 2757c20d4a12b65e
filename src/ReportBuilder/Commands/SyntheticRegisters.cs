using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Synthesis;
using ReportBuilder.Synthesis.Raw;

namespace ReportBuilder.Commands;

/// <summary>Invents all raw registers, in the form in which real ones are delivered.</summary>
internal static class SyntheticRegisters
{
    /// <summary>Writes them to a folder; null when the parameters or the disk are not in order, and the bag says why.</summary>
    /// <param name="settings">Settings.</param>
    /// <param name="ground">Schema and municipalities.</param>
    /// <param name="folder">Folder to write to.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="scale">How many times the real size.</param>
    /// <param name="progress">Told after each block of persons.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static RawTwinSummary? Write(
        ReportSettings settings,
        DataGround ground,
        string folder,
        ulong seed,
        int scale,
        IProgress<RawTwinProgress>? progress,
        DiagnosticBag bag
    )
    {
        var parameters = SyntheticParameters.Read(settings.SynthesisFolder, ShownPath.Of(settings.SynthesisFolder), ground.Schema, bag);
        var tableFolder = Path.Combine(settings.SynthesisFolder, "registre");
        var tables = RawTables.Read(tableFolder, ShownPath.Of(tableFolder), ground.Schema, bag);
        if (parameters is null || tables is null)
        {
            return null;
        }

        try
        {
            return RawTwin.Write(
                new RawTwinRequest
                {
                    Folder = folder,
                    Seed = seed,
                    Scale = scale,
                    Tables = tables,
                    Municipalities = ground.Municipalities,
                    Draw = s => SyntheticDataset.Generate(s, parameters, ground.Municipalities, ground.Schema),
                },
                progress
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            bag.Add(Diagnostic.Error("RB1101", new SourcePlace(ShownPath.Of(folder)), exception.Message));
            return null;
        }
    }
}
