using System.Collections.Frozen;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.StatBank;

/// <summary>Wage costs in NOK 1000 by project and year: KOSTRA function 275 for introduksjonsprogrammet, project accounts for Jobbsjansen; immutable.</summary>
public sealed class WageCosts
{
    private readonly FrozenDictionary<(int Year, string Project), double> _values;
    private readonly FrozenDictionary<(int Year, string Project), SourcePlace> _places;

    /// <summary>Makes wage costs.</summary>
    /// <param name="values">NOK 1000 by year and project id of the harmonised dataset.</param>
    /// <param name="places">Where each was first read, when they come from files.</param>
    public WageCosts(
        IReadOnlyDictionary<(int Year, string Project), double> values,
        IReadOnlyDictionary<(int Year, string Project), SourcePlace>? places = null
    )
    {
        _values = values.ToFrozenDictionary();
        _places = (places ?? new Dictionary<(int, string), SourcePlace>()).ToFrozenDictionary();
    }

    /// <summary>The costs, or null when they are not known.</summary>
    public double? Find(int year, string project) => _values.TryGetValue((year, project), out var value) ? value : null;

    /// <summary>Where the costs were first read; null when they come from no file.</summary>
    public SourcePlace? PlaceOf(int year, string project) => _places.TryGetValue((year, project), out var place) ? place : null;

    /// <summary>All years and projects with known costs, ordered.</summary>
    public IReadOnlyList<(int Year, string Project)> Keys =>
        [.. _values.Keys.OrderBy(k => k.Year).ThenBy(k => k.Project, StringComparer.Ordinal)];
}
