using ReportBuilder.Briefings.Numbers;
using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings;

/// <summary>Dataset → the numbers of every municipality's briefing: counted once, hidden once, rounded as printed.</summary>
public static class BriefingAnalysis
{
    /// <summary>Makes the numbers of all municipalities with participants.</summary>
    /// <param name="data">The participants.</param>
    /// <param name="municipalities">The municipalities by year.</param>
    /// <param name="settings">Settings.</param>
    /// <param name="bag">Receives what could not be estimated.</param>
    public static BriefingSet Run(Dataset data, MunicipalityTable municipalities, ReportSettings settings, DiagnosticBag bag)
    {
        var complete = Sample.Complete(data);
        var places = ParticipantPlaces.Of(data, municipalities);
        var counts = PlaceCounts.Count(data, complete, places);
        int[] participants =
        [
            .. places.Municipalities.Select((_, i) => counts.Of(i, Scheme.Introduksjonsprogrammet)[CountSlot.Participants.Index]),
        ];
        var groups = ComparableGroups.Of(places.Municipalities, participants, new double?[participants.Length]);
        var origin = new EditionOrigin(
            settings.Edition,
            ToolIdentity.Mark.Version,
            data.FileName,
            data.Fingerprint,
            data.IsSynthetic,
            data.RowCount
        );
        var writer = new BriefingWriter(places, counts, groups, origin, settings.MinimumCount);
        return new BriefingSet(
            [
                .. Enumerable
                    .Range(0, places.Municipalities.Count)
                    .Where(i => Breakdown.Schemes.Any(s => counts.Has(i, s)))
                    .Select(i => writer.Write(i, MunicipalityHistory.Of(municipalities, places.Municipalities[i], data.Schema.Years[0]))),
            ],
            Breakdown.Schemes.ToDictionary(s => s, _ => new FunnelCloud([]))
        );
    }
}
