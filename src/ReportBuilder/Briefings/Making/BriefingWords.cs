using ReportBuilder.Editions;
using ReportBuilder.Labels;
using ReportBuilder.Templating;

namespace ReportBuilder.Briefings.Making;

/// <summary>What templates can ask about the municipality of a briefing: <c>kommune.navn</c>, <c>kommune.har_jobbsjansen</c> …</summary>
internal static class BriefingWords
{
    /// <summary>Name of the object in templates.</summary>
    public const string Name = "kommune";

    /// <summary>The words and answers.</summary>
    public static TemplateObject Of(Briefing briefing, bool hasMap, LabelSet labels) =>
        new()
        {
            Words = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["navn"] = briefing.Municipality.Name,
                ["nummer"] = briefing.Municipality.Code,
                ["fylke"] = briefing.Municipality.CountyName,
                ["tidligere"] = List([.. briefing.Formerly.Select(m => m.Name)], labels),
                ["gruppe"] = briefing.Group.Describe(labels),
            },
            Answers = new Dictionary<string, bool>(StringComparer.Ordinal)
            {
                ["har_jobbsjansen"] = briefing.Schemes.Contains(Scheme.Jobbsjansen),
                ["har_introduksjonsprogrammet"] = briefing.Schemes.Contains(Scheme.Introduksjonsprogrammet),
                ["har_tidligere"] = briefing.Formerly.Count > 0,
                ["er_delt"] = briefing.IsTouchedByDivision,
                ["har_kart"] = hasMap,
            },
        };

    private static string List(IReadOnlyList<string> names, LabelSet labels) =>
        names.Count < 2 ? string.Concat(names) : labels.Get("liste.siste", string.Join(", ", names.SkipLast(1)), names[^1]);
}
