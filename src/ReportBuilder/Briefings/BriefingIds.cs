using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings;

/// <summary>
/// The names of the numbers of a briefing. Every briefing has all of them, whatever it may show: a number that is hidden, or that the municipality has nothing to say about, is a
/// status. The municipality is not part of the name, so that one template does for all.
/// </summary>
public static class BriefingIds
{
    /// <summary>Everyone who finished, 2017–2020 or in one year: a count.</summary>
    public static string Finished(string scope, Scheme scheme, string? year = null) =>
        With($"{scope}.avsluttet.{Breakdown.Token(scheme)}", year);

    /// <summary>Those of them who have a value in every variable of the individual model (the net sample): a count, and the base of all that follows.</summary>
    public static string Participants(string scope, Scheme scheme, string? year = null) =>
        With($"{scope}.deltakere.{Breakdown.Token(scheme)}", year);

    /// <summary>Share that reached work or education, of the net sample.</summary>
    public static string Outcome(string scope, Scheme scheme, string? year = null) =>
        With($"{scope}.maaloppnaaelse.{Breakdown.Token(scheme)}", year);

    /// <summary>Share in a category of one of <see cref="BriefingVariables.Composition"/>.</summary>
    public static string Composition(string scope, DescriptiveVariable variable, string category, Scheme scheme) =>
        $"{scope}.andel.{variable.Token}.{category}.{Breakdown.Token(scheme)}";

    /// <summary>Share that had one of <see cref="BriefingVariables.Measures"/>.</summary>
    public static string Measure(string scope, string measure, Scheme scheme) => $"{scope}.tiltak.{measure}.{Breakdown.Token(scheme)}";

    /// <summary>Wages of the scheme divided by all who took part, in thousand kroner a year; missing without accounts.</summary>
    public static string Wages(string scope, Scheme scheme) => $"{scope}.lonn_per_deltaker.{Breakdown.Token(scheme)}";

    /// <summary>A fact on the municipality in the last year; for other scopes the median of their municipalities (see <see cref="BriefingVariables.PlaceFacts"/>).</summary>
    public static string PlaceFact(string scope, string fact) => $"{scope}.fakta.{fact}";

    /// <summary>How many municipalities a scope has; not for the municipality itself.</summary>
    public static string Municipalities(string scope) => $"{scope}.kommuner";

    /// <summary>How many of them have a scheme; not for the municipality itself.</summary>
    public static string Municipalities(string scope, Scheme scheme) => $"{scope}.kommuner.{Breakdown.Token(scheme)}";

    /// <summary>
    /// What the individual model says of the municipality's result, by <paramref name="what"/>: <c>forventet</c> (share), <c>avvik</c> (actual less expected, percentage points, with
    /// interval), <c>p</c>, <c>krympet</c> (the difference drawn towards the mean, with interval), <c>paalitelighet</c> (0–1), <c>sjanse_over</c> and <c>sjanse_under</c> (probability of lying above
    /// and below the mean of all), <c>grense_over</c> and <c>grense_under</c> (the lines of the funnel plot where the municipality lies, percentage points), <c>plass_fra</c> and <c>plass_til</c> (interval of the rank, rounded outwards to tens), <c>plass_av</c> (how many are ranked).
    /// </summary>
    public static string Contribution(Scheme scheme, string what) => $"{BriefingScope.Own}.bidrag.{Breakdown.Token(scheme)}.{what}";

    /// <summary>The lines of the funnel plot: how far from 0 chance alone would put them for one participant, percentage points.</summary>
    public static string FunnelLimit(Scheme scheme) => $"trakt.grense.{Breakdown.Token(scheme)}";

    /// <summary>The lines of the funnel plot: how far from 0 the differences between municipalities alone would put them, percentage points.</summary>
    public static string FunnelSpread(Scheme scheme) => $"trakt.spredning.{Breakdown.Token(scheme)}";

    /// <summary>
    /// What the individual model of the report says of a measure, by the report's own id: <c>oddsrate</c>, <c>endring_odds</c>, <c>p</c> and <c>marginaleffekt</c> (average difference in
    /// percentage points). The same in every briefing.
    /// </summary>
    public static string MeasureModel(string measure, string what) => $"{ReportModel.Individual.Prefix}.tiltak.{measure}.{what}";

    /// <summary>The numbers of the rule behind the groups: <c>kommuner</c>, <c>deltakere</c> and <c>utgangspunkt</c>, the limits of <see cref="ComparableGroup"/>.</summary>
    public static string GroupRule(string what) => $"{BriefingScope.Similar}.regel.{what}";

    /// <summary>Fewest persons that a briefing shows, as in the report.</summary>
    public const string MinimumCount = "personvern.minste_antall";

    /// <summary>Fewest participants of a municipality with contribution numbers, as in the report.</summary>
    public const string ContributionMinimum = "bidrag.minste_antall";

    /// <summary>What municipalities of the group have in common, a <see cref="CategoryFact"/>; <paramref name="variable"/> is a variable of <see cref="ComparableGroup"/>.</summary>
    public static string GroupFact(string variable) => $"{BriefingScope.Similar}.{variable}";

    private static string With(string id, string? year) => year is null ? id : $"{id}.{year}";
}
