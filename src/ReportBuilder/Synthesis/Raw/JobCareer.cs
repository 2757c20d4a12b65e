namespace ReportBuilder.Synthesis.Raw;

/// <summary>A participant in Jobbsjansen and the annual reports she stands in.</summary>
/// <param name="Person">The person drawn; for someone who goes on after the period, one whose properties are borrowed.</param>
/// <param name="IsTrue">True for the person drawn.</param>
/// <param name="FirstYear">First year with a report on her.</param>
/// <param name="LastYear">Last year with one: the year she finished, or the last of the period.</param>
/// <param name="LastMonth">Month of finishing, 1–12; the register does not tell it, but the months of the years before depend on it.</param>
internal readonly record struct JobCareer(int Person, bool IsTrue, int FirstYear, int LastYear, int LastMonth);
