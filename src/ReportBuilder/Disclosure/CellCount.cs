namespace ReportBuilder.Disclosure;

/// <summary>How many persons are in a category, and how many of them reached the outcome.</summary>
/// <param name="Persons">Persons in the category.</param>
/// <param name="Successes">Those of them with the outcome; 0 to <paramref name="Persons"/>.</param>
public readonly record struct CellCount(int Persons, int Successes);

/// <summary>What may be shown of one cell.</summary>
public enum Protection
{
    /// <summary>The exact number.</summary>
    Exact,

    /// <summary>Only the number as rounded for print: the exact one would give a hidden neighbour away.</summary>
    Rounded,

    /// <summary>Nothing: the cell itself is too small, or would give another away.</summary>
    Hidden,

    /// <summary>Nobody is in the category: there is nothing to protect and nothing to show.</summary>
    Empty,
}
