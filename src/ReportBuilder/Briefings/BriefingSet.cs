using ReportBuilder.Editions;

namespace ReportBuilder.Briefings;

/// <summary>The briefings of all municipalities with participants, and what they share.</summary>
/// <param name="Briefings">One a municipality, by its number.</param>
/// <param name="Clouds">Where the municipalities lie in the funnel plot of each scheme, without telling of any one of them.</param>
public sealed record BriefingSet(IReadOnlyList<Briefing> Briefings, IReadOnlyDictionary<Scheme, FunnelCloud> Clouds);

/// <summary>
/// The municipalities as fields of a funnel plot: how many lie in each. Fields with fewer municipalities than the threshold are not told, so that no other municipality can be read off
/// a briefing, and a change in one seldom changes another's.
/// </summary>
/// <param name="Fields">The fields told, by persons and then difference.</param>
public sealed record FunnelCloud(IReadOnlyList<FunnelField> Fields);

/// <summary>A field of a funnel plot.</summary>
/// <param name="PersonsLow">Fewest persons.</param>
/// <param name="PersonsHigh">The first number of persons above it.</param>
/// <param name="DifferenceLow">Lowest difference, in percentage points.</param>
/// <param name="DifferenceHigh">Where the next field begins, in percentage points.</param>
/// <param name="Level">How many municipalities lie there, as a step of shade: 1 is the lightest.</param>
public sealed record FunnelField(int PersonsLow, int PersonsHigh, int DifferenceLow, int DifferenceHigh, int Level);
