using System.Globalization;
using ReportBuilder.Briefings;
using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Chain;
using ReportBuilder.Tests.Datasets;
using ReportBuilder.Tests.Stages;

namespace ReportBuilder.Tests.Briefings.Numbers;

/// <summary>So many participants of a place, year and scheme, so many of whom reached the goal.</summary>
internal sealed record Cohort(string Code, int Year, Scheme Scheme, int Persons, int Reached);

/// <summary>Invented participants with known numbers in known municipalities, and the briefings made of them.</summary>
internal static class BriefingPeople
{
    public const Scheme Intro = Scheme.Introduksjonsprogrammet;
    public const Scheme Job = Scheme.Jobbsjansen;

    /// <summary>The settings of the repository.</summary>
    public static ReportSettings Settings => TwinFolder.Own;

    /// <summary>Participants with a value in every variable, in the order of the cohorts.</summary>
    /// <param name="cohorts">How many there are of each.</param>
    /// <param name="change">Changes a row after it has been made, by cohort and number within it.</param>
    public static Participants Make(IReadOnlyList<Cohort> cohorts, Action<Cohort, int, Dictionary<string, string?>>? change = null)
    {
        var members = cohorts.SelectMany(c => Enumerable.Range(0, c.Persons).Select(i => (Cohort: c, Number: i))).ToList();
        return Participants.Make(
            members.Count,
            change: (i, row) =>
            {
                var (cohort, number) = members[i];
                var isJob = cohort.Scheme == Job;
                row["kommune"] = cohort.Code;
                row["aar"] = cohort.Year.ToString(CultureInfo.InvariantCulture);
                row["ordning"] = isJob ? "jobbsjansen" : "introduksjonsprogrammet";
                row["prosjekt"] = (isJob ? "j" : "i") + cohort.Code;
                row["maaloppnaaelse"] = number < cohort.Reached ? "ja" : "nei";
                row["overgang"] = number < cohort.Reached ? "arbeid" : "ingen";
                row["norsknivaa"] ??= "2";
                row["utdanningsnivaa"] ??= "en_del";
                row["alder"] ??= "33";
                row["t_amo_kurs"] ??= "nei";
                change?.Invoke(cohort, number, row);
            }
        );
    }

    /// <summary>Cohorts of the same size in all four years.</summary>
    public static IEnumerable<Cohort> EveryYear(string code, Scheme scheme, int persons, int reached) =>
        Enumerable.Range(2017, 4).Select(year => new Cohort(CodeIn(code, year), year, scheme, persons, reached));

    /// <summary>Briefings that must be without faults.</summary>
    public static BriefingSet Run(Dataset data, ReportSettings? settings = null)
    {
        var bag = new DiagnosticBag();
        var set = BriefingAnalysis.Run(data, DataFolder.Municipalities, settings ?? Settings, bag);
        Xunit.Assert.Empty(bag.Sorted().Where(d => d.Severity == Severity.Error).Select(DiagnosticFormatter.Format));
        return set;
    }

    /// <summary>The briefing of a municipality, by its number in the last year.</summary>
    public static Briefing Of(this BriefingSet set, string code) => set.Briefings.Single(b => b.Municipality.Code == code);

    /// <summary>A number of a briefing.</summary>
    public static Quantity Get(this Briefing briefing, string id) =>
        briefing.Edition.Find(id) ?? throw new ArgumentException($"No '{id}'.", nameof(id));

    /// <summary>The number that a municipality of the last year had before, when it has only changed number.</summary>
    private static string CodeIn(string code, int year) =>
        DataFolder.Municipalities.Exists(year, code) ? code : DataFolder.Municipalities.Predecessors(code, 2020, year)[0];
}
