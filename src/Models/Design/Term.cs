namespace ReportBuilder.Models.Design;

/// <summary>
/// One variable of a model with its values, a row each. What its columns look like is decided when a
/// <see cref="ModelDesign"/> is built, from the rows that are used. Immutable; equality is by reference.
/// </summary>
public abstract class Term
{
    private protected Term(string name, int rowCount)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        RowCount = rowCount;
    }

    /// <summary>The name, unique within a model.</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Why the row cannot be used, or null when it can.</summary>
    public abstract DropReason? WhyUnusable(int row);

    /// <summary>True when it is known that every row can be used, so that none need be asked for.</summary>
    internal virtual bool IsUsableThroughout => false;

    /// <summary>Settles the columns from the rows that are used.</summary>
    internal abstract TermEncoder Encode(ReadOnlySpan<int> usedRows);
}
