namespace ReportBuilder.Models.Design;

/// <summary>
/// How a term becomes columns, once the rows used are known. What must be learnt from those rows (levels in use; a mean or
/// standard deviation, should a term be centred) is settled here, so that a profile is coded exactly as the data were.
/// </summary>
internal abstract class TermEncoder
{
    /// <summary>One entry a column: the level it stands for, null for a number.</summary>
    public abstract IReadOnlyList<string?> ColumnLevels { get; }

    /// <summary>What callers are told about the coding.</summary>
    public abstract TermCoding Describe(int firstColumn);

    /// <summary>
    /// Writes one of the term's columns, counted from 0 within the term, for some of the rows used. Called for small parts, by several threads at
    /// once, and as often as the column is read: what is costly to find out belongs in the making of the encoder.
    /// </summary>
    public abstract void WriteColumn(int column, ReadOnlySpan<int> rows, Span<double> into);

    /// <summary>Writes the term's part of one profile row; says what is wrong, or null.</summary>
    public abstract ProfileProblemKind? WriteProfile(TermValue value, Span<double> into);
}
