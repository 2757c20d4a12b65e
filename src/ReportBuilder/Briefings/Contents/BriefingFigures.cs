using ReportBuilder.Editions;
using ReportBuilder.Figures;
using ReportBuilder.Labels;
using ReportBuilder.Stages;

namespace ReportBuilder.Briefings.Contents;

/// <summary>
/// The figures of one briefing. A figure that would show nothing of the municipality, or of a scheme it lacks, is not made; the templates place those that are.
/// </summary>
public sealed class BriefingFigures
{
    private const string FunnelId = "fig-trakt";

    private readonly Briefing _briefing;
    private readonly BriefingSet _set;
    private readonly LabelSet _labels;

    private BriefingFigures(Briefing briefing, BriefingSet set, LabelSet labels) => (_briefing, _set, _labels) = (briefing, set, labels);

    /// <summary>
    /// <c>fig-deltakere</c>: who the participants are, beside others; <c>fig-trakt</c>: the funnel plot of each scheme whose result may be shown, side by side when the
    /// municipality has both; <c>fig-tiltak</c>: measures, beside the nation's.
    /// </summary>
    /// <param name="briefing">The briefing.</param>
    /// <param name="set">What all briefings share.</param>
    /// <param name="labels">The words, in the language of the briefing.</param>
    public static IReadOnlyList<Figure> Build(Briefing briefing, BriefingSet set, LabelSet labels)
    {
        var figures = new BriefingFigures(briefing, set, labels);
        return [.. figures.All().OfType<Figure>()];
    }

    private IEnumerable<Figure?> All()
    {
        yield return Participants();
        yield return Funnels();
        yield return Measures();
    }

    private Figure Participants()
    {
        var schemes = _briefing.Schemes.Where(s => BriefingShows.Composition(_briefing.Edition, s)).ToList();
        // A municipality too small to be told of sees those it can compare itself with.
        ProfileRole[] roles =
            schemes.Count > 0
                ? [ProfileRole.Own, ProfileRole.Similar, ProfileRole.Nation]
                : [ProfileRole.Similar, ProfileRole.County, ProfileRole.Nation];
        return new Figure(
            "fig-deltakere",
            new ProfileChart(
                [
                    .. BriefingVariables.Composition.Select(v => new ProfileGroup(
                        _labels.Get($"begrep.{v.Token}"),
                        [.. v.Categories.Select(c => _labels.Get($"{v.Token}.{c}"))]
                    )),
                ],
                Places(roles),
                Panels(schemes.Count > 0 ? schemes : [Scheme.Introduksjonsprogrammet], roles, CompositionIds),
                _labels.Get("akse.andel_deltakere")
            )
        );
    }

    private Figure? Measures()
    {
        var schemes = _briefing.Schemes.Where(s => BriefingShows.Measures(_briefing.Edition, s)).ToList();
        ProfileRole[] roles = [ProfileRole.Own, ProfileRole.Nation];
        return schemes.Count == 0
            ? null
            : new Figure(
                "fig-tiltak",
                new ProfileChart(
                    [new ProfileGroup(string.Empty, [.. BriefingVariables.Measures.Select(m => _labels.Get($"tiltak.{m}"))])],
                    Places(roles),
                    Panels(schemes, roles, MeasureIds),
                    _labels.Get("akse.andel_deltakere")
                )
            );
    }

    private Figure? Funnels()
    {
        var schemes = _briefing.Schemes.Where(s => BriefingShows.Contribution(_briefing.Edition, s)).ToList();
        return schemes.Count == 0 ? null
            : _briefing.Schemes.Count == 1 ? new Figure(FunnelId, Funnel(schemes[0]))
            // One that has both is told which it sees, also when only one may be shown.
            : new Figure(
                FunnelId,
                new FunnelPanels([.. schemes.Select(s => new FunnelPanel(_labels.Get($"ordning.{Breakdown.Token(s)}"), Funnel(s)))])
            );
    }

    private FunnelChart Funnel(Scheme scheme)
    {
        var persons = Get(BriefingIds.Participants(BriefingScope.Own, scheme));
        var difference = Get(BriefingIds.Contribution(scheme, "avvik"));
        var fields = _set.Clouds.TryGetValue(scheme, out var cloud) ? cloud.Fields : [];
        return new FunnelChart(
            [],
            _labels.Get("notat.akse.deltakere"),
            _labels.Get("notat.akse.bidrag"),
            [
                new FunnelLimit(_labels.Get("figur.trakt.grense.95"), Get(BriefingIds.FunnelLimit(scheme)))
                {
                    Spread = Get(BriefingIds.FunnelSpread(scheme)),
                },
            ]
        )
        {
            Areas = [.. fields.Select(f => new FunnelArea(f.PersonsLow, f.PersonsHigh, f.DifferenceLow, f.DifferenceHigh, f.Level))],
            AreaName = _labels.Get("notat.figur.andre_kommuner"),
            Marked = new FunnelMark(scheme, _briefing.Municipality.Name, new ScatterPoint(persons, difference)),
        };
    }

    private IReadOnlyList<ProfilePlace> Places(IReadOnlyList<ProfileRole> roles) =>
        [
            .. roles.Select(role => new ProfilePlace(
                role,
                role == ProfileRole.Own ? _briefing.Municipality.Name : _labels.Get($"notat.figur.{ScopeOf(role)}")
            )),
        ];

    private IReadOnlyList<ProfilePanel> Panels(
        IReadOnlyList<Scheme> schemes,
        IReadOnlyList<ProfileRole> roles,
        Func<string, Scheme, IEnumerable<string>> ids
    ) =>
        [
            .. schemes.Select(s => new ProfilePanel(
                s,
                _labels.Get($"ordning.{Breakdown.Token(s)}"),
                [.. roles.Select(role => (IReadOnlyList<Quantity>)[.. ids(ScopeOf(role), s).Select(Get)])]
            )),
        ];

    private static IEnumerable<string> CompositionIds(string scope, Scheme scheme) =>
        BriefingVariables.Composition.SelectMany(v => v.Categories.Select(c => BriefingIds.Composition(scope, v, c, scheme)));

    private static IEnumerable<string> MeasureIds(string scope, Scheme scheme) =>
        BriefingVariables.Measures.Select(m => BriefingIds.Measure(scope, m, scheme));

    private static string ScopeOf(ProfileRole role) =>
        role switch
        {
            ProfileRole.Own => BriefingScope.Own,
            ProfileRole.Similar => BriefingScope.Similar,
            ProfileRole.County => BriefingScope.County,
            _ => BriefingScope.Nation,
        };

    private Quantity Get(string id) => _briefing.Edition.Quantities[id];
}
