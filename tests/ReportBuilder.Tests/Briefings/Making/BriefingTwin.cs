using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Batch;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Briefings.Maps;
using ReportBuilder.Charts;
using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Templating;
using ReportBuilder.Tests.Conventions;
using ReportBuilder.Typesetting;
using Spectre.Console;

namespace ReportBuilder.Tests.Briefings.Making;

/// <summary>The briefings of all municipalities of the invented registers, made once for all tests that read them.</summary>
internal sealed record BriefingTwin(
    ReportSettings Settings,
    BriefingSet Set,
    MunicipalityTable Municipalities,
    IReadOnlyDictionary<string, BriefingLanguage> Languages
)
{
    private static readonly Lazy<Task<BriefingTwin>> Made = new(MakeAsync);

    /// <summary>The briefings.</summary>
    public static Task<BriefingTwin> GetAsync() => Made.Value;

    /// <summary>A maker of some briefings, with the real typesetter.</summary>
    public BriefingMaker MakerOf(BriefingSet set, int processes = 1, BookMetadata? publication = null, Borders? borders = null) =>
        new(
            MaterialOf(set, publication) with
            {
                Borders = borders,
            },
            NodeTypesetter.Start(new NodeTypesetterOptions { Processes = processes }),
            Fonts()
        );

    /// <summary>A maker of some briefings, with the real typesetter run in another way.</summary>
    public BriefingMaker MakerOf(BriefingSet set, NodeTypesetterOptions options) =>
        new(MaterialOf(set, null), NodeTypesetter.Start(options), Fonts());

    /// <summary>The fingerprints of its briefings.</summary>
    public BriefingKeys KeysOf() => new(MaterialOf(Set, null));

    /// <summary>The chart typeface; the test is skipped where it is not installed.</summary>
    public static ChartFonts Fonts()
    {
        var fonts = ChartFonts.Load(ChartFontFiles.InPackage(TypesetterFolder.FontPackage), new DiagnosticBag());
        Xunit.Assert.SkipWhen(fonts is null, "Source Sans 3 is not installed (npm packages of the typesetter).");
        return fonts;
    }

    private BriefingMaterial MaterialOf(BriefingSet set, BookMetadata? publication) =>
        new()
        {
            Set = set,
            Languages = Languages,
            Municipalities = Municipalities,
            Publication = publication ?? Settings.Publication,
        };

    private static async Task<BriefingTwin> MakeAsync()
    {
        var bag = new DiagnosticBag();
        var settings = SettingsReader.Read(Repository.PathOf("report.yaml"), "report.yaml", bag)!;
        var console = new RunConsole(
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }),
            TextWriter.Null
        );
        var data = (await DatasetSource.ReadOnlyAsync(settings, console, bag))!;
        var set = BriefingAnalysis.Run(data.Dataset, data.Municipalities, settings, bag);
        var languages = BriefingLanguages.All.ToDictionary(
            code => code,
            code => BriefingLanguage.Read(code, settings, bag)!,
            StringComparer.Ordinal
        );
        Xunit.Assert.False(bag.HasErrors);
        return new BriefingTwin(settings, set, data.Municipalities, languages);
    }
}
