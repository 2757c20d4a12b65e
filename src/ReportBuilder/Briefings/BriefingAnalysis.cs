using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Models.Numerics;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings;

/// <summary>Dataset → the numbers of every municipality's briefing: counted once, hidden once for all, rounded as printed.</summary>
public static class BriefingAnalysis
{
    /// <summary>
    /// Makes the numbers of all municipalities with participants. A model that cannot be fitted is a warning (RB6002, RB6003), and its numbers are «not estimable». Hidden counts that can be
    /// told more closely than promised, because of totals that the report shows, are a warning (RB8001).
    /// </summary>
    /// <param name="data">The participants.</param>
    /// <param name="municipalities">The municipalities by year.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static BriefingSet Run(Dataset data, MunicipalityTable municipalities, ReportSettings settings, DiagnosticBag bag)
    {
        var complete = Sample.Complete(data);
        var fits = new ModelFits(data, new ModelRows(data, complete.Rows));
        var places = ParticipantPlaces.Of(data, municipalities);
        var counts = PlaceCounts.Count(data, complete, places);
        // Needs the model only, and nobody waits for it until the briefings are written.
        var measures = Task.Run(() => MeasureModelNumbers.Of(fits, bag));
        MunicipalContributions[] contributions =
        [
            .. Workers.Map(
                Breakdown.Schemes,
                s => MunicipalContributions.Of(s, data, fits.Logistic(ReportModel.Individual), places, settings.ContributionMinimum)
            ),
        ];
        var groups = GroupsOf(places, counts, contributions[Breakdown.Schemes.IndexOf(Scheme.Introduksjonsprogrammet)]);
        var layers = CountLayers.Of(counts, places, groups);
        var projects = PublishedProjects.Of(data, complete, places, settings.ContributionMinimum, settings.MinimumCount);
        var hidden = CountShield.Decide(layers, projects, settings);
        if (hidden.Exposed > 0)
        {
            bag.Add(Diagnostic.Warning("RB8001", null, NorwegianNumberText.Number(hidden.Exposed, 0)));
        }

        var parts = new BriefingParts(
            places,
            groups,
            layers,
            hidden,
            contributions,
            ProjectWages.Of(data, complete, places),
            PlaceFacts.Of(data, places, municipalities),
            [.. CommonNumbers(settings), .. contributions.SelectMany(c => c.Limits()), .. measures.GetAwaiter().GetResult()]
        );
        var writer = new BriefingWriter(parts, OriginOf(data, settings));
        return new BriefingSet(
            Workers.Map(
                [.. Enumerable.Range(0, places.Municipalities.Count).Where(place => Breakdown.Schemes.Any(s => counts.Has(place, s)))],
                place => writer.Write(place, MunicipalityHistory.Of(municipalities, places.Municipalities[place], data.Schema.Years[0]))
            ),
            Breakdown.Schemes.Zip(contributions).ToDictionary(s => s.First, s => CloudOf(s.First, s.Second, hidden, places, settings))
        );
    }

    private static ComparableGroups GroupsOf(ParticipantPlaces places, PlaceCounts counts, MunicipalContributions contributions)
    {
        var every = Enumerable.Range(0, places.Municipalities.Count).ToList();
        return ComparableGroups.Of(
            places.Municipalities,
            [.. every.Select(place => counts.Of(place, Scheme.Introduksjonsprogrammet)[CountSlot.Participants.Index])],
            [.. every.Select(contributions.ExpectedOf)]
        );
    }

    private static FunnelCloud CloudOf(
        Scheme scheme,
        MunicipalContributions contributions,
        HiddenCounts hidden,
        ParticipantPlaces places,
        ReportSettings settings
    ) =>
        FunnelClouds.Of(
            [
                .. Enumerable
                    .Range(0, places.Municipalities.Count)
                    .Where(place => !hidden.IsHidden(BriefingScope.Own, place, scheme, CountSlot.Reached))
                    .Select(contributions.DotOf)
                    .OfType<(int, int)>(),
            ],
            settings.MinimumCount
        );

    private static IEnumerable<Quantity> CommonNumbers(ReportSettings settings) =>
        [
            Printed.Count(BriefingIds.MinimumCount, settings.MinimumCount),
            Printed.Count(BriefingIds.ContributionMinimum, settings.ContributionMinimum),
            Printed.Count(BriefingIds.GroupRule("kommuner"), ComparableGroup.FewestMunicipalities),
            Printed.Count(BriefingIds.GroupRule("deltakere"), ComparableGroup.FewestParticipants),
            Printed.Count(BriefingIds.GroupRule("utgangspunkt"), ComparableGroup.FewestOfStartingPoint),
        ];

    private static EditionOrigin OriginOf(Dataset data, ReportSettings settings) =>
        new(settings.Edition, ToolIdentity.Mark.Version, data.FileName, data.Fingerprint, data.IsSynthetic, data.RowCount);
}
