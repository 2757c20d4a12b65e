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

    /// <summary>Values that the source does not give, with its reason, by column, year and number.</summary>
    public IReadOnlyList<MissingFact> Missing { get; init; } = [];

    /// <summary>The files that the facts were read from, by table and year.</summary>
    public IReadOnlyList<FactSource> Sources { get; init; } = [];

    /// <summary>The value, or null when it is not known.</summary>
    public double? Find(string column, int year, string code) => _values.TryGetValue((column, year, code), out var value) ? value : null;
}

/// <summary>A fact that the source does not give.</summary>
/// <param name="Column">Column.</param>
/// <param name="Year">Year.</param>
/// <param name="Code">Municipality number of that year.</param>
/// <param name="Sign">The source's sign: <c>.</c>, <c>..</c> or <c>:</c>; empty when the municipality is not in the table, or its denominator is nil.</param>
public sealed record MissingFact(string Column, int Year, string Code, string Sign);

/// <summary>A file that facts were read from.</summary>
/// <param name="Table">Number of the table.</param>
/// <param name="Year">Year.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Fingerprint">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Notes">Notes to the table; simulated series say so here.</param>
public sealed record FactSource(string Table, int Year, string File, string Fingerprint, IReadOnlyList<string> Notes);
