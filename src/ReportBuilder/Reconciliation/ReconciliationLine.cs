namespace ReportBuilder.Reconciliation;

/// <summary>How a published number fared.</summary>
public enum ReconciliationVerdict
{
    /// <summary>Ours is within the tolerance.</summary>
    Inside,

    /// <summary>Ours is not.</summary>
    Outside,

    /// <summary>The data give no such number, though they should.</summary>
    NoValue,

    /// <summary>It does not take part: published numbers contradict each other, or the report does not say how it was found.</summary>
    NotReconciled,

    /// <summary>It does not take part: it is not a number of the data.</summary>
    NotComputable,
}

/// <summary>A published number beside ours.</summary>
/// <param name="Id">F-number, or table, row and column.</param>
/// <param name="Place">Where it stands in the publication.</param>
/// <param name="Text">What it is.</param>
/// <param name="Class">Name of its class; empty when it does not take part.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Published">The published number; null when the statement has none.</param>
/// <param name="Decimals">Its digits after the decimal sign.</param>
/// <param name="Ours">Ours; null when the data give none.</param>
/// <param name="Lowest">Smallest number inside; null without lower limit.</param>
/// <param name="Highest">Largest number inside; null without upper limit.</param>
/// <param name="Verdict">How it fared.</param>
/// <param name="Reason">Why it does not take part; empty when it does.</param>
public sealed record ReconciliationLine(
    string Id,
    string Place,
    string Text,
    string Class,
    string Unit,
    double? Published,
    int Decimals,
    double? Ours,
    double? Lowest,
    double? Highest,
    ReconciliationVerdict Verdict,
    string Reason
);

/// <summary>How the numbers of a class fared.</summary>
/// <param name="Class">The class.</param>
/// <param name="Count">Its numbers.</param>
/// <param name="Inside">Those inside.</param>
public sealed record ClassSummary(ReconciliationClass Class, int Count, int Inside)
{
    /// <summary>True when enough of them are inside.</summary>
    public bool Holds => 100.0 * Inside >= Class.RequiredPercentage * Count;
}

/// <summary>The comparison of a dataset with the publication. Immutable.</summary>
/// <param name="Lines">One for each published number, in the order of the file.</param>
/// <param name="Classes">One for each class that has numbers.</param>
public sealed record ReconciliationResult(IReadOnlyList<ReconciliationLine> Lines, IReadOnlyList<ClassSummary> Classes)
{
    /// <summary>True when every class holds.</summary>
    public bool Holds => Classes.All(c => c.Holds);
}
