namespace ReportBuilder.Synthesis.Raw;

/// <summary>One line of NIR: whose properties it has, and from when to when.</summary>
/// <param name="Person">The person drawn; for someone who did not finish in the period, one whose properties are borrowed.</param>
/// <param name="IsTrue">True for the person drawn, false for a borrower.</param>
/// <param name="Decision">First decision on a programme.</param>
/// <param name="Start">Start.</param>
/// <param name="Exit">Exit; null for those who still take part.</param>
internal readonly record struct NirStay(int Person, bool IsTrue, DateOnly? Decision, DateOnly? Start, DateOnly? Exit)
{
    /// <summary>First year they take part; the year of exit when the start is not known.</summary>
    public int FirstYear => Start?.Year ?? Exit!.Value.Year;

    /// <summary>Last year they take part, when it lies in a period that ends with a year.</summary>
    public int LastYear(int end) => Exit is { } exit ? Math.Min(exit.Year, end) : end;
}
