using System.Collections.Frozen;

namespace ReportBuilder.Synthesis.Places;

/// <summary>Where the values of a municipality series come from.</summary>
public enum SeriesForm
{
    /// <summary>The real population.</summary>
    Population,

    /// <summary>The real class of centrality.</summary>
    Centrality,

    /// <summary>The real share of immigrants times a factor.</summary>
    ImmigrantShare,

    /// <summary>Invented: a level that goes with population and the share of immigrants.</summary>
    Level,
}

/// <summary>A series of Tabell 3.</summary>
/// <param name="Column">Column of the dataset.</param>
/// <param name="Form">Where its values come from.</param>
/// <param name="IntroMedian">Published median of the municipality-years with introduksjonsprogrammet.</param>
/// <param name="JobMedian">Published median of those with Jobbsjansen.</param>
/// <param name="Spread">Standard deviation between areas, about what population explains; of the logarithm for a share of immigrants.</param>
/// <param name="YearSpread">Standard deviation from year to year, same scale.</param>
/// <param name="ImmigrantLoading">Part of the spread that goes with the share of immigrants, −1 to 1.</param>
/// <param name="Decimals">Decimals in the statistics.</param>
public sealed record MunicipalitySeries(
    string Column,
    SeriesForm Form,
    double IntroMedian,
    double JobMedian,
    double Spread,
    double YearSpread,
    double ImmigrantLoading,
    int Decimals
)
{
    /// <summary>Names of the forms in the parameter file.</summary>
    internal static readonly FrozenDictionary<string, SeriesForm> Forms = new Dictionary<string, SeriesForm>(StringComparer.Ordinal)
    {
        ["folketall"] = SeriesForm.Population,
        ["sentralitet"] = SeriesForm.Centrality,
        ["innvandrere"] = SeriesForm.ImmigrantShare,
        ["nivaa"] = SeriesForm.Level,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}

/// <summary>Wage costs in the accounts of a scheme.</summary>
/// <param name="Scheme">Level index of the scheme.</param>
/// <param name="PerParticipant">Published median per participant of the year, NOK 1000.</param>
/// <param name="PerProject">Published median per project-year, NOK 1000.</param>
/// <param name="Spread">Standard deviation of the logarithm between projects.</param>
/// <param name="YearSpread">Standard deviation from year to year, same scale.</param>
public sealed record WageLevel(int Scheme, double PerParticipant, double PerProject, double Spread, double YearSpread);
