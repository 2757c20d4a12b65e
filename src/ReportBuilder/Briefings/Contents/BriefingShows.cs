using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Contents;

/// <summary>What a briefing has to show of its own municipality. Tables, figures and templates ask here, so that all of them agree.</summary>
public static class BriefingShows
{
    /// <summary>True when the result of the municipality in a scheme, over all years, may be shown with the number of persons it rests on.</summary>
    public static bool Result(Edition edition, Scheme scheme) =>
        Has(edition, BriefingIds.Outcome(BriefingScope.Own, scheme)) && Has(edition, BriefingIds.Participants(BriefingScope.Own, scheme));

    /// <summary>True when a single year of a scheme has a result, or persons that it rests on, that may be shown.</summary>
    public static bool Years(Edition edition, Scheme scheme) =>
        Result(edition, scheme)
        && DescriptiveVariables.Years.Categories.Any(y =>
            Has(edition, BriefingIds.Participants(BriefingScope.Own, scheme, y))
            || Has(edition, BriefingIds.Outcome(BriefingScope.Own, scheme, y))
        );

    /// <summary>True when the contribution of the municipality in a scheme may be told: its result may, and what was expected and the difference with its interval are known.</summary>
    public static bool Contribution(Edition edition, Scheme scheme) =>
        Result(edition, scheme)
        && Has(edition, BriefingIds.Contribution(scheme, "forventet"))
        && edition.Find(BriefingIds.Contribution(scheme, "avvik")) is { HasValue: true, Interval: not null };

    /// <summary>True when a share of who took part in a scheme may be shown.</summary>
    public static bool Composition(Edition edition, Scheme scheme) =>
        BriefingVariables.Composition.Any(v =>
            v.Categories.Any(c => Has(edition, BriefingIds.Composition(BriefingScope.Own, v, c, scheme)))
        );

    /// <summary>True when a share of those who had a measure in a scheme may be shown.</summary>
    public static bool Measures(Edition edition, Scheme scheme) =>
        BriefingVariables.Measures.Any(m => Has(edition, BriefingIds.Measure(BriefingScope.Own, m, scheme)));

    /// <summary>True when the municipality is a county of its own, so that the county has nothing to tell.</summary>
    public static bool IsCounty(Edition edition) => edition.Find(BriefingIds.Municipalities(BriefingScope.County))?.Value is 1;

    /// <summary>True when the individual model has something to say of at least one of the measures.</summary>
    public static bool MeasureModel(Edition edition) => BriefingVariables.Measures.Any(m => Has(edition, MeasureEffect(m)));

    /// <summary>Average difference in the probability of reaching the goal between participants otherwise alike, with and without a measure.</summary>
    public static string MeasureEffect(string measure) => BriefingIds.MeasureModel(measure, "marginaleffekt");

    private static bool Has(Edition edition, string id) => edition.Find(id) is { HasValue: true };
}
