namespace ReportBuilder.Reconciliation;

/// <summary>
/// A condition on rows or units: terms joined by «&amp;», all of which must hold. A term is <c>column|column=token|token</c> (in one of the columns), <c>column=from..to</c>
/// (either end may be left out), <c>column=femdel 5</c> (or <c>kvartil</c>: equal parts within the scheme), or <c>column|column mangler</c> (one of them is not known).
/// </summary>
/// <param name="Terms">Its terms; none holds for all.</param>
public sealed record RowCondition(IReadOnlyList<ConditionTerm> Terms)
{
    /// <summary>Holds for all.</summary>
    public static RowCondition All { get; } = new([]);
}

/// <summary>One term of a condition.</summary>
/// <param name="Columns">The column; several when one of them is enough.</param>
public abstract record ConditionTerm(IReadOnlyList<string> Columns)
{
    /// <summary>Name of the first column.</summary>
    public string Column => Columns[0];
}

/// <summary>One of some categories, in at least one of the columns, which have the same categories.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Levels">Level indices.</param>
public sealed record CategoryTerm(IReadOnlyList<string> Columns, IReadOnlyList<int> Levels) : ConditionTerm(Columns);

/// <summary>A number within limits, both included.</summary>
/// <param name="Columns">The column.</param>
/// <param name="From">Smallest.</param>
/// <param name="To">Largest.</param>
public sealed record RangeTerm(IReadOnlyList<string> Columns, double From, double To) : ConditionTerm(Columns);

/// <summary>One of some parts of equal size within the scheme.</summary>
/// <param name="Columns">The column.</param>
/// <param name="PartCount">Number of parts.</param>
/// <param name="Parts">Parts, from 1.</param>
public sealed record PartTerm(IReadOnlyList<string> Columns, int PartCount, IReadOnlyList<int> Parts) : ConditionTerm(Columns);

/// <summary>At least one of the columns is not known.</summary>
/// <param name="Columns">The columns.</param>
public sealed record MissingTerm(IReadOnlyList<string> Columns) : ConditionTerm(Columns);
