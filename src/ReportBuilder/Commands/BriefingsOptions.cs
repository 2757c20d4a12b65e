using ReportBuilder.Briefings.Batch;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Commands;

/// <summary>What the user asked of <c>briefings</c>.</summary>
/// <param name="ConfigFile">Settings, as the user named the file.</param>
/// <param name="OutputFolder">Folder for the results, or null for the one in the settings.</param>
/// <param name="Words">Which briefings, and how, as written.</param>
public sealed record BriefingsOptions(string ConfigFile, string? OutputFolder, BatchWords Words);

/// <summary>What a maker of briefings is made from.</summary>
public sealed record BriefingPreparation
{
    /// <summary>The settings.</summary>
    public required ReportSettings Settings { get; init; }

    /// <summary>Folder for the results, absolute.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Languages that will be asked for, in ordinal order.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>How many briefings will be asked for at the same time.</summary>
    public required int Workers { get; init; }

    /// <summary>Shows stages.</summary>
    public required RunConsole Console { get; init; }

    /// <summary>Receives what is wrong.</summary>
    public required DiagnosticBag Bag { get; init; }
}

/// <summary>Reads data, runs models and makes ready; null when something is wrong, and the bag says what. A maker that is <see cref="IAsyncDisposable"/> is disposed of after the run.</summary>
public delegate Task<IBriefingMaker?> BriefingMakerFactory(BriefingPreparation preparation, CancellationToken cancellation);

/// <summary>What a batch asks of the machine that it runs on.</summary>
public sealed record BatchMachine
{
    /// <summary>This machine.</summary>
    public static BatchMachine This { get; } =
        new()
        {
            Variable = Environment.GetEnvironmentVariable,
            Processors = Environment.ProcessorCount,
            Disk = new BatchDisk(),
            Time = TimeProvider.System,
        };

    /// <summary>The environment variable of a name, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>How many briefings are made at a time unless told otherwise.</summary>
    public required int Processors { get; init; }

    /// <summary>The file system.</summary>
    public required IBatchDisk Disk { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }
}
