using ReportBuilder.Briefings.Contents;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Stages;
using ReportBuilder.Templating;

namespace ReportBuilder.Briefings.Making;

/// <summary>
/// What templates can ask about the municipality of a briefing (<c>kommune.navn</c>, <c>kommune.har_jobbsjansen</c> …) and the years (<c>periode.aar</c>), and the schemes that it has, to loop
/// over (<c>ordninger</c>). Described for authors in <c>templates/README.md</c>.
/// </summary>
internal static class BriefingWords
{
    /// <summary>Name of the municipality in templates.</summary>
    public const string Name = "kommune";

    /// <summary>Name of the years in templates.</summary>
    public const string PeriodName = "periode";

    /// <summary>Name of the list of schemes in templates.</summary>
    public const string SchemesName = "ordninger";

    /// <summary>Most comparable municipalities that are all named.</summary>
    private const int MostNamed = 25;

    /// <summary>The years: first, last, and both as one word.</summary>
    public static TemplateObject Period { get; } =
        new()
        {
            Words = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["fra"] = BriefingPeriod.First,
                ["til"] = BriefingPeriod.Last,
                ["aar"] = BriefingPeriod.Years,
            },
        };

    /// <summary>The schemes that the municipality has, as words inside a sentence.</summary>
    public static string SchemesOf(Briefing briefing, LabelSet labels) => NamesOf(briefing.Schemes, labels);

    /// <summary>The schemes that the municipality has: <c>kode</c>, part of the ids of its numbers, and <c>navn</c>, as it stands inside a sentence.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Schemes(Briefing briefing, LabelSet labels) =>
        [
            .. briefing.Schemes.Select(s => new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["kode"] = Breakdown.Token(s),
                ["navn"] = NameOf(s, labels),
            }),
        ];

    /// <summary>Name of the measures in templates.</summary>
    public const string MeasuresName = "tiltak";

    /// <summary>
    /// The measures by what the individual model says of them for all participants, as words inside a sentence: with better and with weaker results among participants otherwise alike, and not to be told.
    /// Work practice in an ordinary enterprise has a sentence of its own.
    /// </summary>
    public static TemplateObject Measures(Edition edition, LabelSet labels)
    {
        var known = BriefingVariables
            .Measures.Where(m => m != MeasureStage.Practice)
            .Select(m => (Name: Inside(labels.Get($"tiltak.{m}")), Effect: edition.Quantities[BriefingShows.MeasureEffect(m)]))
            .Where(m => m.Effect is { HasValue: true, Interval: not null })
            .ToLookup(m =>
                m.Effect.Interval!.Value.Low > 0 ? "bedre"
                : m.Effect.Interval.Value.High < 0 ? "svakere"
                : "usikre"
            );
        string[] kinds = ["bedre", "svakere", "usikre"];
        return new()
        {
            Words = kinds.ToDictionary(k => k, k => labels.Joined([.. known[k].Select(m => m.Name)]), StringComparer.Ordinal),
            Answers = kinds.ToDictionary(k => "har_" + k, known.Contains, StringComparer.Ordinal),
        };
    }

    /// <summary>A name in several languages, of which no line begins with the dash between them.</summary>
    private static string Held(string name) => name.Replace(" - ", "\u00A0- ", StringComparison.Ordinal);

    /// <summary>A name as it stands inside a sentence: abbreviations keep their capitals.</summary>
    private static string Inside(string name) =>
        name.Length > 1 && !char.IsUpper(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;

    /// <summary>The words and answers.</summary>
    public static TemplateObject Of(Briefing briefing, string? mapSource, LabelSet labels)
    {
        var named = Named(briefing);
        var notYears = NotShown(briefing, BriefingShows.Years);
        var notParticipants = NotShown(briefing, BriefingShows.Composition);
        var notMeasures = NotShown(briefing, BriefingShows.Measures);
        return new()
        {
            Words = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["navn"] = Held(briefing.Municipality.Name),
                ["nummer"] = briefing.Municipality.Code,
                ["fylke"] = briefing.Municipality.CountyName,
                ["tidligere"] = labels.Joined([.. briefing.Formerly.Select(m => Held(m.Name))]),
                ["ordninger"] = SchemesOf(briefing, labels),
                ["ordninger_eller"] = labels.Joined([.. briefing.Schemes.Select(s => NameOf(s, labels))], "notat.eller"),
                ["gruppe"] = Group(briefing.Edition, labels),
                ["lignende"] = labels.Joined(named),
                ["skjult_i_aar"] = NamesOf(notYears, labels),
                ["skjult_i_deltakere"] = NamesOf(notParticipants, labels),
                ["skjult_i_tiltak"] = NamesOf(notMeasures, labels),
                ["kartkilde"] = mapSource ?? string.Empty,
            },
            Answers = new Dictionary<string, bool>(StringComparer.Ordinal)
            {
                ["har_jobbsjansen"] = briefing.Schemes.Contains(Scheme.Jobbsjansen),
                ["har_introduksjonsprogrammet"] = briefing.Schemes.Contains(Scheme.Introduksjonsprogrammet),
                ["har_tidligere"] = briefing.Formerly.Count > 0,
                ["har_flere_tidligere"] = briefing.Formerly.Count > 1,
                ["skjuler_aar"] = notYears.Count > 0,
                ["skjuler_deltakere"] = notParticipants.Count > 0,
                ["skjuler_tiltak"] = notMeasures.Count > 0,
                ["er_delt"] = briefing.IsTouchedByDivision,
                ["navngir_lignende"] = named.Count > 0,
                ["navngir_alle_lignende"] = named.Count == briefing.Comparable.Count,
                ["har_kart"] = mapSource is not null,
                ["har_begge"] = briefing.Schemes.Count > 1,
                ["er_fylke"] = BriefingShows.IsCounty(briefing.Edition),
                ["viser_resultat"] = briefing.Schemes.Any(s => BriefingShows.Result(briefing.Edition, s)),
                ["viser_aar"] = briefing.Schemes.Any(s => BriefingShows.Years(briefing.Edition, s)),
                ["viser_deltakere"] = briefing.Schemes.Any(s => BriefingShows.Composition(briefing.Edition, s)),
                ["viser_tiltak"] = briefing.Schemes.Any(s => BriefingShows.Measures(briefing.Edition, s)),
                ["viser_tiltaksmodell"] = BriefingShows.MeasureModel(briefing.Edition),
            },
        };
    }

    /// <summary>The schemes of the municipality that are missing where another of its schemes is shown.</summary>
    private static IReadOnlyList<Scheme> NotShown(Briefing briefing, Func<Edition, Scheme, bool> shows) =>
        briefing.Schemes.Any(s => shows(briefing.Edition, s)) ? [.. briefing.Schemes.Where(s => !shows(briefing.Edition, s))] : [];

    /// <summary>The comparable municipalities that are named: all of a small group, otherwise those of the same county.</summary>
    private static IReadOnlyList<string> Named(Briefing briefing) =>
        [
            .. briefing
                .Comparable.Where(m => briefing.Comparable.Count <= MostNamed || m.CountyCode == briefing.Municipality.CountyCode)
                .Select(m => m.Name)
                .Order(NorwegianOrder.Instance)
                .Select(Held),
        ];

    /// <summary>What the municipalities of the group have in common, as words.</summary>
    private static string Group(Edition edition, LabelSet labels)
    {
        string Words(string variable) =>
            labels.Joined([.. edition.Facts[BriefingIds.GroupFact(variable)].Categories.Select(c => labels.Get($"{variable}.{c}"))]);
        var startingPoint = edition.Facts[BriefingIds.GroupFact(ComparableGroup.StartingPointVariable)].Categories[0];
        return labels.Get($"notat.gruppe.{startingPoint}", Words(ComparableGroup.SizeVariable), Words(ComparableGroup.CentralityVariable));
    }

    private static string NamesOf(IReadOnlyList<Scheme> schemes, LabelSet labels) =>
        labels.Joined([.. schemes.Select(s => NameOf(s, labels))]);

    private static string NameOf(Scheme scheme, LabelSet labels) => labels.Get($"notat.ordning.{Breakdown.Token(scheme)}");
}
