using System.Collections.Frozen;

namespace ReportBuilder.StatBank;

/// <summary>Facts on municipalities by year, one value for each column with role municipality fact; immutable.</summary>
public sealed class MunicipalityFacts
{
    private readonly FrozenDictionary<(string Column, int Year, string Code), double> _values;

    /// <summary>Makes facts.</summary>
    /// <param name="values">Value in the unit of the column, by column, year and municipality number of that year. A value not known is absent.</param>
    public MunicipalityFacts(IReadOnlyDictionary<(string Column, int Year, string Code), double> values) =>
        _values = values.ToFrozenDictionary();

    /// <summary>The value, or null when it is not known.</summary>
    public double? Find(string column, int year, string code) => _values.TryGetValue((column, year, code), out var value) ? value : null;
}
