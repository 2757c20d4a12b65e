using System.Diagnostics;
using System.Globalization;
using ReportBuilder.Briefings;
using ReportBuilder.Briefings.Making;
using ReportBuilder.Charts;
using ReportBuilder.Commands;
using ReportBuilder.Configuration;
using ReportBuilder.Diagnostics;
using ReportBuilder.Typesetting;
using ReportBuilder.Typesetting.Archive;
using ReportBuilder.TypstWriting;
using Spectre.Console;

namespace ReportBuilder.Benchmarks.Briefings;

/// <summary>
/// Where the time of a briefing goes: text, charts, pages and finishing, each by itself on one thread, and the share of each in the whole. Every briefing is made once before it counts.
/// </summary>
internal static class BriefingStages
{
    /// <summary>Makes some briefings and prints the median of each stage and its part of the sum.</summary>
    /// <param name="count">Number of briefings.</param>
    public static async Task MeasureAsync(int count)
    {
        var bag = new DiagnosticBag();
        var settings = SettingsReader.Read(Path.Combine(Repository.Root, "report.yaml"), "report.yaml", bag)!;
        var console = new RunConsole(
            AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }),
            TextWriter.Null
        );
        var data = (await DatasetSource.ReadOnlyAsync(settings, console, bag))!;
        var watch = Stopwatch.StartNew();
        var set = BriefingAnalysis.Run(data.Dataset, data.Municipalities, settings, bag);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"numbers of {set.Briefings.Count} municipalities: {watch.ElapsedMilliseconds} ms")
        );
        var language = BriefingLanguage.Read("nb", settings, bag)!;
        await using var typesetter = NodeTypesetter.Start(new NodeTypesetterOptions());
        using var fonts = ChartFonts.Load(ChartFontFiles.InPackage(TypesetterFolder.FontPackage), bag)!;
        var step = Math.Max(1, set.Briefings.Count / count);
        var chosen = set.Briefings.Where((_, i) => i % step == 0).ToList();
        var times = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (var round = 0; round < 2; round++)
        {
            times.Clear();
            foreach (var briefing in chosen)
            {
                await MakeAsync(briefing, set, settings, language, typesetter, fonts, times);
            }
        }

        var sum = times.Values.Sum(Median);
        foreach (var (stage, values) in times)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{stage, -10} {Median(values), 6:F1} ms  ratio {Median(values) / sum:F2}")
            );
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"sum", -10} {sum, 6:F1} ms"));
    }

    private static async Task MakeAsync(
        Briefing briefing,
        BriefingSet set,
        ReportSettings settings,
        BriefingLanguage language,
        NodeTypesetter typesetter,
        ChartFonts fonts,
        Dictionary<string, List<double>> times
    )
    {
        var bag = new DiagnosticBag();
        var watch = Stopwatch.StartNew();
        var document = BriefingDocument.Write(briefing, set, null, settings.Publication, language, bag);
        Lap("text");
        if (document is null)
        {
            throw new InvalidOperationException(string.Join('\n', bag.Sorted().Select(DiagnosticFormatter.Format)));
        }

        var files = document.Files(language, fonts, bag);
        Lap("charts");
        var request = new TypesetRequest(files, TypstSource.MainPath, PdfStandard.Ua1, settings.Publication.Created);
        var result = await typesetter.TypesetAsync(request);
        Lap("pages");
        if (result.Pdf is not { } typeset)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Select(DiagnosticFormatter.Format)));
        }

        PdfFinisher.Finish(typeset, PdfFinish.Of(document.Source, language.Labels, isBoth: false), bag);
        Lap("finishing");

        void Lap(string stage)
        {
            if (!times.TryGetValue(stage, out var values))
            {
                times[stage] = values = [];
            }

            values.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
