using ReportBuilder.Datasets;
using ReportBuilder.Registers;
using ReportBuilder.StatBank;

namespace ReportBuilder.Harmonise;

/// <summary>A register file to harmonise.</summary>
/// <param name="Path">The file.</param>
/// <param name="ShownAs">The file as shown to the user.</param>
/// <param name="Year">The year it is for; null for NIR, which holds all years.</param>
public sealed record HarmoniserFile(string Path, string ShownAs, int? Year = null);

/// <summary>What is harmonised, and by what.</summary>
public sealed record HarmoniserInput
{
    /// <summary>Extracts from NIR, in the order their records come out.</summary>
    public required IReadOnlyList<HarmoniserFile> Nir { get; init; }

    /// <summary>Jobbsjansen's individual reports, one file for each year of the period.</summary>
    public required IReadOnlyList<HarmoniserFile> Jobbsjansen { get; init; }

    /// <summary>Declared variables of NIR.</summary>
    public required RegisterSchema NirSchema { get; init; }

    /// <summary>Declared variables of Jobbsjansen's reports.</summary>
    public required RegisterSchema JobbsjansenSchema { get; init; }

    /// <summary>The checked rules.</summary>
    public required RuleBook Rules { get; init; }

    /// <summary>The chosen readings, from <see cref="RuleBook.Choose"/>.</summary>
    public required ReadingChoice Readings { get; init; }

    /// <summary>Which municipalities there were.</summary>
    public required MunicipalityTable Municipalities { get; init; }

    /// <summary>The harmonised dataset.</summary>
    public required DatasetSchema Schema { get; init; }

    /// <summary>Facts on municipalities; null leaves those columns empty but for population and centrality.</summary>
    public MunicipalityFacts? Facts { get; init; }

    /// <summary>The facts when they are still being read: waited for only when all records have been. Used when <see cref="Facts"/> is null.</summary>
    public Task<MunicipalityFacts?>? FactsBeingRead { get; init; }

    /// <summary>Wage costs of projects; null leaves those columns empty.</summary>
    public WageCosts? WageCosts { get; init; }

    /// <summary>Name of the dataset, as of a file.</summary>
    public string FileName { get; init; } = DatasetFile.DefaultName;
}
