using System.Collections.Frozen;
using ReportBuilder.Comparison;
using ReportBuilder.Harmonise;
using ReportBuilder.Templating;

namespace ReportBuilder.Configuration;

/// <summary>What <c>report.yaml</c> says. Paths are absolute; relative ones in the file start from its own folder.</summary>
public sealed record ReportSettings
{
    /// <summary>Name of the edition (<c>utgave</c>).</summary>
    public required string Edition { get; init; }

    /// <summary>Title page and colophon.</summary>
    public required BookMetadata Publication { get; init; }

    /// <summary>Folder of the book's templates, with <c>bok.yaml</c> (<c>maler</c>).</summary>
    public required string TemplateFolder { get; init; }

    /// <summary>Folder of label files (<c>etiketter</c>).</summary>
    public required string LabelFolder { get; init; }

    /// <summary>Folder of the Typst style, with <c>report.typ</c> (<c>stil</c>).</summary>
    public required string StyleFolder { get; init; }

    /// <summary>The harmonised participants (<c>data.deltakere</c>); null: they come from the registers.</summary>
    public required string? ParticipantFile { get; init; }

    /// <summary>The raw registers (<c>data.registre</c>).</summary>
    public required RegisterSources Registers { get; init; }

    /// <summary>Folder of the registers' schemas (<c>data.registerskjema</c>).</summary>
    public required string RegisterSchemaFolder { get; init; }

    /// <summary>Folder of the rule files (<c>data.omkoding</c>).</summary>
    public required string RecodingFolder { get; init; }

    /// <summary>Readings of ambiguous rules (<c>data.lesninger</c>); those not named are as the rule files' first.</summary>
    public required IReadOnlyList<ChosenReading> Readings { get; init; }

    /// <summary>Schema of the participants (<c>data.skjema</c>).</summary>
    public required string SchemaFile { get; init; }

    /// <summary>Folder of the municipality tables (<c>data.kommuner</c>).</summary>
    public required string MunicipalityFolder { get; init; }

    /// <summary>Folder with the parameters of the synthetic data (<c>syntetisk.parametre</c>).</summary>
    public required string SynthesisFolder { get; init; }

    /// <summary>Seed of the synthetic data (<c>syntetisk.fro</c>).</summary>
    public required int Seed { get; init; }

    /// <summary>Smallest number of persons that may be shown or told apart (<c>personvern.minste_antall</c>), at least 3.</summary>
    public required int MinimumCount { get; init; }

    /// <summary>
    /// The same for the variables that have a number of their own in the briefings of municipalities (<c>personvern.minste_antall_per_variabel</c>), by token; at least 3.
    /// </summary>
    public IReadOnlyDictionary<string, int> MinimumCountByVariable { get; init; } = FrozenDictionary<string, int>.Empty;

    /// <summary>
    /// Fewest participants of a project that gets a contribution indicator (<c>bidrag.minste_antall</c>), at least <see cref="MinimumCount"/>.
    /// </summary>
    public required int ContributionMinimum { get; init; }

    /// <summary>How the edition is compared with earlier ones (<c>sammenligning</c>).</summary>
    public ComparisonSettings Comparison { get; init; } = ComparisonSettings.Default;

    /// <summary>The briefings of municipalities (<c>kommunenotat</c>).</summary>
    public required BriefingSettings Briefings { get; init; }

    /// <summary>Folder for the results (<c>utskrift</c>), unless <c>--output</c> names another.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Longest time the typesetter may use on one document (<c>tidsgrense</c>, seconds).</summary>
    public required TimeSpan TypesettingLimit { get; init; }

    /// <summary>Smallest number of persons that a briefing may show or tell apart by a variable.</summary>
    public int MinimumCountOf(string variable) => MinimumCountByVariable.GetValueOrDefault(variable, MinimumCount);
}
