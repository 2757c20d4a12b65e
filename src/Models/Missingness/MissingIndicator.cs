using ReportBuilder.Models.Design;

namespace ReportBuilder.Models.Missingness;

/// <summary>For each row, whether a variable lacks a value. Immutable; equality is by reference.</summary>
public sealed class MissingIndicator
{
    private readonly bool[] _isMissing;

    private MissingIndicator(string name, bool[] isMissing)
    {
        Name = name;
        _isMissing = isMissing;
    }

    /// <summary>Name of the variable.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount => _isMissing.Length;

    /// <summary>Whether the row lacks a value.</summary>
    public bool this[int row] => _isMissing[row];

    /// <summary>Of values that are numbers, truth values or the like; null is missing.</summary>
    public static MissingIndicator Of<T>(string name, IReadOnlyList<T?> values)
        where T : struct => new(name, [.. values.Select(value => value is null)]);

    /// <summary>Of words; null is missing, an empty word is not.</summary>
    public static MissingIndicator Of(string name, IReadOnlyList<string?> values) => new(name, [.. values.Select(value => value is null)]);

    /// <summary>Of a term of a model: missing where the model could not use the row, for whatever reason.</summary>
    public static MissingIndicator Of(Term term) =>
        new(term.Name, [.. Enumerable.Range(0, term.RowCount).Select(row => term.WhyUnusable(row) is not null)]);

    /// <summary>For each row, whether any of the variables lacks a value.</summary>
    internal static bool[] Any(IReadOnlyList<MissingIndicator> variables, int rowCount)
    {
        if (variables.FirstOrDefault(variable => variable.RowCount != rowCount) is { } odd)
        {
            throw new ArgumentException($"'{odd.Name}' has {odd.RowCount} rows, not {rowCount}.", nameof(variables));
        }

        return [.. Enumerable.Range(0, rowCount).Select(row => variables.Any(variable => variable[row]))];
    }
}
