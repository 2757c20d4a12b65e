using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Documents;
using ReportBuilder.Editions;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Tests.Documents;

namespace ReportBuilder.Tests.Briefings.Contents;

/// <summary>The text of briefings from the templates of the repository, without pages.</summary>
internal static class BriefingBooks
{
    private static readonly Lazy<ReportSettings> LazySettings = new(() =>
        SettingsReader.Read(Repository.PathOf("report.yaml"), "report.yaml", new DiagnosticBag(), needsData: false)!
    );

    private static readonly Lazy<IReadOnlyDictionary<string, BriefingLanguage>> LazyLanguages = new(() =>
        BriefingLanguages.All.ToDictionary(c => c, c => Read(c, Settings), StringComparer.Ordinal)
    );

    /// <summary>The settings of the repository.</summary>
    public static ReportSettings Settings => LazySettings.Value;

    /// <summary>The languages, by code.</summary>
    public static IReadOnlyDictionary<string, BriefingLanguage> Languages => LazyLanguages.Value;

    /// <summary>The book of a briefing, which must be free of faults.</summary>
    public static Book Of(Briefing briefing, string language, BriefingSet? set = null, bool checksProse = false)
    {
        var bag = new DiagnosticBag();
        var words = Languages[language];
        var document = BriefingDocument.Write(
            briefing,
            set ?? BriefingExamples.SetOf(briefing),
            map: null,
            Settings.Publication,
            words,
            bag,
            checksProse
        );
        Xunit.Assert.Empty(
            bag.Sorted().Concat(words.LabelFaults).Select(d => briefing.Municipality.Code + " " + DiagnosticFormatter.Format(d))
        );
        return document!.Book;
    }

    /// <summary>The words of a briefing, on one line.</summary>
    public static string TextOf(Briefing briefing, string language = "nb") =>
        PlainText.Of(Of(briefing, language)).ReplaceLineEndings(" ").Replace('\u00A0', ' ');

    /// <summary>The same briefing with other numbers.</summary>
    public static Briefing With(this Briefing briefing, params Quantity[] quantities) =>
        briefing with
        {
            Edition = briefing.Edition with
            {
                Quantities = briefing.Edition.Quantities.SetItems(quantities.Select(q => KeyValuePair.Create(q.Id.Value, q))),
            },
        };

    /// <summary>Reads a language of some settings.</summary>
    public static BriefingLanguage Read(string code, ReportSettings settings)
    {
        var bag = new DiagnosticBag();
        var language = BriefingLanguage.Read(code, settings, bag);
        Xunit.Assert.Empty(bag.Sorted().Select(DiagnosticFormatter.Format));
        return language!;
    }
}
